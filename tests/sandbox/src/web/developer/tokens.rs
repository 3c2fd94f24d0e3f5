//! Personal tokens: without end, with scopes of their own, shown once.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::response::{IntoResponse as _, Response};

use super::{administrator, administrators_form, frame, not_yet, token_rows};
use crate::failure::Failure;
use crate::oauth::issue::{Order, issue};
use crate::oauth::scope::Scopes;
use crate::state::Shared;
use crate::store::tokens::Holder;
use crate::store::users::User;
use crate::switches::TokenTtl;
use crate::web::browser::Browser;
use crate::web::pages::developer::{PERSONAL_TOKENS, PersonalTokensPage};
use crate::web::see_other;

const MOST_NOTE_CHARACTERS: usize = 100;

/// Shows the list and the form.
pub(super) async fn show(
    State(app): State<Arc<Shared>>,
    browser: Browser,
) -> Result<Response, Failure> {
    let person = administrator(&app, &browser, PERSONAL_TOKENS)?;
    page(&app, &browser, person, "", None)
}

fn page(
    app: &Shared,
    browser: &Browser,
    person: User,
    note: &str,
    problem: Option<&str>,
) -> Result<Response, Failure> {
    let (tokens, has_more) = token_rows(app, None)?;
    let page = PersonalTokensPage {
        token: app.reveals.take(browser, PERSONAL_TOKENS, app.clock.now()),
        frame: frame(browser, person, PERSONAL_TOKENS),
        tokens,
        has_more,
        note,
        problem,
    };
    Ok(page.render().into_response())
}

/// Makes a token for the administrator themselves and goes to the page that shows it once.
pub(super) async fn make(
    State(app): State<Arc<Shared>>,
    browser: Browser,
    request: Request,
) -> Result<Response, Failure> {
    let (person, form) = administrators_form(&app, &browser, PERSONAL_TOKENS, request).await?;
    let note = form.one("note").ok().flatten().unwrap_or_default().trim();
    let ticked: Vec<_> = form.all("scope").collect();
    let verdict = if note.chars().count() > MOST_NOTE_CHARACTERS {
        Err("Say in at most 100 characters what it is for.")
    } else {
        Scopes::read(&ticked.join(" ")).ok_or("Tick at least one scope.")
    };
    let scopes = match verdict {
        Ok(scopes) => scopes,
        Err(problem) => {
            return page(&app, &browser, person, note, Some(problem)).map(not_yet);
        }
    };
    let order = Order {
        holder: Holder::Owner {
            note: note.to_owned(),
        },
        user_id: person.id,
        scopes,
        ttl: TokenTtl::Never,
        refresh_scopes: None,
    };
    let issued = issue(&app, order)?;
    let now = app.clock.now();
    app.reveals
        .put(&browser, PERSONAL_TOKENS, issued.access_token, now);
    Ok(see_other(PERSONAL_TOKENS))
}

/// Revokes a personal token.
pub(super) async fn revoke(
    State(app): State<Arc<Shared>>,
    browser: Browser,
    request: Request,
) -> Result<Response, Failure> {
    let (_, form) = administrators_form(&app, &browser, PERSONAL_TOKENS, request).await?;
    super::revoke(&app, &form, None)?;
    Ok(see_other(PERSONAL_TOKENS))
}
