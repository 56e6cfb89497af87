//! Nodes.
//!
//! `html!` writes the making of a node out at each place, some 350 bytes of wasm a node; these
//! functions hold it once, for 60 (docs/decisions/0003-views-are-functions.md).

use crate::link::host_of;
use std::rc::Rc;
use yew::html::{onchange, onclick, oninput, onkeydown, onsubmit};
use yew::prelude::*;
use yew::virtual_dom::{AttrValue, AttributeOrProperty, Attributes, VList, VTag, VText};

/// What can stand inside a node: a text, or other nodes.
pub trait Inside {
    /// It as a node.
    fn html(self) -> Html;
}

impl Inside for Html {
    fn html(self) -> Html {
        self
    }
}

impl Inside for &str {
    #[inline(never)]
    fn html(self) -> Html {
        VText::new(self.to_owned()).into()
    }
}

impl Inside for String {
    #[inline(never)]
    fn html(self) -> Html {
        VText::new(self).into()
    }
}

impl Inside for Vec<Html> {
    #[inline(never)]
    fn html(self) -> Html {
        VList::with_children(self, None).into()
    }
}

/// A node that is being made, for those with more than a class.
#[derive(Debug)]
pub struct Tag(VTag);

impl Tag {
    /// A node with attributes, whose names are written at the place of the call: Yew then sees by
    /// their address that they are the same as before. An empty class is left out.
    pub fn new<const N: usize>(
        tag: &'static str,
        names: &'static [&'static str; N],
        values: [AttrValue; N],
    ) -> Self {
        Self::of(tag, names, Box::new(values))
    }

    #[inline(never)]
    fn of(tag: &'static str, names: &'static [&'static str], values: Box<[AttrValue]>) -> Self {
        let mut node = VTag::new(tag);
        let is_left_out = |name: &str, value: &AttrValue| name == "class" && value.is_empty();
        let values = names.iter().zip(values).map(|(name, value)| {
            (!is_left_out(name, &value)).then_some(AttributeOrProperty::Attribute(value))
        });
        node.attributes = Attributes::Dynamic { keys: names, values: values.collect() };
        Self(node)
    }

    /// An input with what is entered in it.
    #[inline(never)]
    pub fn value(mut self, value: &str) -> Self {
        self.0.set_value(AttrValue::from(value.to_owned()));
        self
    }

    /// An input, chosen or not.
    #[inline(never)]
    pub fn checked(mut self, is: bool) -> Self {
        self.0.set_checked(is);
        self
    }

    /// Not to be taken for another with another key.
    #[inline(never)]
    pub fn key(mut self, key: &str) -> Self {
        self.0.key = Some(key.to_owned().into());
        self
    }

    /// Calls back when it is clicked.
    #[inline(never)]
    pub fn on_click(mut self, call: Callback<MouseEvent>) -> Self {
        self.0.add_listener(Rc::new(onclick::Wrapper::new(call)));
        self
    }

    /// Calls back when what is entered has changed.
    #[inline(never)]
    pub fn on_change(mut self, call: Callback<Event>) -> Self {
        self.0.add_listener(Rc::new(onchange::Wrapper::new(call)));
        self
    }

    /// Calls back with what is entered, as it is entered.
    #[inline(never)]
    pub fn on_input(mut self, call: Callback<String>) -> Self {
        let call = Callback::from(move |event: InputEvent| {
            // Only fields have this event, and both kinds have a value.
            let field = event.target_unchecked_into::<web_sys::HtmlInputElement>();
            call.emit(field.value());
        });
        self.0.add_listener(Rc::new(oninput::Wrapper::new(call)));
        self
    }

    /// Calls back when a key goes down in it.
    #[inline(never)]
    pub fn on_key_down(mut self, call: Callback<KeyboardEvent>) -> Self {
        self.0.add_listener(Rc::new(onkeydown::Wrapper::new(call)));
        self
    }

    /// Calls back with a form whose button, or whose Enter key, is pressed; the page stays.
    #[inline(never)]
    pub fn on_submit(mut self, call: Callback<web_sys::Element>) -> Self {
        let call = Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            call.emit(event.target_unchecked_into());
        });
        self.0.add_listener(Rc::new(onsubmit::Wrapper::new(call)));
        self
    }

    /// With this inside.
    pub fn inside(self, inside: impl Inside) -> Html {
        self.around(inside.html())
    }

    #[inline(never)]
    fn around(mut self, inside: Html) -> Html {
        self.0.add_child(inside);
        self.0.into()
    }
}

