//! Containers: one per screen.
