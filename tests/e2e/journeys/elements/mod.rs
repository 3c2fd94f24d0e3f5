//! The elements on pages of somebody else's, which know the package folder and nothing more.

mod bodies;
mod by_hand;
mod calls;
mod canary;
mod changed;
mod checks;
mod classes;
mod detached;
mod errors;
mod focus;
mod frames;
mod given;
mod hand_over;
mod headless;
mod lifecycle;
mod meanwhile;
mod parts;
mod policy;
mod published;
mod sign_in;
mod stopped;
mod theme;
mod voice;
mod yew_host;
