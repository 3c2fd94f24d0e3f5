//! The elements on pages of somebody else's, which know the package folder and nothing more.

mod by_hand;
mod canary;
mod classes;
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
