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
/// If something cannot be removed. Everything is as it was then, as far as the store lets it be.
pub fn wipe(store: &impl Store) -> Result<Wiped, Fault> {
    let mut erased = Vec::new();
    let taken = store.keys()?.into_iter().filter(|key| is_ours(key)).try_for_each(|key| {
        let text = store.read(&key)?;
        store.remove(&key)?;
        erased.extend(text.filter(|_| !is_for_the_moment(&key)).map(|text| (key, text)));
        Ok(())
    });
    if let Err(fault) = taken {
        // As it was, as far as the store lets it be.
        for (key, text) in &erased {
            let _ = store.write(key, text);
        }
        return Err(fault);
    }
    let call = call_to_let_go();
    // Where it cannot be made, other tabs still hear of all that was removed.
    let _ = store.write(&call, "now").and_then(|()| store.remove(&call));
    Ok(Wiped(erased))
}

/// Whether it says only what is going on at this moment, and to other tabs.
fn is_for_the_moment(key: &str) -> bool {
    let what = key.strip_prefix(VERSION_1).unwrap_or_default();
    what.starts_with("call-to-") || what.starts_with("making/")
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
