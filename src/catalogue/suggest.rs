//! Which framework is for whom, from three questions.

use super::{Catalogue, Entry};
use crate::framework::{Audience, Rates};
use crate::json::choice;
use crate::order::ascending;
use serde::Serialize;

/// How many are suggested at most.
const SUGGESTED: usize = 3;
/// What a person who has little time can answer, in statements: about five minutes.
const FEW: usize = 33;

choice! {
    /// How much time a person has.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
    pub enum Time {
        /// Five minutes.
        Short as "short",
        /// A quarter of an hour or more.
        Long as "long",
    }
}

/// What a person has said so far, in the order in which they are asked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Wish {
    /// What they want to look at.
    pub rates: Option<Rates>,
    /// Who they are.
    pub audience: Option<Audience>,
    /// How much time they have.
    pub time: Option<Time>,
}

impl Wish {
    /// Who people can say that they are.
    pub const AUDIENCES: [Audience; 4] =
        [Audience::Student, Audience::Trainee, Audience::Senior, Audience::PrimaryCare];

    /// Reads the words of an address.
    pub fn parse(words: &[&str]) -> Option<Self> {
        let mut wish = Self::default();
        let mut words = words.iter().copied();
        if let Some(word) = words.next() {
            wish.rates = Some(Rates::parse(word)?);
        }
        if let Some(word) = words.next() {
            wish.audience = Some(Audience::parse(word)?);
        }
        if let Some(word) = words.next() {
            wish.time = Some(Time::parse(word)?);
        }
        words.next().is_none().then_some(wish)
    }

    /// The words of its address.
    pub fn words(&self) -> impl Iterator<Item = &'static str> {
        let rates = self.rates.map(Rates::as_str);
        let audience = self.audience.map(Audience::as_str);
        rates.into_iter().chain(audience).chain(self.time.map(Time::as_str))
    }

    /// Whether all is said that matters: of a team or a programme, what is looked at says it all.
    pub fn is_complete(&self) -> bool {
        self.time.is_some() || self.rates.is_some_and(|rates| rates != Rates::Person)
    }
}

impl Catalogue {
    /// The frameworks that fit a wish best, the best first.
    ///
    /// Those for the very audience come before those for any profession; then, for who has little
    /// time, those with a form of five minutes come first, and otherwise those that ask the most.
    pub fn suggest(&self, wish: Wish) -> Vec<&Entry> {
        let fits = |entry: &&Entry| {
            wish.rates.is_none_or(|rates| entry.rates == rates) && entry.is_for(wish.audience)
        };
        let fitting: Vec<&Entry> = self.frameworks.iter().filter(fits).collect();
        let mut best = ascending(fitting, |entry: &&Entry| entry.distance(wish));
        best.truncate(SUGGESTED);
        best
    }
}

impl Entry {
    fn is_for(&self, audience: Option<Audience>) -> bool {
        let Some(audience) = audience else { return true };
        self.audiences.contains(&audience) || self.audiences.contains(&Audience::AnyProfession)
    }

    /// How far it is from a wish; 0 is nearest.
    fn distance(&self, wish: Wish) -> u64 {
        let other = wish.audience.is_some_and(|audience| !self.audiences.contains(&audience));
        let shortest = if self.short_form > 0 { self.short_form } else { self.statements };
        let far = match wish.time {
            Some(Time::Short) if shortest <= FEW => 0,
            Some(Time::Short) => shortest,
            // The more, the nearer; no framework of a catalogue has as many.
            _ => 100_000_usize.saturating_sub(self.statements),
        };
        // On any machine that compiles this, a count fits.
        u64::from(other) * 1_000_000 + far as u64
    }
}
