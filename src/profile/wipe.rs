//! Erasing everything.

use super::head::{PROFILES, VERSION_1};
use super::putting_back::Entry;
use crate::record::{Fault, Store, is_of_a_record};

/// All that was erased, to be put back as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wiped(pub(super) Vec<Entry>);

/// Erases all that is ours in a store: every profile, the record without one, and those that elements
/// have under namespaces of pages. What else is stored there stays. Other tabs are told that they have
/// to let go of what they have.
///
/// # Errors
/// If something cannot be removed. What was before it is gone then.
pub fn wipe(store: &impl Store) -> Result<Wiped, Fault> {
    let mut erased = Vec::new();
    for key in store.keys()?.into_iter().filter(|key| is_ours(key)) {
        let text = store.read(&key)?;
        store.remove(&key)?;
        erased.extend(text.map(|text| (key, text)));
    }
    // Nothing of the call stays; tabs that do not hear it have nothing to store it under but what is gone.
    let _ = store.write(&call_to_let_go(), "now");
    store.remove(&call_to_let_go())?;
    Ok(Wiped(erased))
}

/// Whether what another tab has stored says that it has erased everything.
pub fn is_call_to_let_go(key: &str, text: Option<&str>) -> bool {
    text.is_some() && key == call_to_let_go()
}

fn call_to_let_go() -> String {
    format!("{VERSION_1}call-to-let-go")
}

/// A namespace may be anything, so it is what comes after it that tells.
fn is_ours(key: &str) -> bool {
    let within_namespace = |at: usize| key.get(at + 1..).is_some_and(is_of_a_record);
    key.starts_with(PROFILES)
        || is_of_a_record(key)
        || key.match_indices('/').any(|(at, _)| within_namespace(at))
}
