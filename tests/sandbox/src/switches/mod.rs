//! Every behaviour of the sandbox that a test may want otherwise.
//!
//! What Sell really does is often not documented, so each open question is a switch whose
//! default is the best evidence there is. A switch is a start flag (`--set name=value`) and can
//! be read and changed while the sandbox runs, through the control endpoint.

pub(crate) mod value;
mod words;

use std::fmt;
use std::num::NonZeroU32;

use value::SwitchValue;
pub use value::{OnOff, SecondsHeader, TokenTtl};
pub use words::*;

/// One switch as text: what the command line, the control endpoint and the front page show.
#[derive(Clone, Copy)]
pub struct SwitchInfo {
    /// The name, `group.word`.
    pub name: &'static str,
    /// What it decides, in one sentence.
    pub help: &'static str,
    read: fn(&Switches) -> String,
    write: fn(&mut Switches, &str) -> Option<()>,
    allowed: fn() -> &'static [&'static str],
}

impl SwitchInfo {
    /// The present value in `switches`, as text.
    #[must_use]
    pub fn value(&self, switches: &Switches) -> String {
        (self.read)(switches)
    }

    /// What the switch accepts.
    #[must_use]
    pub fn allowed(&self) -> &'static [&'static str] {
        (self.allowed)()
    }
}

impl fmt::Debug for SwitchInfo {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("SwitchInfo")
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}

/// A switch that could not be set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SwitchError {
    /// No switch has this name.
    UnknownName(String),
    /// The switch exists, the value is not one of its values.
    UnknownValue {
        /// The switch.
        name: &'static str,
        /// What was given.
        value: String,
    },
}

impl SwitchError {
    /// What would have been accepted: values of the switch, or the names of all switches.
    #[must_use]
    pub fn allowed(&self) -> Vec<&'static str> {
        match self {
            Self::UnknownName(_) => Switches::catalogue().iter().map(|info| info.name).collect(),
            Self::UnknownValue { name, .. } => Switches::info(name)
                .map(|info| info.allowed().to_vec())
                .unwrap_or_default(),
        }
    }
}

impl fmt::Display for SwitchError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let allowed = self.allowed().join(", ");
        match self {
            Self::UnknownName(name) => {
                write!(
                    formatter,
                    "expected the name of a switch ({allowed}), found `{name}`"
                )
            }
            Self::UnknownValue { name, value } => {
                write!(
                    formatter,
                    "expected one of {allowed} for `{name}`, found `{value}`"
                )
            }
        }
    }
}

impl std::error::Error for SwitchError {}

/// Defines [`Switches`], its defaults and its catalogue from one table.
macro_rules! switches {
    ($($field:ident: $kind:ty = $default:expr, $name:literal, $help:literal;)+) => {
        /// The state of every switch. `Default` is the best evidence about Sell.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub struct Switches {
            $(#[doc = $help] pub $field: $kind,)+
        }

        impl Default for Switches {
            fn default() -> Self {
                Self { $($field: $default,)+ }
            }
        }

        const CATALOGUE: &[SwitchInfo] = &[$(SwitchInfo {
            name: $name,
            help: $help,
            read: |switches| SwitchValue::text(switches.$field),
            write: |switches, text| {
                switches.$field = SwitchValue::read(text)?;
                Some(())
            },
            allowed: <$kind as SwitchValue>::allowed,
        },)+];
    };
}

/// Sell's documented limit: 36,000 requests an hour and token, which is ten a second.
const REQUESTS_PER_SECOND: NonZeroU32 = NonZeroU32::MIN.saturating_add(9);

