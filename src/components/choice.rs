//! One of a few, all in sight.

use yew::Callback;

use super::element::{Element, el};

/// Radio buttons in one strip: `options` are values with their labels, `name` tells this strip from
/// others of the page, `legend` says what is chosen; `on_choose` gives what happens when one is.
pub fn choice(
    name: &str,
    legend: Element,
    options: &[(&str, &str)],
    chosen: &str,
    on_choose: &dyn Fn(&str) -> Callback<()>,
) -> Element {
    let mut strip = el("div.sell-choice-strip");
    for (value, label) in options {
        let radio = el("input[type=radio]")
            .attr("name", name)
            .attr("value", value)
            .checked(*value == chosen)
            .on_change(on_choose(value));
        strip = strip.child(
            el("label")
                .key(value)
                .child(radio)
                .child(el("span").text(label)),
        );
    }
    el("fieldset.sell-choice").child(legend).child(strip)
}

#[cfg(test)]
mod tests {
    use super::{choice, el};

    #[test]
    fn the_chosen_one_is_ticked_and_no_other() {
        let options = [("a", "A"), ("b", "B")];
        let noop = |_: &str| yew::Callback::noop();
        let markup = choice("x", el("legend").text("Which"), &options, "b", &noop).markup();
        let expected = r#"name="x" value="b" :checked>"#;
        assert_eq!(markup.matches(":checked").count(), 1, "{markup}");
        assert!(markup.contains(expected), "{markup}");
    }
}
