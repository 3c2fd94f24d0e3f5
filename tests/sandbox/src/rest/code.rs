//! The codes of errors (sell-api §9.3), and what they say to people in each language.

use super::language::Language;

/// What is wrong, as clients are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Code {
    Unauthorized,
    InsufficientScope,
    /// The user's role does not allow it; Sell does not say which code it uses.
    Forbidden,
    NotFound,
    MethodNotAllowed,
    NotAcceptable,
    InvalidHeader,
    InvalidUserAgent,
    InvalidParam,
    InvalidPayload,
    IncorrectPayload,
    RateLimitExceeded,
    /// The events after a position of the stream are no longer kept.
    PositionGone,
    ServerError,
    TemporarilyUnavailable,
    /// A payload has a field the resource does not know.
    Unknown,
    Missing,
    AlreadyExists,
    Blank,
    InvalidType,
    IncorrectValue,
}

impl Code {
    /// The code on the wire.
    pub(crate) fn text(self) -> &'static str {
        match self {
            Self::Unauthorized => "unauthorized",
            Self::InsufficientScope => "insufficient_scope",
            Self::Forbidden => "forbidden",
            Self::NotFound => "not_found",
            Self::MethodNotAllowed => "method_not_allowed",
            Self::NotAcceptable => "not_acceptable",
            Self::InvalidHeader => "invalid_header",
            Self::InvalidUserAgent => "invalid_user_agent",
            Self::InvalidParam => "invalid_param",
            Self::InvalidPayload => "invalid_payload",
            Self::IncorrectPayload => "incorrect_payload",
            Self::RateLimitExceeded => "rate_limit_exceeded",
            Self::PositionGone => "position_gone",
            Self::ServerError => "server_error",
            Self::TemporarilyUnavailable => "temporarily_unavailable",
            Self::Unknown => "unknown",
            Self::Missing => "missing",
            Self::AlreadyExists => "already_exists",
            Self::Blank => "blank",
            Self::InvalidType => "invalid_type",
            Self::IncorrectValue => "incorrect_value",
        }
    }

    /// The sentence for people, in their language; `details` are always in English.
    pub(crate) fn message(self, language: Language) -> &'static str {
        match language {
            Language::English => self.english(),
            Language::German => self.german(),
        }
    }

    fn english(self) -> &'static str {
        match self {
            Self::Unauthorized => "request is unauthorized",
            Self::InsufficientScope => "access token has insufficient scope",
            Self::Forbidden => "user is not allowed to do this",
            Self::NotFound => "resource not found",
            Self::MethodNotAllowed => "method is not allowed",
            Self::NotAcceptable => "requested media type is not available",
            Self::InvalidHeader | Self::InvalidUserAgent => "header is invalid",
            Self::InvalidParam => "query parameter is invalid",
            Self::InvalidPayload => "payload is invalid",
            Self::IncorrectPayload => "payload is incorrect",
            Self::RateLimitExceeded => "rate limit exceeded",
            Self::PositionGone => "position is no longer kept",
            Self::ServerError => "internal server error",
            Self::TemporarilyUnavailable => "service is temporarily unavailable",
            Self::Unknown => "unknown attribute",
            Self::Missing => "attribute is missing",
            Self::AlreadyExists => "value is already in use",
            Self::Blank => "attribute is blank",
            Self::InvalidType => "attribute has an invalid type",
            Self::IncorrectValue => "attribute has an incorrect value",
        }
    }

    fn german(self) -> &'static str {
        match self {
            Self::Unauthorized => "Die Anfrage ist nicht berechtigt",
            Self::InsufficientScope => "Der Zugriffstoken reicht dafür nicht aus",
            Self::Forbidden => "Das darf der Benutzer nicht",
            Self::NotFound => "Nicht gefunden",
            Self::MethodNotAllowed => "Diese Methode gibt es hier nicht",
            Self::NotAcceptable => "Dieser Medientyp ist nicht verfügbar",
            Self::InvalidHeader | Self::InvalidUserAgent => "Eine Kopfzeile ist ungültig",
            Self::InvalidParam => "Ein Parameter ist ungültig",
            Self::InvalidPayload => "Der Inhalt ist ungültig",
            Self::IncorrectPayload => "Der Inhalt ist falsch aufgebaut",
            Self::RateLimitExceeded => "Zu viele Anfragen",
            Self::PositionGone => "Diese Position ist nicht mehr vorhanden",
            Self::ServerError => "Interner Fehler",
            Self::TemporarilyUnavailable => "Der Dienst ist gerade nicht verfügbar",
            Self::Unknown => "Dieses Feld gibt es nicht",
            Self::Missing => "Das Feld fehlt",
            Self::AlreadyExists => "Der Wert ist schon vergeben",
            Self::Blank => "Das Feld ist leer",
            Self::InvalidType => "Das Feld hat einen falschen Typ",
            Self::IncorrectValue => "Das Feld hat einen falschen Wert",
        }
    }
}