impl Inside for Tag {
    #[inline(never)]
    fn html(self) -> Html {
        self.0.into()
    }
}

/// A node with a class, which may be empty, and what is inside it.
pub fn node(tag: &'static str, class: &'static str, inside: impl Inside) -> Html {
    Tag::new(tag, &["class"], [class.into()]).inside(inside)
}

/// A node with a class, which may be empty, and one further attribute.
#[inline(never)]
pub fn with_attribute(
    tag: &'static str,
    names: &'static [&'static str; 2],
    class: &'static str,
    value: &str,
    inside: Html,
) -> Html {
    Tag::new(tag, names, [class.into(), value.to_owned().into()]).around(inside)
}

/// Several nodes, one after the other.
pub fn all(nodes: Vec<Html>) -> Html {
    nodes.html()
}

/// The main heading of a page, which takes the focus when the page is come to.
pub fn h1(caption: &str, title: &str) -> Html {
    let mut inside = Vec::new();
    if !caption.is_empty() {
        inside.push(node("span", "nhsuk-caption-l", caption));
    }
    inside.push(title.html());
    with_attribute("h1", &["class", "tabindex"], "", "-1", inside.html())
}

/// A heading of the second level.
#[inline(never)]
pub fn h2(title: &str) -> Html {
    node("h2", "", title)
}

/// A heading of the third level.
#[inline(never)]
pub fn h3(inside: Html) -> Html {
    node("h3", "", inside)
}

/// A paragraph.
pub fn p(inside: impl Inside) -> Html {
    node("p", "", inside)
}

/// An item of a list.
pub fn li(inside: impl Inside) -> Html {
    node("li", "", inside)
}

/// A link to another site, which it names; of what is nothing to make a link of, the words alone.
#[inline(never)]
pub fn outward(link: &str, says: &str) -> Html {
    let Some(host) = host_of(link) else { return says.html() };
    let says = [says, " (", host, ")"].concat();
    with_attribute("a", &["rel", "href"], "external noreferrer", link, says.html())
}

/// A list with bullets.
#[inline(never)]
pub fn bullets(items: Vec<Html>) -> Html {
    node("ul", "nhsuk-list nhsuk-list--bullet", items)
}

/// Words for those who listen only.
#[inline(never)]
pub fn unseen(words: &str) -> Html {
    node("span", "nhsuk-u-visually-hidden", words)
}

/// Something that is opened to be read.
#[inline(never)]
pub fn details(summary: &str, inside: Vec<Html>) -> Html {
    let summary = node("span", "nhsuk-details__summary-text", summary);
    let summary = node("summary", "nhsuk-details__summary", summary);
    let inside = node("div", "nhsuk-details__text", inside);
    node("details", "nhsuk-details", vec![summary, inside])
}

/// Texts in the language that their framework says.
#[inline(never)]
pub fn in_language(language: &str, class: &'static str, inside: Vec<Html>) -> Html {
    with_attribute("div", &["class", "lang"], class, language, inside.html())
}

/// What is said as it changes.
#[inline(never)]
pub fn status(tag: &'static str, class: &'static str, inside: Html) -> Html {
    with_attribute(tag, &["class", "role"], class, "status", inside)
}

/// A table with its caption, column headings and bodies.
#[inline(never)]
pub fn table(class: &'static str, caption: Html, columns: Vec<Html>, bodies: Vec<Html>) -> Html {
    let head = node("thead", "nhsuk-table__head", node("tr", "", columns));
    node("table", class, vec![caption, head, bodies.html()])
}

/// The body of a table.
#[inline(never)]
pub fn body(rows: Vec<Html>) -> Html {
    node("tbody", "nhsuk-table__body", rows)
}

/// The heading of a column.
#[inline(never)]
pub fn column(title: &str) -> Html {
    with_attribute("th", &["class", "scope"], "", "col", title.html())
}

/// The heading of a column for those who listen only.
#[inline(never)]
pub fn unseen_column(title: &str) -> Html {
    with_attribute("th", &["class", "scope"], "", "col", unseen(title))
}

/// The heading of a row.
#[inline(never)]
pub fn row_heading(class: &'static str, title: &str) -> Html {
    with_attribute("th", &["class", "scope"], class, "row", title.html())
}

/// A row of a table.
#[inline(never)]
pub fn row(cells: Vec<Html>) -> Html {
    node("tr", "nhsuk-table__row", cells)
}

/// A cell of a table.
#[inline(never)]
pub fn cell(class: &'static str, text: &str) -> Html {
    node("td", class, text)
}
