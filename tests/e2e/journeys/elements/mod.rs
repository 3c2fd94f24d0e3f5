//! The elements on pages of somebody else's, which know the package folder and nothing more.

mod classes;
mod hand_over;
mod lifecycle;
