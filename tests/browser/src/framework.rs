//! What the tests know of the content. Read from the file that is served, by its names alone: not
//! with the app's own code, which is what is tested.

use crate::failure::{Context, Result};
use crate::server::Site;
use serde_json::Value;

/// A framework of the release; the tests of what all frameworks share take the first.
#[derive(Debug, Clone)]
pub struct Framework {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its version.
    pub version: String,
    /// What the points of the scale are called, from 1 up; what comes first, for 0, is what
    /// “not applicable” is called.
    pub labels: Vec<String>,
    /// All elements in order.
    pub elements: Vec<Element>,
}

/// An element of a framework.
#[derive(Debug, Clone)]
pub struct Element {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The title of its domain.
    pub domain: String,
    /// What is asked if it is a strength.
    pub overuse: String,
    /// The ids of its statements in order.
    pub statements: Vec<String>,
    /// What they say.
    pub texts: Vec<String>,
    /// Those of the short form.
    pub short: Vec<String>,
}

impl Framework {
    /// Reads the first of the catalogue.
    ///
    /// # Errors
    /// If it is not there, or not a framework.
    pub fn of(site: &Site) -> Result<Self> {
        Self::named(site, &Self::ids(site)?.into_iter().next().or_say(|| "an empty catalogue")?)
    }

    /// The ids of all, in the order of the catalogue.
    ///
    /// # Errors
    /// If there is no catalogue.
    pub fn ids(site: &Site) -> Result<Vec<String>> {
        let catalogue: Value = serde_json::from_str(&site.read("frameworks/catalogue.json")?)?;
        list(&catalogue, "/frameworks")?.iter().map(|entry| text(entry, "/id")).collect()
    }

    /// Reads one.
    ///
    /// # Errors
    /// If it is not there, or not a framework.
    pub fn named(site: &Site, id: &str) -> Result<Self> {
        let json: Value = serde_json::from_str(&site.read(&format!("frameworks/{id}.json"))?)?;
        let short: Vec<String> =
            list(&json, "/short_form")?.iter().map(|id| text(id, "")).collect::<Result<_>>()?;
        let mut labels = vec![text(&json, "/rating_scale/not_applicable/label")?];
        for point in list(&json, "/rating_scale/points")? {
            labels.push(text(point, "/label")?);
        }
        let mut elements = Vec::new();
        for domain in list(&json, "/domains")? {
            for element in list(domain, "/elements")? {
                elements.push(read_element(element, text(domain, "/title")?, &short)?);
            }
        }
        let (title, version) = (text(&json, "/title")?, text(&json, "/version")?);
        Ok(Self { id: id.to_owned(), title, version, labels, elements })
    }

    /// The element with a number, from 1.
    ///
    /// # Errors
    /// If there is none.
    pub fn element(&self, number: usize) -> Result<&Element> {
        let found = number.checked_sub(1).and_then(|index| self.elements.get(index));
        found.or_say(|| format!("there is no element {number}"))
    }

    /// The titles of elements with these numbers, from 1.
    ///
    /// # Errors
    /// If one is not there.
    pub fn titles(&self, numbers: &[usize]) -> Result<Vec<String>> {
        numbers.iter().map(|number| Ok(self.element(*number)?.title.clone())).collect()
    }
}

fn read_element(element: &Value, domain: String, short: &[String]) -> Result<Element> {
    let ids = list(element, "/statements")?.iter().map(|statement| text(statement, "/id"));
    let statements = ids.collect::<Result<Vec<String>>>()?;
    let texts = list(element, "/statements")?.iter().map(|statement| text(statement, "/text"));
    Ok(Element {
        id: text(element, "/id")?,
        title: text(element, "/title")?,
        domain,
        // Only where persons are rated.
        overuse: text(element, "/overuse").unwrap_or_default(),
        short: statements.iter().filter(|id| short.contains(id)).cloned().collect(),
        texts: texts.collect::<Result<_>>()?,
        statements,
    })
}

/// The text at a JSON pointer.
fn text(of: &Value, pointer: &str) -> Result<String> {
    let text = of.pointer(pointer).and_then(Value::as_str);
    text.map(str::to_owned).or_say(|| format!("no text at {pointer} of {of}"))
}

/// The list at a JSON pointer.
fn list<'a>(of: &'a Value, pointer: &str) -> Result<&'a Vec<Value>> {
    let list = of.pointer(pointer).and_then(Value::as_array);
    list.or_say(|| format!("no list at {pointer} of {of}"))
}
