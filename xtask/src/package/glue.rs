//! The glue of a module as one of our own modules: a function that makes a fresh instance of it, in
//! a scope of its own, and the place of the wasm with its hash.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::bundle::Module;
use super::integrity::sha384;
use super::wasm::Compiled;
use crate::failure::Failure;
use crate::script::packed;

/// What Yew calls its properties on nodes. Two modules on one page, say a page written in Yew and
/// our elements in it, would take each other's nodes for their own.
const OF_YEW: &str = "__yew_";

/// Where the script finds the module.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// In a file beside it, with a hash that the browser enforces.
    Beside,
    /// In the script itself.
    Inside,
}

/// The module `./glue.js` that our own scripts import.
pub(super) fn script(compiled: &Compiled, place: Place) -> Result<String, Failure> {
    let glue = without_yews_names(&compiled.glue, &compiled.module)?;
    let module = Module::read(compiled.part.shipped, &glue)?;
    let exports: Vec<String> = module
        .exports
        .iter()
        .map(|(public, own)| format!("{public}:{own}"))
        .collect();
    Ok(format!(
        "export const makeGlue=()=>{{{}\nreturn{{{}}};}};\nexport const source=()=>({});",
        packed(&module.body),
        exports.join(","),
        found(compiled, place)
    ))
}

/// An object with the module's address and hash, or with its bytes.
fn found(compiled: &Compiled, place: Place) -> String {
    let name = compiled.part.shipped;
    match place {
        Place::Beside => format!(
            "{{url:new URL('./{name}',import.meta.url),integrity:'{}'}}",
            sha384(&compiled.module)
        ),
        Place::Inside => format!(
            "{{bytes:Uint8Array.from(atob('{}'),one=>one.charCodeAt(0))}}",
            STANDARD.encode(&compiled.module)
        ),
    }
}

/// The glue with names of its own for Yew's properties: no other build has the same.
fn without_yews_names(glue: &str, module: &[u8]) -> Result<String, Failure> {
    let hash = Sha256::digest(module);
    let own = format!(".__sell_{:02x}{:02x}{:02x}_", hash[0], hash[1], hash[2]);
    let glue = glue.replace(&format!(".{OF_YEW}"), &own);
    if glue.contains(OF_YEW) {
        return Err(Failure::new(
            format_args!("the glue names {OF_YEW}… in another way than as a property"),
            "teach xtask/src/package/glue.rs that way",
        ));
    }
    Ok(glue)
}

#[cfg(test)]
mod tests {
    use super::super::wasm::ELEMENTS;
    use super::*;

    fn compiled(glue: &str) -> Compiled {
        Compiled {
            part: ELEMENTS,
            module: b"\0asm".to_vec(),
            glue: glue.to_owned(),
        }
    }

    #[test]
    fn the_glue_is_a_function_that_returns_what_it_exported() {
        let glue = "let wasm;export class Session{}function a(){}export{a as imports};";
        let script = script(&compiled(glue), Place::Beside).unwrap();
        let expected = "export const makeGlue=()=>{let wasm;class Session{}function a(){}\n\
                        return{Session:Session,imports:a};};";
        assert!(script.starts_with(expected), "{script}");
        assert!(
            script.contains("new URL('./sell-elements.wasm',import.meta.url)"),
            "{script}"
        );
        assert!(script.contains("integrity:'sha384-"), "{script}");
    }

    #[test]
    fn the_bytes_may_be_inside() {
        let script = script(&compiled("export{a as imports};"), Place::Inside).unwrap();
        assert!(script.contains("atob('AGFzbQ==')"), "{script}");
    }

    #[test]
    fn yews_properties_get_names_that_depend_on_the_build() {
        let glue = "function f(a){a.__yew_subtree_id=1;}";
        let one = without_yews_names(glue, b"one").unwrap();
        assert!(
            one.starts_with("function f(a){a.__sell_7692c3_subtree_id"),
            "{one}"
        );
        assert_ne!(one, without_yews_names(glue, b"two").unwrap());
        assert!(without_yews_names("a['__yew_subtree_id']", b"one").is_err());
    }

    #[test]
    fn a_glue_that_imports_is_refused() {
        let snippet = "import{a}from'./snippets/x/inline0.js';export{a as default};";
        assert!(script(&compiled(snippet), Place::Beside).is_err());
    }
}
