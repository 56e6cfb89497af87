//! Profiles: several people at one browser, each with a record of their own, which may be locked.
//!
//! A locked record is sealed at rest with AES-256-GCM, under a key that Argon2id makes of a
//! passphrase (docs/record.md has the stored form, docs/decisions/0009 the reasons). Of a locked
//! profile nothing can be read without the passphrase but its name.
//!
//! Knows nothing of browsers: random bytes come in by [`Randomness`], and what is stored goes to a
//! [`Store`](crate::record::Store).

mod cipher;
mod deleting;
mod file;
mod head;
mod lock;
mod moving;
mod opened;
mod place;
mod profiles;
mod putting_back;
mod sealed;
mod secret;
mod wipe;

pub use deleting::Removed;
pub use file::{MAX_SEALED_BYTES, open_file, seal_file, sealed_file};
pub use head::{IDLE_CHOICES, IDLE_USUAL, PROFILES, Profile, ProfileId, record_taken_by};
pub use lock::{Effort, Refusal};
pub use opened::{Opened, Told};
pub use place::Place;
pub use profiles::{Listing, Profiles};
pub use secret::{MIN_PASSPHRASE, Passphrase, Randomness};
pub use wipe::{Wiped, is_call_to_let_go, wipe};
