//! The token itself, behind a mask.

use yew::Callback;

use super::element::{Element, el};
use super::{copy_button, plain_button};
use crate::words::words;

/// Twelve dots for any length, so that the mask tells nothing about it.
const DOTS: &str = "••••••••••••";

/// What is shown of the token.
pub struct TokenField<'a> {
    /// Its last four characters.
    pub last_four: &'a str,
    /// The whole token, only while the person looks at it.
    pub shown: Option<&'a str>,
    /// It is on the clipboard since a moment ago.
    pub copied: bool,
    /// The toggle was pressed: show it, or hide it again.
    pub on_toggle: Callback<()>,
    /// Copy it.
    pub on_copy: Callback<()>,
    /// Whether it may be shown and copied here.
    pub reveals: bool,
    /// Further buttons: forget, revoke.
    pub buttons: Vec<Element>,
}

impl std::fmt::Debug for TokenField<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TokenField")
            .field("shown", &self.shown.is_some())
            .finish_non_exhaustive()
    }
}

impl TokenField<'_> {
    /// The mask, a toggle of constant name, and what can be done with the token.
    pub fn view(self) -> Element {
        let words = words();
        let pressed = self.shown.is_some();
        let toggle = plain_button(words.actions.show_token.say(), self.on_toggle)
            .attr("aria-pressed", if pressed { "true" } else { "false" });
        let copy = copy_button(
            words.actions.copy_token.say(),
            Some("sell-token-warning"),
            self.copied,
            self.on_copy,
        );
        let reveals = self.reveals;
        let line = el("p.sell-token-line")
            .child(el("span.sell-token-label").word(words.token.label))
            .child(mask(self.last_four))
            .child_if(self.shown.map(clear));
        el("div.sell-token")
            .attr_if("data-shown", pressed.then_some(""))
            .child(line)
            .child(
                el("div.sell-actions")
                    .all(if reveals { vec![toggle, copy] } else { vec![] })
                    .all(self.buttons),
            )
            .child(el("p.sell-hint#sell-token-warning").text(if reveals {
                words.token.copy_warning.say()
            } else {
                ""
            }))
    }
}

/// Always in the page: what is printed is the mask, whatever is on the screen.
fn mask(last: &str) -> Element {
    let spoken = words().token.mask.with("last", last);
    el("span.sell-token-mask")
        .child(el("code[aria-hidden=true]").text(DOTS).text(last))
        .child(el("span.sell-spoken").text(&spoken))
}

fn clear(token: &str) -> Element {
    el("code.sell-token-clear[translate=no]").text(token)
}

#[cfg(test)]
mod tests {
    use super::TokenField;

    fn field(shown: Option<&str>) -> TokenField<'_> {
        TokenField {
            last_four: "3f9c",
            shown,
            copied: false,
            on_toggle: yew::Callback::noop(),
            on_copy: yew::Callback::noop(),
            reveals: true,
            buttons: Vec::new(),
        }
    }

    #[test]
    fn the_token_is_there_only_while_it_is_shown_and_the_toggle_keeps_its_name() {
        let hidden = field(None).view().markup();
        let shown = field(Some("canary3f9c")).view().markup();
        assert!(!hidden.contains("canary") && !hidden.contains("data-shown"));
        assert!(shown.contains("canary3f9c") && shown.contains("data-shown"));
        assert!(
            hidden.contains(r#"aria-pressed="false">Show token<"#),
            "{hidden}"
        );
        assert!(
            shown.contains(r#"aria-pressed="true">Show token<"#),
            "{shown}"
        );
    }

    #[test]
    fn a_field_that_reveals_nothing_has_no_button_for_it() {
        let mut closed = field(None);
        closed.reveals = false;
        let markup = closed.view().markup();
        assert!(!markup.contains("<button"), "{markup}");
    }

    #[test]
    fn debugging_a_field_does_not_tell_the_token() {
        assert!(!format!("{:?}", field(Some("canary3f9c"))).contains("canary"));
    }
}
