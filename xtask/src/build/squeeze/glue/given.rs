//! The functions that the glue gives to the module.

use super::{Glue, unreadable};
use crate::failure::Failure;
use crate::script::packed;
use crate::script::tokens::{Kind, Token};

/// A name and what it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct Given<'a> {
    pub(in super::super) name: &'a str,
    value: Vec<Token<'a>>,
}

impl Given<'_> {
    /// The text of its value, as it is shipped.
    pub(in super::super) fn text(&self) -> String {
        packed(&self.value)
    }
}

/// The object of functions, up to its first name.
const BEGINNING: &[&str] = &["const", "import0", "=", "{", "__proto__", ":", "null", ","];
/// The object that is given to the module, up to the name of the functions' object.
const OUTER: &[&str] = &["return", "{", "__proto__", ":", "null", ","];

impl<'a> Glue<'a> {
    /// What the module's file calls the glue, and the functions under that name.
    pub(in super::super) fn given(&self) -> Result<(String, Vec<Given<'a>>), Failure> {
        let (from, to) = self.inner()?;
        let mut given = Vec::new();
        let mut place = from;
        while place < to {
            if self.tokens[place].kind != Kind::Word || self.text(place + 1) != ":" {
                return Err(unreadable(format_args!(
                    "gives the module `{}` in a form of its own",
                    self.text(place)
                )));
            }
            let end = self.end_of_value(place + 2, to);
            given.push(Given {
                name: self.text(place),
                value: self.tokens[place + 2..end].to_vec(),
            });
            place = end + 1;
        }
        let name = self.text(self.outer()?);
        Ok((name.trim_matches(['"', '\'']).to_owned(), given))
    }

    /// Writes the functions as a list in this order, so that they need no names: the module asks
    /// for them by their place. What the module's file calls the glue becomes `name`.
    pub(in super::super) fn give(
        &mut self,
        given: &[&Given<'a>],
        name: &'static str,
    ) -> Result<(), Failure> {
        let outer = self.outer()?;
        self.tokens[outer].text = name;
        self.tokens[outer].kind = Kind::Word;
        self.tokens.drain(outer - 4..outer);
        let (from, to) = self.inner()?;
        let mut list = vec![sign("[")];
        for (place, given) in given.iter().enumerate() {
            list.extend((place > 0).then(|| sign(",")));
            list.extend(&given.value);
        }
        list.push(sign("]"));
        let open = from + 3 - BEGINNING.len();
        self.tokens.splice(open..=to, list);
        Ok(())
    }

    /// The place behind the beginning of the object of functions, and that of its end.
    fn inner(&self) -> Result<(usize, usize), Failure> {
        let start = self.find(BEGINNING)?;
        let end = self.partner(start + 3);
        let end = end.ok_or_else(|| unreadable("does not end what it gives to the module"))?;
        Ok((start + BEGINNING.len(), end))
    }

    /// The place of the only name in the object that is given to the module.
    fn outer(&self) -> Result<usize, Failure> {
        let place = self.find(OUTER)? + OUTER.len();
        let rest: Vec<_> = (1..6).map(|after| self.text(place + after)).collect();
        match rest[..] {
            [":", "import0", ",", "}", ..] if self.tokens[place].kind == Kind::Text => Ok(place),
            _ => Err(unreadable("gives the module more than its own functions")),
        }
    }

    /// The place of the comma behind the value, or of the end of the object.
    fn end_of_value(&self, start: usize, to: usize) -> usize {
        let mut place = start;
        while place < to && self.text(place) != "," {
            let opens = self.tokens[place].kind == Kind::Sign
                && matches!(self.text(place), "(" | "[" | "{");
            let end = opens.then(|| self.partner(place)).flatten();
            place = end.unwrap_or(place) + 1;
        }
        place.min(to)
    }
}

fn sign(text: &'static str) -> Token<'static> {
    Token {
        kind: Kind::Sign,
        text,
        on_new_line: false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::EXAMPLE;
    use super::*;

    #[test]
    fn the_functions_are_found_with_all_that_is_in_them() {
        let (module, given) = Glue::read(EXAMPLE).unwrap().given().unwrap();
        assert_eq!(module, "./app_bg.js");
        assert_eq!(given.len(), 3);
        assert_eq!(given[0].name, "__wbg_b_00ff00ff00ff00ff");
        assert_eq!(
            given[0].text(),
            "function(arg0,arg1){return getText(arg0,arg1);}"
        );
        let second = "function(){return handleError(function(arg0){const ret={f:[arg0,1],x};\
                      return ret;},arguments);}";
        assert_eq!(given[1].text(), second);
    }

    #[test]
    fn they_are_written_as_a_list_in_the_order_asked_for() {
        let mut glue = Glue::read(EXAMPLE).unwrap();
        let (_, given) = glue.given().unwrap();
        glue.give(&[&given[2], &given[0]], "w").unwrap();
        let script = glue.write();
        let list = "const import0=[function(){},function(arg0,arg1){return getText(arg0,arg1);}];";
        assert!(script.contains(list), "{script}");
        assert!(script.contains("return{w:import0,};"), "{script}");
    }

    #[test]
    fn a_second_object_for_the_module_stops_the_build() {
        let more = EXAMPLE.replace(
            "\"./app_bg.js\": import0,",
            "\"./app_bg.js\": import0, \"b\": b,",
        );
        assert!(Glue::read(&more).unwrap().given().is_err());
        let method = EXAMPLE.replace("__wbg_unused_22dd22dd22dd22dd: function", "unused");
        assert!(Glue::read(&method).unwrap().given().is_err());
    }
}
