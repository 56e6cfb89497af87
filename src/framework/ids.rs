//! Stable names of things. An id is for ever: records refer to it, texts may change under it.

use crate::json::{Node, Read, Reader};
use serde::Serialize;
use std::fmt;
use std::rc::Rc;

/// Longest id, in bytes.
const MAX_ID_LENGTH: usize = 64;

/// Whether a text can be an id: 1 to 64 lower-case letters, digits and hyphens, a letter first.
pub fn is_well_formed(id: &str) -> bool {
    id.len() <= MAX_ID_LENGTH
        && id.starts_with(|c: char| c.is_ascii_lowercase())
        && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[cfg_attr(feature = "validate", derive(serde::Deserialize, schemars::JsonSchema))]
        #[cfg_attr(
            feature = "validate",
            schemars(extend("pattern" = "^[a-z][a-z0-9-]{0,63}$"))
        )]
        #[serde(transparent)]
        pub struct $name(Rc<str>);

        impl $name {
            /// The id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The id as text that can be kept without copying it.
            pub fn shared(&self) -> Rc<str> {
                self.0.clone()
            }
        }

        impl Read for $name {
            fn read(node: Node, reader: &mut Reader) -> Self {
                Self(Read::read(node, reader))
            }

            fn placeholder() -> Self {
                Self(Read::placeholder())
            }
        }

        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                Self(id.into())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id! {
    /// Names a framework, and its file.
    FrameworkId
}
id! {
    /// Names a domain within its framework.
    DomainId
}
id! {
    /// Names an element within its framework.
    ElementId
}
id! {
    /// Names a statement within its framework.
    StatementId
}
id! {
    /// Names a further part within its framework.
    PartId
}
id! {
    /// Names a career stage within its framework.
    CareerStageId
}
