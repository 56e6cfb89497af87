//! Types that read themselves from a value.

use super::node::Node;
use super::reader::{Reader, Step};
use std::rc::Rc;

/// A type that can be read from a value.
pub(crate) trait Read: Sized {
    /// Reads it; notes what is wrong and puts placeholders there.
    fn read(node: Node, reader: &mut Reader) -> Self;

    /// What stands where there should have been one.
    fn placeholder() -> Self;

    /// What the absence of a field of this type means; `None` if it may not be absent.
    fn absent() -> Option<Self> {
        None
    }
}

impl Read for Rc<str> {
    fn read(node: Node, reader: &mut Reader) -> Self {
        match node {
            Node::Text(text) => text,
            other => {
                reader.wrong(&other, "a text in quotes");
                Self::placeholder()
            }
        }
    }

    fn placeholder() -> Self {
        "".into()
    }
}

/// A whole number within the range of a type.
#[inline(never)]
fn whole_number(node: &Node, most: u64, reader: &mut Reader) -> u64 {
    match node {
        Node::Whole(number) if *number <= most => *number,
        other => {
            reader.wrong(other, &format!("a whole number from 0 to {most}"));
            0
        }
    }
}

macro_rules! whole_numbers {
    ($($number:ident)*) => {$(
        impl Read for $number {
            fn read(node: Node, reader: &mut Reader) -> Self {
                // Within the type's range, so nothing is cut off.
                whole_number(&node, Self::MAX as u64, reader) as Self
            }

            fn placeholder() -> Self {
                0
            }
        }
    )*};
}

whole_numbers! { u8 u32 u64 usize }

impl Read for bool {
    fn read(node: Node, reader: &mut Reader) -> Self {
        match node {
            Node::Bool(is) => is,
            other => {
                reader.wrong(&other, "true or false");
                Self::placeholder()
            }
        }
    }

    fn placeholder() -> Self {
        false
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(node: Node, reader: &mut Reader) -> Self {
        let numbered = reader.items(node).into_iter().enumerate();
        numbered.map(|(number, item)| reader.part(Step::Item(number), item)).collect()
    }

    fn placeholder() -> Self {
        Self::new()
    }
}

impl<T: Read> Read for Option<T> {
    fn read(node: Node, reader: &mut Reader) -> Self {
        match node {
            Node::Null => None,
            other => Some(T::read(other, reader)),
        }
    }

    fn placeholder() -> Self {
        None
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

/// Defines types that are read from groups of fields: one for each field, under the field's name or
/// the one given after `as`. What stands after `=` is what the absence of a field means.
macro_rules! document {
    ($(
        $(#[$about:meta])*
        $seen:vis struct $name:ident {
            $(
                $(#[$about_field:meta])*
                $seen_field:vis $field:ident $(as $json:literal)? : $type:ty $(= $absent:expr)?,
            )*
        }
    )*) => {$(
        $(#[$about])*
        $seen struct $name {
            $( $(#[$about_field])* $seen_field $field: $type, )*
        }

        impl $crate::json::Read for $name {
            fn read(node: $crate::json::Node, reader: &mut $crate::json::Reader) -> Self {
                let mut fields = reader.fields(node);
                let read = Self {
                    $( $field: reader.field(
                        &mut fields,
                        $crate::json::document!(@name $field $($json)?),
                        $crate::json::document!(@absent $($absent)?),
                    ), )*
                };
                reader.leftover(fields, &[$( $crate::json::document!(@name $field $($json)?) ),*]);
                read
            }

            fn placeholder() -> Self {
                Self { $( $field: $crate::json::Read::placeholder() ),* }
            }
        }
    )*};
    (@name $field:ident) => { stringify!($field) };
    (@name $field:ident $json:literal) => { $json };
    (@absent) => { $crate::json::Read::absent };
    (@absent $absent:expr) => { || Some($absent) };
}

/// Defines types that are one of several words.
macro_rules! choice {
    ($(
        $(#[$about:meta])*
        $seen:vis enum $name:ident {
            $( $(#[$about_choice:meta])* $choice:ident as $word:literal, )*
        }
    )*) => {$(
        $(#[$about])*
        $seen enum $name {
            $( $(#[$about_choice])* #[serde(rename = $word)] $choice, )*
        }

        impl $name {
            /// All of them.
            pub const ALL: &[Self] = &[$( Self::$choice ),*];

            /// The word for it in files and addresses.
            pub fn as_str(self) -> &'static str {
                match self {
                    $( Self::$choice => $word, )*
                }
            }

            /// Reads the word.
            pub fn parse(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|choice| choice.as_str() == word)
            }
        }

        impl $crate::json::Read for $name {
            fn read(node: $crate::json::Node, reader: &mut $crate::json::Reader) -> Self {
                let word = if let $crate::json::Node::Text(word) = &node { &**word } else { "" };
                Self::parse(word).unwrap_or_else(|| {
                    reader.wrong_word(&node, &[$( $word ),*]);
                    <Self as $crate::json::Read>::placeholder()
                })
            }

            fn placeholder() -> Self {
                let [first, ..] = [$( Self::$choice ),*];
                first
            }
        }
    )*};
}

pub(crate) use {choice, document};
