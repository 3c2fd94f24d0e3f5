//! Presentational components: properties in, callbacks out.
