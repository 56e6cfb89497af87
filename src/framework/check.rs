//! What a framework must be beyond having the right fields.
//!
//! A framework without problems has: one format version that we know; well-formed ids, unique
//! among their kind; texts that are neither empty nor endless; a rating scale of two to nine points
//! numbered from 1; no empty domain or element; and a short form that names statements that exist,
//! each once. The rest of the crate relies on this.

use super::ids::is_well_formed;
use super::model::{Framework, RatingScale};
use crate::id_map::IdMap;
use crate::problem::{Place, Problem, quoted};
use std::fmt;
use std::rc::Rc;

/// The file format that this code reads and writes.
pub(super) const FORMAT: u32 = 1;

/// Longest label or title, in characters.
const MAX_TITLE: usize = 120;
/// Longest other text, in characters.
const MAX_TEXT: usize = 2_000;
/// As many points as there are digit keys to choose them.
const MAX_POINTS: usize = 9;

/// Everything that is wrong with a framework; nothing, if it can be used.
pub fn check(framework: &Framework) -> Vec<Problem> {
    let mut checker = Checker::default();
    checker.identity(framework);
    checker.rating_scale(&framework.rating_scale);
    checker.career_stages(framework);
    let statements = checker.domains(framework);
    checker.short_form(framework, &statements);
    checker.problems
}

#[derive(Default)]
struct Checker {
    problems: Vec<Problem>,
}

/// Where each id of one kind was first seen.
#[derive(Default)]
struct Seen(IdMap<At>);

