//! The app without its looks: its [`State`], the [`Action`]s that change it, and [`apply`], which
//! says how, and what has to be done outside ([`Effect`]).
//!
//! `apply` is deterministic: the moment and the random number that it may need come in. So whatever
//! the app decides can be tested natively.

mod action;
mod affair;
mod apply;
mod asked;
mod carry;
mod company;
mod deleting;
mod entrance;
mod files;
mod hearing;
mod late;
mod learn;
mod learn_route;
mod letting_in;
mod more;
mod news;
mod notice;
mod people;
mod route;
mod settle;
mod state;
mod takeover;
mod title;
mod undo;
mod whole_notice;

pub use action::{Action, Content, Effect, Failure, Now};
pub use affair::{Affair, Deed, Form, Mistake, Sure, Twice};
pub use apply::{apply, apply_first};
pub use asked::Ask;
pub use company::{Company, Has};
pub use entrance::{Entrance, Outcome};
pub use late::Late;
pub use learn::{ForYou, Learning, for_you, minutes_of, needs_of, wishes};
pub use learn_route::{Filter, LearnRoute};
pub use more::{More, MoreContent, MoreState, for_you_from};
pub use news::{News, Standing, Teller, Trouble};
pub use notice::{Notice, Told, Tone, Way};
pub use people::{People, Who};
pub use route::{Route, Sought};
pub use settle::resume;
pub use state::{Available, Sitting, State};
pub use takeover::{leave_behind, was_shown};
pub use title::{PRODUCT, title};
pub use undo::UNDO_FOR;
pub use whole_notice::{Done, WholeNotice, in_words};
