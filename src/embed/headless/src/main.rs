//! The module for pages that have views of their own: the session, as the library exports it.

use sell_headless as _;

fn main() {}
