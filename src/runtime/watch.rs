//! What looking at a sign-in window again and again says about it.
//!
//! A window that was closed and one that the server cut off from this page (M12: a cross-origin opener
//! policy) look the same. What differs is where the person is.

/// How many looks in a row have to find the same before it counts.
const ENOUGH: u32 = 4;

/// The looks at one window.
#[derive(Debug, Default)]
pub(super) struct Watch {
    here: u32,
    away: u32,
}

impl Watch {
    /// Takes in whether the window looks closed, and whether the person is on this page. `true` once,
    /// when the sign-in counts as given up: the window is gone and the person is back, while an
    /// answer may still be on its way for so many looks.
    pub(super) fn look(&mut self, closed: bool, here: bool) -> bool {
        if self.is_cut_off() {
            return false;
        }
        self.here = if closed && here { self.here + 1 } else { 0 };
        self.away = if closed && !here { self.away + 1 } else { 0 };
        self.here == ENOUGH
    }

    /// Whether the window looked closed while the person was elsewhere, most probably in it. What
    /// is true once stays true: whether it is closed later nobody can see.
    pub(super) fn is_cut_off(&self) -> bool {
        self.away >= ENOUGH
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OPEN: (bool, bool) = (false, false);
    const CLOSED_HERE: (bool, bool) = (true, true);
    const CLOSED_AWAY: (bool, bool) = (true, false);

    fn given_up(watch: &mut Watch, looks: &[(bool, bool)]) -> bool {
        let ended = |(closed, here): &(bool, bool)| watch.look(*closed, *here);
        looks.iter().any(ended)
    }

    #[test]
    fn a_window_that_closes_and_leaves_the_person_here_ends_the_sign_in() {
        let mut watch = Watch::default();
        assert!(!given_up(
            &mut watch,
            &[OPEN, CLOSED_HERE, CLOSED_HERE, CLOSED_HERE]
        ));
        assert!(given_up(&mut watch, &[CLOSED_HERE]));
        assert!(!watch.is_cut_off());
    }

    #[test]
    fn the_focus_may_be_a_moment_late() {
        let mut watch = Watch::default();
        assert!(!given_up(
            &mut watch,
            &[CLOSED_AWAY, CLOSED_AWAY, CLOSED_AWAY]
        ));
        assert!(given_up(&mut watch, &[CLOSED_HERE; 4]));
    }

    #[test]
    fn a_window_that_looks_closed_with_the_person_in_it_is_cut_off_for_good() {
        let mut watch = Watch::default();
        assert!(!given_up(&mut watch, &[CLOSED_AWAY; 4]));
        assert!(watch.is_cut_off());
        assert!(!given_up(&mut watch, &[CLOSED_HERE; 40]));
        assert!(watch.is_cut_off());
    }

    #[test]
    fn a_window_that_is_there_says_nothing() {
        let mut watch = Watch::default();
        assert!(!given_up(&mut watch, &[(false, true); 40]));
        assert!(!given_up(&mut watch, &[OPEN; 40]));
        assert!(!watch.is_cut_off());
    }
}
