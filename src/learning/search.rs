//! Finding sessions by words, as one types.
//!
//! Which word stands in which session is worked out when the content is put beside the page, so that
//! a search reads one list and no session. A word that is begun finds all that begin with it; several
//! words find what has all of them. What stands in a title counts most, then summary and outcomes,
//! then the rest.

use super::session::Session;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Address of the list of words, relative to the page.
pub const ADDRESS: &str = "frameworks/words.txt";

/// How much a word counts where it stands.
const IN_TITLE: u8 = 16;
const IN_SUMMARY: u8 = 4;
const IN_TEXT: u8 = 1;

/// Longest word that is kept, in characters: nobody types more of one.
const LONGEST: usize = 24;

/// Longest list that is read, in bytes: that of 5,000 sessions has ten million.
const MOST_BYTES: usize = 16 * 1024 * 1024;

/// Which word stands where.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    /// What can be found, by id.
    ids: Vec<Rc<str>>,
    /// The words in their order, each with where its places begin and end.
    words: Vec<(Rc<str>, usize, usize)>,
    /// Where words stand: which of the ids, and how much it counts.
    places: Vec<(u32, u8)>,
}

/// Makes a list of words.
#[derive(Debug, Default)]
pub struct WordsMaker {
    ids: Vec<Rc<str>>,
    words: BTreeMap<String, BTreeMap<u32, u8>>,
}

impl WordsMaker {
    /// Adds a session with all its texts.
    pub fn add_session(&mut self, session: &Session) {
        let place = self.add(&session.id.shared());
        self.add_text(place, &session.title, IN_TITLE);
        self.add_text(place, &session.summary, IN_SUMMARY);
        session.outcomes.iter().for_each(|text| self.add_text(place, text, IN_SUMMARY));
        let case = session.case.text.iter().chain([&session.case.title, &session.case.question]);
        let points = session.points.iter().flat_map(|point| [&point.title, &point.text]);
        let questions = session.exercise.iter().flat_map(|question| {
            let options = question.options.iter().map(|option| &option.text);
            std::iter::once(&question.ask).chain(options)
        });
        let rest = [&session.reflection, &session.this_week];
        for text in case.chain(points).chain(questions).chain(rest) {
            self.add_text(place, text, IN_TEXT);
        }
    }

    /// Adds something of which only the title is known.
    pub fn add_title(&mut self, id: &Rc<str>, title: &str) {
        let place = self.add(id);
        self.add_text(place, title, IN_TITLE);
    }

    fn add(&mut self, id: &Rc<str>) -> u32 {
        self.ids.push(id.clone());
        u32::try_from(self.ids.len() - 1).unwrap_or(u32::MAX)
    }

    fn add_text(&mut self, place: u32, text: &str, weight: u8) {
        for word in words_of(text) {
            let counts = self.words.entry(word).or_default().entry(place).or_default();
            *counts = weight.max(*counts);
        }
    }

    /// The list as it is put beside the page: the ids on one line, then a word a line, each with its
    /// places.
    pub fn into_text(self) -> String {
        let mut text = self.ids.join(" ");
        for (word, places) in self.words {
            text.push('\n');
            text.push_str(&word);
            for (place, weight) in places {
                let mark = match weight {
                    IN_TITLE => "t",
                    IN_SUMMARY => "s",
                    _ => "",
                };
                text.push_str(&format!(" {place}{mark}"));
            }
        }
        text
    }
}

impl Words {
    /// Reads a list; what cannot be read in it is left out. `None` if it is far longer than any.
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() > MOST_BYTES {
            return None;
        }
        let mut lines = text.lines();
        let ids: Vec<Rc<str>> =
            lines.next().unwrap_or_default().split_terminator(' ').map(Rc::from).collect();
        let mut read = Self { ids, ..Self::default() };
        for line in lines {
            let mut parts = line.split(' ');
            let word = parts.next().unwrap_or_default();
            let start = read.places.len();
            for part in parts {
                let (number, weight) = match part.as_bytes().last() {
                    Some(b't') => (part.trim_end_matches('t'), IN_TITLE),
                    Some(b's') => (part.trim_end_matches('s'), IN_SUMMARY),
                    _ => (part, IN_TEXT),
                };
                let place = number.parse().ok();
                let known = place.filter(|place: &u32| (*place as usize) < read.ids.len());
                read.places.extend(known.map(|place| (place, weight)));
            }
            read.words.push((word.into(), start, read.places.len()));
        }
        read.words.sort();
        Some(read)
    }

    /// The ids of what has all words of a query, the best first; equal ones in the order of the
    /// list. `None` if the query has no word.
    pub fn find(&self, query: &str) -> Option<Vec<&Rc<str>>> {
        let mut total: Option<Vec<u32>> = None;
        for word in words_of(query) {
            let found = self.counts(&word);
            total = Some(match total {
                None => found,
                Some(before) => {
                    let both = before.iter().zip(&found);
                    both.map(|(one, other)| if one.min(other) > &0 { one + other } else { 0 })
                        .collect()
                }
            });
        }
        let total = total?;
        let mut found: Vec<(u32, &Rc<str>)> =
            total.into_iter().zip(&self.ids).filter(|(count, _)| *count > 0).collect();
        found.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
        Some(found.into_iter().map(|(_, id)| id).collect())
    }

    /// How much each id has of the words that begin so.
    fn counts(&self, begun: &str) -> Vec<u32> {
        let mut counts = vec![0; self.ids.len()];
        let first = self.words.partition_point(|(word, ..)| &**word < begun);
        let words = self.words.iter().skip(first);
        for (word, start, end) in words.take_while(|(word, ..)| word.starts_with(begun)) {
            // The whole word is meant more likely than a longer one.
            let times = if **word == *begun { 2 } else { 1 };
            for (place, weight) in self.places.get(*start..*end).unwrap_or_default() {
                if let Some(count) = counts.get_mut(*place as usize) {
                    *count = (u32::from(*weight) * times).max(*count);
                }
            }
        }
        counts
    }
}

/// The words of a text, in small letters.
fn words_of(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’').filter_map(|word| {
        let word = word.trim_matches(['\'', '’']);
        let bare = word.split(['\'', '’']).next().unwrap_or_default();
        let small: String = bare.chars().flat_map(char::to_lowercase).take(LONGEST).collect();
        (!small.is_empty()).then_some(small)
    })
}
