//! For the simulation: some tabs on one store, and all that happens to them in one run, which
//! follows from its seed alone. What is always true is checked as it happens.

use crate::building_on::{base, wider};
use crate::simulation_perils::Perils;
use crate::simulation_store::{Chance, SharedStore};
use crate::simulation_tab::{Stamps, Surroundings, Tab, moment, note, stamps, took};
use bellwether::app::{Action, State};
use bellwether::framework::{Framework, join};
use bellwether::record::{Keeper, Loaded, MemoryStore, Record};
use std::rc::Rc;

/// Far more than tabs ever have to hear of each other.
const MANY: usize = 10_000;

/// A run.
pub(crate) struct World {
    pub(crate) chance: Chance,
    pub(crate) perils: Perils,
    site: Vec<Rc<Framework>>,
    pub(crate) store: SharedStore,
    pub(crate) tabs: Vec<Tab>,
    pub(crate) clock: u64,
    /// How many tabs there have been.
    writers: usize,
    /// How many changes were told.
    told: u64,
    files: Vec<String>,
    /// The latest stamp of each part that some tab has said to be stored.
    promised: Stamps,
}

impl World {
    pub(crate) fn new(mut chance: Chance, perils: Perils) -> Self {
        let site = vec![Rc::new(base()), Rc::new(join(&wider(), &base()).unwrap())];
        let tabs = 2 + chance.place(2);
        let mut world = Self {
            chance,
            perils,
            site,
            store: SharedStore::default(),
            tabs: Vec::new(),
            clock: 1_700_000_000_000,
            writers: 0,
            told: 0,
            files: Vec::new(),
            promised: Stamps::new(),
        };
        for _ in 0..tabs {
            let tab = world.opened();
            world.tabs.push(tab);
        }
        world
    }

    /// So many things happen.
    pub(crate) fn goes_on(&mut self, steps: usize) {
        for _ in 0..steps {
            self.clock += 1 + self.chance.below(5_000);
            self.something_befalls();
            if !self.perils.late {
                self.all_is_heard();
            }
            let tab = self.chance.place(self.tabs.len());
            if self.perils.late && self.chance.once_in(3) {
                self.hears_one(tab);
            } else if !self.tabs[tab].asleep {
                self.does_something(tab);
            }
        }
    }

    pub(crate) fn wakes(&mut self, tab: usize) {
        self.tabs[tab].asleep = false;
        if std::mem::take(&mut self.tabs[tab].missed) {
            self.restarts(tab);
        }
    }

    fn does_something(&mut self, tab: usize) {
        let with =
            Surroundings { site: &self.site, files: &self.files, deletes: self.perils.deletes };
        let action = self.tabs[tab].any_action(&mut self.chance, &with);
        self.does(tab, action);
    }

    /// A later answer wins, also when the clock was set back: what somebody sets is set.
    fn does(&mut self, at: usize, action: Action) {
        let now = moment(self.clock, self.chance.number());
        let tab = &mut self.tabs[at];
        let was_on = |state: &State| state.assessment().map(|assessment| assessment.id.clone());
        let on = was_on(&tab.state);
        let promised = tab.does(action.clone(), now, &self.site);
        assert!(took(&tab.state, &action, on.as_ref()), "{action:?} was not heeded");
        self.files.append(&mut tab.saved);
        self.promise(promised);
        self.tells(at);
        if self.tabs[at].store.is_dead() {
            self.restarts(at);
        }
    }

    fn promise(&mut self, stamps: Stamps) {
        for (part, stamp) in stamps {
            let known = self.promised.entry(part).or_insert_with(|| stamp.clone());
            *known = stamp.max(known.clone());
        }
    }

    /// Passes what a tab has changed in the store on to the others.
    fn tells(&mut self, by: usize) {
        let writer = self.tabs[by].writer;
        self.tell_all_but(by, writer);
    }

    fn tell_all_but(&mut self, by: usize, writer: usize) {
        for change in self.store.take_changed() {
            self.told += 1;
            for (number, tab) in self.tabs.iter_mut().enumerate() {
                if number != by {
                    tab.to_hear.entry(writer).or_default().push_back((self.told, change.clone()));
                }
            }
        }
    }

    /// A tab is closed, or was killed, and another is opened in its place.
    pub(crate) fn restarts(&mut self, at: usize) {
        let tab = self.opened();
        self.tabs[at] = tab;
        // It opened on what was there, and knows of it.
        self.tabs[at].to_hear.clear();
    }

