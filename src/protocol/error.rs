//! Who was at fault: the server that said no, or the settings we were given.
//!
//! An answer that breaks the standard is an [`implicit_judge::Violation`]; a call that brought
//! nothing readable is a [`TransportError`](super::TransportError).

use super::url::UrlFault;

/// An error code of the authorization server (RFC 6749 §4.2.2.1, RFC 7009 §2.2.1,
/// RFC 6750 §3.1), as it was written: nobody foresees them all. What it means is said where it is
/// put into words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErrorCode(String);

impl ErrorCode {
    /// Reads a code; every text is one.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// The code as it is written on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An error response of the authorization server (RFC 6749 §4.2.2.1). The texts are the
/// server's own: shown as a quotation, never as ours. A page that it names (`error_uri`) is not
/// among them: nobody is led there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErrorResponse {
    /// What went wrong.
    pub code: ErrorCode,
    /// The server's sentence about it, cleaned for display.
    pub description: Option<String>,
}

/// A setting that the deployer writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// `client_id`
    ClientId,
    /// `redirect_uri`
    RedirectUri,
    /// `auth_base`
    AuthBase,
    /// `api_base`
    ApiBase,
    /// `scopes`
    Scopes,
}

impl Setting {
    /// The key in the configuration file.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::ClientId => "client_id",
            Self::RedirectUri => "redirect_uri",
            Self::AuthBase => "auth_base",
            Self::ApiBase => "api_base",
            Self::Scopes => "scopes",
        }
    }
}

/// We were set up wrongly: the deployer's to mend, not the person's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConfigError {
    /// The configuration file did not arrive, or is not a JSON object.
    Unreadable,
    /// The page itself came neither over https nor from this machine, so no token may come to it.
    InsecurePage,
    /// A setting that has no default is absent.
    Missing(Setting),
    /// A setting has another JSON type than it should.
    WrongType(Setting),
    /// An address may not be used, and why.
    Url(Setting, UrlFault),
    /// The client identifier is too long or holds characters that RFC 6749 appendix A.1 forbids.
    ClientId,
    /// A scope holds characters that RFC 6749 §3.3 forbids.
    Scope,
    /// The redirect URI is on another origin than the page, so the answer could not be read.
    ForeignRedirect,
    /// The redirect URI is this page, where a sign-in window would leave its answer to nobody.
    OwnPage,
    /// An `http:` endpoint on an `https:` page: the browser would block it.
    MixedContent(Setting),
}

impl ConfigError {
    /// The setting that is wrong, where it is one.
    #[must_use]
    pub fn setting(&self) -> Option<Setting> {
        match self {
            Self::Unreadable | Self::InsecurePage => None,
            Self::Missing(setting)
            | Self::WrongType(setting)
            | Self::Url(setting, _)
            | Self::MixedContent(setting) => Some(*setting),
            Self::ClientId => Some(Setting::ClientId),
            Self::Scope => Some(Setting::Scopes),
            Self::ForeignRedirect | Self::OwnPage => Some(Setting::RedirectUri),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unforeseen_code_survives() {
        assert_eq!(ErrorCode::parse("slow_down").as_str(), "slow_down");
    }
}
