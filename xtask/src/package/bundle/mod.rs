//! Putting our own ES modules into one file.
//!
//! The files are concatenated in the order of their imports and share one scope. That is only
//! right for files that keep to a few rules, so everything else stops the build: imports and
//! exports by name only, of files beside each other; no circles; no name declared twice; no name of
//! another file used without being imported.

mod module;
mod names;

use std::collections::{BTreeMap, BTreeSet};

use crate::failure::Failure;
use crate::script::minify::{Loaded, minified};
use crate::script::packed;
use crate::script::tokens::{Kind, Token};
pub(super) use module::Module;

/// Source texts by the names under which modules import them (`element.js`).
pub(super) type Sources = BTreeMap<String, String>;

/// The entry and all it imports as one module, shortened.
pub(super) fn bundle(entry: &str, sources: &Sources) -> Result<String, Failure> {
    let mut order = Order::default();
    order.follow(entry, sources, &mut Vec::new())?;
    let modules = order.modules;
    refuse_clashes(&modules)?;
    refuse_strangers(&modules)?;
    let exported = exports_of(&modules)?;
    let body = packed(&joined(&modules));
    let list: Vec<String> = exported.iter().map(export_text).collect();
    let whole = format!("{body}\nexport{{{}}};", list.join(","));
    minified(&whole, Loaded::AsModule, entry)
}

fn export_text((public, own): (&String, &String)) -> String {
    if public == own {
        public.clone()
    } else {
        format!("{own} as {public}")
    }
}

/// Modules, each behind those it imports.
#[derive(Default)]
struct Order<'a> {
    modules: Vec<Module<'a>>,
}

impl<'a> Order<'a> {
    fn follow(
        &mut self,
        name: &str,
        sources: &'a Sources,
        above: &mut Vec<String>,
    ) -> Result<(), Failure> {
        if self.modules.iter().any(|module| module.name == name) {
            return Ok(());
        }
        if above.iter().any(|other| other == name) {
            return Err(Failure::new(
                format_args!("{} import each other in a circle", above.join(", ")),
                "move what both need to a file of its own",
            ));
        }
        let (name, source) = sources.get_key_value(name).ok_or_else(|| {
            let by = above.last().map_or("the build", String::as_str);
            Failure::new(
                format_args!("{by} wants {name}, which is not there"),
                "write it, or mend the import",
            )
        })?;
        let module = Module::read(name, source)?;
        above.push(name.clone());
        for import in &module.imports {
            self.follow(&import.from, sources, above)?;
        }
        above.pop();
        self.check_imports(&module)?;
        self.modules.push(module);
        Ok(())
    }

    /// Whether what it imports is exported, under the name it has inside.
    fn check_imports(&self, module: &Module<'_>) -> Result<(), Failure> {
        for import in &module.imports {
            let other = self.modules.iter().find(|other| other.name == import.from);
            for name in &import.names {
                let own = other.and_then(|other| other.exports.get(*name));
                if own.map(String::as_str) != Some(*name) {
                    return Err(Failure::new(
                        format_args!(
                            "{} imports {name}, which {} does not export under that name",
                            module.name, import.from
                        ),
                        "export it where it is declared",
                    ));
                }
            }
        }
        Ok(())
    }
}

