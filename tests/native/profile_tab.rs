//! For the flows of people who share a browser: a tab with everybody who can come in to it, and some tabs
//! that tell each other of what they store, as a browser does.

use crate::profile_support::{EFFORT, NOW, RANDOM, phrase, profiles};
use crate::simulation_store::SharedStore;
use crate::support::{answer, framework};
use bellwether::app::{
    Action, Affair, Company, Content, Deed, Effect, Form as PersonForm, Has, Mistake, Now, Outcome,
    Route, State, Twice, Who, apply, leave_behind,
};
use bellwether::assessment::Form;
use bellwether::catalogue::Catalogue;
use bellwether::framework::Framework;
use bellwether::profile::{Place, ProfileId};
use bellwether::record::{Change, Keeper, Kept, Record};
use bellwether::time::Timestamp;
use std::collections::VecDeque;
use std::rc::Rc;

/// A tab in which the app is open.
pub(crate) struct Tab {
    pub(crate) state: State,
    pub(crate) store: SharedStore,
    pub(crate) company: Company<SharedStore>,
    keeper: Keeper<Place<SharedStore>>,
    framework: Rc<Framework>,
    writer: String,
    /// What the clock says; every action takes a second.
    pub(crate) clock: u64,
    /// The files that were saved.
    pub(crate) saved: Vec<String>,
    /// Whether what takes a moment waits until it is told to be done.
    pub(crate) is_slow: bool,
    /// Whether something was done that can be undone for a moment.
    pub(crate) is_undoable: bool,
    slow: VecDeque<(Deed, u32)>,
    waiting: VecDeque<Action>,
}

impl Tab {
    /// Opens the app.
    pub(crate) fn on(store: SharedStore, writer: &str) -> Self {
        Self::begun(store, writer, true)
    }

    /// Opens it in an element of a page, where there are no profiles.
    pub(crate) fn element_on(store: SharedStore, writer: &str) -> Self {
        Self::begun(store, writer, false)
    }

    fn begun(store: SharedStore, writer: &str, may_be: bool) -> Self {
        let (company, place) = Company::at(store.clone(), may_be, RANDOM, EFFORT);
        if may_be {
            // As pages/company.rs does, with nobody known to be alone.
            let _ = profiles(&store).sweep(NOW);
        }
        let (keeper, loaded) = Keeper::open(place);
        let mut state = State::new(loaded, keeper.kept(), writer);
        state.more.people = company.people();
        let mut tab = Self {
            state,
            store,
            company,
            keeper,
            framework: Rc::new(framework(&[&[4, 4], &[4]])),
            writer: writer.to_owned(),
            clock: NOW.0,
            saved: Vec::new(),
            is_slow: false,
            is_undoable: false,
            slow: VecDeque::new(),
            waiting: VecDeque::new(),
        };
        tab.opens("#/");
        tab
    }

    /// The app in a browser where nothing is stored.
    pub(crate) fn new() -> Self {
        Self::on(SharedStore::default(), "w1")
    }

    /// Closes the tab, or has it killed, and opens the app again.
    pub(crate) fn restarts(&mut self) -> &mut Self {
        let (store, clock) = (self.store.for_another_tab(), self.clock);
        *self = Self::on(store, &format!("{}x", self.writer));
        self.clock = clock;
        self
    }

    /// What is left for the next program in the same page.
    pub(crate) fn leaves_behind(&self) -> String {
        leave_behind(
            &self.state,
            true,
            self.keeper.unstored(&self.state.record),
            Timestamp(self.clock),
        )
    }

    /// Does something, and all that it leads to.
    pub(crate) fn does(&mut self, action: Action) -> &mut Self {
        self.clock += 1_000;
        self.waiting.push_back(action);
        while let Some(action) = self.waiting.pop_front() {
            let Some(action) = self.heard(action) else { continue };
            let now = Now { time: Timestamp(self.clock), random: self.clock };
            for effect in apply(&mut self.state, action, now) {
                self.run(effect);
            }
        }
        self
    }

    fn heard(&mut self, action: Action) -> Option<Action> {
        let Action::StoredElsewhere { key, text } = action else { return Some(action) };
        let (entry, affairs) = self.company.hears(&key, text.as_deref());
        self.waiting.extend(affairs.into_iter().map(Action::About));
        entry.map(|(key, text)| Action::StoredElsewhere { key, text })
    }

    fn run(&mut self, effect: Effect) {
        match effect {
            Effect::FetchCatalogue => {
                let catalogue = Catalogue::of([&*self.framework]);
                self.waiting.push_back(Action::Arrived(Content::Catalogue(Ok(catalogue))));
            }
            Effect::FetchFramework(id) => {
                let framework = Ok(self.framework.clone());
                self.waiting.push_back(Action::Arrived(Content::Framework(id, framework)));
            }
            Effect::Keep(changes) => self.keeps(&changes),
            Effect::Go(route) | Effect::Replace(route) => {
                self.waiting.push_back(Action::Visit(route));
            }
            Effect::SaveRecord(text) => self.saved.push(text),
            Effect::About(deed) if self.is_slow && (deed.is_slow() || deed.takes_turns()) => {
                self.slow.push_back((deed, self.state.more.people.visits));
            }
            Effect::About(deed) => self.carries_out(deed),
            _ => {}
        }
    }

    fn keeps(&mut self, changes: &[Change]) {
        if self.state.keep(&mut self.keeper, changes) {
            self.waiting.push_back(Action::TakenIn);
        }
    }

