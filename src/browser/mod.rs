//! The only room that touches the browser: its storage, address bar, clock, files and network.
//!
//! Everything here can fail in some browser, frame or mode, so everything here says so or does
//! without. Decides nothing.

pub mod address;
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
pub mod wipe;

pub use idle::IdleWatch;
pub use mount::Mount;
pub use secret::SecretSteps;
pub use storage::{BrowserStore, on_stored_elsewhere};
