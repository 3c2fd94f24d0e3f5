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
fn vue_signs_in_asks_signs_out_and_comes_back() -> Outcome {
    common::through("vue")
}

#[test]
fn yew_signs_in_asks_signs_out_and_comes_back() -> Outcome {
    common::through("yew")
}
