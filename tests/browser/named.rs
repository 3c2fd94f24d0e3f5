//! Sessions of different names on one page.

use sell_elements::browser::{Browser, Storage};
use sell_elements::runtime::Runtime;
use sell_elements::session::record::grant_key;
use sell_elements::session::{Event, Settings, Status};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{OURS, clock, pretend, record, restore_fetch, settings, tab_with, until};

fn named(name: &str) -> Settings {
    let mut settings = settings();
    name.clone_into(&mut settings.session);
    settings
}

/// A signed-in session of this name.
fn signed_in(name: &str) -> Runtime {
    let settings = named(name);
    let record = record().replace(r#""session":"default""#, &format!(r#""session":"{name}""#));
    Storage::Tab.set(&grant_key(&settings), &record).unwrap();
    let (clock, _) = clock();
    let storage = Storage::Tab;
    Runtime::start(settings, Browser { clock, storage })
}

#[wasm_bindgen_test]
async fn ending_one_session_leaves_the_record_of_another_token_of_its_name() {
    tab_with(None);
    pretend(200, OURS);
    let one = signed_in("one");
    let key = grant_key(&named("one"));
    let other = Storage::Tab.get(&key).unwrap();
    let other = other.replace("\"received_at\":", "\"received_at\":1");
    Storage::Tab.set(&key, &other).unwrap();
    one.dispatch(Event::ForgetAsked);
    assert_eq!(one.view().status, Status::SignedOut);
    assert_eq!(Storage::Tab.get(&key), Some(other));
    restore_fetch();
}

#[wasm_bindgen_test]
async fn forgetting_one_session_leaves_that_of_another_name_alone() {
    tab_with(None);
    pretend(200, OURS);
    let [one, other, copy] = ["one", "other", "one"].map(signed_in);
    one.dispatch(Event::ForgetAsked);
    // The last to listen is the last to be told.
    until(&copy, |view| view.status == Status::SignedOut).await;
    assert_eq!(other.view().status, Status::Active);
    assert!(Storage::Tab.get(&grant_key(&named("other"))).is_some());
    assert!(Storage::Tab.get(&grant_key(&named("one"))).is_none());
    restore_fetch();
}