    /// A new tab. It may be killed while it opens; then there is another.
    ///
    /// What was said to be stored is there, or something later.
    fn opened(&mut self) -> Tab {
        loop {
            self.writers += 1;
            let store = self.store.for_another_tab();
            if self.perils.kills && self.chance.once_in(4) {
                store.kill_after(u32::try_from(self.chance.below(30)).unwrap());
            }
            let (tab, lost) = Tab::open(store, self.writers);
            self.tell_all_but(usize::MAX, self.writers);
            if tab.store.is_dead() {
                continue;
            }
            if self.keeps_promises() {
                assert_eq!(lost, [""; 0], "a part is said to be lost");
                if !tab.blind {
                    self.are_kept(&tab.state.record);
                }
            }
            return tab;
        }
    }

    /// Whether what was stored has to be there still.
    fn keeps_promises(&self) -> bool {
        !(self.perils.deletes || self.perils.clears || self.perils.damages)
    }

    fn are_kept(&self, record: &Record) {
        let found = stamps(record);
        for (part, stamp) in &self.promised {
            assert!(
                found.get(part) >= Some(stamp),
                "{part} of {stamp:?} was stored, and is not there"
            );
        }
    }

    /// A tab hears of one change that another tab has stored.
    fn hears_one(&mut self, tab: usize) {
        if self.tabs[tab].asleep {
            return;
        }
        let Some(writer) = self.next_writer(tab) else { return };
        if let Some(action) = self.tabs[tab].next_to_hear(writer) {
            self.does(tab, action);
        }
    }

    /// Whom a tab hears next: what one writer stored comes in order, and what several stored in any.
    ///
    /// Left out: that a tab hears of a part before it hears of the assessment, which another tab
    /// stored. It would not take the part, and lack it until it is opened again.
    fn next_writer(&mut self, tab: usize) -> Option<usize> {
        let Tab { to_hear, state, .. } = &self.tabs[tab];
        let writers: Vec<usize> = to_hear.keys().copied().collect();
        let any = *writers.get(self.chance.place(writers.len().max(1)))?;
        let (_, (key, _)) = to_hear[&any].front()?;
        if state.record.assessments.contains(id_in(key)) || !is_part(key) {
            return Some(any);
        }
        to_hear
            .iter()
            .min_by_key(|(_, queue)| queue.front().map(|(place, _)| *place))
            .map(|of| *of.0)
    }

    /// All tabs that are awake hear of everything. They must come to an end with it.
    fn all_is_heard(&mut self) {
        for _ in 0..MANY {
            let waits = |tab: &Tab| !tab.asleep && !tab.to_hear.is_empty();
            let Some(tab) = self.tabs.iter().position(waits) else { return };
            self.hears_one(tab);
        }
        panic!("the tabs never stop answering each other");
    }

    /// All works again, all tabs are awake, and all have heard of everything.
    pub(crate) fn comes_to_rest(&mut self) {
        self.perils = self.perils.without_faults();
        for tab in &self.tabs {
            tab.store.mend();
        }
        for tab in 0..self.tabs.len() {
            self.wakes(tab);
        }
        self.all_is_heard();
        // What waits is stored with the next change.
        for tab in 0..self.tabs.len() {
            self.clock += 1;
            let text = self.told.to_string() + "x";
            self.does(tab, note(&format!("tab-{tab}"), &text));
        }
        self.all_is_heard();
    }

    /// What another start of the app would find, with the store as it is then.
    pub(crate) fn found(&self) -> (MemoryStore, Loaded) {
        let store = MemoryStore::holding(self.store.entries());
        let (_, loaded) = Keeper::open(store.clone());
        (store, loaded)
    }

    /// Merging copies gives the same, whichever comes first.
    pub(crate) fn merges_in_any_order(&mut self) {
        let mut copies: Vec<Record> =
            self.tabs.iter().map(|tab| tab.state.record.clone()).collect();
        copies.push(self.found().1.record);
        let merged = |copies: &[Record]| {
            let mut all = Record::default();
            for copy in copies {
                all.merge(copy.clone());
            }
            all
        };
        let all = merged(&copies);
        for _ in 0..3 {
            let places = copies.len();
            copies.swap(0, self.chance.place(places));
            copies.rotate_left(1);
            assert_eq!(merged(&copies), all, "the order of merging matters");
        }
    }
}

/// The id of the assessment that a key is about; of other keys, something that is none.
fn id_in(key: &str) -> &str {
    key.split('/').nth(3).unwrap_or_default()
}

/// Whether a key holds a part of an assessment.
fn is_part(key: &str) -> bool {
    ["position", "finished", "choices", "response"]
        .contains(&key.split('/').nth(2).unwrap_or_default())
}
