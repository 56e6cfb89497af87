//! For the simulation: what can go wrong in a run, and when it does.

use crate::simulation_store::Chance;
use crate::simulation_world::World;

const DAY: u64 = 24 * 60 * 60 * 1_000;

/// What can happen in a run, besides what a person does in any.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Perils {
    /// Tabs are killed at any call.
    pub(crate) kills: bool,
    /// There is no room for a while.
    pub(crate) full: bool,
    /// The store does not answer for a while, or any more.
    pub(crate) off: bool,
    /// The clock is set back or forward.
    pub(crate) clock: bool,
    /// Tabs hear of each other late, or sleep.
    pub(crate) late: bool,
    /// The person deletes assessments and brings them back.
    pub(crate) deletes: bool,
    /// All that is stored is removed.
    pub(crate) clears: bool,
    /// Entries are damaged.
    pub(crate) damages: bool,
}

impl Perils {
    /// Some of those that lose nothing: a fault that needs that another does *not* happen is found
    /// as well.
    pub(crate) fn harmless(chance: &mut Chance) -> Self {
        let [kills, full, off, clock, late] = [(); 5].map(|()| chance.once_in(2));
        Self { kills, full, off, clock, late, ..Self::default() }
    }

    /// No fault from here on; what was deleted, cleared or damaged stays so.
    pub(crate) fn without_faults(self) -> Self {
        let Self { deletes, clears, damages, .. } = self;
        Self { deletes, clears, damages, ..Self::default() }
    }
}

impl World {
    /// Something happens that nobody did, or nothing.
    pub(crate) fn something_befalls(&mut self) {
        let (perils, tab) = (self.perils, self.chance.place(self.tabs.len()));
        if perils.kills && self.chance.once_in(12) {
            self.tabs[tab].store.kill_after(u32::try_from(self.chance.below(4)).unwrap());
        }
        if perils.full && self.chance.once_in(15) {
            self.store.fill(u32::try_from(1 + self.chance.below(12)).unwrap());
        }
        if perils.off && self.chance.once_in(25) {
            let calls =
                if self.chance.once_in(4) { u64::from(u32::MAX) } else { self.chance.below(30) };
            self.store.turn_off(u32::try_from(calls).unwrap());
        }
        if perils.clock && self.chance.once_in(10) {
            let days = self.chance.below(20) * DAY;
            self.clock = if self.chance.once_in(2) { self.clock + days } else { self.clock - days };
        }
        if perils.late && self.chance.once_in(12) {
            self.falls_asleep_or_wakes(tab);
        }
        if perils.clears && self.chance.once_in(20) {
            self.store.clear();
        }
        if perils.damages && self.chance.once_in(10) {
            self.store.damage(&mut self.chance);
        }
        // People close tabs, and open the app again.
        if self.chance.once_in(20) {
            self.restarts(tab);
        }
    }

    /// A tab that wakes has missed everything and is loaded again, or hears of it now.
    fn falls_asleep_or_wakes(&mut self, tab: usize) {
        if !self.tabs[tab].asleep {
            self.tabs[tab].asleep = true;
            self.tabs[tab].missed = self.chance.once_in(2);
        } else {
            self.wakes(tab);
        }
    }
}
