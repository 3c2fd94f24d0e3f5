//! What only asking tells about the set-up: whether this page reads the API's answers, and which
//! policy it was sent with.

use crate::browser::{http, page};
use crate::session::Settings;

/// How far asking has come.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) enum Asked {
    /// Nobody has asked.
    #[default]
    Not,
    /// The answers are awaited.
    Asking,
    /// This came of it.
    Known(Probe),
}

impl Asked {
    /// What came of it, once it is here.
    pub(super) fn known(&self) -> Option<&Probe> {
        match self {
            Self::Known(probe) => Some(probe),
            Self::Not | Self::Asking => None,
        }
    }
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Probe {
    /// The status of token info without a token; none where the browser hid the answer.
    pub(super) status: Option<u16>,
    /// The content policy that the page was sent with; empty where it came without one, none where its
    /// own headers could not be read.
    pub(super) policy: Option<String>,
}

impl Probe {
    /// Asks, without a token.
    pub(super) async fn make(settings: &Settings) -> Self {
        let answer = http::ask_openly("GET", settings.endpoints.token_info.as_str()).await;
        let address = page::href().unwrap_or_default();
        let own = http::ask_openly("HEAD", &address).await;
        let policy = own.map(|own| own.headers().get("content-security-policy"));
        Self {
            status: answer.map(|answer| answer.status()),
            policy: policy.map(|policy| policy.ok().flatten().unwrap_or_default()),
        }
    }

    /// Whether the policy lets calls through to this origin, as far as can be told.
    pub(super) fn allows(&self, origin: &str) -> Option<bool> {
        let policy = self.policy.as_deref()?;
        Some(self.status.is_some() || policy.is_empty() || policy.contains(origin))
    }
}

#[cfg(test)]
mod tests {
    use super::Probe;

    #[test]
    fn a_policy_is_blamed_only_where_it_does_not_name_the_server_and_no_answer_came() {
        let allows = |status, policy: Option<&str>| {
            let policy = policy.map(str::to_owned);
            Probe { status, policy }.allows("https://api.getbase.com")
        };
        let narrow = Some("connect-src 'self'");
        assert_eq!(allows(None, narrow), Some(false));
        assert_eq!(allows(Some(401), narrow), Some(true));
        let wide = Some("connect-src 'self' https://api.getbase.com");
        assert_eq!(allows(None, wide), Some(true));
        assert_eq!(allows(None, Some("")), Some(true));
        assert_eq!(allows(None, None), None);
    }
}
