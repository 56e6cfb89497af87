//! What a crosswalk must be, beside the frameworks that it relates.

use super::model::{Crosswalk, Mapped};
use crate::framework::Framework;
use crate::json::{self, Checker, Seen};
use crate::problem::{Problem, quoted};
use serde_json::Value;

/// As many as one can hold in view.
const MOST_NEAREST: usize = 3;

/// The JSON Schema of the format, generated from the types.
pub fn schema() -> Value {
    schemars::schema_for!(Crosswalk).to_value()
}

/// Checks a crosswalk file: everything that is wrong with it, in the order of its lines.
/// `frameworks` are all there are, each as it stands in its own file.
pub fn validate(bytes: &[u8], frameworks: &[Framework]) -> Vec<Problem> {
    json::validated(bytes, |crosswalk| check(crosswalk, frameworks))
}

fn check(crosswalk: &Crosswalk, frameworks: &[Framework]) -> Vec<Problem> {
    let mut checker = Checker::default();
    checker.head(crosswalk.format, &crosswalk.version, &crosswalk.language);
    checker.text("note", &crosswalk.note);
    let hub = frameworks.iter().find(|framework| framework.id == crosswalk.hub);
    let what = format!("there is no framework `{}`", quoted(crosswalk.hub.as_str()));
    checker.field("hub", hub.is_some(), &what, "name a framework that is there");
    let mut seen = Seen::default();
    checker.each("frameworks", &crosswalk.frameworks, |c, mapped| {
        c.id("framework", mapped.framework.as_str(), &mut seen);
        let own = frameworks.iter().find(|framework| framework.id == mapped.framework);
        let what = format!("there is no framework `{}`", quoted(mapped.framework.as_str()));
        c.field("framework", own.is_some(), &what, "name a framework that is there");
        if let (Some(own), Some(hub)) = (own, hub) {
            elements(c, mapped, own, hub);
        }
    });
    for framework in frameworks.iter().filter(|framework| framework.id != crosswalk.hub) {
        if crosswalk.of(&framework.id).is_none() {
            let what = format!("the framework `{}` is missing", framework.id);
            checker.field("frameworks", false, &what, "relate its elements to the hub");
        }
    }
    checker.into_problems()
}

fn elements(checker: &mut Checker, mapped: &Mapped, own: &Framework, hub: &Framework) {
    let mut seen = Seen::default();
    checker.each("elements", &mapped.elements, |c, link| {
        c.id("element", link.element.as_str(), &mut seen);
        let what = format!("`{}` has no such element", own.id);
        let is_own = own.elements().any(|(_, element)| element.id == link.element);
        c.field("element", is_own, &what, "name an element of this framework");
        c.names("nearest", &link.nearest, "element of the hub", |id| {
            hub.elements().any(|(_, element)| element.id.as_str() == id)
        });
        c.count("nearest", link.nearest.len(), 0, MOST_NEAREST);
        c.text("why", &link.why);
    });
    for (_, element) in own.elements() {
        if mapped.link(&element.id).is_none() {
            let what = format!("the element `{}` is missing", element.id);
            let remedy = "name its nearest elements of the hub, or say why there are none";
            checker.field("elements", false, &what, remedy);
        }
    }
}
