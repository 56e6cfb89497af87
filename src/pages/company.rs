//! The doorkeeper of the program that has every page: has the core do what is wanted about profiles, and
//! what goes with it in the browser.

use super::doorkeeper::{Doorkeeper, Step};
use super::profile_bar::{above, around};
use super::view::View;
use crate::app::{
    Action, Affair, Company, Deed, Entrance, Has, Outcome, State, Told, UNDO_FOR, WholeNotice,
};
use crate::browser::{
    BrowserStore, IdleWatch, Mount, SecretSteps, chance, clock, files, in_turn, page, wipe,
};
use crate::profile::{Effort, Place, Profiles, Randomness};
use crate::record::{Change, Keeper, file_name};
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::{Callback, Html};

/// The people who share this browser.
#[derive(Debug)]
pub struct CompanyDoor {
    company: Company<BrowserStore>,
    act: Callback<Action>,
    mount: Mount,
    /// The pages that are shown without their addresses, where nobody may find those.
    steps: Option<SecretSteps>,
    /// What locks the record where nobody is there any more, after so many minutes.
    watch: Option<(u32, IdleWatch)>,
    /// What happens when the page is left, where nobody may find there what was shown: a browser may keep
    /// it as it is, to show it again when somebody presses “Back”.
    leaving: Option<EventListener>,
    /// What ends that something can be undone.
    undo_ends: Option<Timeout>,
}

impl Doorkeeper for CompanyDoor {
    type Store = Place<BrowserStore>;

    fn begin(mount: &Mount, act: &Callback<Action>) -> (Self, Self::Store) {
        let store = BrowserStore::of(mount);
        let randomness = Randomness(chance::fill);
        if may_be(mount) {
            sweep(Profiles::of(store.clone(), randomness, Effort::USUAL));
        }
        let (company, place) = Company::at(store, may_be(mount), randomness, Effort::USUAL);
        let (act, mount) = (act.clone(), mount.clone());
        (
            Self { company, act, mount, steps: None, watch: None, leaving: None, undo_ends: None },
            place,
        )
    }

    fn introduce(&self, state: &mut State) {
        state.more.people = self.company.people();
    }

    fn does(
        &mut self,
        deed: Deed,
        state: &mut State,
        keeper: &mut Keeper<Self::Store>,
        writer: &str,
    ) -> Option<Vec<Change>> {
        let has = Has { state, keeper, now: clock::now().time };
        let outcome = self.company.does(deed, has);
        if outcome.is_undoable() {
            self.undo_ends = Some(Timeout::new(UNDO_FOR, self.then(Affair::UndoIsOver)));
        }
        let Outcome { affairs, entrance, file, wiped } = outcome;
        let changes = entrance.map(|entrance: Entrance<BrowserStore>| {
            let (next, changes) = entrance.open(state, writer);
            *keeper = next;
            changes
        });
        if changes.is_some() {
            self.keep_secret(state);
        }
        self.watch();
        if let Some(file) = file {
            files::save(&file_name(&clock::today()), &file);
        }
        if wiped {
            let told = self.then(Affair::Erased);
            spawn_local(async move {
                wipe::copies().await;
                told();
            });
        }
        self.tell(affairs);
        changes
    }

    fn hears(&mut self, key: String, text: Option<String>) -> Option<(String, Option<String>)> {
        let (entry, affairs) = self.company.hears(&key, text.as_deref());
        self.watch();
        self.tell(affairs);
        entry
    }

    fn hides(&self, step: Step<'_>) -> bool {
        let Some(steps) = &self.steps else { return false };
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
    /// Where nothing may stay of what is looked at, has the page say it nowhere, and let go of it when it is
    /// left.
    fn keep_secret(&mut self, state: &State) {
        // First what was before stops listening.
        (self.steps, self.leaving) = (None, None);
        if !state.more.people.who.leaves_no_trace() {
            return;
        }
        let act = self.act.clone();
        let visit = move |route| act.emit(Action::Visit(route));
        self.steps = SecretSteps::begin(self.mount.host(), &state.route, visit);
        self.leaving = page::on_leaving(self.then(Affair::BeAway));
    }

    /// Watches for so long as the record that is open says.
    fn watch(&mut self) {
        let minutes = self.company.idle();
        if self.watch.as_ref().map(|(minutes, _)| *minutes) == minutes {
            return;
        }
        let begin = |minutes| IdleWatch::begin(minutes, self.then(Affair::BeAway));
        self.watch = minutes.and_then(|minutes| Some((minutes, begin(minutes)?)));
    }

    /// What makes an affair of something that happens.
    fn then(&self, affair: Affair) -> impl Fn() + 'static {
        let act = self.act.clone();
        move || act.emit(Action::About(affair.clone()))
    }

    fn tell(&self, affairs: Vec<Affair>) {
        for affair in affairs {
            self.act.emit(Action::About(affair));
        }
    }
}

/// Sweeps up what tabs have left behind that died: where one took a lock off, it could be read until it goes.
fn sweep(profiles: Profiles<BrowserStore>) {
    in_turn(move |is_alone| {
        let now = clock::now().time;
        // What stays is swept up at another start.
        let _ = if is_alone { profiles.sweep_alone() } else { profiles.sweep(now) };
    });
}

/// Profiles are for the page itself: where a page around it has the record, or it is in a frame of
/// another site, there are none.
fn may_be(mount: &Mount) -> bool {
    !mount.is_within_a_page() && !mount.has_own_storage()
}
