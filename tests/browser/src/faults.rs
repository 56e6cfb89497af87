//! Storage that fails when a test wants it to: as when the tab is killed, there is no room, or a setting
//! takes it away.

use crate::app::App;
use crate::browser::Setup;
use crate::failure::Result;
use serde_json::Value;
use std::collections::BTreeMap;

/// Every use of local storage begins with asking for it: those are the calls that are counted. What is
/// switched off stays so over a reload, by the name of the window, which is all that a page keeps then.
const BREAKABLE: &str = "
    window.faults = {
        calls: 0, killedAt: Infinity, killed: false, off: window.name === 'off', broken: false,
        writes: 0, refuse: () => false, refused: false, states: null,
    };
    const { get } = Object.getOwnPropertyDescriptor(window, 'localStorage');
    Object.defineProperty(window, 'localStorage', { get() {
        faults.killed ||= faults.calls >= faults.killedAt;
        if (faults.off || faults.killed)
            throw new DOMException('The operation is insecure.', 'SecurityError');
        faults.calls += 1;
        const storage = get.call(window);
        if (faults.states) {
            const state = JSON.stringify(Object.fromEntries(Object.entries(storage)));
            if (faults.states.at(-1) !== state) faults.states.push(state);
        }
        return storage;
    } });
    for (const verb of ['getItem', 'setItem', 'removeItem']) {
        const real = Storage.prototype[verb];
        Storage.prototype[verb] = function (...given) {
            if (faults.broken) throw new Error('the disk is broken');
            if (verb === 'setItem') {
                faults.refused = faults.refuse(faults.writes++, given[0]);
                if (faults.refused) throw new DOMException('no room', 'QuotaExceededError');
            }
            return real.apply(this, given);
        };
    }";

/// A browser whose storage can be made to fail.
pub fn breakable() -> Setup {
    Setup { before_page: Some(BREAKABLE.to_owned()), ..Setup::default() }
}

impl App {
    /// Lets the page call its storage so many times more; from then on nothing that it does reaches it, as
    /// if the tab had been killed. Until it is loaded anew.
    ///
    /// # Errors
    /// If the page does not take it.
    pub async fn kill_after(&self, calls: usize) -> Result {
        self.note(format!("is killed after {calls} calls"));
        self.break_storage(&format!("faults.calls = 0; faults.killedAt = {calls}")).await
    }

    /// Whether the page has come to the call at which it was to be killed.
    ///
    /// # Errors
    /// If the page does not tell.
    pub async fn is_killed(&self) -> Result<bool> {
        self.look("return faults.killed", &[]).await
    }

    /// Has something done, and returns what was stored before each of its calls, and after the last: what
    /// a tab leaves that is killed there. Where calls change nothing they leave the same, which is
    /// returned once.
    ///
    /// # Errors
    /// If it is not done.
    pub async fn states_while(
        &self,
        act: impl AsyncFnOnce() -> Result,
    ) -> Result<Vec<BTreeMap<String, String>>> {
        self.break_storage("faults.states = []").await?;
        act().await?;
        // Asking for it sees the last.
        let left = "localStorage; const left = faults.states.map(state => JSON.parse(state));
            faults.states = null;
            return left";
        self.look(left, &[]).await
    }

    /// Refuses writes for want of room: those for which an expression in JavaScript is true, of `n`, how
    /// many came before it from now on, and `key`.
    ///
    /// # Errors
    /// If the page does not take it.
    pub async fn refuse_writes(&self, which: &str) -> Result {
        self.note(format!("no room for a write if {which}"));
        self.break_storage(&format!("faults.writes = 0; faults.refuse = (n, key) => {which}")).await
    }

    /// How many writes the page has tried since [`refuse_writes`](Self::refuse_writes), and whether the
    /// last was refused.
    ///
    /// # Errors
    /// If the page does not tell.
    pub async fn writes(&self) -> Result<(usize, bool)> {
        self.look("return [faults.writes, faults.refused]", &[]).await
    }

    /// Switches storage off, or on again, also for the page that is loaded next.
    ///
    /// # Errors
    /// If the page does not take it.
    pub async fn switch_storage(&self, on: bool) -> Result {
        self.note(if on { "storage is on" } else { "storage is off" });
        self.break_storage(&format!("faults.off = {}; name = faults.off ? 'off' : ''", !on)).await
    }

    /// Lets every call to storage fail, or work again, though storage itself is there.
    ///
    /// # Errors
    /// If the page does not take it.
    pub async fn break_disk(&self, broken: bool) -> Result {
        self.note(if broken { "the disk is broken" } else { "the disk is mended" });
        self.break_storage(&format!("faults.broken = {broken}")).await
    }

    /// Has storage work or not, by a setting that a person changes or by a disk that fails for a while.
    ///
    /// # Errors
    /// If the page does not take it.
    pub async fn let_storage_work(&self, by_setting: bool, works: bool) -> Result {
        if by_setting { self.switch_storage(works).await } else { self.break_disk(!works).await }
    }

    /// Whether the page would ask before it is left.
    ///
    /// # Errors
    /// If it does not tell.
    pub async fn asks_before_it_is_left(&self) -> Result<bool> {
        let script = "const leaving = new Event('beforeunload', { cancelable: true });
            return !window.dispatchEvent(leaving)";
        self.look(script, &[]).await
    }

    async fn break_storage(&self, how: &str) -> Result {
        self.look::<Value>(how, &[]).await?;
        Ok(())
    }
}
