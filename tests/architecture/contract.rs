//! The closed lists of the elements' contract, held against the code that has them.

use sell_elements::session::Status;
use sell_elements::words::ErrorKind;
use serde_json::Value;

use super::tree::root;

/// The names of one of the contract's lists, in order.
fn listed(list: &str) -> Vec<String> {
    let text = std::fs::read_to_string(root().join("static/elements/contract.json")).unwrap();
    let contract: Value = serde_json::from_str(&text).unwrap();
    let names = contract[list].as_array().unwrap().iter();
    names
        .map(|entry| entry["name"].as_str().unwrap().to_owned())
        .collect()
}

/// The status behind this one. A new one does not compile until it has a place here.
fn behind(status: Status) -> Option<Status> {
    match status {
        Status::Booting => Some(Status::SignedOut),
        Status::SignedOut => Some(Status::SigningIn),
        Status::SigningIn => Some(Status::Active),
        Status::Active => Some(Status::Expiring),
        Status::Expiring => Some(Status::Expired),
        Status::Expired => Some(Status::Rejected),
        Status::Rejected => Some(Status::Failed),
        Status::Failed => None,
    }
}

#[test]
fn the_contract_lists_every_kind_of_error_and_no_other() {
    let kinds: Vec<&str> = ErrorKind::ALL.iter().map(|kind| kind.as_str()).collect();
    assert_eq!(listed("errorKinds"), kinds);
}

#[test]
fn the_contract_lists_every_status_and_no_other() {
    let all = std::iter::successors(Some(Status::Booting), |status| behind(*status));
    let words: Vec<&str> = all.map(Status::as_str).collect();
    assert_eq!(listed("statuses"), words);
}
