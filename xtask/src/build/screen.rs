//! The Embed screen beside the app: a page of its own, its module, and the published elements in it.

use std::path::Path;

use super::names::{GLUE, MODULE, by_bytes};
use crate::capture::{sheet, styles};
use crate::failure::Failure;
use crate::package::{self, integrity::sha384, wasm::ELEMENTS};
use crate::tools::Toolbox;
use crate::workspace;

/// The folder of the elements in `dist/`.
const FOLDER: &str = "elements/";

/// Writes the page and everything that only it loads.
pub(super) fn add(dist: &Path, tools: &Toolbox) -> Result<(), Failure> {
    let root = workspace::root();
    let mut page = Page {
        dist,
        text: workspace::read(&root.join("static/embed.html"))?,
    };
    let elements = package::elements(tools)?;
    let module = by_bytes("sell-elements-", &elements.module, ".wasm");
    let script = renamed(&elements.script, ELEMENTS.shipped, &module)?;
    page.put(
        "ELEMENTS_MODULE",
        &(FOLDER.to_owned() + &module),
        &elements.module,
    )?;
    let name = by_bytes("sell-elements-", script.as_bytes(), ".js");
    page.put(
        "ELEMENTS_SCRIPT",
        &(FOLDER.to_owned() + &name),
        script.as_bytes(),
    )?;

    let screen = package::screen(tools)?;
    let name = by_bytes("sell-embed-", &screen.module, MODULE);
    page.put("SCREEN_MODULE", &name, &screen.module)?;
    let name = by_bytes("sell-embed-", screen.script.as_bytes(), GLUE);
    page.put("SCREEN_SCRIPT", &name, screen.script.as_bytes())?;

    let folder = root.join("static/styles");
    let css = styles::bundle("embed.css", &|name| workspace::read(&folder.join(name)))?;
    let css = sheet::squeezed(&css);
    workspace::write(&dist.join("styles/embed.css"), css.as_bytes())?;
    workspace::write(&dist.join("embed.html"), page.text.as_bytes())
}

/// The page while its places are being filled.
struct Page<'a> {
    dist: &'a Path,
    text: String,
}

impl Page<'_> {
    /// Writes a file and says on the page where it is, and its hash where there is a place for it.
    fn put(&mut self, place: &str, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        workspace::write(&self.dist.join(name), bytes)?;
        self.text = filled(&self.text, place, name, bytes)?;
        Ok(())
    }
}

fn filled(page: &str, place: &str, name: &str, bytes: &[u8]) -> Result<String, Failure> {
    let mark = format!("__{place}__");
    if !page.contains(&mark) {
        return Err(Failure::new(
            format_args!("static/embed.html has no place for {mark}"),
            "load the file there",
        ));
    }
    let hash = format!("__{place}_HASH__");
    Ok(page.replace(&hash, &sha384(bytes)).replace(&mark, name))
}

/// The script with the one name that it has for its module replaced.
fn renamed(script: &str, old: &str, new: &str) -> Result<String, Failure> {
    let (old, new) = (format!("./{old}"), format!("./{new}"));
    match script.matches(&old).count() {
        1 => Ok(script.replace(&old, &new)),
        count => Err(Failure::new(
            format_args!("the script of the elements names {old} {count} times"),
            "check xtask/src/package/glue.rs",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_gets_the_name_and_the_hash_of_its_file() {
        let page = "<script src=\"__A__\" integrity=\"__A_HASH__\"><script src=\"__B__\">";
        let filled = filled(page, "A", "a-1.js", b"").unwrap();
        let hash = sha384(b"");
        let expected =
            format!("<script src=\"a-1.js\" integrity=\"{hash}\"><script src=\"__B__\">");
        assert_eq!(filled, expected);
    }

    #[test]
    fn a_file_that_the_page_does_not_load_is_refused() {
        assert!(filled("<script src=\"__A__\">", "B", "b.js", b"").is_err());
    }

    #[test]
    fn the_module_has_one_name_in_the_script() {
        let script = "new URL('./a.wasm',import.meta.url)";
        assert!(
            renamed(script, "a.wasm", "a-1.wasm")
                .unwrap()
                .contains("'./a-1.wasm'")
        );
        assert!(renamed("", "a.wasm", "a-1.wasm").is_err());
        assert!(renamed(&script.repeat(2), "a.wasm", "a-1.wasm").is_err());
    }
}
