//! What the papers claim, held against the tree: the tests they name and the files they link.

use super::tree::{files, root};

/// The papers that speak of tests and files.
const PAPERS: &[&str] = &[
    "README.md",
    "ARCHITECTURE.md",
    "SECURITY.md",
    "CHANGELOG.md",
    "docs/open-questions.md",
    "docs/deploy.md",
    "docs/numbers.md",
    "docs/embedding-matrix.md",
    "docs/elements/README.md",
    "docs/recipes.md",
    "examples/README.md",
];

fn paper(name: &str) -> String {
    std::fs::read_to_string(root().join(name)).unwrap()
}

/// What stands between backquotes and reads like a sentence in snake case: the name of a test.
fn tests_named(text: &str) -> Vec<&str> {
    let quoted = text
        .lines()
        .flat_map(|line| line.split('`').skip(1).step_by(2));
    let is_sentence = |word: &&str| {
        word.matches('_').count() >= 3
            && word
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
    };
    quoted.filter(is_sentence).collect()
}

/// The relative addresses that a paper links to.
fn links(text: &str) -> Vec<&str> {
    let targets = text
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split(')').next());
    let targets = targets.map(|target| target.split('#').next().unwrap_or_default());
    targets
        .filter(|target| !target.is_empty() && !target.contains("://"))
        .collect()
}

#[test]
fn every_test_that_a_paper_names_exists() {
    let folders = ["src", "tests", "xtask"];
    let code: String = folders
        .iter()
        .flat_map(|folder| files(folder, &[".rs"]))
        .map(|file| file.text)
        .collect();
    for name in PAPERS {
        for test in tests_named(&paper(name)) {
            assert!(
                code.contains(&format!("fn {test}(")),
                "{name} names the test {test}, which does not exist"
            );
        }
    }
    assert!(
        tests_named(&paper("SECURITY.md")).len() > 40,
        "the threat model names its tests"
    );
}

#[test]
fn every_file_that_a_paper_links_to_exists() {
    for name in PAPERS {
        let text = paper(name);
        let folder = root().join(name).parent().unwrap().to_owned();
        for link in links(&text) {
            assert!(
                folder.join(link).exists(),
                "{name} links to {link}, which does not exist"
            );
        }
    }
}

#[test]
fn every_threat_has_a_row() {
    let text = paper("SECURITY.md");
    for number in 1..=23 {
        assert!(
            text.contains(&format!("\n| T{number} ")),
            "SECURITY.md has no row for T{number}"
        );
    }
}

#[test]
fn names_and_links_are_found_in_a_paper() {
    let text = "`a_state_is_checked`, `Grant`, `read_grant` and [x](docs/a.md#part), [y](https://e.example)\n`not_a_test_Name`";
    assert_eq!(tests_named(text), ["a_state_is_checked"]);
    assert_eq!(links(text), ["docs/a.md"]);
}
