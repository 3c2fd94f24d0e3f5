//! What the compiler asks of its linker.

use std::fs;
use std::path::PathBuf;

use crate::build::squeeze::module::reader::unreadable;
use crate::failure::Failure;
use crate::workspace;

/// How the compiler begins to talk to a linker of this family.
const FAMILY: &str = "-flavor";
/// Before a file that holds the arguments, one a line, when they are many.
const IN_FILE: char = '@';
/// What drops names.
const WITHOUT_NAMES: [&str; 2] = ["--strip-all", "--strip-debug"];

/// The arguments of a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Arguments {
    list: Vec<String>,
    /// The file that held them.
    file: Option<PathBuf>,
}

impl Arguments {
    /// Whether these are those of a call for the linker. No command of ours begins so.
    pub(super) fn is_call(given: &[String]) -> bool {
        let begins = |first: &String| first == FAMILY || first.starts_with(IN_FILE);
        given.first().is_some_and(begins)
    }

    pub(super) fn read(given: &[String]) -> Result<Self, Failure> {
        let file = given.first().and_then(|first| first.strip_prefix(IN_FILE));
        let Some(file) = file.map(PathBuf::from) else {
            let list = given.to_vec();
            return Ok(Self { list, file: None });
        };
        let list = workspace::read(&file)?.lines().map(plain).collect();
        let file = Some(file);
        Ok(Self { list, file })
    }

    /// The one object file, which holds the whole app.
    pub(super) fn object(&self) -> Result<PathBuf, Failure> {
        let files = self
            .list
            .iter()
            .filter(|one| workspace::is_of_kind(one, &["o"]));
        match files.collect::<Vec<_>>()[..] {
            [file] => Ok(PathBuf::from(file)),
            _ => Err(Failure::new(
                "the compiler does not hand the app to the linker as one object file",
                "keep `lto = \"fat\"` and `codegen-units = 1` in the release profile",
            )),
        }
    }

    /// The file to write.
    pub(super) fn output(&self) -> Result<PathBuf, Failure> {
        let mut after = self.list.iter().skip_while(|one| *one != "-o").skip(1);
        let file = after.next().map(PathBuf::from);
        file.ok_or_else(|| unreadable("is to be linked into no file"))
    }

    /// Has the linker keep the names of functions.
    pub(super) fn keep_names(&mut self) {
        self.list
            .retain(|one| !WITHOUT_NAMES.contains(&one.as_str()));
    }

    /// The arguments for the linker that does the work.
    pub(super) fn passed_on(&self) -> Result<Vec<String>, Failure> {
        let Some(file) = &self.file else {
            return Ok(self.list.clone());
        };
        let lines: String = self.list.iter().map(|one| escaped(one) + "\n").collect();
        fs::write(file, lines).map_err(|error| Failure::file(file, &error))?;
        Ok(vec![format!("{IN_FILE}{}", file.display())])
    }
}

/// An argument as it stands in a file, where a backslash is before each space and backslash.
fn escaped(argument: &str) -> String {
    argument.replace('\\', "\\\\").replace(' ', "\\ ")
}

fn plain(line: &str) -> String {
    let mut signs = line.chars();
    let mut argument = String::new();
    while let Some(sign) = signs.next() {
        let escaped = if sign == '\\' { signs.next() } else { None };
        argument.push(escaped.unwrap_or(sign));
    }
    argument
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::env;

    const CALL: &[&str] = &[
        "-flavor",
        "wasm",
        "a.o",
        "b.rlib",
        "-o",
        "c d.wasm",
        "--strip-all",
    ];

    fn texts(given: &[&str]) -> Vec<String> {
        given.iter().map(|one| (*one).to_owned()).collect()
    }

    #[test]
    fn a_command_of_a_person_is_no_call_for_the_linker() {
        assert!(!Arguments::is_call(&texts(&["size", "--no-build"])));
        assert!(!Arguments::is_call(&[]));
        assert!(Arguments::is_call(&texts(CALL)));
    }

    #[test]
    fn the_object_and_the_output_are_found() {
        let arguments = Arguments::read(&texts(CALL)).unwrap();
        assert_eq!(arguments.object(), Ok(PathBuf::from("a.o")));
        assert_eq!(arguments.output(), Ok(PathBuf::from("c d.wasm")));
    }

    #[test]
    fn several_objects_are_refused() {
        let two = Arguments::read(&texts(&["-flavor", "wasm", "a.o", "b.o"])).unwrap();
        assert!(two.object().is_err());
    }

    #[test]
    fn names_are_kept_and_all_else_is_passed_on() {
        let mut arguments = Arguments::read(&texts(CALL)).unwrap();
        arguments.keep_names();
        assert_eq!(arguments.passed_on(), Ok(texts(&CALL[..6])));
    }

    #[test]
    fn arguments_in_a_file_are_read_from_it_and_written_back() {
        let file = env::temp_dir().join(format!("xtask-link-{}", std::process::id()));
        fs::write(
            &file,
            "-flavor\nwasm\na.o\n-o\nc\\ d\\\\e.wasm\n--strip-all\n",
        )
        .unwrap();
        let given = [format!("@{}", file.display())];
        assert!(Arguments::is_call(&given));
        let mut arguments = Arguments::read(&given).unwrap();
        assert_eq!(arguments.output(), Ok(PathBuf::from("c d\\e.wasm")));
        arguments.keep_names();
        assert_eq!(arguments.passed_on(), Ok(given.to_vec()));
        let text = fs::read_to_string(&file).unwrap();
        assert_eq!(text, "-flavor\nwasm\na.o\n-o\nc\\ d\\\\e.wasm\n");
        fs::remove_file(&file).unwrap();
    }
}
