//! The judge of an authorization response of the implicit grant (RFC 6749 §4.2.2, §4.2.2.1).
//!
//! One function, [`judge`], decides what an answer that came in a URL is worth. It needs no
//! allocator, no clock, no random source and no browser, so the very same code runs as an
//! ordinary dependency of an application and as a WebAssembly module of two kilobytes that acts
//! before anything else on the page does ([`examine`] is the half that goes into it).
//!
//! # Grammar
//!
//! ```text
//! answer    = [ parameter *( "&" parameter ) ]     ; application/x-www-form-urlencoded,
//! parameter = [ name [ "=" value ] ]               ;   RFC 6749 appendix B, decoded exactly once
//! ```
//!
//! # Order of judgement
//!
//! 1. Size: [`MAX_ANSWER_LENGTH`] and [`MAX_PARAMETERS`], before anything is read.
//! 2. `state` (RFC 6749 §10.12), before `error` and before the token: once, present, known, young,
//!    unused. An answer that fails here has nothing else in it that may be believed or shown.
//! 3. No parameter of the response twice (RFC 6749 §3.1), and all of them decodable.
//! 4. `access_token` and `error` exclude each other; then `error`; then the token, its type, its
//!    characters and its scope.
//!
//! # Choices where the standard leaves one
//!
//! - A parameter without a value counts as omitted (RFC 6749 §3.1), with one exception that fails
//!   closed: an empty `error` beside an `access_token`, or the reverse, still contradicts it.
//! - An absent `scope` is `None`: "as requested" (RFC 6749 §4.2.2). Runs of spaces between scope
//!   tokens are let pass, since they change nothing about what was granted.
//! - An absent or odd `expires_in` is `None`: unknown, and never "no end".
//! - `refresh_token`, which §4.2.2 forbids and some servers send, is ignored like any unknown
//!   parameter, and never returned.
//! - A `state` that cannot be decoded cannot be one of ours: [`Violation::UnknownState`].
//!
//! # Example
//!
//! ```
//! use implicit_judge::{Attempt, Source, Verdict, judge};
//!
//! let mut answer = *b"access_token=2YotnFZFEjr1zCsicMWpAA&state=xyz&token_type=bearer&expires_in=3600";
//! let attempt = Attempt { state: b"xyz", started_at_ms: 1_000, used: false };
//!
//! let judgement = judge(&mut answer, Source::Fragment, [attempt], 2_000);
//!
//! assert_eq!(judgement.attempt, Some(0));
//! let Verdict::Granted(granted) = judgement.verdict else { panic!("it is a good answer") };
//! assert_eq!(granted.access_token, "2YotnFZFEjr1zCsicMWpAA");
//! assert_eq!(granted.expires_in, Some(3_600));
//! ```

#![no_std]
#![forbid(unsafe_code)]

mod attempt;
mod examine;
mod form;
mod fragment;
mod grammar;
mod judgement;
mod parameters;
mod violation;

pub use attempt::{ATTEMPT_LIFE_MS, Attempt, CLOCK_TOLERANCE_MS};
pub use examine::{Findings, Ruling, Source, examine};
pub use fragment::{Shape, strip_route};
pub use grammar::{MAX_TOKEN_LENGTH, is_bearer_token};
pub use judgement::{ErrorResponse, Granted, Judgement, Verdict, judge};
pub use parameters::MAX_PARAMETERS;
pub use violation::Violation;

/// The longest answer that is read at all, in bytes, before decoding: 16 KiB.
///
/// Fragments of two million characters do reach a page; nothing a server has to say needs them.
pub const MAX_ANSWER_LENGTH: usize = 16 * 1024;
