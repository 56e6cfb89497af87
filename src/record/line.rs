//! A value with its stamp, as one line of text: moment, count, writer, value.
//!
//! `1763792400000 0 w1f3a planning-1` is easier to read than JSON, shorter, and costs the app far
//! less code; a record has thousands of them. The value comes last, since a name can have spaces.

use super::person::{Note, clean_name};
use crate::assessment::{Choices, Response};
use crate::framework::{ElementId, PartId, is_well_formed};
use crate::time::{Stamp, Stamped, Timestamp};
use std::fmt::Display;
use std::rc::Rc;

/// The last moment that a browser can tell (ECMA-262, section 21.4.1.1).
const LAST_MOMENT: u64 = 8_640_000_000_000_000;
/// As many points as a rating scale can have.
const MAX_RATING: u8 = 9;
/// What stands for an answer or an end that was taken back.
const NONE: &str = "none";
/// What stands for the answer that a statement does not apply.
const NOT_APPLICABLE: &str = "not-applicable";
/// What stands where no career stage was chosen.
const NO_STAGE: &str = "-";
/// What stands for an assessment that was deleted, and for one that was brought back.
const DELETED: &str = "deleted";
const RESTORED: &str = "restored";
/// What stands for a file that was saved.
const FILE: &str = "file";
/// What stands before the text of a note.
const TEXT: &str = "=";
/// Longest note, in characters: some eight pages.
pub const MAX_NOTE: usize = 20_000;
/// Far more optional parts than a framework offers.
const MAX_PARTS: usize = 32;

/// Why something stored cannot be read, as a clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unreadable(pub(super) &'static str);

/// What cannot be told more exactly.
pub(super) const DAMAGED: Unreadable = Unreadable("it is damaged, or was changed by hand");

/// The line of an answer.
pub(super) fn response_line(stamped: &Stamped<Option<Response>>) -> String {
    match stamped.value {
        Some(Response::Rated(value)) => line(&stamped.stamp, &value),
        Some(Response::NotApplicable) => line(&stamped.stamp, &NOT_APPLICABLE),
        None => line(&stamped.stamp, &NONE),
    }
}

/// Reads the line of an answer.
pub(super) fn read_response(line: &str) -> Result<Stamped<Option<Response>>, Unreadable> {
    read(line, |value| match value {
        NONE => Ok(None),
        NOT_APPLICABLE => Ok(Some(Response::NotApplicable)),
        _ => match value.parse() {
            Ok(rating) if (1..=MAX_RATING).contains(&rating) => Ok(Some(Response::Rated(rating))),
            _ => Err(Unreadable("it holds an answer that is on no rating scale")),
        },
    })
}

/// The line of when an assessment was finished.
pub(super) fn finished_line(stamped: &Stamped<Option<Timestamp>>) -> String {
    match stamped.value {
        Some(moment) => line(&stamped.stamp, &moment.0),
        None => line(&stamped.stamp, &NONE),
    }
}

/// Reads the line of when an assessment was finished.
pub(super) fn read_finished(line: &str) -> Result<Stamped<Option<Timestamp>>, Unreadable> {
    read(line, |value| if value == NONE { Ok(None) } else { moment(value).map(Some) })
}

/// The line of the element to come back to.
pub(super) fn position_line(stamped: &Stamped<ElementId>) -> String {
    line(&stamped.stamp, &stamped.value)
}

/// Reads the line of the element to come back to.
pub(super) fn read_position(line: &str) -> Result<Stamped<ElementId>, Unreadable> {
    read(line, |value| if is_well_formed(value) { Ok(value.into()) } else { Err(DAMAGED) })
}

/// The line of what a person chose: the career stage, or a hyphen, then the optional parts.
pub(super) fn choices_line(stamped: &Stamped<Choices>) -> String {
    let stage = stamped.value.stage.as_ref().map_or(NO_STAGE, |stage| stage.as_str());
    let parts = stamped.value.parts.iter().map(PartId::as_str);
    let words: Vec<&str> = std::iter::once(stage).chain(parts).collect();
    line(&stamped.stamp, &words.join(" "))
}

