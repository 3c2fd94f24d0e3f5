//! The elements on pages of somebody else's, which know the package folder and nothing more.

mod bodies;
mod by_hand;
mod calls;
mod canary;
mod checks;
mod classes;
mod errors;
mod focus;
mod frames;
mod given;
mod given_up;
mod hand_over;
mod headless;
mod hostile;
mod lifecycle;
mod parts;
mod policy;
mod published;
mod remedies;
mod sign_in;
mod steady;
mod stopped;
mod theme;
mod voice;
mod yew_host;
