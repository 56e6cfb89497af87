//! The two programs that the page is made of (docs/decisions/0006-two-programs.md).
//!
//! The first has what a person needs to choose a framework and to answer it, and is all that the
//! first view loads. The whole has every page, the first one's too. When a page is wanted that the
//! first does not have, it hands over to the whole, once, and is gone.

use super::doorkeeper::Doorkeeper;
use super::view::View;
use crate::app::{Action, Effect, More, Now, Route, State};
use crate::browser::Mount;
use yew::{Callback, Html};

/// What one of the programs can do.
pub trait Program: 'static {
    /// Whether it has every page, so that it never hands over.
    const WHOLE: bool;

    /// Lets people in to their record.
    type Door: Doorkeeper;

    /// Whether it has the page of a route.
    fn has(route: &Route) -> bool;

    /// Changes the state as an action asks. Actions of pages that it does not have do nothing.
    fn apply(state: &mut State, action: Action, now: Now) -> Vec<Effect>;

    /// The page that the address asks for, if it has it.
    fn page(view: &View<'_>) -> Html;

    /// Whether that page has all that it shows.
    fn is_complete(view: &View<'_>) -> bool;

    /// Fetches content that only some pages need; where it is a secret, so that no copy of it is kept.
    fn fetch(mount: Mount, more: More, is_secret: bool, act: Callback<Action>);
}
