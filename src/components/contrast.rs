//! Both palettes of `static/styles/tokens.css` against WCAG 2.2 §1.4.3 and §1.4.11, with room to
//! spare: text 5.6:1, borders 3.5:1, on the background and on the surface.

const TOKENS: &str = include_str!("../../static/styles/tokens.css");

/// The light and the dark value of a property.
fn pair(name: &str) -> [String; 2] {
    let start = format!("--sell-{name}: light-dark(");
    let (_, rest) = TOKENS.split_once(&start).expect(name);
    let (values, _) = rest.split_once(')').expect(name);
    let (light, dark) = values.split_once(", ").expect(name);
    [light.to_owned(), dark.to_owned()]
}

/// Relative luminance of `#rgb` or `#rrggbb`.
fn luminance(colour: &str) -> f64 {
    let digits = colour.strip_prefix('#').expect(colour);
    let width = digits.len() / 3;
    let channel = |place: usize| {
        let text = &digits[place * width..(place + 1) * width];
        let value = u8::from_str_radix(&text.repeat(3 - width), 16).expect(colour);
        let part = f64::from(value) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * channel(0) + 0.7152 * channel(1) + 0.0722 * channel(2)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Checks a colour on both grounds of both palettes.
fn check(name: &str, grounds: &[&str], least: f64) {
    for ground in grounds {
        for (colour, under) in pair(name).iter().zip(pair(ground)) {
            let found = contrast(colour, &under);
            assert!(
                found >= least,
                "{name} {colour} on {ground} {under}: {found:.2}"
            );
        }
    }
}

#[test]
fn black_on_white_is_twenty_one_to_one() {
    assert!((contrast("#000", "#ffffff") - 21.0).abs() < 1e-9);
}

#[test]
fn every_text_colour_can_be_read_in_both_palettes() {
    for name in ["text", "muted", "accent", "ok", "warn", "danger"] {
        check(name, &["bg", "surface"], 5.6);
    }
    check("on-accent", &["accent"], 5.6);
}

#[test]
fn every_border_can_be_seen_in_both_palettes() {
    check("border", &["bg", "surface"], 3.5);
}

#[test]
fn the_palette_of_older_browsers_is_the_light_one() {
    for name in [
        "bg", "surface", "text", "muted", "border", "accent", "ok", "warn", "danger",
    ] {
        let light = format!("--sell-{name}: {};", pair(name)[0]);
        assert!(TOKENS.contains(&light), "{light}");
    }
}
