//! Where the screens are drawn: on the app's own page, or in a panel on somebody else's.

use yew::Callback;

use crate::protocol::{CallSpec, Scopes};
use crate::runtime::CallOutcome;

/// How a panel looks and what it shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PanelOptions {
    /// The look of the sign-in panel.
    pub variant: Variant,
    /// The text of the button where the host writes none between the tags.
    pub label: Option<String>,
    /// Whether the sign-in button is out of use.
    pub disabled: bool,
    /// Which tokens can be looked at.
    pub source: Specimens,
    /// Whether the token panel offers no revocation.
    pub no_revoke: bool,
    /// Whether the token panel shows and copies no token.
    pub no_reveal: bool,
    /// The level of the panel's headings; 2 where it is 0.
    pub heading_level: u8,
}

/// The look of the sign-in panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Variant {
    /// A button, then as small a frame: that there is a session, and the way out.
    #[default]
    Button,
    /// A button, then one line: `Connected · read · 43 minutes left`.
    Badge,
    /// A button, then a card: whose token it is, what it opens and how long.
    Card,
}

/// Which tokens can be looked at in the token panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Specimens {
    /// The session's, and what somebody pastes.
    #[default]
    Both,
    /// The session's only.
    Session,
    /// What somebody pastes only.
    Paste,
}

/// What a panel leaves to the page around it.
#[derive(Debug, Clone, PartialEq)]
pub enum HostDeed {
    /// Sign in with these scopes; called inside the person's click.
    SignIn(Scopes),
    /// Give the sign-in up.
    CancelSignIn,
    /// Sign in by this tab instead of a window.
    UseThisTab(Scopes),
    /// Revoke and forget.
    SignOut,
    /// Tell that the person made a call, and what it brought.
    Called(&'static CallSpec, CallOutcome),
}

/// Where the screens are drawn.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Surface {
    /// The app's own page.
    Page,
    /// A panel.
    Panel(PanelOptions, Callback<HostDeed>),
}

impl Surface {
    /// What a panel shows; a page shows everything.
    pub(super) fn options(&self) -> Option<&PanelOptions> {
        match self {
            Self::Page => None,
            Self::Panel(options, _) => Some(options),
        }
    }

    /// The level of the heading that gives the answer.
    pub(super) fn level(&self) -> u8 {
        match self.options() {
            None => 1,
            Some(options) if options.heading_level == 0 => 2,
            Some(options) => options.heading_level.min(6),
        }
    }

    /// Whether this is the app's own page.
    pub(super) fn is_page(&self) -> bool {
        matches!(self, Self::Page)
    }

    /// Whether the token can be revoked here.
    pub(super) fn revokes(&self) -> bool {
        self.options().is_none_or(|options| !options.no_revoke)
    }

    /// Whether the token can be shown and copied here.
    pub(super) fn reveals(&self) -> bool {
        self.options().is_none_or(|options| !options.no_reveal)
    }

    /// Whether something can be pasted here.
    pub(super) fn takes_pastes(&self) -> bool {
        self.options()
            .is_none_or(|options| options.source != Specimens::Session)
    }

    /// Whether the session's token stands here.
    pub(super) fn shows_session(&self) -> bool {
        self.options()
            .is_none_or(|options| options.source != Specimens::Paste)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn panel(options: PanelOptions) -> Surface {
        Surface::Panel(options, Callback::noop())
    }

    #[test]
    fn a_page_shows_everything_under_the_first_heading() {
        let page = Surface::Page;
        assert_eq!(page.level(), 1);
        assert!(page.revokes() && page.reveals() && page.takes_pastes() && page.shows_session());
    }

    #[test]
    fn a_panel_shows_what_its_options_say() {
        let surface = panel(PanelOptions {
            no_revoke: true,
            source: Specimens::Session,
            ..PanelOptions::default()
        });
        assert!(!surface.revokes() && surface.reveals());
        assert!(!surface.takes_pastes() && surface.shows_session());
        assert_eq!(surface.level(), 2);
    }

    #[test]
    fn a_heading_is_never_deeper_than_html_has_them() {
        let deep = PanelOptions {
            heading_level: 9,
            ..PanelOptions::default()
        };
        assert_eq!(panel(deep).level(), 6);
    }
}
