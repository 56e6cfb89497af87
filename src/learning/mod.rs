//! What there is to learn: sessions, the pathways that order them, what others offer; how far a
//! person is with them, which come next, and finding them by words.
//!
//! Knows nothing of pages, or of where files come from.

#[cfg(feature = "validate")]
mod check;
mod elsewhere;
mod exercise;
mod ids;
mod library;
mod outline;
pub mod progress;
mod recommend;
pub mod search;
mod session;
mod sound;

#[cfg(feature = "validate")]
pub use check::{
    Shelves, elsewhere_schema, pathway_schema, session_schema, validate_elsewhere,
    validate_pathway, validate_session,
};
pub use elsewhere::{Elsewhere, Offer};
pub use exercise::{Choosable, Kind, Mark, Question, chose, pile_in};
pub use ids::{ActivityId, ModuleId, PartName, PathwayId, SessionId};
pub use library::{
    ADDRESS, ActivityEntry, ElementEntry, ElsewhereEntry, Library, PathwayEntry, SessionEntry,
    StageEntry, pathway_address, session_address,
};
pub use outline::{Activity, Module, Pathway};
pub use recommend::{ELEMENTS, Reason, Recommended, Wishes, kept, recommend};
pub use session::{
    Case, LearningPoint, PlanStep, Profession, Reading, Session, Setting, TrainerNotes,
};

use crate::json;
use crate::problem::{Place, Problem};

/// Reads a session as it lies beside the page.
///
/// # Errors
/// What is wrong with it.
pub fn read_session(text: &str) -> Result<Session, Vec<Problem>> {
    held_to(sound::is_sound_session, json::read_whole(text)?)
}

/// Reads a pathway as it lies beside the page.
///
/// # Errors
/// What is wrong with it.
pub fn read_pathway(text: &str) -> Result<Pathway, Vec<Problem>> {
    held_to(sound::is_sound_pathway, json::read_whole(text)?)
}

/// What was read, if it is sound; what keeps it from being so, the validator says.
fn held_to<T>(is_sound: fn(&T) -> bool, read: T) -> Result<T, Vec<Problem>> {
    if is_sound(&read) {
        return Ok(read);
    }
    let what = || "something in it is not as the format has it";
    Err(vec![Problem::of_format(Place::whole(), what, || "check it with ./dev validate")])
}
