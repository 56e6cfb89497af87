//! Taking a record from one place to another: into a profile, under a lock, or from under one.
//!
//! First all of it is copied and what was copied is read again; then the head is written, which says
//! where the record is; only then is it removed from where it was. So whenever the tab dies, the whole
//! record is in one of the two places, and the head says which. What is left in the other is removed
//! when the record is opened next.

use super::place::Place;
use crate::record::{Fault, Store, is_part_of_one_of, is_readable, joined};

/// Copies a record, and makes sure that it can be read at its new place.
pub(super) fn copy<S: Store + Clone>(from: &Place<S>, to: &Place<S>) -> Result<(), Fault> {
    for key in from.keys_of_record()? {
        let Some(text) = from.read(&key)? else { continue };
        to.write(&key, &text)?;
        if to.read(&key)? != Some(text) {
            return Err(Fault::Off);
        }
    }
    Ok(())
}

/// Removes a record that was copied from where it was. What another tab has written there meanwhile comes
/// along; from the browser's, what is of none of its assessments is somebody else's and stays.
pub(super) fn drain<S: Store + Clone>(from: &Place<S>, to: &Place<S>) -> Result<(), Fault> {
    let known = to.keys()?;
    for key in from.keys_of_record()? {
        let Some(text) = from.read(&key)? else { continue };
        let there = to.read(&key)?;
        let is_its = there.as_deref() == Some(&*text) || is_part_of_one_of(&key, &known);
        if from.is_shared() && !is_its {
            continue;
        }
        take_along(to, &key, there.as_deref(), &text)?;
        from.remove(&key)?;
    }
    Ok(())
}

/// Writes what has come late from where a record was, unless what is there is later, or sound where it is
/// damaged. Returns what is there then.
pub(super) fn take_along<S: Store + Clone>(
    to: &Place<S>,
    key: &str,
    there: Option<&str>,
    text: &str,
) -> Result<String, Fault> {
    let Some(there) = there else { return to.write(key, text).map(|()| text.to_owned()) };
    // The other way round, and so the later.
    let joined = joined(key, text, there);
    let is_mended = || is_readable(key, text) && !is_readable(key, there);
    let new = joined.or_else(|| is_mended().then(|| text.to_owned()));
    match new.filter(|new| new != there) {
        Some(new) => to.write(key, &new).map(|()| new),
        None => Ok(there.to_owned()),
    }
}

/// Removes all entries of a store that start with a prefix.
pub(super) fn remove_all(store: &impl Store, prefix: &str) -> Result<(), Fault> {
    for key in store.keys()?.into_iter().filter(|key| key.starts_with(prefix)) {
        store.remove(&key)?;
    }
    Ok(())
}
