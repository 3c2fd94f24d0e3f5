//! Where the screens are drawn: on the app's own page, or in a panel on somebody else's.

use super::after::Around;
use super::desk::{Deed, Desk};
use super::local::Store;
use super::offer::Offer;
use super::panel::PanelKind;
use super::remedy::Remedy;
use crate::advice::Told;
use crate::protocol::Scopes;
use crate::session::Status;
use crate::words::Spoken;

/// How a panel looks and what it shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an attribute of its own"
)]
pub struct PanelOptions {
    /// The look of the sign-in panel.
    pub variant: Variant,
    /// The text of the button where the host writes none between the tags.
    pub label: Option<String>,
    /// Whether the host has written the text of the button between the tags.
    pub labelled: bool,
    /// Whether the buttons of the sign-in panel are out of use.
    pub disabled: bool,
    /// Which tokens can be looked at.
    pub source: Specimens,
    /// Whether the token panel offers no revocation.
    pub no_revoke: bool,
    /// Whether the token panel shows and copies no token.
    pub no_reveal: bool,
    /// The level of the panel's headings; 2 where it is 0.
    pub heading_level: u8,
    /// Whether calls that change data were left out of those it offers.
    pub left_out: bool,
    /// Whether what concerns the whole session is said here; [`PanelKind`] says by whom it is.
    pub speaks: bool,
    /// The language of its words; none where that is English.
    pub language: Option<Spoken>,
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
    /// Make the call at this place of the list that was handed over.
    Run(usize),
    /// Have it wait no longer.
    Stop(usize),
}

/// Where the screens are drawn. The app knows one of the two that there are and panels the other,
/// and neither carries anything of what only the other does.
pub(super) trait Surface {
    /// Which panel it is and what it shows; nothing for the app's own page, which shows everything.
    fn panel(&self) -> Option<(PanelKind, &PanelOptions)>;
    /// What can be done here about a problem; `scopes` are what can be asked for again.
    fn remedy(&self, desk: &Desk, told: Told, scopes: &Scopes) -> Remedy;
    /// Does what is not done everywhere in the same way.
    fn perform(&self, desk: &Desk, deed: &Deed);
    /// The calls that are offered here.
    fn calls(&self) -> &dyn Offer;
    /// Keeps what is around the screens equal to the session.
    fn keep(&self, around: &mut Around, store: &Store, status: Status);
}

impl dyn Surface {
    fn options(&self) -> Option<&PanelOptions> {
        self.panel().map(|(_, options)| options)
    }

    /// The level of the heading that gives the answer.
    pub(super) fn level(&self) -> u8 {
        match self.options() {
            None => 1,
            Some(options) if options.heading_level == 0 => 2,
            Some(options) => options.heading_level.min(6),
        }
    }

    /// The level of the headings of its parts: below the answer's on a page of ours, beside it in a
    /// panel, where the answer may not be there.
    pub(super) fn part_level(&self) -> u8 {
        self.level().max(2)
    }

    /// Whether this is the app's own page.
    pub(super) fn is_page(&self) -> bool {
        self.panel().is_none()
    }

    /// Whether the token can be revoked here.
    pub(super) fn revokes(&self) -> bool {
        self.options().is_none_or(|options| !options.no_revoke)
    }

    /// Whether the token can be shown and copied here.
    pub(super) fn reveals(&self) -> bool {
        self.options().is_none_or(|options| !options.no_reveal)
    }

    /// Whether nothing can be pressed here.
    pub(super) fn disabled(&self) -> bool {
        self.options().is_some_and(|options| options.disabled)
    }

    /// Whether something can be pasted here.
    pub(super) fn takes_pastes(&self) -> bool {
        self.options()
            .is_none_or(|options| options.source != Specimens::Session)
    }

    /// Whether what concerns the whole session is said here.
    pub(super) fn speaks(&self) -> bool {
        self.shows_session() && self.options().is_none_or(|options| options.speaks)
    }

    /// Whether a button that signs in stands here while no token is held.
    pub(super) fn has_way_in(&self) -> bool {
        matches!(self.panel(), Some((PanelKind::SignIn, _)))
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
    use crate::app::own_calls::OwnCalls;

    /// A surface of which nothing is known but what it shows.
    struct Shown(Option<PanelOptions>);

    impl Surface for Shown {
        fn panel(&self) -> Option<(PanelKind, &PanelOptions)> {
            Some((PanelKind::Token, self.0.as_ref()?))
        }
        fn remedy(&self, _desk: &Desk, told: Told, _scopes: &Scopes) -> Remedy {
            Remedy { told, deed: None }
        }
        fn perform(&self, _desk: &Desk, _deed: &Deed) {}
        fn calls(&self) -> &dyn Offer {
            &OwnCalls
        }
        fn keep(&self, _around: &mut Around, _store: &Store, _status: Status) {}
    }

    fn panel(options: PanelOptions) -> Box<dyn Surface> {
        Box::new(Shown(Some(options)))
    }

    #[test]
    fn a_page_shows_everything_under_the_first_heading() {
        let page: &dyn Surface = &Shown(None);
        assert_eq!(page.level(), 1);
        assert!(page.revokes() && page.reveals() && page.takes_pastes() && page.shows_session());
        assert!(page.speaks());
    }

    #[test]
    fn a_panel_speaks_where_it_was_told_to_and_shows_what_it_speaks_of() {
        let speaks = |source, speaks| {
            let options = PanelOptions {
                source,
                speaks,
                ..PanelOptions::default()
            };
            panel(options).speaks()
        };
        assert!(speaks(Specimens::Both, true) && speaks(Specimens::Session, true));
        assert!(!speaks(Specimens::Paste, true) && !speaks(Specimens::Both, false));
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
