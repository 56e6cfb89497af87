//! The app without its looks: its [`State`], the [`Action`]s that change it, and [`apply`], which
//! says how, and what has to be done outside ([`Effect`]).
//!
//! `apply` is deterministic: the moment and the random number that it may need come in. So whatever
//! the app decides can be tested natively.

mod action;
mod apply;
mod carry;
mod notice;
mod route;
mod settle;
mod state;
mod title;

pub use action::{Action, Content, Effect, Failure, Now};
pub use apply::apply;
pub use notice::{Notice, Tone};
pub use route::{Route, Sought};
pub use settle::resume;
pub use state::{Available, Sitting, State};
pub use title::{PRODUCT, title};