/// Reads the line of what a person chose.
pub(super) fn read_choices(line: &str) -> Result<Stamped<Choices>, Unreadable> {
    read(line, |value| {
        let (stage, parts) = value.split_once(' ').unwrap_or((value, ""));
        let parts: Vec<&str> = parts.split_terminator(' ').collect();
        let all_ids = parts.iter().chain((stage != NO_STAGE).then_some(&stage));
        if parts.len() > MAX_PARTS || !all_ids.copied().all(is_well_formed) {
            return Err(DAMAGED);
        }
        Ok(Choices {
            stage: (stage != NO_STAGE).then(|| stage.into()),
            parts: parts.into_iter().map(PartId::from).collect(),
        })
    })
}

/// The line of a name.
pub(super) fn name_line(stamped: &Stamped<Rc<str>>) -> String {
    line(&stamped.stamp, &stamped.value)
}

/// Reads the line of a name.
pub(super) fn read_name(line: &str) -> Result<Stamped<Rc<str>>, Unreadable> {
    let no_name = Unreadable("the name in it has characters that no name has, or too many");
    read(line, |value| clean_name(value).ok_or(no_name))
}

/// The line that says whether an assessment was deleted, or brought back.
pub(super) fn deleted_line(stamped: &Stamped<bool>) -> String {
    line(&stamped.stamp, &if stamped.value { DELETED } else { RESTORED })
}

/// Reads the line that says whether an assessment was deleted.
pub(super) fn read_deleted(line: &str) -> Result<Stamped<bool>, Unreadable> {
    read(line, |value| match value {
        DELETED => Ok(true),
        RESTORED => Ok(false),
        _ => Err(DAMAGED),
    })
}

/// The line of when the record was last saved as a file.
pub(super) fn saved_line(stamped: &Stamped<()>) -> String {
    line(&stamped.stamp, &FILE)
}

/// Reads the line of when the record was last saved.
pub(super) fn read_saved(line: &str) -> Result<Stamped<()>, Unreadable> {
    read(line, |value| if value == FILE { Ok(()) } else { Err(DAMAGED) })
}

/// The line of a note. A sign tells a text from nothing.
pub(super) fn note_line(note: &Note) -> String {
    match &note.value {
        Some(text) => line(&note.stamp, &format!("{TEXT}{text}")),
        None => line(&note.stamp, &NONE),
    }
}

/// Reads the line of a note.
pub(super) fn read_note(line: &str) -> Result<Note, Unreadable> {
    read(line, |value| match value.strip_prefix(TEXT) {
        Some(text) if text.chars().count() <= MAX_NOTE => Ok(Some(text.into())),
        None if value == NONE => Ok(None),
        _ => Err(DAMAGED),
    })
}

/// Reads a moment that every calendar has.
pub(super) fn known_moment(milliseconds: u64) -> Result<Timestamp, Unreadable> {
    if milliseconds <= LAST_MOMENT {
        Ok(Timestamp(milliseconds))
    } else {
        Err(Unreadable("it holds a date that no calendar has"))
    }
}

fn line(stamp: &Stamp, value: &dyn Display) -> String {
    format!("{} {} {} {value}", stamp.time.0, stamp.count, stamp.writer)
}

fn read<T>(
    line: &str,
    value: impl FnOnce(&str) -> Result<T, Unreadable>,
) -> Result<Stamped<T>, Unreadable> {
    let (stamp, rest) = read_stamp(line)?;
    Ok(Stamped { value: value(rest)?, stamp })
}

/// The stamp of a line.
pub(super) fn stamp_of(line: &str) -> Option<Stamp> {
    read_stamp(line).ok().map(|(stamp, _)| stamp)
}

fn read_stamp(line: &str) -> Result<(Stamp, &str), Unreadable> {
    let mut parts = line.splitn(4, ' ');
    let mut part = || parts.next().ok_or(DAMAGED);
    let time = moment(part()?)?;
    let count = number(part()?)?.try_into().map_err(|_| DAMAGED)?;
    let writer = part()?;
    if !is_well_formed(writer) {
        return Err(Unreadable("it says that something was written by nobody we know of"));
    }
    Ok((Stamp { time, count, writer: writer.into() }, part()?))
}

fn moment(text: &str) -> Result<Timestamp, Unreadable> {
    known_moment(number(text)?)
}

/// A whole number in the only way that it is written: digits, no sign, no leading zero.
fn number(text: &str) -> Result<u64, Unreadable> {
    let plain = text == "0" || text.starts_with(|c: char| ('1'..='9').contains(&c));
    if plain { text.parse().map_err(|_| DAMAGED) } else { Err(DAMAGED) }
}
