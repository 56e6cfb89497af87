//! Erasing everything.

use super::head::PROFILES;
use crate::record::{Fault, Store, is_of_a_record};

/// Erases all that is ours in a store: every profile, the record without one, and those that elements
/// have under namespaces of pages. What else is stored there stays.
///
/// # Errors
/// If something cannot be removed. What was before it is gone then.
pub fn wipe(store: &impl Store) -> Result<(), Fault> {
    for key in store.keys()?.into_iter().filter(|key| is_ours(key)) {
        store.remove(&key)?;
    }
    Ok(())
}

/// A namespace may be anything, so it is what comes after it that tells.
fn is_ours(key: &str) -> bool {
    let within_namespace = |at: usize| key.get(at + 1..).is_some_and(is_of_a_record);
    key.starts_with(PROFILES)
        || is_of_a_record(key)
        || key.match_indices('/').any(|(at, _)| within_namespace(at))
}
