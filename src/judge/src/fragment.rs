//! Where in a fragment the answer begins, on pages whose router lives there too.
//!
//! ```text
//! fragment = answer                            ; #access_token=…     as the RFC has it
//!          / "?" answer                        ; #?access_token=…
//!          / "/" answer                        ; #/access_token=…    a router put a slash before it
//!          / route [ ( "?" / "&" ) answer ]    ; #/route?…, #/route&…
//! route    = "/" *( any byte but "?" and "&" ) ; not beginning like "/name="
//! ```
//!
//! A slash is legal in a value, so `/access_token=a/b` is an answer, while `/route/x=1&state=…` is
//! a route before one: what tells them apart is whether a name, without a slash in it, and an
//! equals sign follow the first slash. A query of the route itself (`/route?tab=2&state=…`) counts
//! as part of the answer, because an unknown parameter beside a token may be a secret too
//! (`id_token`, `code`) and must leave the address with it.

/// How a fragment divides into a route of the page and an answer of the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// Length of the route in bytes, from the start; 0 when there is none. This much is the page's.
    pub route_len: usize,
    /// Where the answer begins, in bytes; the fragment's length when there is none.
    pub answer_start: usize,
}

/// Divides a fragment, given without its `#`, into route and answer; see the grammar above.
///
/// It doesn't judge: what follows [`Shape::answer_start`] is for [`crate::judge`].
///
/// ```
/// use implicit_judge::strip_route;
///
/// let fragment = b"/deals/7&access_token=a/b&state=xyz";
/// let shape = strip_route(fragment);
/// assert_eq!(&fragment[..shape.route_len], b"/deals/7");
/// assert_eq!(&fragment[shape.answer_start..], b"access_token=a/b&state=xyz");
/// ```
#[must_use]
pub fn strip_route(fragment: &[u8]) -> Shape {
    let mut may_be_name = true;
    for (index, byte) in fragment.iter().enumerate() {
        match (index, byte) {
            (0, b'/') => {}
            (0, b'?') => {
                return Shape {
                    route_len: 0,
                    answer_start: 1,
                };
            }
            (0, _) => {
                return Shape {
                    route_len: 0,
                    answer_start: 0,
                };
            }
            (_, b'=') if may_be_name => {
                return Shape {
                    route_len: 0,
                    answer_start: 1,
                };
            }
            (_, b'/') => may_be_name = false,
            (_, b'?' | b'&') => {
                return Shape {
                    route_len: index,
                    answer_start: index + 1,
                };
            }
            _ => {}
        }
    }
    Shape {
        route_len: fragment.len(),
        answer_start: fragment.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::strip_route;

    fn check(fragment: &str, route: &str, answer: &str) {
        let shape = strip_route(fragment.as_bytes());
        assert_eq!(&fragment[..shape.route_len], route, "route of {fragment}");
        assert_eq!(
            &fragment[shape.answer_start..],
            answer,
            "answer of {fragment}"
        );
    }

    #[test]
    fn an_answer_alone_has_no_route() {
        check("", "", "");
        check("access_token=a/b&state=s", "", "access_token=a/b&state=s");
        check("state=s&access_token=a?b", "", "state=s&access_token=a?b");
        check("section", "", "section");
    }

    #[test]
    fn a_slash_or_question_mark_before_the_answer_is_dropped() {
        check("/access_token=a/b&state=s", "", "access_token=a/b&state=s");
        check("?access_token=a/b&state=s", "", "access_token=a/b&state=s");
        check("/access%5Ftoken=a", "", "access%5Ftoken=a");
        check("?", "", "");
    }

    #[test]
    fn a_route_before_the_answer_is_kept() {
        check("/route&access_token=a/b", "/route", "access_token=a/b");
        check("/route?access_token=a/b", "/route", "access_token=a/b");
        check("/route/x&state=s", "/route/x", "state=s");
        check("/route/x=1&state=s", "/route/x=1", "state=s");
        check("/&state=s", "/", "state=s");
        check("/?state=s", "/", "state=s");
        check("//evil.example&state=s", "//evil.example", "state=s");
    }

    #[test]
    fn the_routes_own_query_leaves_with_the_answer() {
        check("/route?tab=2&state=s", "/route", "tab=2&state=s");
    }

    #[test]
    fn a_route_alone_has_no_answer() {
        check("/", "/", "");
        check("/route/x", "/route/x", "");
        check("/route?", "/route", "");
    }
}
