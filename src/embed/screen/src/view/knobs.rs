//! A knob for each attribute, grouped by what it is about.

use std::rc::Rc;

use sell_elements::components::element::Kind;
use sell_elements::components::{self, Element, choice, copy_button, el, plain_button};
use sell_elements::words::{Gap, embed};

use crate::contract::{Attribute, Group, Reading};
use crate::desk::Desk;
use crate::link;
use crate::state::{Action, Copied};
use crate::values::Values;

/// The groups in the order in which they stand.
const GROUPS: [Group; 3] = [Group::Connection, Group::Behaviour, Group::Look];

/// The part of the screen with the knobs in it.
pub(super) fn panel(desk: &Rc<Desk>) -> Element {
    let (words, state) = (embed(), desk.state());
    let attributes = state.choice.element.attributes;
    let groups = GROUPS.into_iter().filter_map(|group| {
        let members: Vec<_> = attributes.iter().filter(|one| one.group == group).collect();
        (!members.is_empty()).then(|| group_of(desk, &state.choice.values, group, &members))
    });
    let copied = state.copied == Some(Copied::Link);
    let actions = el("div.sell-actions")
        .child(plain_button(words.reset, desk.on_reset()))
        .child(copy_button(
            words.copy_link,
            None,
            copied,
            desk.on_copy(Copied::Link),
        ));
    components::panel("sell-panel", "sell-knobs", 2, words.attributes)
        .child(actions)
        .all(groups.collect())
}

