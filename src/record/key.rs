//! The keys under which the parts of a record are stored.

use crate::assessment::AssessmentId;
use crate::framework::{StatementId, is_well_formed};
use std::fmt;
use std::rc::Rc;

/// Every key of ours starts with this, so that a host's other keys are never touched.
pub(super) const PREFIX: &str = "bellwether/";

/// What was unreadable is kept under keys that start with this.
const ASIDE: &str = "bellwether/aside/";

/// Version of the stored form, part of every key: a newer app that stores otherwise uses other
/// keys, and an older one sees that there are some.
const STORED_VERSION: &str = "1";

/// What is stored under a key of this version.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    /// The person's name.
    Name,
    /// An assessment as it began, or as a whole.
    Assessment(AssessmentId),
    /// The element that was last on screen.
    Position(AssessmentId),
    /// Whether the assessment is finished.
    Finished(AssessmentId),
    /// What the person chose for it.
    Choices(AssessmentId),
    /// The answer to one statement.
    Response(AssessmentId, StatementId),
    /// That an assessment was deleted, or brought back.
    Deleted(AssessmentId),
    /// When the record was last saved as a file.
    Saved,
    /// Something that the person has noted, by what it is about and its name.
    Note(Rc<str>),
}

/// What a key found in a store is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Found {
    /// One that this version reads and writes.
    Ours(Key),
    /// One of a newer version, or of a kind that this version does not know.
    Newer,
    /// Something that was set aside.
    Aside,
    /// None of ours.
    Foreign,
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{PREFIX}{STORED_VERSION}/")?;
        match self {
            Self::Name => f.write_str("name"),
            Self::Assessment(id) => write!(f, "assessment/{id}"),
            Self::Position(id) => write!(f, "position/{id}"),
            Self::Finished(id) => write!(f, "finished/{id}"),
            Self::Choices(id) => write!(f, "choices/{id}"),
            Self::Response(id, statement) => write!(f, "response/{id}/{statement}"),
            Self::Deleted(id) => write!(f, "deleted/{id}"),
            Self::Saved => f.write_str("saved"),
            Self::Note(key) => write!(f, "note/{key}"),
        }
    }
}

impl Key {
    /// Reads a key.
    pub(super) fn read(text: &str) -> Found {
        if text.starts_with(ASIDE) {
            return Found::Aside;
        }
        let Some(rest) = text.strip_prefix(PREFIX) else { return Found::Foreign };
        Self::read_parts(rest).map_or(Found::Newer, Found::Ours)
    }

    fn read_parts(rest: &str) -> Option<Self> {
        let mut parts = rest.split('/');
        if parts.next()? != STORED_VERSION {
            return None;
        }
        let kind = parts.next()?;
        if kind == "name" || kind == "saved" {
            let key = if kind == "name" { Self::Name } else { Self::Saved };
            return parts.next().is_none().then_some(key);
        }
        if kind == "note" {
            return read_note_key(rest.split_once("/note/")?.1).map(Self::Note);
        }
        let id = AssessmentId::parse(parts.next()?)?;
        let key = match kind {
            "assessment" => Self::Assessment(id),
            "position" => Self::Position(id),
            "finished" => Self::Finished(id),
            "choices" => Self::Choices(id),
            "deleted" => Self::Deleted(id),
            "response" => {
                let statement = parts.next()?;
                is_well_formed(statement).then(|| Self::Response(id, statement.into()))?
            }
            _ => return None,
        };
        parts.next().is_none().then_some(key)
    }

    /// The assessment that it is part of.
    pub(super) fn assessment(&self) -> Option<&AssessmentId> {
        match self {
            Self::Name | Self::Note(_) | Self::Deleted(_) | Self::Saved => None,
            Self::Assessment(id)
            | Self::Position(id)
            | Self::Finished(id)
            | Self::Choices(id)
            | Self::Response(id, _) => Some(id),
        }
    }
}

/// The key of a note; `None` if it is not two ids with a slash between.
pub(super) fn read_note_key(key: &str) -> Option<Rc<str>> {
    let (about, name) = key.split_once('/')?;
    (is_well_formed(about) && is_well_formed(name)).then(|| key.into())
}

/// The key under which something unreadable is set aside for the n-th time.
pub(super) fn aside(key: &str, n: usize) -> String {
    format!("{ASIDE}{n}/{key}")
}

/// Whether a key is one of a record, of whatever version, or of something that was set aside.
pub(crate) fn is_of_a_record(key: &str) -> bool {
    let rest = key.strip_prefix(PREFIX).and_then(|rest| rest.split_once('/'));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    rest.is_some_and(|(first, _)| is_number(first) || key.starts_with(ASIDE))
}

/// Whether a key has something that a person has entered.
pub(crate) fn holds_something(key: &str) -> bool {
    matches!(Key::read(key), Found::Ours(Key::Name | Key::Assessment(_) | Key::Note(_)))
}

/// Whether a key has a part of an assessment that is among other keys as a whole.
pub(crate) fn is_part_of_one_of(key: &str, keys: &[String]) -> bool {
    let Found::Ours(key) = Key::read(key) else { return false };
    key.assessment().is_some_and(|id| keys.contains(&Key::Assessment(id.clone()).to_string()))
}

/// Whether a key has a part of an assessment that is not among other keys, neither as a whole nor as deleted.
pub(crate) fn is_torn(key: &str, keys: &[String]) -> bool {
    let Found::Ours(
        Key::Position(id) | Key::Finished(id) | Key::Choices(id) | Key::Response(id, _),
    ) = Key::read(key)
    else {
        return false;
    };
    ![Key::Assessment(id.clone()), Key::Deleted(id)]
        .iter()
        .any(|key| keys.contains(&key.to_string()))
}
