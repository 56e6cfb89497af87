//! Running text, from a little markup: texts are data, to be read and one day translated as such.
//!
//! A line that starts with `# ` is a heading of the second level, lines that start with `- ` make a
//! list, lines that start with `1. ` a numbered one, and every other line is a paragraph. There is
//! no more to it: no links, no emphasis, and nothing of it is ever taken for HTML.

use super::markup::{all, bullets, h2, li, node, p};
use yew::prelude::*;

/// The text as headings, lists and paragraphs.
pub fn prose(text: &'static str) -> Html {
    let lines: Vec<(Kind, &str)> = text.lines().map(kind).collect();
    let blocks = lines.chunk_by(|(one, _), (other, _)| one == other && one.is_list());
    all(blocks.map(block).collect())
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Heading,
    Item,
    Step,
    Paragraph,
}

impl Kind {
    fn is_list(self) -> bool {
        matches!(self, Self::Item | Self::Step)
    }
}

fn kind(line: &'static str) -> (Kind, &'static str) {
    let marked = [(Kind::Heading, "# "), (Kind::Item, "- "), (Kind::Step, "1. ")];
    marked
        .into_iter()
        .find_map(|(kind, mark)| Some((kind, line.strip_prefix(mark)?)))
        .unwrap_or((Kind::Paragraph, line))
}

fn block(lines: &[(Kind, &'static str)]) -> Html {
    let Some((kind, text)) = lines.first() else { return Html::default() };
    let items = lines.iter().map(|(_, text)| li(*text));
    match kind {
        Kind::Heading => h2(text),
        Kind::Paragraph => p(*text),
        Kind::Item => bullets(items.collect()),
        Kind::Step => node("ol", "nhsuk-list nhsuk-list--number", all(items.collect())),
    }
}