    /// As pages/company.rs and pages/entering.rs do.
    fn carries_out(&mut self, deed: Deed) {
        let now = Timestamp(self.clock);
        let has = Has { state: &self.state, keeper: &mut self.keeper, now };
        let outcome = self.company.does(deed, has);
        self.is_undoable |= outcome.is_undoable();
        let Outcome { affairs, entrance, file, wiped } = outcome;
        let affairs = affairs.into_iter().chain(wiped.then_some(Affair::Erased));
        self.waiting.extend(affairs.map(Action::About));
        self.saved.extend(file);
        if let Some(entrance) = entrance {
            let (keeper, changes) = entrance.open(&mut self.state, &self.writer);
            self.keeper = keeper;
            self.keeps(&changes);
            self.waiting.push_back(Action::Visit(self.state.route.clone()));
        }
    }

    /// What takes a moment is done now.
    pub(crate) fn catches_up(&mut self) -> &mut Self {
        while let Some((deed, visit)) = self.slow.pop_front() {
            if visit == self.state.more.people.visits {
                self.carries_out(deed);
            }
        }
        self.opens(&self.state.route.to_string())
    }

    pub(crate) fn about(&mut self, affair: Affair) -> &mut Self {
        self.does(Action::About(affair))
    }

    /// Goes to an address; a `*` stands for the id of the latest assessment.
    pub(crate) fn opens(&mut self, address: &str) -> &mut Self {
        let summaries = self.state.record.summaries();
        let id = summaries.first().map(|summary| summary.id.to_string()).unwrap_or_default();
        self.does(Action::Visit(Route::parse(&address.replace('*', &id))))
    }

    /// Begins an assessment and answers some statements.
    pub(crate) fn answers_anew(&mut self, jotted: &str) -> &mut Self {
        let framework = self.framework.id.clone();
        self.opens("#/").does(Action::Begin(framework, Form::Full));
        for (number, jotted) in jotted.chars().enumerate() {
            self.answers(&format!("s{}", number + 1), jotted);
        }
        self
    }

    /// Answers a statement of the assessment on screen.
    pub(crate) fn answers(&mut self, statement: &str, jotted: char) -> &mut Self {
        self.does(Action::Answer(statement.into(), answer(jotted)))
    }

    /// Makes a profile, locked if there is a passphrase.
    pub(crate) fn makes(
        &mut self,
        name: &str,
        lock: Option<&str>,
        takes_record: bool,
    ) -> &mut Self {
        let (name, lock) = (name.to_owned(), lock.map(twice));
        self.about(Affair::Make { name, lock, takes_record })
    }

    /// Chooses a file to load.
    pub(crate) fn loads(&mut self, file: &[u8]) -> &mut Self {
        let visit = self.state.more.people.visits;
        self.does(Action::LoadFile { file: file.into(), visit })
    }

    /// Comes in to a profile.
    pub(crate) fn enters(&mut self, name: &str, passphrase: &str) -> &mut Self {
        self.about(Affair::Enter(self.id(name), phrase(passphrase)))
    }

    pub(crate) fn leaves(&mut self) -> &mut Self {
        self.about(Affair::Leave)
    }

    pub(crate) fn id(&self, name: &str) -> ProfileId {
        let profiles = &self.state.more.people.listing.profiles;
        profiles.iter().find(|profile| &*profile.name == name).expect("no such profile").id.clone()
    }

    /// Checks who is in: a name, or what is said of somebody without one.
    pub(crate) fn is_in(&mut self, name: &str) -> &mut Self {
        let who = match &self.state.more.people.who {
            Who::Member(profile) => profile.name.to_string(),
            other => format!("{other:?}"),
        };
        assert_eq!(who, name);
        self
    }

    /// Checks what was wrong with what was wanted last.
    pub(crate) fn is_told_of(&mut self, form: PersonForm, mistake: Mistake) -> &mut Self {
        assert_eq!(self.state.more.people.mistake, Some((form, mistake)));
        self
    }

    /// Checks that the record is this, and whether all of it is stored.
    pub(crate) fn has(&mut self, record: &Record, is_stored: bool) -> &mut Self {
        assert_eq!(self.state.record, *record);
        assert_eq!(self.state.kept == Kept::Stored, is_stored, "{:?}", self.state.kept);
        self
    }
}

/// A passphrase that was typed twice in the same way.
pub(crate) fn twice(text: &str) -> Twice {
    Twice(phrase(text), phrase(text))
}

/// The end of a story.
pub(crate) fn done(_: &mut Tab) {}

/// Does something in one of some tabs, then lets them hear of each other until all is quiet.
pub(crate) fn in_tab(tabs: &mut [Tab], number: usize, story: impl FnOnce(&mut Tab)) {
    drop(tabs[number].store.take_changed());
    story(&mut tabs[number]);
    let mut told = VecDeque::from([(number, tabs[number].store.take_changed())]);
    for _ in 0..50 {
        let Some((by, events)) = told.pop_front() else { return };
        for other in (0..tabs.len()).filter(|other| *other != by) {
            for (key, text) in events.clone() {
                tabs[other].does(Action::StoredElsewhere { key, text });
                let new = tabs[other].store.take_changed();
                if !new.is_empty() {
                    told.push_back((other, new));
                }
            }
        }
    }
    panic!("the tabs never stop answering each other");
}
