//! The pages: what stands on them and what can be done, by the names that people read. Nobody
//! else knows a selector.

mod app;
mod callback;
mod consent;
mod embed;
mod embed_screen;
mod login;
pub(crate) mod records;
mod sample;
mod setup;
mod start;
mod token;

pub use app::AppPage;
pub use callback::CallbackPage;
pub use consent::ConsentPage;
pub use embed::{EmbedPage, Heard};
pub use embed_screen::EmbedScreenPage;
pub use login::LoginPage;
pub use records::{Attempt, Records};
pub use sample::SamplePage;
pub use setup::SetupPage;
pub use start::StartPage;
pub use token::TokenPage;

use crate::fault::Outcome;
use crate::journey::Journey;

impl Journey {
    /// What every page of the app has.
    #[must_use]
    pub fn app(&self) -> AppPage<'_> {
        AppPage::on(self.browser())
    }

    /// The screen without a token.
    #[must_use]
    pub fn start(&self) -> StartPage<'_> {
        StartPage::on(self.browser())
    }

    /// The screen with a token.
    #[must_use]
    pub fn token(&self) -> TokenPage<'_> {
        TokenPage::on(self.browser())
    }

    /// The screen that helps to set it up.
    #[must_use]
    pub fn setup(&self) -> SetupPage<'_> {
        SetupPage::on(self.browser())
    }

    /// The screen that shows the elements with their knobs.
    #[must_use]
    pub fn embed_screen(&self) -> EmbedScreenPage<'_> {
        EmbedScreenPage::on(self)
    }

    /// The sandbox's login form.
    #[must_use]
    pub fn login(&self) -> LoginPage<'_> {
        LoginPage::on(self.browser())
    }

    /// The page that answers come back to.
    #[must_use]
    pub fn callback(&self) -> CallbackPage<'_> {
        CallbackPage::on(self.browser())
    }

    /// The page that every example shows.
    #[must_use]
    pub fn sample(&self) -> SamplePage<'_> {
        SamplePage::on(self.browser())
    }

    /// The page of somebody else's that embeds us.
    #[must_use]
    pub fn embed(&self) -> EmbedPage<'_> {
        EmbedPage::on(self)
    }

    /// The sandbox's consent form.
    #[must_use]
    pub fn consent(&self) -> ConsentPage<'_> {
        ConsentPage::on(self.browser())
    }

    /// What the tab keeps in its session storage.
    #[must_use]
    pub fn records(&self) -> Records<'_> {
        Records::of(self)
    }

    /// Signs in from the app's first page with the scopes that are ticked, and allows all of
    /// them. Gives the token, which is guarded from then on.
    ///
    /// # Errors
    /// When a step does not work.
    pub async fn sign_in(&self) -> Outcome<String> {
        self.open("/").await?;
        self.start().sign_in().await?;
        self.go_through().await
    }

    /// Fills the sandbox's login form in as the demo user.
    ///
    /// # Errors
    /// When it is not shown.
    pub async fn log_in(&self) -> Outcome {
        let (user, password) = (self.stage().user(), self.stage().password());
        self.login().sign_in(user, password).await
    }

    /// Begins a sign-in from the app's first page, and goes on to the consent form.
    ///
    /// # Errors
    /// When a step does not work.
    pub async fn ask_for_consent(&self) -> Outcome {
        self.open("/").await?;
        self.start().sign_in().await?;
        self.log_in().await?;
        self.consent().wait().await
    }

    /// From the login form to the token: allows what was asked for.
    ///
    /// # Errors
    /// When a step does not work.
    pub async fn go_through(&self) -> Outcome<String> {
        self.log_in().await?;
        self.consent().allow().await?;
        self.app().wait_for_status("active").await?;
        self.records().token().await
    }
}
