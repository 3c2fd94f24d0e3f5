//! What is wrong with the fields of a payload, one entry each.

use super::code::Code;
use super::error::{Detail, RestError};
use super::resource::Resource;

/// The problems found so far.
#[derive(Debug)]
pub(crate) struct Problems {
    resource: &'static Resource,
    found: Vec<Detail>,
}

impl Problems {
    pub(crate) fn none(resource: &'static Resource) -> Self {
        Self {
            resource,
            found: Vec::new(),
        }
    }

    /// Notes a problem of the value at `pointer`, which starts with a slash (RFC 6901).
    pub(crate) fn add(&mut self, pointer: &str, code: Code, details: impl Into<String>) {
        self.found.push(Detail {
            code,
            details: details.into(),
            resource: Some(self.resource.kind),
            field: Some(pointer.to_owned()),
        });
    }

    /// Whether the field with this name, or a part of it, was found wrong.
    pub(crate) fn has(&self, name: &str) -> bool {
        let pointer = pointer("", name);
        self.found.iter().any(|detail| {
            let field = detail.field.as_deref().unwrap_or_default();
            let rest = field.strip_prefix(&pointer);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        })
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// An error when there is a problem.
    pub(crate) fn check(&mut self) -> Result<(), RestError> {
        if self.found.is_empty() {
            return Ok(());
        }
        Err(RestError::fields(std::mem::take(&mut self.found)))
    }
}

/// The pointer to `name` inside what `base` points to; `~` and `/` are escaped (RFC 6901 §3).
pub(crate) fn pointer(base: &str, name: &str) -> String {
    format!("{base}/{}", name.replace('~', "~0").replace('/', "~1"))
}