/// One scope has room for each name once.
fn refuse_clashes(modules: &[Module<'_>]) -> Result<(), Failure> {
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    for module in modules {
        for name in &module.declared {
            if let Some(other) = seen.insert(name, module.name) {
                return Err(Failure::new(
                    format_args!("{} and {other} both declare {name}", module.name),
                    "give one of them another name; all files share one scope",
                ));
            }
        }
    }
    Ok(())
}

/// A word that is nobody's in its own file must not be somebody's in another.
fn refuse_strangers(modules: &[Module<'_>]) -> Result<(), Failure> {
    for module in modules {
        let imported: BTreeSet<&str> = module.imported().collect();
        let free = module.free_words();
        for other in modules.iter().filter(|other| other.name != module.name) {
            let mut taken = other.declared.iter();
            let stranger = taken.find(|name| free.contains(*name) && !imported.contains(*name));
            if let Some(name) = stranger {
                return Err(Failure::new(
                    format_args!("{} uses {name}, which {} declares", module.name, other.name),
                    "import it, or give it another name there",
                ));
            }
        }
    }
    Ok(())
}

/// What the entry exports: the public name and the one inside.
fn exports_of(modules: &[Module<'_>]) -> Result<BTreeMap<String, String>, Failure> {
    let Some(entry) = modules.last() else {
        return Ok(BTreeMap::new());
    };
    let known: BTreeSet<&str> = entry
        .imported()
        .chain(entry.declared.iter().copied())
        .collect();
    for own in entry.exports.values() {
        if !known.contains(own.as_str()) {
            return Err(Failure::new(
                format_args!("{} exports {own}, which it does not have", entry.name),
                "declare or import it",
            ));
        }
    }
    Ok(entry.exports.clone())
}

/// All tokens, with a full stop between the modules.
fn joined<'a>(modules: &[Module<'a>]) -> Vec<Token<'a>> {
    let mut tokens: Vec<Token<'a>> = Vec::new();
    for module in modules {
        if tokens.last().is_some_and(|last| last.text != ";") {
            tokens.push(Token {
                kind: Kind::Sign,
                text: ";",
                on_new_line: false,
            });
        }
        tokens.extend(&module.body);
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bundled(files: &[(&str, &str)]) -> Result<String, Failure> {
        let sources = files
            .iter()
            .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
        bundle("entry.js", &sources.collect())
    }

    fn check(files: &[(&str, &str)], expected: &str) {
        assert_eq!(bundled(files).unwrap(), expected);
    }

    fn refused(files: &[(&str, &str)], because: &str) {
        let failure = bundled(files).unwrap_err().to_string();
        assert!(failure.contains(because), "{failure}");
    }

    #[test]
    fn a_module_comes_behind_those_it_imports_and_each_comes_once() {
        check(
            &[
                (
                    "entry.js",
                    "import { two } from './two.js';\nimport { one } from './one.js';\nexport const three = one + two;\n",
                ),
                (
                    "two.js",
                    "import { one } from './one.js';\nexport const two = f(one);\n",
                ),
                ("one.js", "export const one = f(0)\n"),
            ],
            "const e=f(0),t=e+f(e);export{t as three};",
        );
    }

    #[test]
    fn what_is_exported_keeps_its_name() {
        check(
            &[
                (
                    "entry.js",
                    "import { Door } from './door.js';\nfunction inner() { return Door; }\nexport { Door, inner as open };",
                ),
                ("door.js", "export class Door { inner() { return 1; } }"),
            ],
            "class Door{inner(){return 1}}function e(){return Door}export{Door,e as open};",
        );
    }

    #[test]
    fn members_of_classes_and_objects_keep_their_names() {
        check(
            &[(
                "entry.js",
                "const status = 1; const going = 2;\nexport class A { #going = going; get status() { return this.#going + status; } }\nexport const b = { going, at: going };",
            )],
            "class A{#going=2;get status(){return this.#going+1}}const e={going:2,at:2};export{A,e as b};",
        );
    }

    #[test]
    fn other_forms_of_import_and_export_are_refused() {
        for text in [
            "import one from './one.js';",
            "import * as one from './one.js';",
            "import './one.js';",
            "import { one } from 'one';",
            "import { one as two } from './one.js';",
            "import { one } from '../one.js';",
            "export default 1;",
            "export * from './one.js';",
            "export { one } from './one.js';",
            "const one = import('./one.js');",
            "with (one) {}",
        ] {
            let files = [("entry.js", text), ("one.js", "export const one = 1;")];
            assert!(bundled(&files).is_err(), "{text}");
        }
    }

    #[test]
    fn a_name_declared_in_two_files_is_refused() {
        refused(
            &[
                (
                    "entry.js",
                    "import { one } from './one.js'; const [two] = one;",
                ),
                ("one.js", "export const one = [1]; function two() {}"),
            ],
            "both declare two",
        );
    }

    #[test]
    fn a_name_that_is_not_imported_is_refused() {
        refused(
            &[
                ("entry.js", "import { one } from './one.js'; open(one);"),
                ("one.js", "export const one = 1; function open() {}"),
            ],
            "entry.js uses open, which one.js declares",
        );
    }

    #[test]
    fn a_name_that_is_another_thing_inside_is_no_stranger() {
        let own = "import { one } from './one.js';\nexport const f = (open) => open(one.open, { open: 1 });";
        let files = [
            ("entry.js", own),
            ("one.js", "export const one = 1; function open() {}"),
        ];
        assert!(bundled(&files).is_ok());
    }

    #[test]
    fn a_circle_is_refused() {
        refused(
            &[
                ("entry.js", "import { a } from './a.js';"),
                ("a.js", "import { b } from './b.js'; export const a = b;"),
                ("b.js", "import { a } from './a.js'; export const b = a;"),
            ],
            "in a circle",
        );
    }

    #[test]
    fn a_missing_file_and_a_missing_export_are_named() {
        refused(
            &[("entry.js", "import { a } from './a.js';")],
            "entry.js wants a.js",
        );
        let files = [
            ("entry.js", "import { a } from './a.js';"),
            ("a.js", "const a = 1;"),
        ];
        refused(&files, "imports a, which a.js does not export");
    }
}
