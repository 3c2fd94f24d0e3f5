//! The resource owner's password (RFC 6749 §4.3), and the pause after many wrong ones.

use std::sync::Arc;

use crate::support::Sell;
use crate::token_support::{ADA, bad};

const MINUTE: u32 = 60;

async fn guess(sell: &Sell, times: usize) {
    for _ in 0..times {
        let answer = sell.exchange_password(ADA, "guess").await;
        assert_eq!(answer.refusal(), bad("invalid_grant"));
    }
}

#[tokio::test]
async fn the_password_gives_the_persons_token() {
    let sell = Sell::new();
    let answer = sell
        .exchange_password("NGOZI@example.test", "sandbox")
        .await;
    let me = sell
        .api("/v2/users/self", &answer.text("access_token"))
        .await;
    assert_eq!(me.json()["data"]["name"], "Ngozi Sample");
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_person_get_the_same_answer() {
    let sell = Sell::new();
    let wrong = sell.exchange_password(ADA, "Sandbox").await;
    let unknown = sell
        .exchange_password("nobody@example.test", "sandbox")
        .await;
    assert_eq!(wrong.refusal(), bad("invalid_grant"));
    assert_eq!(wrong.json(), unknown.json());
    let long = "x".repeat(2000);
    assert_eq!(
        sell.exchange_password(ADA, &long).await.json(),
        wrong.json()
    );
}

#[tokio::test]
async fn the_scope_may_be_less_than_the_applications_and_not_more() {
    let sell = Sell::new();
    for (scope, granted) in [
        ("read", Some("read")),
        ("", Some("read write profile")),
        ("read sync", None),
        ("everything", None),
    ] {
        let fields = [
            ("grant_type", "password"),
            ("username", ADA),
            ("password", "sandbox"),
            ("scope", scope),
        ];
        let answer = sell.exchange(&fields).await;
        match granted {
            Some(granted) => assert_eq!(answer.text("scope"), granted),
            None => assert_eq!(answer.refusal(), bad("invalid_scope"), "{scope}"),
        }
    }
}

#[tokio::test]
async fn ten_wrong_passwords_pause_that_person_for_a_minute_everywhere() {
    let sell = Sell::new();
    guess(&sell, 10).await;
    let answer = sell.exchange_password(ADA, "sandbox").await;
    assert_eq!(answer.refusal(), bad("invalid_grant"));
    assert!(
        answer
            .text("error_description")
            .starts_with("Too many wrong passwords")
    );
    let csrf = sell.get("/login").await.hidden("csrf");
    let login = [("csrf", &*csrf), ("email", ADA), ("password", "sandbox")];
    let page = sell.post("/login", &login).await;
    assert_eq!(page.status, 429);
    assert!(
        page.body
            .contains("Too many wrong passwords for this address.")
    );
    let other = sell
        .exchange_password("ngozi@example.test", "sandbox")
        .await;
    assert_eq!(other.status, 200, "nobody else is paused");
    sell.sandbox.advance_clock(MINUTE);
    assert_eq!(sell.exchange_password(ADA, "sandbox").await.status, 200);
}

#[tokio::test]
async fn a_right_password_forgets_the_wrong_ones() {
    let sell = Sell::new();
    guess(&sell, 9).await;
    assert_eq!(sell.exchange_password(ADA, "sandbox").await.status, 200);
    guess(&sell, 9).await;
    assert_eq!(sell.exchange_password(ADA, "sandbox").await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_burst_of_guesses_is_refused_before_it_is_hashed() {
    let sell = Arc::new(Sell::new());
    let tasks: Vec<_> = (0..60)
        .map(|_| {
            let sell = sell.clone();
            tokio::spawn(async move { sell.exchange_password(ADA, "guess").await })
        })
        .collect();
    let mut hashed = 0;
    for task in tasks {
        let answer = task.await.unwrap();
        if answer.text("error_description") == "The username or password is wrong." {
            hashed += 1;
        }
    }
    assert!(
        (10..=11).contains(&hashed),
        "{hashed}: one more may be under way"
    );
}