switches! {
    cors: Cors = Cors::Full, "cors",
        "Which cross-origin answers the browser lets a page read.";
    cors_preflight: Preflight = Preflight::Allow, "cors.preflight",
        "How a preflight is answered while CORS is not off.";
    cors_expose: OnOff = OnOff::On, "cors.expose",
        "Whether `X-Request-Id`, `WWW-Authenticate` and `Retry-After` are exposed across origins.";
    refresh_token: OnOff = OnOff::On, "implicit.refresh_token",
        "Whether the fragment holds a `refresh_token`, as Sell documents against RFC 6749 §4.2.2.";
    echo_state: OnOff = OnOff::On, "implicit.echo_state",
        "Whether `state` comes back.";
    scope_field: ScopeField = ScopeField::WhenDifferent, "implicit.scope",
        "When the fragment names the scope.";
    granted: Granted = Granted::Consented, "implicit.granted",
        "Which scopes are granted when the person allows.";
    scope_separator: ScopeSeparator = ScopeSeparator::Plus, "implicit.scope_separator",
        "How the space between two scopes is written.";
    token_type: TokenTypeCase = TokenTypeCase::Lower, "implicit.token_type",
        "The letters of `token_type`.";
    order: FieldOrder = FieldOrder::Documented, "implicit.order",
        "The order of the fields of the fragment.";
    expires_in: ExpiresIn = ExpiresIn::Seconds, "implicit.expires_in",
        "The form of `expires_in` in the fragment.";
    iss: OnOff = OnOff::Off, "implicit.iss",
        "Whether the answer names its issuer (RFC 9207).";
    extra_fields: OnOff = OnOff::Off, "implicit.extra_fields",
        "Whether the fragment holds fields nobody asked for.";
    error_in: ErrorIn = ErrorIn::Fragment, "implicit.error_in",
        "Where errors of the implicit grant are put.";
    http_localhost: LocalhostRedirect = LocalhostRedirect::Allow, "redirect.http_localhost",
        "Whether plain http redirect URIs on a loopback host are accepted.";
    token_ttl: TokenTtl = TokenTtl::Seconds(3600), "token.ttl",
        "The life of a new access token.";
    code_ttl: u32 = 600, "code.ttl",
        "The life of an authorization code in seconds; RFC 6749 §4.1.2 wants at most 600.";
    token_auth: TokenAuth = TokenAuth::Basic, "token.auth",
        "How a client may authenticate at the token endpoint; Sell documents Basic alone.";
    refresh_rotate: OnOff = OnOff::On, "refresh.rotate",
        "Whether a refresh gives a new refresh token, whose access token ends the old at first use.";
    revoke_auth: RevokeAuth = RevokeAuth::Secret, "revoke.auth",
        "What a caller must show to revoke a token.";
    revoke_refusal: RevokeRefusal = RevokeRefusal::InvalidClient, "revoke.refusal",
        "How a caller who may not revoke is told so.";
    revoke_success: RevokeSuccess = RevokeSuccess::Json, "revoke.success",
        "The body of a successful revocation.";
    info_shape: InfoShape = InfoShape::Dk5, "token_info.shape",
        "The names of the token info fields.";
    info_scope: InfoScope = InfoScope::List, "token_info.scope",
        "The form of the scope in token info.";
    info_transport: InfoTransport = InfoTransport::HeaderAndQuery, "token_info.transport",
        "Where token info takes the token from.";
    info_invalid: InfoInvalid = InfoInvalid::InvalidToken, "token_info.invalid",
        "How token info refuses a token.";
    info_application: InfoApplication = InfoApplication::Named, "token_info.application",
        "What token info says about the application.";
    info_personal: InfoPersonal = InfoPersonal::UidNull, "token_info.personal",
        "What token info says about the application of a personal token, which has none.";
    info_owner_id: OwnerId = OwnerId::Number, "token_info.owner_id",
        "The form of `resource_owner_id`.";
    info_extra: OnOff = OnOff::Off, "token_info.extra_fields",
        "Whether token info holds fields nobody documented.";
    www_authenticate: OnOff = OnOff::On, "www_authenticate",
        "Whether 401 and 403 carry `WWW-Authenticate` (RFC 6750 §3).";
    logref: Logref = Logref::Groups, "logref",
        "The form of request ids.";
    rate_per_second: NonZeroU32 = REQUESTS_PER_SECOND, "rate_limit.per_second",
        "How many REST requests a second one token may make.";
    rate_body: RateLimitBody = RateLimitBody::Envelope, "rate_limit.body",
        "The body of a 429.";
    rate_retry_after: SecondsHeader = SecondsHeader::Off, "rate_limit.retry_after",
        "The `Retry-After` of a 429, which Sell does not document.";
    login_coop: OnOff = OnOff::Off, "login.coop",
        "Whether login and consent send `Cross-Origin-Opener-Policy: same-origin`.";
    other_cors: OtherCors = OtherCors::Full, "other.cors",
        "Whether the second origin lets every page read its answers.";
}

impl Switches {
    /// Every switch, in the order the front page and `--help` show them.
    #[must_use]
    pub fn catalogue() -> &'static [SwitchInfo] {
        CATALOGUE
    }

    fn info(name: &str) -> Option<&'static SwitchInfo> {
        CATALOGUE.iter().find(|info| info.name == name)
    }

    /// Sets one switch from text.
    ///
    /// # Errors
    ///
    /// When no switch is called `name` or `value` is not one of its values; nothing changes then.
    pub fn set(&mut self, name: &str, value: &str) -> Result<(), SwitchError> {
        let info = Self::info(name).ok_or_else(|| SwitchError::UnknownName(name.to_owned()))?;
        (info.write)(self, value).ok_or_else(|| SwitchError::UnknownValue {
            name: info.name,
            value: value.to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_switch_takes_back_its_own_default() {
        let defaults = Switches::default();
        for info in Switches::catalogue() {
            let mut copy = defaults;
            assert_eq!(
                copy.set(info.name, &info.value(&defaults)),
                Ok(()),
                "{}",
                info.name
            );
            assert_eq!(copy, defaults, "{}", info.name);
        }
    }

    #[test]
    fn no_two_switches_share_a_name() {
        let mut names: Vec<_> = Switches::catalogue().iter().map(|info| info.name).collect();
        names.sort_unstable();
        let count = names.len();
        names.dedup();
        assert_eq!(names.len(), count);
    }

    #[test]
    fn a_wrong_value_names_the_right_ones_and_changes_nothing() {
        let mut switches = Switches::default();
        let error = switches.set("cors", "maybe").unwrap_err();
        assert_eq!(error.allowed(), ["off", "support-like", "full"]);
        assert_eq!(switches, Switches::default());
    }

    #[test]
    fn a_wrong_name_lists_the_names() {
        let error = Switches::default().set("corse", "off").unwrap_err();
        assert!(error.to_string().contains("token.ttl"), "{error}");
    }
}
