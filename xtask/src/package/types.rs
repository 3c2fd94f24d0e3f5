//! The TypeScript declarations, file by file.

mod elements;
mod frameworks;

use std::fmt::Write as _;

use super::contract::{Contract, Method, Named, Property, Type};

/// A file of the package: its path there, and its text.
pub(super) type File = (String, String);

/// All declarations.
pub(super) fn files(contract: &Contract) -> Vec<File> {
    let own = |name: &str, text: String| (format!("types/{name}.d.ts"), text);
    let mut files = vec![
        own("types", shared(contract)),
        own("elements", elements::declarations(contract)),
        own("classes", CLASSES.to_owned()),
        own("index", "export * from \"./classes.js\";\n".to_owned()),
        own("languages", LANGUAGES.to_owned()),
        own("headless", headless(contract)),
        own("demo", demo(contract)),
        own("react", frameworks::react(contract)),
        own("vue", frameworks::vue(contract)),
    ];
    for element in &contract.elements {
        let text = format!("export {{ {} }} from \"../elements.js\";\n", element.class);
        files.push(own(&format!("define/{}", element.tag), text));
    }
    files
}

const CLASSES: &str = "\
import type { InitOptions } from \"./types.js\";
export * from \"./types.js\";
export * from \"./elements.js\";
/** Says where the WebAssembly comes from; to be called before the first element connects. */
export declare function init(options?: InitOptions): Promise<void>;
/** Lets elements speak a language: those whose `lang`, or that of what they stand in, is this tag or a
 * narrower one. `texts` leads from English, as in `languages/en.json`, to the language; gaps such as
 * `{span}` stay, and what is missing stays English.
 * @throws {RangeError} where the tag is none
 * @throws {TypeError} where `texts` is not an object of texts */
export declare function registerLanguage(tag: string, texts: Readonly<Record<string, string>>): void;
";

/// A language to try.
const LANGUAGES: &str = "\
/** Each text that elements show, by its English wording. */
declare const texts: Readonly<Record<string, string>>;
export default texts;
";

/// The types that everybody shares.
fn shared(contract: &Contract) -> String {
    let mut out = String::new();
    union(
        &mut out,
        "Status",
        "The public status of a session.",
        &contract.statuses,
    );
    union(
        &mut out,
        "ErrorKind",
        "What can go wrong: a closed list.",
        &contract.error_kinds,
    );
    for declared in &contract.types {
        out.push_str(&declaration(declared));
    }
    out
}

fn union(out: &mut String, name: &str, meaning: &str, members: &[Named]) {
    let _ = writeln!(out, "/** {meaning} */\nexport type {name} =");
    for member in members {
        let _ = writeln!(out, "  /** {} */\n  | \"{}\"", member.meaning, member.name);
    }
    out.truncate(out.trim_end().len());
    out.push_str(";\n");
}

fn declaration(declared: &Type) -> String {
    let Type { name, meaning, .. } = declared;
    if let Some(text) = &declared.text {
        return format!("/** {meaning} */\nexport type {name} = {text};\n");
    }
    let fields: String = declared
        .fields
        .iter()
        .map(|field| member("", field))
        .collect();
    format!("/** {meaning} */\nexport interface {name} {{\n{fields}}}\n")
}

/// A line of an interface or a class, with its meaning above.
fn member(before: &str, property: &Property) -> String {
    let Property {
        name,
        kind,
        meaning,
        ..
    } = property;
    format!("  /** {meaning} */\n  {before}{name}: {kind};\n")
}

fn read_only(property: &Property) -> String {
    member(if property.settable { "" } else { "readonly " }, property)
}

fn method(method: &Method) -> String {
    let Method {
        name,
        parameters,
        returns,
        meaning,
        ..
    } = method;
    let errors: Vec<String> = method
        .errors
        .iter()
        .map(|kind| format!("`{kind}`"))
        .collect();
    let rejects = if errors.is_empty() {
        String::new()
    } else {
        format!(" Among its errors: {}.", errors.join(", "))
    };
    format!("  /** {meaning}{rejects} */\n  {name}({parameters}): {returns};\n")
}

/// The door without elements.
fn headless(contract: &Contract) -> String {
    let members: String = contract.headless.properties.iter().map(read_only).collect();
    let methods: String = contract.headless.methods.iter().map(method).collect();
    let names = type_names(contract);
    format!(
        "import type {{ {names} }} from \"./types.js\";\n\
         export * from \"./types.js\";\n\
         /** {} */\n\
         export interface SellSession {{\n{members}{methods}}}\n\
         /** Opens a session, and finishes a sign-in that was under way. */\n\
         export declare function createSession(options: SessionOptions): Promise<SellSession>;\n\
         /** Says where the WebAssembly comes from; to be called before the first session. */\n\
         export declare function init(options?: InitOptions): Promise<void>;\n",
        contract.headless.description
    )
}

/// The pretend Sell.
fn demo(contract: &Contract) -> String {
    let door = &contract.demo;
    let mut out =
        "import type { Scope, SignInOptions, SignInOutcome, Status } from \"./types.js\";\n"
            .to_owned();
    union(&mut out, "DemoState", "Where a demo begins.", &door.states);
    let options: String = door.options.iter().map(|field| member("", field)).collect();
    let properties: String = door.properties.iter().map(read_only).collect();
    let methods: String = door.methods.iter().map(method).collect();
    let _ = write!(
        out,
        "/** How a demo is. */\nexport interface DemoOptions {{\n{options}}}\n\
         /** A sign-in element, or a session without one. */\n\
         export interface DemoSession {{\n  readonly status: Status;\n  \
         signIn(options?: SignInOptions): Promise<SignInOutcome>;\n  forget(): void;\n}}\n\
         /** {} */\nexport interface Demo {{\n{properties}{methods}}}\n\
         /** Begins the demo; one that runs is replaced. Throws where the tab holds a real token. */\n\
         export declare function startDemo(options?: DemoOptions): Demo;\n",
        door.description
    );
    out
}

fn type_names(contract: &Contract) -> String {
    let declared = contract.types.iter().map(|declared| declared.name.as_str());
    let names: Vec<&str> = ["Status", "ErrorKind"]
        .into_iter()
        .chain(declared)
        .collect();
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str) -> String {
        let files = files(&Contract::read().unwrap());
        files.into_iter().find(|(path, _)| path == name).unwrap().1
    }

    #[test]
    fn statuses_and_kinds_are_closed_lists() {
        let types = file("types/types.d.ts");
        assert!(types.contains("  | \"signing-in\"\n"), "{types}");
        assert!(types.contains("  | \"internal\";\n"), "{types}");
        assert!(types.contains("  fingerprint: string;\n"), "{types}");
    }

    #[test]
    fn attributes_are_properties_and_facts_cannot_be_set() {
        let elements = file("types/elements.d.ts");
        assert!(
            elements.contains("  mode: \"redirect\" | \"popup\";\n"),
            "{elements}"
        );
        assert!(
            elements.contains("  readonly status: Status;\n"),
            "{elements}"
        );
        assert!(elements.contains("  calls: CallSpec[];\n"), "{elements}");
    }

    #[test]
    fn events_are_known_to_listeners_of_any_element() {
        let elements = file("types/elements.d.ts");
        let line = "\"sell-signed-in\": CustomEvent<SellSignedInDetail>;";
        assert!(elements.contains(line), "{elements}");
        for place in ["GlobalEventHandlersEventMap", "ShadowRootEventMap"] {
            assert!(elements.contains(&format!(
                "interface {place} extends SellElementEventMap {{}}"
            )));
        }
    }
}
