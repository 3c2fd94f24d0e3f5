//! The parameters of a response (RFC 6749 §4.2.2, §4.2.2.1; RFC 9207 §2), sorted out of an answer.

use core::ops::Range;

use crate::Violation;
use crate::form::Form;

/// The most parameters an answer may have: 64. Empty ones, as in `a=1&&b=2`, count.
pub const MAX_PARAMETERS: usize = 64;

/// The names that are known, [`TEXTS`] first. Others are ignored, as RFC 6749 §4.2.2 demands, and
/// `refresh_token` with them.
const NAMES: [&[u8]; 9] = [
    b"access_token",
    b"token_type",
    b"expires_in",
    b"scope",
    b"error",
    b"error_description",
    b"error_uri",
    b"state",
    b"iss",
];

/// How many of the parameters are used as text; `state` is compared as bytes, `iss` not used.
pub(crate) const TEXTS: usize = 7;

/// Where in an answer its parameters lie, decoded.
#[derive(Default)]
pub(crate) struct Parameters {
    pub(crate) each: [Parameter; 9],
    /// Whether any is there more than once.
    pub(crate) repeated: bool,
}

/// One of them.
#[derive(Default)]
pub(crate) struct Parameter {
    place: Range<usize>,
    times: usize,
}

impl Parameter {
    pub(crate) fn is_present(&self) -> bool {
        self.times > 0
    }

    pub(crate) fn is_repeated(&self) -> bool {
        self.times > 1
    }

    /// The decoded value, empty when it is absent; `None` when it could not be decoded.
    pub(crate) fn value<'a>(&self, answer: &'a [u8]) -> Option<&'a [u8]> {
        answer.get(self.place.clone())
    }
}

impl Parameters {
    /// Decodes an answer where it lies, and notes the parameters by their decoded names.
    pub(crate) fn read(&mut self, answer: &mut [u8]) -> Result<(), Violation> {
        let mut form = Form::new(answer);
        let mut count = 0;
        let mut parameter = None;
        while let Some(part) = form.part() {
            if !part.is_value {
                let name = form.bytes(part.place.clone()).unwrap_or_default();
                parameter = NAMES.iter().position(|known| {
                    known.len() == name.len() && known.iter().zip(name).all(|(a, b)| a == b)
                });
            }
            if !part.ends_pair {
                continue;
            }
            count += 1;
            if count > MAX_PARAMETERS {
                return Err(Violation::TooManyParameters);
            }
            self.note(parameter, if part.is_value { part.place } else { 0..0 });
        }
        Ok(())
    }

    fn note(&mut self, parameter: Option<usize>, place: Range<usize>) {
        if let Some(parameter) = parameter.and_then(|index| self.each.get_mut(index)) {
            self.repeated |= parameter.is_present();
            parameter.place = place;
            parameter.times += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    extern crate std;

    use super::{MAX_PARAMETERS, NAMES, Parameters};
    use crate::Violation;

    /// The decoded value of the known parameter at this place.
    fn value(answer: &str, place: usize) -> Option<std::vec::Vec<u8>> {
        let mut answer = answer.as_bytes().to_vec();
        let mut parameters = Parameters::default();
        parameters.read(&mut answer).unwrap();
        parameters.each[place].value(&answer).map(<[u8]>::to_vec)
    }

    fn repeated(answer: &str) -> bool {
        let mut parameters = Parameters::default();
        parameters.read(&mut answer.as_bytes().to_vec()).unwrap();
        parameters.repeated
    }

    #[test]
    fn each_known_parameter_is_found_by_its_name() {
        for (place, name) in NAMES.iter().enumerate() {
            let name = str::from_utf8(name).unwrap();
            assert_eq!(
                value(&std::format!("x=1&{name}=v&y"), place).as_deref(),
                Some(&b"v"[..])
            );
        }
    }

    #[test]
    fn names_are_decoded_before_they_are_compared_and_keep_their_case() {
        assert_eq!(value("access%5Ftoken=v", 0).as_deref(), Some(&b"v"[..]));
        for other in [
            "Access_Token=v",
            "access+token=v",
            "access_token%00=v",
            "access_token%=v",
            "access%255Ftoken=v",
        ] {
            assert_eq!(value(other, 0).as_deref(), Some(&b""[..]), "{other}");
        }
    }

    #[test]
    fn a_known_parameter_twice_is_repeated_even_when_it_is_empty_or_escaped() {
        for name in NAMES {
            let name = str::from_utf8(name).unwrap();
            assert!(repeated(&std::format!("{name}&{name}=v")), "{name}");
        }
        assert!(repeated("scope=a&sco%70e=b"));
    }

    #[test]
    fn unknown_parameters_may_repeat() {
        assert!(!repeated("x=1&x=2&refresh_token=a&refresh_token=b&&"));
    }

    #[test]
    fn sixty_four_parameters_are_read_and_sixty_five_are_not() {
        let most = "a&".repeat(MAX_PARAMETERS);
        let mut parameters = Parameters::default();
        assert_eq!(parameters.read(&mut most.as_bytes().to_vec()), Ok(()));
        let more = std::format!("{most}a");
        let mut parameters = Parameters::default();
        let refused = parameters.read(&mut more.as_bytes().to_vec());
        assert_eq!(refused, Err(Violation::TooManyParameters));
    }
}
