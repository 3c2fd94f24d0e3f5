//! The Embed screen: the live element, its knobs, the code, what it says and what was checked.

use crate::words::Phrase;

/// Words of the Embed screen.
#[derive(Debug)]
pub struct Embed {
    /// Title.
    pub title: &'static str,
    /// What can be done here.
    pub lead: &'static str,
    /// Legend: which element.
    pub element: &'static str,
    /// Title of the part with the live element.
    pub live: &'static str,
    /// Why a sign-in element stands beside another one.
    pub companion: &'static str,
    /// Title of the part with the knobs.
    pub attributes: &'static str,
    /// Group: whom the element talks to.
    pub connection: &'static str,
    /// What a change in that group means.
    pub connection_note: &'static str,
    /// Group: what the element does.
    pub behaviour: &'static str,
    /// Group: how the element looks.
    pub look: &'static str,
    /// Beside an attribute that has to be there.
    pub required: &'static str,
    /// Before what an attribute is where it is not set.
    pub default: &'static str,
    /// Below a knob that the link does not carry.
    pub not_in_link: &'static str,
    /// Below a number that will not do: `{min}`, `{max}`.
    pub out_of_range: Phrase,
    /// Put every knob back.
    pub reset: &'static str,
    /// Said when that was done.
    pub reset_done: &'static str,
    /// Put the address of this page, with the knobs, on the clipboard.
    pub copy_link: &'static str,
    /// What was copied then.
    pub the_link: &'static str,
    /// Title of the part with the code.
    pub code: &'static str,
    /// Legend: for which framework.
    pub stack: &'static str,
    /// The names of the frameworks.
    pub stacks: [&'static str; 4],
    /// Put the code on the clipboard.
    pub copy_code: &'static str,
    /// What was copied then.
    pub the_code: &'static str,
    /// `{what}` is on the clipboard.
    pub copied: Phrase,
    /// The clipboard refused `{what}`.
    pub copy_failed: Phrase,
    /// Remarks inside of the code.
    pub notes: CodeNotes,
    /// Title of the part with the events.
    pub events: &'static str,
    /// While there is none.
    pub no_events: &'static str,
    /// Empty the list of events.
    pub clear_events: &'static str,
    /// Title of the part with the checks, and its button.
    pub check: &'static str,
    /// What the checks are about.
    pub check_lead: &'static str,
    /// While they run.
    pub checking: &'static str,
    /// Said when they have ended: `{passed}` of `{all}`.
    pub checked: Phrase,
    /// The element gave no answer.
    pub check_failed: &'static str,
    /// What each check of an element is about, by its id.
    pub checks: &'static [(&'static str, &'static str)],
    /// The elements are not there.
    pub not_loaded: &'static str,
    /// The settings file could not be read.
    pub no_settings: &'static str,
}

/// Remarks inside of the code that is shown.
#[derive(Debug)]
pub struct CodeNotes {
    /// Where the capture script belongs.
    pub capture: &'static str,
    /// Where the page goes on.
    pub signed_in: &'static str,
    /// What Vue's compiler has to be told, in lines.
    pub vue_compiler: &'static str,
    /// What a native `{component}` of Yew does not have: `{names}`.
    pub not_native: Phrase,
}
