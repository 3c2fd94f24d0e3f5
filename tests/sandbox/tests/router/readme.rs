//! The README says what is there.

use sell_sandbox::Switches;

const README: &str = include_str!("../../README.md");

#[test]
fn the_readme_lists_every_switch_with_its_values_and_default() {
    let defaults = Switches::default();
    for info in Switches::catalogue() {
        let start = format!("| `{}` | ", info.name);
        let row = README
            .lines()
            .find(|line| line.starts_with(&start))
            .unwrap();
        for value in info.allowed() {
            assert!(row.contains(value), "{}: {value}", info.name);
        }
        let end = format!("| `{}` | {} |", info.value(&defaults), info.help);
        assert!(row.ends_with(&end), "{row}");
    }
    let rows = README
        .split_once("\n## Switches")
        .unwrap()
        .1
        .split_once("\n## ")
        .unwrap()
        .0;
    assert_eq!(rows.matches("\n| `").count(), Switches::catalogue().len());
}
