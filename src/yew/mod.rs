//! Native components for Yew pages: the panels of the elements, without the elements.
//!
//! ```no_run
//! use sell_elements::yew::{SellSignIn, use_sell};
//! use yew::prelude::*;
//!
//! #[component]
//! fn Page() -> Html {
//!     let sell = use_sell("default");
//!     html! {
//!         <>
//!             <SellSignIn client_id="CLIENT_ID" scope="read profile" />
//!             if sell.is_active() { <p>{ "Deals" }</p> }
//!         </>
//!     }
//! }
//! ```
//!
//! [`SellSignIn`] sets a session up; everything with the same `session` name shares it, wherever in
//! the page it stands. Removing a component signs nobody out.

mod components;
mod registry;
mod speaker;
mod use_sell;

pub use components::{
    SellScopes, SellScopesProps, SellSignIn, SellSignInProps, SellToken, SellTokenProps,
};
pub use use_sell::{Sell, use_sell};
