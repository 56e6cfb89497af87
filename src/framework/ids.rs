//! Stable names of things. An id is for ever: records refer to it, texts may change under it.

/// Defines types of ids.
macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
        #[cfg_attr(feature = "validate", derive(serde::Deserialize, schemars::JsonSchema))]
        #[cfg_attr(
            feature = "validate",
            schemars(extend("pattern" = "^[a-z][a-z0-9-]{0,63}$"))
        )]
        #[serde(transparent)]
        pub struct $name(std::rc::Rc<str>);

        impl $name {
            /// The id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The id as text that can be kept without copying it.
            pub fn shared(&self) -> std::rc::Rc<str> {
                self.0.clone()
            }
        }

        impl $crate::json::Read for $name {
            fn read(
                node: $crate::json::Node,
                reader: &mut $crate::json::Reader,
            ) -> Self {
                Self($crate::json::Read::read(node, reader))
            }

            fn placeholder() -> Self {
                Self($crate::json::Read::placeholder())
            }
        }

        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                Self(id.into())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

pub(crate) use id;

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
