//! Noting what is wrong, with its place, while types read themselves.

use super::node::Node;
use super::read::Read;
use crate::problem::{Place, Problem, quoted};
use std::rc::Rc;

/// How many problems are noted. Nobody mends more at once, and each takes many times the room of what is wrong.
/// A page shows all that are noted, to somebody who can only pass them on.
const MOST_PROBLEMS: usize = if cfg!(feature = "validate") { 1_000 } else { 20 };

/// How many items all lists of a document may have: more than fit into any that means well. What is read, or put
/// where it is wrong, can take fifty times the room of what stands there.
const MOST_ITEMS: usize = 1_000_000;

/// Reads types from a value, and notes what is wrong with it.
#[derive(Debug, Default)]
pub(crate) struct Reader {
    path: Vec<Step>,
    problems: Vec<Problem>,
    /// How many items the lists that were read so far have.
    items: usize,
    /// Where placeholders of ours stand: what is wrong with them is no news to the author.
    mended: Vec<String>,
}

#[derive(Debug, Clone, Copy)]
pub(super) enum Step {
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
        let what = || format!("this is {}", found.in_words());
        self.mend(what, || format!("write {wanted} here"));
    }

    /// Notes that a value is none of the words that it could be.
    pub(crate) fn wrong_word(&mut self, found: &Node, words: &[&str]) {
        let what = || match found {
            Node::Text(word) => format!("there is no choice `{}` here", quoted(word)),
            other => format!("this is {}", other.in_words()),
        };
        self.mend(what, || format!("write one of \"{}\"", words.join("\", \"")));
    }

    /// Notes that a placeholder stands where the reader is.
    fn mend(&mut self, what: impl FnOnce() -> String, remedy: impl FnOnce() -> String) {
        if self.is_full() {
            return;
        }
        let place = self.place();
        self.mended.push(place.pointer.clone());
        self.problems.push(Problem::of_format(place, what, remedy));
    }

    #[inline(never)]
    fn missing(&mut self, name: &str) {
        if self.is_full() || self.is_placeholder() {
            return;
        }
        let place = self.place();
        self.mended.push(format!("{}/{name}", place.pointer));
        self.problems.push(Problem::of_format(
            place,
            || format!("the field `{name}` is missing"),
            || "add it; the schema says what it is for",
        ));
    }

    /// The fields of a group; none, if it is not one.
    #[inline(never)]
    pub(crate) fn fields(&mut self, node: Node) -> Vec<(Rc<str>, Node)> {
        match node {
            Node::Fields(fields) => fields,
            other => {
                self.wrong(&other, "a group of fields in braces");
                Vec::new()
            }
        }
    }

    /// The items of a list; none, if it is not one, or there are too many by now.
    #[inline(never)]
    pub(super) fn items(&mut self, node: Node) -> Vec<Node> {
        match node {
            Node::List(items) => {
                self.items += items.len();
                if self.items <= MOST_ITEMS {
                    return items;
                }
                let remedy = || format!("the lists of a file have {MOST_ITEMS} items at most");
                self.mend(|| "there are too many items by here".to_owned(), remedy);
            }
            other => self.wrong(&other, "a list in square brackets"),
        }
        Vec::new()
    }

    /// Reads one field of a group and takes it out. `absent` is what its absence means; `None` if
    /// it may not be absent.
    pub(crate) fn field<T: Read>(
        &mut self,
        fields: &mut Vec<(Rc<str>, Node)>,
        name: &'static str,
        absent: fn() -> Option<T>,
    ) -> T {
        match taken(fields, name) {
            Some(node) => self.part(Step::Field(name), node),
            None => absent().unwrap_or_else(|| {
                self.missing(name);
                T::placeholder()
            }),
        }
    }

    /// Notes the fields that are left over, which a type does not have, or has already read.
    #[inline(never)]
    pub(crate) fn leftover(&mut self, fields: Vec<(Rc<str>, Node)>, known: &[&'static str]) {
        for (name, _) in fields {
            if self.is_full() {
                return;
            }
            let pointer = format!("{}/{}", self.pointer(), escaped(&name));
            let problem = if known.contains(&&*name) {
                let what = || format!("the field `{name}` stands here twice");
                Problem::of_format(Place::at(pointer), what, || "keep one of the two")
            } else {
                let what = || format!("there is no field `{}` here", quoted(&name));
                Problem::of_format(Place::at(pointer), what, || match nearest(&name, known) {
                    Some(known) => format!("did you mean `{known}`? Otherwise take it out"),
                    None => "take it out".to_owned(),
                })
            };
            self.problems.push(problem);
        }
    }

    /// Reads a part of the value.
    pub(super) fn part<T: Read>(&mut self, step: Step, node: Node) -> T {
        self.path.push(step);
        let read = T::read(node, self);
        self.path.pop();
        read
    }

    /// Whether as many problems are noted as there may be.
    fn is_full(&self) -> bool {
        self.problems.len() >= MOST_PROBLEMS
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

#[inline(never)]
fn taken(fields: &mut Vec<(Rc<str>, Node)>, name: &str) -> Option<Node> {
    let place = fields.iter().position(|(known, _)| &**known == name)?;
    Some(fields.remove(place).1)
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

    /// All of it, with what a check of the read value found, without what it found in placeholders, or for
    /// want of what was not noted any more.
    pub(crate) fn with(mut self, checked: Vec<Problem>) -> Vec<Problem> {
        if cfg!(feature = "validate") && self.problems.len() >= MOST_PROBLEMS {
            return self.problems;
        }
        let ours = |problem: &Problem| {
            self.mended.iter().any(|mended| {
                let within = problem.place.pointer.strip_prefix(mended.as_str());
                within.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
            })
        };
        let news: Vec<Problem> = checked.into_iter().filter(|problem| !ours(problem)).collect();
        self.problems.extend(news);
        self.problems
    }
}

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
