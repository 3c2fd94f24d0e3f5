//! Whole journeys in a real browser against the sandbox. Each ends with a sweep for tokens.

mod grant;
