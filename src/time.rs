//! A moment, and which of two changes came later. The core has no clock: moments come in.

use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// A moment: milliseconds since 1970-01-01 00:00 UTC, as the browser's clock tells them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(pub u64);

impl Timestamp {
    /// The day as `2026-11-22`, in UTC and the Gregorian calendar.
    pub fn date(self) -> String {
        const DAY: u64 = 24 * 60 * 60 * 1000;
        // Days since 0000-03-01, so that a leap day ends its year; an era has 400 years. No moment
        // is before 1970, so all of it stays above zero.
        let days = self.0 / DAY + 719_468;
        let (era, of_era) = (days / 146_097, days % 146_097);
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        let year = year + era * 400 + u64::from(month <= 2);
        format!("{year}-{month:02}-{day:02}")
    }
}

/// When and by whom a change was made: the total order of all changes.
///
/// Two stamps are equal only if they are of the same change, so that every tab and device that has
/// seen the same changes settles on the same values.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stamp {
    /// When; never before a change that the writer had already seen, even if its clock was set back.
    pub time: Timestamp,
    /// Tells changes of the same millisecond apart; counts up, and goes over into the time.
    pub count: u32,
    /// Who: one running copy of the app.
    pub writer: Rc<str>,
}

/// A value with the stamp of the change that set it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamped<T> {
    /// What was set.
    pub value: T,
    /// When and by whom.
    pub stamp: Stamp,
}

impl<T> Stamped<T> {
    /// Takes the other's value if it was set later. Returns whether it did.
    pub fn merge(&mut self, other: Self) -> bool {
        let later = other.stamp > self.stamp;
        if later {
            *self = other;
        }
        later
    }
}

/// Makes the stamps of one running copy of the app (a hybrid logical clock).
#[derive(Debug, Clone)]
pub struct Stamper {
    writer: Rc<str>,
    latest: (Timestamp, u32),
}

impl Stamper {
    /// A stamper for a writer whose name no other running copy has.
    pub fn new(writer: impl Into<Rc<str>>) -> Self {
        Self { writer: writer.into(), latest: (Timestamp(0), 0) }
    }

    /// Heeds a stamp made elsewhere: later stamps from here will be after it.
    pub fn heed(&mut self, stamp: &Stamp) {
        self.latest = self.latest.max((stamp.time, stamp.count));
    }

    /// The stamp of a change made now.
    pub fn stamp(&mut self, now: Timestamp) -> Stamp {
        let (time, count) = self.latest;
        let (next, is_over) = count.overflowing_add(1);
        let after = (Timestamp(time.0 + u64::from(is_over)), next);
        self.latest = if now > time { (now, 0) } else { after };
        Stamp { time: self.latest.0, count: self.latest.1, writer: self.writer.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stamps_go_up_when_the_clock_is_set_back() {
        let mut stamper = Stamper::new("w");
        let first = stamper.stamp(Timestamp(1_000));
        let second = stamper.stamp(Timestamp(400));
        let third = stamper.stamp(Timestamp(1_001));
        assert!(first < second && second < third);
    }

    #[test]
    fn a_count_that_has_come_to_its_end_goes_over_into_the_time() {
        let mut stamper = Stamper::new("a");
        stamper.heed(&Stamp { time: Timestamp(9_000), count: u32::MAX - 1, writer: "z".into() });
        let made = [(); 3].map(|()| stamper.stamp(Timestamp(10)));
        assert!(made.is_sorted_by(|one, other| one < other), "{made:?}");
    }

    #[test]
    fn a_stamp_is_after_all_that_were_heeded() {
        let mut stamper = Stamper::new("a");
        let theirs = Stamp { time: Timestamp(9_000), count: 7, writer: "z".into() };
        stamper.heed(&theirs);
        assert!(stamper.stamp(Timestamp(10)) > theirs);
    }
}
