//! All that a person has: their assessments, what they noted while learning and, if they gave it,
//! their name. How it is stored,
//! merged, saved to a file and loaded from one.
//!
//! The record is stored change by change: an answer is one small write, whatever else there is.
//! Every part carries the stamp of the change that set it, so copies from two tabs or two devices
//! come together by taking, part by part, the later one.
//!
//! Knows nothing of browsers: a [`Store`] is whatever can keep texts under keys.

mod change;
mod document;
mod file;
mod keeper;
mod key;
mod line;
mod load;
mod person;
mod store;

pub use change::{Change, Write};
pub use file::{MAX_FILE_BYTES, file_name, from_file, to_file, with_room};
pub(crate) use keeper::moved_aside;
pub use keeper::{Keeper, Kept};
pub(crate) use key::{holds_something, is_of_a_record, is_part_of_one_of, is_torn};
pub use line::MAX_NOTE;
pub use load::{Loaded, Lost, load, read_one};
pub(crate) use load::{is_readable, joined};
pub use person::{Merged, Note, Outcome, Record, clean_name, note_key};
pub use store::{Fault, MemoryStore, Store};
