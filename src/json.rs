//! Reading JSON from outside into our types, with every fault noted and none fatal.
//!
//! Serde's derived readers stop at the first fault, and each type that has one adds two kilobytes
//! of wasm. Here serde_json reads a text into a [`Node`], and the types read themselves from that:
//! [`document!`] makes their readers from their fields, so a type stays the only definition of its
//! format. Where a part is missing or wrong, a [`Reader`] notes it with its place and puts a
//! placeholder there, so that everything else is still read and checked.

use crate::problem::{Place, Problem, quoted};
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use std::fmt;
use std::rc::Rc;

/// A JSON value as it stands in a file.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Node {
    Null,
    Bool,
    /// A whole number from 0, or `None` for any other number.
    Number(Option<u64>),
    Text(Rc<str>),
    List(Vec<Node>),
    /// In the order of the file; a name can stand here twice.
    Fields(Vec<(Rc<str>, Node)>),
}

impl Node {
    /// The value of a field.
    pub(crate) fn field(&self, name: &str) -> Option<&Self> {
        let Self::Fields(fields) = self else { return None };
        fields.iter().find(|(known, _)| &**known == name).map(|(_, value)| value)
    }

    fn in_words(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool => "true or false",
            Self::Number(_) => "a number",
            Self::Text(_) => "a text in quotes",
            Self::List(_) => "a list in square brackets",
            Self::Fields(_) => "a group of fields in braces",
        }
    }
}

/// Reads a text into a value.
///
/// # Errors
/// Where the text is not JSON, or nested more than 127 deep.
pub(crate) fn parse(text: &str) -> Result<Node, serde_json::Error> {
    serde_json::from_str(text)
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Node, E> {
        Ok(Node::Bool)
    }

    fn visit_u64<E>(self, number: u64) -> Result<Node, E> {
        Ok(Node::Number(Some(number)))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Node, E> {
        Ok(Node::Number(None))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Node, E> {
        Ok(Node::Number(None))
    }

    fn visit_str<E>(self, text: &str) -> Result<Node, E> {
        Ok(Node::Text(text.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Node, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = entries.next_entry::<String, Node>()? {
            fields.push((field.0.into(), field.1));
        }
        Ok(Node::Fields(fields))
    }
}

/// Reads types from a value, and notes what is wrong with it.
#[derive(Debug, Default)]
pub(crate) struct Reader {
    path: Vec<Step>,
    problems: Vec<Problem>,
    /// Where placeholders of ours stand: what is wrong with them is no news to the author.
    mended: Vec<String>,
}

#[derive(Debug, Clone, Copy)]
enum Step {
    Field(&'static str),
    Item(usize),
}

impl Reader {
    /// Reads a value as a type. Returns it with all that is wrong; where something is, placeholders
    /// stand in it.
    pub(crate) fn read<T: Read>(node: Node) -> (T, Findings) {
        let mut reader = Self::default();
        let read = T::read(node, &mut reader);
        (read, Findings { problems: reader.problems, mended: reader.mended })
    }

    /// Notes that a value is of another type than it should be.
    pub(crate) fn wrong(&mut self, found: &Node, wanted: &str) {
        let place = self.place();
        self.mended.push(place.pointer.clone());
        let what = format!("this is {}", found.in_words());
        self.problems.push(Problem::new(place, what, format!("write {wanted} here")));
    }

    fn missing(&mut self, name: &str) {
        let place = self.place();
        self.mended.push(format!("{}/{name}", place.pointer));
        let what = format!("the field `{name}` is missing");
        self.problems.push(Problem::new(place, what, "add it; the schema says what it is for"));
    }

    /// The fields of a group; none, if it is not one.
    pub(crate) fn fields(&mut self, node: Node) -> Vec<(Rc<str>, Node)> {
        match node {
            Node::Fields(fields) => fields,
            other => {
                self.wrong(&other, "a group of fields in braces");
                Vec::new()
            }
        }
    }

    /// Reads one field of a group and takes it out.
    pub(crate) fn field<T: Read>(
        &mut self,
        fields: &mut Vec<(Rc<str>, Node)>,
        name: &'static str,
    ) -> T {
        let Some(place) = fields.iter().position(|(known, _)| &**known == name) else {
            return T::absent().unwrap_or_else(|| {
                if !self.is_placeholder() {
                    self.missing(name);
                }
                T::placeholder()
            });
        };
        let (_, node) = fields.remove(place);
        self.within(Step::Field(name), |reader| T::read(node, reader))
    }

    /// Notes the fields that are left over, which a type does not have, or has already read.
    pub(crate) fn leftover(&mut self, fields: Vec<(Rc<str>, Node)>, known: &[&'static str]) {
        for (name, _) in fields {
            let pointer = format!("{}/{}", self.pointer(), escaped(&name));
            let (what, remedy) = if known.contains(&&*name) {
                (format!("the field `{name}` stands here twice"), "keep one of the two".to_owned())
            } else {
                let what = format!("there is no field `{}` here", quoted(&name));
                match nearest(&name, known) {
                    Some(known) => (what, format!("did you mean `{known}`? Otherwise take it out")),
                    None => (what, "take it out".to_owned()),
                }
            };
            self.problems.push(Problem::new(Place::at(pointer), what, remedy));
        }
    }

    fn within<T>(&mut self, step: Step, read: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(step);
        let value = read(self);
        self.path.pop();
        value
    }

    /// Whether what is being read is known to be wrong as a whole, so that its parts are no news.
    fn is_placeholder(&self) -> bool {
        self.mended.last().is_some_and(|mended| *mended == self.pointer())
    }

    fn place(&self) -> Place {
        Place::at(self.pointer())
    }

    fn pointer(&self) -> String {
        let mut pointer = String::new();
        for step in &self.path {
            pointer.push('/');
            match step {
                Step::Field(name) => pointer.push_str(name),
                Step::Item(number) => pointer.push_str(&number.to_string()),
            }
        }
        pointer
    }
}

/// What was found wrong in reading.
#[derive(Debug)]
pub(crate) struct Findings {
    problems: Vec<Problem>,
    mended: Vec<String>,
}

impl Findings {
    /// Whether nothing was.
    pub(crate) fn is_empty(&self) -> bool {
        self.problems.is_empty()
    }

    /// All of it, with what a check of the read value found, without what it found in placeholders.
    pub(crate) fn with(mut self, checked: Vec<Problem>) -> Vec<Problem> {
        let ours = |problem: &Problem| {
            self.mended.iter().any(|mended| problem.place.pointer.starts_with(mended.as_str()))
        };
        let news: Vec<Problem> = checked.into_iter().filter(|problem| !ours(problem)).collect();
        self.problems.extend(news);
        self.problems
    }
}

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
                    reader.wrong(&found, concat!("a number that is not too large (", stringify!($number), ")"));
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

/// A name as part of a JSON pointer (RFC 6901, section 3).
pub(crate) fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// The known name that a mistyped one most likely stands for: alike but for case, hyphens and
/// underscores, or with one starting with the other.
fn nearest(name: &str, known: &[&'static str]) -> Option<&'static str> {
    let plain = |text: &str| text.to_ascii_lowercase().replace(['-', '_', ' '], "");
    let wanted = plain(name);
    let alike = |candidate: &&&'static str| {
        let candidate = plain(candidate);
        wanted.len() >= 3 && (candidate.starts_with(&wanted) || wanted.starts_with(&candidate))
    };
    known.iter().find(alike).copied()
}
