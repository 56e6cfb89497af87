//! Noting what is wrong with a document that could be read: for files of moderate size, whose
//! authors are told everything at once.

use crate::form::{MAX_TEXT, MAX_TITLE, is_language_tag, is_version, is_well_formed};
use crate::link::host_of;
use crate::problem::{Place, Problem, quoted};
use std::collections::BTreeSet;
use std::fmt::Display;

/// The only version of these formats so far.
const FORMAT: u32 = 1;

/// Notes problems at the place where it is.
#[derive(Debug, Default)]
pub(crate) struct Checker {
    path: String,
    problems: Vec<Problem>,
}

/// The ids of one kind that were seen so far.
#[derive(Debug, Default)]
pub(crate) struct Seen(BTreeSet<String>);

impl Checker {
    /// What was noted.
    pub(crate) fn into_problems(self) -> Vec<Problem> {
        self.problems
    }

    /// Goes to a part, and back afterwards.
    pub(crate) fn at(&mut self, step: impl Display, check: impl FnOnce(&mut Self)) {
        let before = self.path.len();
        self.path.push('/');
        self.path.push_str(&step.to_string());
        check(self);
        self.path.truncate(before);
    }

    /// Goes to each item of a list.
    pub(crate) fn each<T>(
        &mut self,
        list: &'static str,
        items: &[T],
        mut check: impl FnMut(&mut Self, &T),
    ) {
        self.at(list, |c| {
            for (number, item) in items.iter().enumerate() {
                c.at(number, |c| check(c, item));
            }
        });
    }

    /// Notes a problem where it is.
    pub(crate) fn report(&mut self, what: impl Into<String>, remedy: impl Into<String>) {
        self.problems.push(Problem::new(Place::at(self.path.clone()), what, remedy));
    }

    /// Notes a problem with a field, unless it is all right.
    pub(crate) fn field(&mut self, name: &'static str, is: bool, what: &str, remedy: &str) {
        if !is {
            self.at(name, |c| c.report(what, remedy));
        }
    }

    /// Checks what every file of content has.
    pub(crate) fn head(&mut self, format: u32, version: &str, language: &str) {
        if format != FORMAT {
            let remedy =
                format!("write {FORMAT}, or use the version of Bellwether that the file is for");
            let what = format!("file format {format} is not known here");
            self.at("format", |c| c.report(what, remedy));
        }
        let what = format!("`{}` is not a version", quoted(version));
        let remedy = "write three numbers with dots, such as 1.0.0";
        self.field("version", is_version(version), &what, remedy);
        let what = format!("`{}` is not a language tag", quoted(language));
        self.field("language", is_language_tag(language), &what, "write a tag such as en-GB or cy");
    }

    /// Checks that a field is an id, the first of its name.
    pub(crate) fn id(&mut self, field: &'static str, id: &str, seen: &mut Seen) {
        let what = format!("`{}` cannot be an id", quoted(id));
        let remedy = "use 1 to 64 lower-case letters, digits and hyphens, starting with a letter";
        self.field(field, is_well_formed(id), &what, remedy);
        let what = format!("the id `{}` is used twice", quoted(id));
        self.field(field, seen.0.insert(id.to_owned()), &what, "give one of the two another id");
    }

    /// Checks a field that is a title or label.
    pub(crate) fn title(&mut self, field: &'static str, text: &str) {
        self.at(field, |c| c.text_here(text, MAX_TITLE));
    }

    /// Checks a field that is a text.
    pub(crate) fn text(&mut self, field: &'static str, text: &str) {
        self.at(field, |c| c.text_here(text, MAX_TEXT));
    }

    /// Checks a list of texts.
    pub(crate) fn texts<T: AsRef<str>>(&mut self, field: &'static str, texts: &[T]) {
        self.each(field, texts, |c, text| c.text_here(text.as_ref(), MAX_TEXT));
    }

    fn text_here(&mut self, text: &str, most: usize) {
        if text.trim().is_empty() {
            self.report("the text is empty", "write the text");
        } else if text.chars().count() > most {
            self.report(format!("the text is longer than {most} characters"), "shorten it");
        }
    }

    /// Checks a field that is a link.
    pub(crate) fn link(&mut self, field: &'static str, link: &str) {
        let what = format!("`{}` is not a web address", quoted(link));
        self.field(
            field,
            host_of(link).is_some(),
            &what,
            "write an address that starts with https://, its host in plain letters",
        );
        self.text(field, link);
    }

    /// Checks how many there are of something.
    pub(crate) fn count(&mut self, field: &'static str, is: usize, least: usize, most: usize) {
        if !(least..=most).contains(&is) {
            let wanted = if least == most {
                format!("{least}")
            } else if most == usize::MAX {
                format!("{least} or more")
            } else {
                format!("{least} to {most}")
            };
            self.at(field, |c| {
                c.report(format!("there are {is} here"), format!("write {wanted}"));
            });
        }
    }

    /// Checks that each of some ids names something, and none twice.
    pub(crate) fn names<T: Display>(
        &mut self,
        field: &'static str,
        ids: &[T],
        what: &str,
        is_known: impl Fn(&str) -> bool,
    ) {
        let mut seen = BTreeSet::new();
        self.each(field, ids, |c, id| {
            let id = id.to_string();
            if !is_known(&id) {
                let what = format!("there is no {what} `{}`", quoted(&id));
                c.report(what, "name one that is there, or add it");
            } else if !seen.insert(id.clone()) {
                c.report(format!("`{id}` stands here twice"), "keep one of the two");
            }
        });
    }
}
