//! The questions of an exercise, and what is right.

use super::ids::PartName;
use crate::json::{choice, document};
use serde::Serialize;
use std::rc::Rc;

document! {
    /// A question.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    #[cfg_attr(feature = "validate", derive(serde::Deserialize, schemars::JsonSchema))]
    #[cfg_attr(feature = "validate", serde(deny_unknown_fields))]
    pub struct Question {
        /// Name for ever, within the session.
        pub id: PartName,
        /// How it is answered.
        pub kind: Kind,
        /// The question.
        pub ask: Rc<str>,
        /// The names of the two piles, where there are piles.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub piles: Vec<Rc<str>> = Vec::new(),
        /// What there is to choose, to sort or to put in order; in the right order, where there is
        /// one.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub options: Vec<Choosable> = Vec::new(),
        /// What a good answer might sound like, where one writes.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub example: Option<Rc<str>>,
        /// What makes an answer work, where one writes.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub look_for: Vec<Rc<str>> = Vec::new(),
    }

    /// Something to choose, to sort or to put in order.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    #[cfg_attr(feature = "validate", derive(serde::Deserialize, schemars::JsonSchema))]
    #[cfg_attr(feature = "validate", serde(deny_unknown_fields))]
    pub struct Choosable {
        /// Name for ever, within the question.
        pub id: PartName,
        /// What it says.
        pub text: Rc<str>,
        /// Why it is right, or is not, or stands where it stands.
        pub feedback: Rc<str>,
        /// Whether it is right, where one chooses.
        #[serde(default, skip_serializing_if = "is_false")]
        pub right: bool = false,
        /// The pile that it belongs to, 0 or 1, where there are piles.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub pile: Option<u8>,
    }
}

choice! {
    /// How a question is answered.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
    #[cfg_attr(feature = "validate", derive(serde::Deserialize, schemars::JsonSchema))]
    pub enum Kind {
        /// Choose the single best answer.
        One as "one",
        /// Choose all that apply.
        All as "all",
        /// Put in order.
        Order as "order",
        /// Sort into two piles.
        Piles as "piles",
        /// Write, and compare with an example.
        Words as "words",
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes references")]
fn is_false(is: &bool) -> bool {
    !is
}

/// How an option was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// As it should be.
    Right,
    /// Not as it should be.
    Wrong,
    /// It should have been chosen and was not.
    Missed,
    /// It was rightly left alone.
    Left,
}

impl Question {
    /// The option with this name.
    pub fn option(&self, id: &str) -> Option<&Choosable> {
        self.options.iter().find(|option| option.id.as_str() == id)
    }

    /// The options as they are first shown: of those to be put in order, not in the right one. The
    /// same each time, so that they do not jump.
    pub fn shown(&self) -> Vec<&Choosable> {
        let mut shown: Vec<&Choosable> = self.options.iter().collect();
        if self.kind == Kind::Order {
            // By a number made of the text, which has nothing to do with its place.
            shown.sort_by_key(|option| scattered(&option.text));
            // Two are needed for another order: of nothing, nothing can be moved.
            let is_in_order =
                shown.iter().zip(&self.options).all(|(one, other)| one.id == other.id);
            if is_in_order && shown.len() > 1 {
                shown.rotate_left(1);
            }
        }
        shown
    }

    /// The options in the order that the person has given them, those not mentioned last.
    pub fn ordered(&self, answer: &str) -> Vec<&Choosable> {
        let mut ordered: Vec<&Choosable> = Vec::new();
        let mentioned = answer.split(' ').filter_map(|id| self.option(id));
        for option in mentioned.chain(self.shown()) {
            if !ordered.iter().any(|known| known.id == option.id) {
                ordered.push(option);
            }
        }
        ordered
    }

    /// Whether an answer can be looked at: something is chosen, sorted or written.
    pub fn is_answered(&self, answer: &str) -> bool {
        match self.kind {
            Kind::One | Kind::All => self.options.iter().any(|option| chose(answer, option)),
            Kind::Order => true,
            Kind::Piles => self.options.iter().all(|option| pile_in(answer, option).is_some()),
            Kind::Words => !answer.trim().is_empty(),
        }
    }

    /// How an option was answered. `place` is where the person has put it, from 0, where there is
    /// an order.
    pub fn mark(&self, answer: &str, option: &Choosable, place: usize) -> Mark {
        let right = |is: bool| if is { Mark::Right } else { Mark::Wrong };
        match self.kind {
            Kind::One | Kind::All => match (chose(answer, option), option.right) {
                (true, is) => right(is),
                (false, true) => Mark::Missed,
                (false, false) => Mark::Left,
            },
            Kind::Order => {
                right(self.options.get(place).is_some_and(|there| there.id == option.id))
            }
            Kind::Piles => right(pile_in(answer, option) == option.pile),
            Kind::Words => Mark::Left,
        }
    }

    /// Whether every option was answered as it should be; where one writes, nobody can tell.
    pub fn is_right(&self, answer: &str) -> bool {
        let in_order = self.ordered(answer);
        let marks = in_order.iter().enumerate().map(|(place, one)| self.mark(answer, one, place));
        marks.into_iter().all(|mark| matches!(mark, Mark::Right | Mark::Left))
    }

    /// The answer after an option was chosen, or chosen no more.
    pub fn choose(&self, answer: &str, option: &str, is: bool) -> String {
        if self.kind == Kind::One {
            return option.to_owned();
        }
        let chosen = self
            .options
            .iter()
            .filter(|one| if one.id.as_str() == option { is } else { chose(answer, one) });
        joined(chosen.map(|one| one.id.as_str()))
    }

    /// The answer after an option was put on a pile.
    pub fn sort(&self, answer: &str, option: &str, pile: u8) -> String {
        let sorted = self.options.iter().filter_map(|one| {
            let on = if one.id.as_str() == option { Some(pile) } else { pile_in(answer, one) };
            on.map(|pile| format!("{}:{pile}", one.id))
        });
        sorted.collect::<Vec<_>>().join(" ")
    }

    /// The answer after an option was moved up, or down, by one place.
    pub fn shift(&self, answer: &str, option: &str, up: bool) -> String {
        let mut ordered = self.ordered(answer);
        if let Some(place) = ordered.iter().position(|one| one.id.as_str() == option) {
            let to = if up { place.saturating_sub(1) } else { place + 1 };
            if to < ordered.len() {
                ordered.swap(place, to);
            }
        }
        joined(ordered.iter().map(|one| one.id.as_str()))
    }
}

/// Whether an answer has chosen an option.
pub fn chose(answer: &str, option: &Choosable) -> bool {
    answer.split(' ').any(|id| id == option.id.as_str())
}

/// The pile that an answer has put an option on.
pub fn pile_in(answer: &str, option: &Choosable) -> Option<u8> {
    answer.split(' ').find_map(|word| {
        let (id, pile) = word.split_once(':')?;
        (id == option.id.as_str()).then(|| pile.parse().ok().filter(|pile| *pile < 2))?
    })
}

fn joined<'a>(ids: impl Iterator<Item = &'a str>) -> String {
    ids.collect::<Vec<_>>().join(" ")
}

/// A number made of a text (FNV-1a, 32 bits).
fn scattered(text: &str) -> u32 {
    text.bytes()
        .fold(0x811c_9dc5, |sum: u32, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
