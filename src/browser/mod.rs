//! The only room that touches the browser: its storage, address bar, clock, files and network.
//!
//! Everything here can fail in some browser, frame or mode, so everything here says so or does
//! without. Decides nothing.

pub mod address;
mod by_name;
pub mod chance;
pub mod clock;
pub mod content;
pub mod files;
pub mod handover;
mod idle;
mod mount;
pub mod outside;
pub mod page;
pub mod panic_face;
mod secret;
mod storage;
mod turn;
pub mod wipe;

pub use idle::IdleWatch;
pub use mount::Mount;
pub use secret::SecretSteps;
pub use storage::{BrowserStore, on_stored_elsewhere};
pub use turn::in_turn;
