//! What a framework must be beyond having the right fields.
//!
//! A framework without problems has: one format version that we know; well-formed ids, unique
//! among their kind; texts that are neither empty nor endless; a rating scale of two to nine points
//! numbered from 1; no empty domain or element; and a short form that names statements that exist,
//! each once. The rest of the crate relies on this.

mod domains;
mod identity;
mod scales;

use super::model::Framework;
use crate::form::{MAX_TEXT, MAX_TITLE, is_well_formed};
use crate::id_map::IdMap;
use crate::problem::{Place, Problem, quoted};
use std::fmt;
use std::rc::Rc;

/// Everything that is wrong with a framework; nothing, if it can be used.
pub fn check(framework: &Framework) -> Vec<Problem> {
    let mut checker = Checker::default();
    checker.identity(framework);
    checker.rating_scale(ScaleOf::Framework, &framework.rating_scale);
    checker.parts(framework);
    checker.career_stages(framework);
    let statements = checker.domains(framework);
    checker.short_form(framework, &statements);
    checker.result_rules(framework);
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
    Audience(usize),
    Scale(ScaleOf, &'static str),
    Point(ScaleOf, usize, &'static str),
    Part(usize, &'static str),
    Stage(usize, &'static str),
    Domain(usize, &'static str),
    Element(usize, usize, &'static str),
    Example(usize, usize, usize, &'static str),
    Statement(usize, usize, usize, &'static str),
    ShortForm(usize),
    Band(usize, &'static str),
    NextStep(usize, &'static str),
}

/// What a rating scale is of.
#[derive(Clone, Copy)]
enum ScaleOf {
    Framework,
    Part(usize),
}

impl fmt::Display for ScaleOf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Framework => f.write_str("/rating_scale"),
            Self::Part(p) => write!(f, "/parts/{p}/rating_scale"),
        }
    }
}

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Top(field) => write!(f, "/{field}"),
            Self::Audience(i) => write!(f, "/audiences/{i}"),
            Self::Scale(of, field) => write!(f, "{of}/{field}"),
            Self::Point(of, i, field) => write!(f, "{of}/points/{i}/{field}"),
            Self::Part(p, field) => write!(f, "/parts/{p}/{field}"),
            Self::Stage(c, field) => write!(f, "/career_stages/{c}/{field}"),
            Self::Domain(d, field) => write!(f, "/domains/{d}/{field}"),
            Self::Element(d, e, field) => write!(f, "/domains/{d}/elements/{e}/{field}"),
            Self::Example(d, e, i, field) => {
                write!(f, "/domains/{d}/elements/{e}/examples/{i}/{field}")
            }
            Self::Statement(d, e, s, field) => {
                write!(f, "/domains/{d}/elements/{e}/statements/{s}/{field}")
            }
            Self::ShortForm(i) => write!(f, "/short_form/{i}"),
            Self::Band(i, field) => write!(f, "/result/readiness/bands/{i}/{field}"),
            Self::NextStep(i, field) => write!(f, "/result/readiness/next_steps/{i}/{field}"),
        }
    }
}

impl Checker {
    fn report<W: Into<String>, R: Into<String>>(
        &mut self,
        at: At,
        what: impl FnOnce() -> W,
        remedy: impl FnOnce() -> R,
    ) {
        self.problems.push(Problem::of_format(Place::at(at.to_string()), what, remedy));
    }

    fn id(&mut self, at: At, id: &Rc<str>, seen: &mut Seen) {
        if id.is_empty() {
            self.report(at, || "the id is empty", || "give it an id that will never change");
        } else if is_well_formed(id) {
            self.unique(at, id, seen);
        } else {
            self.report(
                at,
                || format!("`{}` cannot be an id", quoted(id)),
                || "use 1 to 64 lower-case letters, digits and hyphens, starting with a letter",
            );
        }
    }

    fn unique(&mut self, at: At, id: &Rc<str>, seen: &mut Seen) {
        if let Some(first) = seen.0.get(id) {
            let what = || format!("the id `{}` is used twice, first at {first}", quoted(id));
            self.report(at, what, || "give one of the two another id");
        } else {
            seen.0.insert(id.clone(), at);
        }
    }

    fn count(&mut self, field: &'static str, is: usize, most: usize) {
        if is > most {
            let what = || format!("there are {is} here");
            self.report(At::Top(field), what, || format!("keep at most {most}"));
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
            self.report(at, || "the text is empty", || "write the text");
        } else if text.len() > most && text.chars().count() > most {
            self.report(
                at,
                || format!("the text is longer than {most} characters"),
                || "shorten it",
            );
        }
    }
}
