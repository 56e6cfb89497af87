//! The doorkeeper of the program that has every page: has the core do what is wanted about profiles, and
//! what goes with it in the browser.

use super::doorkeeper::{Doorkeeper, Step};
use super::profile_bar::{above, around};
use super::view::View;
use crate::app::{
    Action, Affair, Company, Deed, Done, Entrance, Has, Outcome, Route, State, Told, WholeNotice,
};
use crate::browser::{
    BrowserStore, IdleWatch, Mount, SecretSteps, chance, clock, files, page, wipe,
};
use crate::profile::{Effort, Place, Randomness};
use crate::record::{Change, Keeper, file_name};
use gloo_events::EventListener;
use wasm_bindgen_futures::spawn_local;
use yew::{Callback, Html};

/// The people who share this browser.
#[derive(Debug)]
pub struct CompanyDoor {
    company: Company<BrowserStore>,
    act: Callback<Action>,
    mount: Mount,
    locked: Option<Locked>,
}

/// What goes on only while a locked profile is open.
#[derive(Debug)]
struct Locked {
    minutes: u32,
    steps: Option<SecretSteps>,
    _idle: Option<IdleWatch>,
    _leaving: Option<EventListener>,
}

impl Doorkeeper for CompanyDoor {
    type Store = Place<BrowserStore>;

    fn begin(mount: &Mount, act: &Callback<Action>) -> (Self, Self::Store) {
        let (store, now) = (BrowserStore::of(mount), clock::now().time);
        let randomness = Randomness(chance::fill);
        let (company, place) = Company::at(store, may_be(mount), randomness, Effort::USUAL, now);
        (Self { company, act: act.clone(), mount: mount.clone(), locked: None }, place)
    }

    fn introduce(&self, state: &mut State) {
        state.more.people = self.company.people(may_be(&self.mount));
    }

    fn does(
        &mut self,
        deed: Deed,
        state: &mut State,
        keeper: &mut Keeper<Self::Store>,
        writer: &str,
    ) -> Option<Vec<Change>> {
        let has = Has { state, keeper, now: clock::now().time };
        let Outcome { affairs, entrance, file, wiped } = self.company.does(deed, has);
        let changes = entrance.map(|entrance: Entrance<BrowserStore>| {
            let (next, changes) = entrance.open(state, writer);
            *keeper = next;
            changes
        });
        if changes.is_some() || self.locked.as_ref().map(|it| it.minutes) != self.company.idle() {
            self.keep_secret(&state.route);
        }
        if let Some(file) = file {
            files::save(&file_name(&clock::today()), &file);
        }
        if wiped {
            let act = self.act.clone();
            spawn_local(async move {
                wipe::copies().await;
                act.emit(Action::About(Affair::Done(Done::Wiped)));
            });
        }
        self.tell(affairs);
        changes
    }

    fn hears(&mut self, key: String, text: Option<String>) -> Option<(String, Option<String>)> {
        let (entry, affairs) = self.company.hears(&key, text.as_deref());
        self.tell(affairs);
        entry
    }

    fn hides(&self, step: Step<'_>) -> bool {
        let Some(steps) = self.locked.as_ref().and_then(|locked| locked.steps.as_ref()) else {
            return false;
        };
        match step {
            Step::Went(route) => {
                steps.go(route);
                // As a browser would tell of another address.
                self.act.emit(Action::Visit(route.clone()));
            }
            Step::Replaced(route) => steps.replace(route),
        }
        true
    }

    fn holds(&self) -> bool {
        self.company.holds()
    }

    fn told(notice: &WholeNotice) -> Told {
        notice.told()
    }

    fn above(view: &View<'_>) -> Html {
        above(view)
    }

    fn around(view: &View<'_>, main: Html) -> Html {
        around(view, main)
    }
}

impl CompanyDoor {
    /// While a locked profile is open, has the page say nowhere what is shown, and lock itself.
    fn keep_secret(&mut self, route: &Route) {
        // First what was before stops listening.
        self.locked = None;
        let Some(minutes) = self.company.idle() else { return };
        let act = self.act.clone();
        let leave = move || act.emit(Action::About(Affair::BeAway));
        let act = self.act.clone();
        let visit = move |route| act.emit(Action::Visit(route));
        self.locked = Some(Locked {
            minutes,
            steps: SecretSteps::begin(self.mount.host(), route, visit),
            _idle: IdleWatch::begin(minutes, leave.clone()),
            // A browser may keep the page as it is, to show it again when somebody presses “Back”.
            _leaving: page::on_leaving(leave),
        });
    }

    fn tell(&self, affairs: Vec<Affair>) {
        for affair in affairs {
            self.act.emit(Action::About(affair));
        }
    }
}

/// Profiles are for the page itself: where a page around it has the record, or it is in a frame of
/// another site, there are none.
fn may_be(mount: &Mount) -> bool {
    !mount.is_within_a_page() && !mount.has_own_storage()
}
