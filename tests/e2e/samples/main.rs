//! One journey through each example: the same page, written in several ways. What was built is
//! told by `cargo xtask test --only samples`, which runs this.

mod common;

use sell_journeys::Outcome;

#[test]
fn plain_html_signs_in_asks_signs_out_and_comes_back() -> Outcome {
    common::through("html")
}

#[test]
fn react_signs_in_asks_signs_out_and_comes_back() -> Outcome {
    common::through("react")
}

#[test]
fn react_18_signs_in_asks_signs_out_and_comes_back() -> Outcome {
    common::through("react-18")
}

/// Built as while a page is being written, when strict mode mounts everything twice.
#[test]
fn react_18_in_strict_mode_signs_in_asks_signs_out_and_comes_back() -> Outcome {
    common::through("react-18-strict")
}

#[test]
fn vue_signs_in_asks_signs_out_and_comes_back() -> Outcome {
    common::through("vue")
}

#[test]
fn yew_signs_in_asks_signs_out_and_comes_back() -> Outcome {
    common::through("yew")
}
