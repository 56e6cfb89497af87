//! The built app in a real browser: what the browser tests, the benchmark and the pictures share.
//!
//! - [`Site`] serves `dist/`, can change what it serves, and remembers every request;
//! - [`Browser`] is a Chromium of its own with a driver of its own, killed when it goes out of
//!   scope, however that comes;
//! - [`App`] is the page as a person sees it: its verbs are what a person does, and what it tells is
//!   what a person can see;
//! - [`story`] runs one test around them, and fails it on errors in the browser's console that
//!   nobody expected;
//! - [`breakable`] is a browser whose storage fails when it is told to;
//! - [`Framework`] is what the tests know of the content, read from the file that is served;
//! - [`axe`] and [`display`] look at a page as someone else does.
//!
//! Nothing here waits for a time: [`until`] waits for a condition, not for ever, and says what it
//! waited for. `BELLWETHER_DIST`, `CHROME` and `CHROMEDRIVER` choose what is tested in what.

mod answering;
mod app;
pub mod axe;
mod browser;
pub mod display;
mod failure;
mod faults;
mod files;
pub mod fixtures;
mod framework;
pub mod generated;
mod hands;
mod outcome;
mod process;
mod profiles;
mod saved;
mod server;
mod story;
mod tabs;
mod tour;
mod wait;

pub use app::{App, START};
pub use browser::{Browser, Profile, Setup};
pub use failure::{Context, Failure, Result};
pub use faults::breakable;
pub use framework::{Element, Framework};
pub use hands::Focus;
pub use profiles::DOOR;
pub use server::{Request, Served, Site};
pub use story::{story, story_of};
pub use wait::{PATIENCE, until, until_is};
