//! Where the record is kept, and whose it is: what differs between the two programs about that.

use super::view::View;
use crate::app::{Action, Deed, Route, State, Told, WholeNotice};
use crate::browser::{BrowserStore, Mount};
use crate::components::kept_banner;
use crate::record::{Change, Keeper, Store};
use std::fmt::Debug;
use yew::{Callback, Html};

/// Lets people in to their record, and out again.
pub trait Doorkeeper: Debug + Sized + 'static {
    /// Where records are kept.
    type Store: Store + Debug + 'static;

    /// Begins at a mount: with the record of whoever comes in without being asked.
    fn begin(mount: &Mount, act: &Callback<Action>) -> (Self, Self::Store);

    /// Tells the state who is in, and who could be.
    fn introduce(&self, state: &mut State);

    /// Does something about profiles. Where somebody comes in or leaves by it, state and keeper are
    /// theirs afterwards, and it returns what is to be kept of what they bring along.
    fn does(
        &mut self,
        deed: Deed,
        state: &mut State,
        keeper: &mut Keeper<Self::Store>,
        writer: &str,
    ) -> Option<Vec<Change>>;

    /// What another tab has stored or removed, as an entry of the record that is open, if it is one.
    fn hears(&mut self, key: String, text: Option<String>) -> Option<(String, Option<String>)>;

    /// Shows another page without its address, if it is not to be seen. Returns whether it did.
    fn hides(&self, step: Step<'_>) -> bool;

    /// Whether it holds something that is not stored yet, of somebody who has left.
    fn holds(&self) -> bool;

    /// A notice of the whole program in words.
    fn told(notice: &WholeNotice) -> Told;

    /// What stands above every page: whose record it is, and whether it is stored.
    fn above(view: &View<'_>) -> Html;

    /// What stands around the main part of every page.
    fn around(view: &View<'_>, main: Html) -> Html;
}

/// Another page.
#[derive(Debug, Clone, Copy)]
pub enum Step<'a> {
    /// As a new step.
    Went(&'a Route),
    /// In place of the present one.
    Replaced(&'a Route),
}

/// The first program knows one record, that of the browser: where there are profiles, the whole program
/// is shown instead (web/start.mjs).
#[derive(Debug)]
pub struct NoDoor;

impl Doorkeeper for NoDoor {
    type Store = BrowserStore;

    fn begin(mount: &Mount, _: &Callback<Action>) -> (Self, BrowserStore) {
        (Self, BrowserStore::of(mount))
    }

    fn introduce(&self, _: &mut State) {}

    fn does(
        &mut self,
        _: Deed,
        _: &mut State,
        _: &mut Keeper<BrowserStore>,
        _: &str,
    ) -> Option<Vec<Change>> {
        None
    }

    fn hears(&mut self, key: String, text: Option<String>) -> Option<(String, Option<String>)> {
        Some((key, text))
    }

    fn hides(&self, _: Step<'_>) -> bool {
        false
    }

    fn holds(&self) -> bool {
        false
    }

    fn told(_: &WholeNotice) -> Told {
        // None of them comes up where nothing of the whole program is done.
        Told { tone: crate::app::Tone::Success, heading: "", text: String::new(), way: None }
    }

    fn above(view: &View<'_>) -> Html {
        kept_banner(view.state.kept, view.act.reform(|_| Action::SaveFile))
    }

    fn around(_: &View<'_>, main: Html) -> Html {
        main
    }
}
