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

impl Read for u64 {
    fn read(node: Node, reader: &mut Reader) -> Self {
        match node {
            Node::Number(Some(number)) => number,
            other => {
                reader.wrong(&other, "a whole number from 0");
                0
            }
        }
    }

    fn placeholder() -> Self {
        0
    }
}

/// The other whole numbers, by way of the widest.
macro_rules! narrow {
    ($($number:ident)*) => {$(
        impl Read for $number {
            fn read(node: Node, reader: &mut Reader) -> Self {
                let found = node.clone();
                u64::read(node, reader).try_into().unwrap_or_else(|_| {
                    reader.wrong(&found, &format!("a whole number from 0 to {}", $number::MAX));
                    0
                })
            }

            fn placeholder() -> Self {
                0
            }
        }
    )*};
}

narrow! { u8 u32 usize }

impl<T: Read> Read for Vec<T> {
    fn read(node: Node, reader: &mut Reader) -> Self {
        match node {
            Node::List(items) => {
                let numbered = items.into_iter().enumerate();
                let read = |(number, item)| {
                    reader.within(Step::Item(number), |reader| T::read(item, reader))
                };
                numbered.map(read).collect()
            }
            other => {
                reader.wrong(&other, "a list in square brackets");
                Self::new()
            }
        }
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
/// the one given after `as`.
macro_rules! document {
    ($(
        $(#[$about:meta])*
        $seen:vis struct $name:ident {
            $(
                $(#[$about_field:meta])*
                $seen_field:vis $field:ident $(as $json:literal)? : $type:ty,
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
}

pub(crate) use document;
