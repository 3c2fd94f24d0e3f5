//! The bodies a fault may have.

use std::io::Write as _;

use axum::body::Bytes;
use axum::http::{HeaderValue, StatusCode};
use flate2::Compression;
use flate2::write::GzEncoder;

use super::order::{BadOrder, value};

const MEGABYTE: usize = 1 << 20;
const OVERSIZED_BYTES: usize = 8 * MEGABYTE;
const BOMB_BYTES: usize = 10 * MEGABYTE;
/// The most an oversized body, or a bomb once it is unpacked, may hold.
const MOST_BYTES: usize = 1024 * MEGABYTE;
/// A bomb is packed when it is ordered, so it is bounded by the time that takes.
const MOST_BOMB_BYTES: usize = 100 * MEGABYTE;
const MOST_NESTING: usize = 100_000;

/// The body of a spoiled answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum FaultBody {
    /// What the handler answers.
    Real,
    /// The usual error body of the path: envelope or flat.
    Json,
    Html,
    Text,
    Empty,
    /// RFC 9457.
    Problem,
    /// No answer at all, until the client gives up.
    Hang,
    /// The connection is reset before any answer.
    Reset,
    /// Headers, then a few bytes a second without end.
    Drip,
    /// As fast as it is read, without end.
    Endless,
    /// The connection breaks off in the middle of the announced body.
    Truncated,
    /// This many bytes of white space, in chunks.
    Oversized(usize),
    /// Zeros, packed.
    GzipBomb(Bytes),
    /// Lists in lists, this deep.
    Nested(usize),
    /// JSON that calls itself HTML.
    WrongType,
    /// This text, called JSON.
    Literal(String),
    /// A redirect.
    Redirect(Address),
}

/// The names of the bodies.
pub(super) const BODIES: &[&str] = &[
    "real",
    "json",
    "html",
    "text",
    "empty",
    "problem",
    "hang",
    "reset",
    "drip",
    "endless",
    "truncated",
    "oversized",
    "oversized:<bytes>",
    "gzip-bomb",
    "gzip-bomb:<bytes>",
    "nested",
    "nested:<depth>",
    "wrong-type",
    "literal:<text>",
    "redirect:<address>",
];

impl FaultBody {
    pub(super) fn read(text: &str) -> Result<Self, BadOrder> {
        let (kind, detail) = match text.split_once(':') {
            Some((kind, detail)) => (kind, Some(detail)),
            None => (text, None),
        };
        let body = match detail {
            None => Self::of_word(kind),
            Some(detail) => Self::with_detail(kind, detail).transpose()?,
        };
        body.ok_or_else(|| BadOrder::unknown("body", text, BODIES))
    }

    fn of_word(word: &str) -> Option<Self> {
        Some(match word {
            "real" => Self::Real,
            "json" => Self::Json,
            "html" => Self::Html,
            "text" => Self::Text,
            "empty" => Self::Empty,
            "problem" => Self::Problem,
            "hang" => Self::Hang,
            "reset" => Self::Reset,
            "drip" => Self::Drip,
            "endless" => Self::Endless,
            "truncated" => Self::Truncated,
            "oversized" => Self::Oversized(OVERSIZED_BYTES),
            "gzip-bomb" => Self::GzipBomb(bomb(BOMB_BYTES)),
            "nested" => Self::Nested(5000),
            "wrong-type" => Self::WrongType,
            _ => return None,
        })
    }

    fn with_detail(kind: &str, detail: &str) -> Option<Result<Self, BadOrder>> {
        Some(match kind {
            "literal" => Ok(Self::Literal(detail.to_owned())),
            "redirect" => Address::read(detail).map(Self::Redirect),
            "oversized" => number(kind, detail, MOST_BYTES).map(Self::Oversized),
            "nested" => number(kind, detail, MOST_NESTING).map(Self::Nested),
            "gzip-bomb" => {
                number(kind, detail, MOST_BOMB_BYTES).map(|bytes| Self::GzipBomb(bomb(bytes)))
            }
            _ => return None,
        })
    }

    /// The status where the order names none; the real answer has its own.
    pub(super) fn usual_status(&self) -> Option<StatusCode> {
        match self {
            Self::Real => None,
            Self::Json | Self::Html | Self::Text | Self::Empty | Self::Problem | Self::Hang => {
                Some(StatusCode::SERVICE_UNAVAILABLE)
            }
            Self::Redirect(_) => Some(StatusCode::FOUND),
            _ => Some(StatusCode::OK),
        }
    }

    pub(super) fn is_real(&self) -> bool {
        *self == Self::Real
    }

    /// Whether the body has a length that can be announced.
    pub(super) fn has_an_end(&self) -> bool {
        !matches!(
            self,
            Self::Empty
                | Self::Hang
                | Self::Reset
                | Self::Drip
                | Self::Endless
                | Self::Truncated
                | Self::Oversized(_)
                | Self::Redirect(_)
        )
    }
}

fn number(kind: &str, text: &str, most: usize) -> Result<usize, BadOrder> {
    let number = text
        .parse()
        .ok()
        .filter(|number| (1..=most).contains(number));
    number.ok_or_else(|| {
        BadOrder::new(format!(
            "expected `{kind}:` and a number up to {most}, found `{text}`"
        ))
    })
}

fn bomb(bytes: usize) -> Bytes {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let zeros = vec![0; MEGABYTE];
    let mut left = bytes;
    while left > 0 {
        let part = zeros.get(..left).unwrap_or(&zeros);
        // Writing to a vector does not fail; a bomb that did would be a smaller one.
        if encoder.write_all(part).is_err() {
            break;
        }
        left -= part.len();
    }
    encoder.finish().unwrap_or_default().into()
}

/// Where a redirect leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Address {
    /// To this address.
    Fixed(HeaderValue),
    /// To this path of the second origin, whose port is known once it is served.
    OtherOrigin(String),
}

impl Address {
    /// `{other}` stands for the second origin.
    fn read(text: &str) -> Result<Self, BadOrder> {
        let checked = value("Location", text)?;
        Ok(match text.strip_prefix("{other}") {
            Some(path) => Self::OtherOrigin(path.to_owned()),
            None => Self::Fixed(checked),
        })
    }

    pub(super) fn is_to_other_origin(&self) -> bool {
        matches!(self, Self::OtherOrigin(_))
    }

    /// The value of `Location`; `None` while there is no second origin.
    pub(super) fn location(&self, other_origin: Option<&str>) -> Option<HeaderValue> {
        match self {
            Self::Fixed(address) => Some(address.clone()),
            Self::OtherOrigin(path) => {
                HeaderValue::try_from(format!("{}{path}", other_origin?)).ok()
            }
        }
    }
}
