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
//! With the feature `languages` they speak whatever knows texts by their English wording, as the
//! package's `languages/en.json` lists them:
//!
//! ```no_run
//! use sell_elements::words::time::Unit;
//! use sell_elements::words::{Language, Spoken};
//! use sell_elements::yew::SellSignIn;
//! use yew::prelude::*;
//!
//! struct German;
//!
//! impl Language for German {
//!     fn text(&self, english: &'static str) -> Option<&'static str> {
//!         (english == "Sign in to Sell").then_some("Bei Sell anmelden")
//!     }
//!     fn amount(&self, _count: u64, _unit: Unit) -> Option<String> {
//!         None
//!     }
//!     fn clock_times(&self, _wall: u64) -> Option<[String; 2]> {
//!         None
//!     }
//! }
//!
//! #[component]
//! fn Page() -> Html {
//!     html! { <SellSignIn client_id="CLIENT_ID" scope="read" language={Spoken(&German)} /> }
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