fn group_of(
    desk: &Rc<Desk>,
    values: &Values,
    group: Group,
    members: &[&'static Attribute],
) -> Element {
    let words = embed();
    let (key, title, note) = match group {
        Group::Connection => ("connection", words.connection, words.connection_note),
        Group::Behaviour => ("behaviour", words.behaviour, ""),
        Group::Look => ("look", words.look, ""),
    };
    // Where the element signs nobody in, its session is the only member.
    let note = if members.len() > 1 { note } else { "" };
    let knobs = members
        .iter()
        .map(|attribute| knob(desk, values, attribute));
    el("fieldset.sell-knobs")
        .key(key)
        .child(el("legend.sell-knobs-title").text(title))
        .child(el("p.sell-hint").text(note))
        .child(el("div.sell-knobs-list").all(knobs.collect()))
}

/// One knob: its name as it is written, what it means, and a control that fits what it takes.
fn knob(desk: &Rc<Desk>, values: &Values, attribute: &'static Attribute) -> Element {
    let hint = ["sell-hint-", attribute.name].concat();
    let body = match attribute.reading {
        Reading::Text | Reading::Number { .. } => typed(desk, values, attribute, &hint),
        Reading::Flag => flag(desk, values, attribute, &hint),
        Reading::Choice(options) => chosen(desk, values, attribute, options, &hint),
    };
    el("div.sell-knob")
        .key(attribute.name)
        .attr("data-attribute", attribute.name)
        .attr_if("data-turned", values.written(attribute).map(|_| ""))
        .child(body)
        .child(meaning(attribute, values).attr("id", &hint))
}

fn name(attribute: &Attribute) -> Element {
    el("code[translate=no]").text(attribute.name)
}

fn required(attribute: &Attribute) -> Option<Element> {
    let word = || el("span.sell-knob-required").text(embed().required);
    attribute.required.then(word)
}

/// What changes the look is seen while it is typed; what opens another session waits until all of it
/// is, and until then the field shows it and nothing else does.
fn typed(desk: &Desk, values: &Values, attribute: &'static Attribute, hint: &str) -> Element {
    let id = ["sell-knob-", attribute.name].concat();
    let state = desk.state();
    let text = state.draft(attribute).unwrap_or(values.get(attribute));
    let refused = !attribute.takes(values.get(attribute));
    let typing = match attribute.group {
        Group::Look => turn,
        Group::Connection | Group::Behaviour => draft,
    };
    let placeholder = [attribute.default, attribute.example];
    let placeholder = placeholder.into_iter().find(|text| !text.is_empty());
    let label = el("label.sell-knob-name")
        .attr("for", &id)
        .child(name(attribute))
        .child_if(required(attribute));
    el("div.sell-knob-typed").child(label).child(
        field(attribute)
            .attr("id", &id)
            .attr("aria-describedby", hint)
            .attr_if("placeholder", placeholder)
            .attr_if("aria-invalid", refused.then_some("true"))
            .value(text)
            .on(Kind::Input, desk.on_text(attribute, typing))
            .on(Kind::Change, desk.on_text(attribute, turn_trimmed)),
    )
}

fn field(attribute: &Attribute) -> Element {
    match attribute.reading {
        Reading::Number { min, max } => el("input.sell-knob-field[type=number][inputmode=numeric]")
            .attr("min", &min.to_string())
            .attr("max", &max.to_string()),
        _ => el(
            "input.sell-knob-field[type=text][autocomplete=off][spellcheck=false][autocapitalize=off]",
        ),
    }
}

fn turn(attribute: &'static Attribute, text: &str) -> Action {
    Action::Turn(attribute, text.to_owned())
}

fn draft(attribute: &'static Attribute, text: &str) -> Action {
    Action::Draft(attribute, text.to_owned())
}

/// Spaces at the ends are of no use to any attribute.
fn turn_trimmed(attribute: &'static Attribute, text: &str) -> Action {
    turn(attribute, text.trim())
}

fn flag(desk: &Desk, values: &Values, attribute: &'static Attribute, hint: &str) -> Element {
    let on = !values.get(attribute).is_empty();
    let next = if on { "" } else { attribute.name };
    let tick = el("input[type=checkbox]")
        .attr("aria-describedby", hint)
        .checked(on)
        .on_change(desk.on(move || Action::Turn(attribute, next.to_owned())));
    el("label.sell-knob-flag")
        .child(tick)
        .child(name(attribute))
}

fn chosen(
    desk: &Rc<Desk>,
    values: &Values,
    attribute: &'static Attribute,
    options: &'static [&'static str],
    hint: &str,
) -> Element {
    let pairs: Vec<(&str, &str)> = options.iter().map(|option| (*option, *option)).collect();
    let legend = el("legend.sell-knob-name").child(name(attribute));
    let on_choose = |option: &str| {
        let text = option.to_owned();
        desk.on(move || Action::Turn(attribute, text.clone()))
    };
    let group = ["sell-knob-", attribute.name].concat();
    choice(&group, legend, &pairs, values.shown(attribute), &on_choose)
        .attr("aria-describedby", hint)
}

/// What the attribute means, what stands in for it, and what is wrong with what was typed.
fn meaning(attribute: &Attribute, values: &Values) -> Element {
    let words = embed();
    let mut told = el("p.sell-knob-meaning");
    // Every other piece stood between backquotes.
    for (place, piece) in attribute.meaning.split('`').enumerate() {
        told = match place % 2 {
            0 => told.child(el("span").text(piece)),
            _ => told.child(el("code").text(piece)),
        };
    }
    let typed = !matches!(attribute.reading, Reading::Choice(_) | Reading::Flag);
    if typed && !attribute.default.is_empty() {
        told = told.text(" ").text(words.default).text(" ");
        told = told.child(el("code").text(attribute.default)).text(".");
    }
    if !link::carries(attribute) {
        told = told.text(" ").child(el("span").text(words.not_in_link));
    }
    told.child_if(refusal(attribute, values))
}

fn refusal(attribute: &Attribute, values: &Values) -> Option<Element> {
    let Reading::Number { min, max } = attribute.reading else {
        return None;
    };
    let text = embed().out_of_range.fill(&[
        Gap {
            name: "min",
            value: &min.to_string(),
        },
        Gap {
            name: "max",
            value: &max.to_string(),
        },
    ]);
    let refused = !attribute.takes(values.get(attribute));
    refused.then(|| el("strong.sell-knob-refused").text(&text))
}