/// A place in a framework. Written out as a JSON pointer only where there is a problem to report,
/// since a large framework has tens of thousands of places that are right.
#[derive(Clone, Copy)]
enum At {
    Top(&'static str),
    Point(usize, &'static str),
    Stage(usize, &'static str),
    Domain(usize, &'static str),
    Element(usize, usize, &'static str),
    Statement(usize, usize, usize, &'static str),
    ShortForm(usize),
}

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Top(field) => write!(f, "/{field}"),
            Self::Point(p, field) => write!(f, "/rating_scale/points/{p}/{field}"),
            Self::Stage(c, field) => write!(f, "/career_stages/{c}/{field}"),
            Self::Domain(d, field) => write!(f, "/domains/{d}/{field}"),
            Self::Element(d, e, field) => write!(f, "/domains/{d}/elements/{e}/{field}"),
            Self::Statement(d, e, s, field) => {
                write!(f, "/domains/{d}/elements/{e}/statements/{s}/{field}")
            }
            Self::ShortForm(i) => write!(f, "/short_form/{i}"),
        }
    }
}

impl Checker {
    fn report(&mut self, at: At, what: impl Into<String>, remedy: impl Into<String>) {
        self.problems.push(Problem::new(Place::at(at.to_string()), what, remedy));
    }

    fn identity(&mut self, framework: &Framework) {
        if framework.format != FORMAT {
            self.report(
                At::Top("format"),
                format!("file format {} is not known here", framework.format),
                format!("write {FORMAT}, or use the version of Bellwether that the file is for"),
            );
        }
        self.id(At::Top("id"), &framework.id.shared(), &mut Seen::default());
        if !is_version(&framework.version) {
            self.report(
                At::Top("version"),
                format!("`{}` is not a version", quoted(&framework.version)),
                "write three numbers with dots, such as 1.0.0",
            );
        }
        if !is_language_tag(&framework.language) {
            self.report(
                At::Top("language"),
                format!("`{}` is not a language tag", quoted(&framework.language)),
                "write a tag such as en-GB or cy",
            );
        }
        if !framework.source.link.starts_with("https://")
            && !framework.source.link.starts_with("http://")
        {
            self.report(
                At::Top("source/link"),
                format!("`{}` is not a web address", quoted(&framework.source.link)),
                "write an address that starts with https://",
            );
        }
        self.title(At::Top("title"), &framework.title);
        self.text(At::Top("summary"), &framework.summary);
        self.text(At::Top("owner"), &framework.owner);
        self.text(At::Top("source/title"), &framework.source.title);
        self.text(At::Top("source/link"), &framework.source.link);
        self.text(At::Top("rights"), &framework.rights);
        self.text(At::Top("audience"), &framework.audience);
    }

    fn rating_scale(&mut self, scale: &RatingScale) {
        self.text(At::Top("rating_scale/question"), &scale.question);
        self.title(At::Top("rating_scale/not_applicable/label"), &scale.not_applicable.label);
        self.text(At::Top("rating_scale/not_applicable/anchor"), &scale.not_applicable.anchor);
        if !(2..=MAX_POINTS).contains(&scale.points.len()) {
            self.report(
                At::Top("rating_scale/points"),
                format!("the rating scale has {} points", scale.points.len()),
                format!("give it 2 to {MAX_POINTS} points"),
            );
        }
        for (i, point) in scale.points.iter().enumerate() {
            if usize::from(point.value) != i + 1 {
                self.report(
                    At::Point(i, "value"),
                    format!("point {} of the rating scale has the value {}", i + 1, point.value),
                    "number the points 1, 2, 3 and so on, from the least to the most",
                );
            }
            self.title(At::Point(i, "label"), &point.label);
            self.text(At::Point(i, "anchor"), &point.anchor);
        }
    }

    fn career_stages(&mut self, framework: &Framework) {
        let mut seen = Seen::default();
        for (i, stage) in framework.career_stages.iter().enumerate() {
            self.id(At::Stage(i, "id"), &stage.id.shared(), &mut seen);
            self.title(At::Stage(i, "title"), &stage.title);
            self.text(At::Stage(i, "description"), &stage.description);
        }
    }

    /// Returns the ids of the statements.
    fn domains(&mut self, framework: &Framework) -> Seen {
        if framework.domains.is_empty() {
            self.report(
                At::Top("domains"),
                "the framework has no domains",
                "add at least one domain with its elements",
            );
        }
        let mut domain_ids = Seen::default();
        let mut element_ids = Seen::default();
        let mut statement_ids = Seen::default();
        for (d, domain) in framework.domains.iter().enumerate() {
            self.id(At::Domain(d, "id"), &domain.id.shared(), &mut domain_ids);
            self.title(At::Domain(d, "title"), &domain.title);
            self.text(At::Domain(d, "description"), &domain.description);
            if domain.elements.is_empty() {
                self.report(
                    At::Domain(d, "elements"),
                    format!("the domain `{}` has no elements", quoted(&domain.title)),
                    "add at least one element, or take the domain out",
                );
            }
            for (e, element) in domain.elements.iter().enumerate() {
                self.id(At::Element(d, e, "id"), &element.id.shared(), &mut element_ids);
                self.title(At::Element(d, e, "title"), &element.title);
                self.text(At::Element(d, e, "description"), &element.description);
                if let Some(overuse) = &element.overuse {
                    self.text(At::Element(d, e, "overuse"), overuse);
                }
                if element.statements.is_empty() {
                    self.report(
                        At::Element(d, e, "statements"),
                        format!("the element `{}` has no statements", quoted(&element.title)),
                        "add at least one statement, or take the element out",
                    );
                }
                for (s, statement) in element.statements.iter().enumerate() {
                    let id = &statement.id.shared();
                    self.id(At::Statement(d, e, s, "id"), id, &mut statement_ids);
                    self.text(At::Statement(d, e, s, "text"), &statement.text);
                }
            }
        }
        statement_ids
    }

    fn short_form(&mut self, framework: &Framework, statements: &Seen) {
        let mut named = Seen::default();
        for (i, id) in framework.short_form.iter().enumerate() {
            let at = At::ShortForm(i);
            if !statements.0.contains(id.as_str()) {
                self.report(
                    at,
                    format!(
                        "the short form names `{}`, which is no statement",
                        quoted(id.as_str())
                    ),
                    "write the id of a statement of this framework, or take it out",
                );
            }
            match named.0.get(id.as_str()) {
                Some(first) => {
                    let what = format!("`{}` stands here already, at {first}", quoted(id.as_str()));
                    self.report(at, what, "take one of the two out");
                }
                None => {
                    named.0.insert(id.shared(), at);
                }
            }
        }
    }

    fn id(&mut self, at: At, id: &Rc<str>, seen: &mut Seen) {
        if id.is_empty() {
            self.report(at, "the id is empty", "give it an id that will never change");
        } else if is_well_formed(id) {
            self.unique(at, id, seen);
        } else {
            self.report(
                at,
                format!("`{}` cannot be an id", quoted(id)),
                "use 1 to 64 lower-case letters, digits and hyphens, starting with a letter",
            );
        }
    }

    fn unique(&mut self, at: At, id: &Rc<str>, seen: &mut Seen) {
        if let Some(first) = seen.0.get(id) {
            let what = format!("the id `{}` is used twice, first at {first}", quoted(id));
            self.report(at, what, "give one of the two another id");
        } else {
            seen.0.insert(id.clone(), at);
        }
    }

    fn title(&mut self, at: At, text: &str) {
        self.text_within(at, text, MAX_TITLE);
    }

    fn text(&mut self, at: At, text: &str) {
        self.text_within(at, text, MAX_TEXT);
    }

    fn text_within(&mut self, at: At, text: &str, most: usize) {
        if text.trim().is_empty() {
            self.report(at, "the text is empty", "write the text");
        } else if text.len() > most && text.chars().count() > most {
            self.report(at, format!("the text is longer than {most} characters"), "shorten it");
        }
    }
}

fn is_version(text: &str) -> bool {
    let parts: Vec<&str> = text.split('.').collect();
    parts.len() == 3
        && parts
            .iter()
            .all(|part| (1..=6).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()))
}

/// The shape of a language tag (RFC 5646): a language of two or three letters, then subtags.
fn is_language_tag(text: &str) -> bool {
    let mut parts = text.split('-');
    let language = parts.next().unwrap_or_default();
    (2..=3).contains(&language.len())
        && language.bytes().all(|b| b.is_ascii_lowercase())
        && parts.all(|part| {
            (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
        })
}
