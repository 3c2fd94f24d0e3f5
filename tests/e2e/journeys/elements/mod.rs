//! The elements on pages of somebody else's, which know the package folder and nothing more.

mod bodies;
mod by_hand;
mod calls;
mod canary;
mod checks;
mod classes;
mod errors;
mod focus;
mod forgotten;
mod frames;
mod given;
mod hand_over;
mod headless;
mod lifecycle;
mod parts;
mod policy;
mod published;
mod sign_in;
mod stopped;
mod theme;
mod voice;
mod yew_host;
