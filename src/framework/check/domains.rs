//! Domains, elements, statements, and the short form.

use super::{At, Checker, Seen};
use crate::framework::ids::PartId;
use crate::framework::model::{Element, Framework, Statement};
use crate::framework::sound::{MAX_ELEMENTS, MAX_STATEMENTS};
use crate::problem::quoted;

impl Checker {
    /// Returns the ids of the statements.
    pub(super) fn domains(&mut self, framework: &Framework) -> Seen {
        if framework.domains.is_empty() {
            self.report(
                At::Top("domains"),
                || "the framework has no domains",
                || "add at least one domain with its elements",
            );
        }
        self.limits(framework);
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
                    || format!("the domain `{}` has no elements", quoted(&domain.title)),
                    || "add at least one element, or take the domain out",
                );
            }
            for (e, element) in domain.elements.iter().enumerate() {
                self.id(At::Element(d, e, "id"), &element.id.shared(), &mut element_ids);
                self.element(framework, (d, e), element, &mut statement_ids);
            }
        }
        statement_ids
    }

    /// How many elements and statements there may be, over all domains.
    fn limits(&mut self, framework: &Framework) {
        for (of, is, most) in [
            ("elements", framework.elements().count(), MAX_ELEMENTS),
            ("statements", framework.statements().count(), MAX_STATEMENTS),
        ] {
            if is > most {
                let what = || format!("there are {is} {of} in the domains");
                self.report(At::Top("domains"), what, || format!("keep at most {most}"));
            }
        }
    }

    fn element(
        &mut self,
        framework: &Framework,
        (d, e): (usize, usize),
        element: &Element,
        statement_ids: &mut Seen,
    ) {
        self.title(At::Element(d, e, "title"), &element.title);
        self.text(At::Element(d, e, "description"), &element.description);
        if let Some(overuse) = &element.overuse {
            self.text(At::Element(d, e, "overuse"), overuse);
        }
        if !element.statements.iter().any(|statement| statement.part.is_none()) {
            let title = quoted(&element.title);
            let what = || {
                if element.statements.is_empty() {
                    format!("the element `{title}` has no statements")
                } else {
                    format!("the element `{title}` has no statements of the main part")
                }
            };
            let remedy = || "add at least one statement, or take the element out";
            self.report(At::Element(d, e, "statements"), what, remedy);
        }
        for (s, statement) in element.statements.iter().enumerate() {
            let at = |field| At::Statement(d, e, s, field);
            self.id(at("id"), &statement.id.shared(), statement_ids);
            self.text(at("text"), &statement.text);
            self.part(framework, element, s, at("part"));
        }
        self.examples(framework, (d, e), element);
    }

    /// Statements are asked in groups: those of the main part, then those of each further one.
    fn part(&mut self, framework: &Framework, element: &Element, s: usize, at: At) {
        let rank = |statement: &Statement| match &statement.part {
            None => Some(0),
            Some(id) => framework.parts.iter().position(|part| part.id == *id).map(|p| p + 1),
        };
        let Some(statement) = element.statements.get(s) else { return };
        let Some(own) = rank(statement) else {
            let named = statement.part.as_ref().map(PartId::as_str).unwrap_or_default();
            let what = || format!("there is no part `{}`", quoted(named));
            return self.report(at, what, || "name one of the framework's parts, or take this out");
        };
        let before = s.checked_sub(1).and_then(|before| element.statements.get(before));
        if before.and_then(rank).is_some_and(|before| before > own) {
            let what = || "the statement stands among those of another part";
            let remedy =
                || "put the statements of the main part first, then those of each part in turn";
            self.report(at, what, remedy);
        }
    }

    fn examples(&mut self, framework: &Framework, (d, e): (usize, usize), element: &Element) {
        for (i, example) in element.examples.iter().enumerate() {
            let at = |field| At::Example(d, e, i, field);
            self.text(at("text"), &example.text);
            if !framework.career_stages.iter().any(|stage| stage.id == example.stage) {
                let what =
                    || format!("there is no career stage `{}`", quoted(example.stage.as_str()));
                self.report(at("stage"), what, || "name one of the framework's career stages");
            }
            if element.examples.iter().take(i).any(|earlier| earlier.stage == example.stage) {
                let what = || "this career stage has an example already";
                self.report(at("stage"), what, || "keep one of the two");
            }
        }
    }

    pub(super) fn short_form(&mut self, framework: &Framework, statements: &Seen) {
        let mut named = Seen::default();
        for (i, id) in framework.short_form.iter().enumerate() {
            let at = At::ShortForm(i);
            // What it names of the framework that it builds on is seen when the two are joined.
            if framework.builds_on.is_none() && !statements.0.contains(id.as_str()) {
                self.report(
                    at,
                    || {
                        format!(
                            "the short form names `{}`, which is no statement",
                            quoted(id.as_str())
                        )
                    },
                    || "write the id of a statement of this framework, or take it out",
                );
            }
            match named.0.get(id.as_str()) {
                Some(first) => {
                    let what =
                        || format!("`{}` stands here already, at {first}", quoted(id.as_str()));
                    self.report(at, what, || "take one of the two out");
                }
                None => {
                    named.0.insert(id.shared(), at);
                }
            }
        }
    }
}
