//! Taking a record from one place to another: into a profile, under a lock, or from under one.
//!
//! First all of it is copied and what was copied is read again; then the head is written, which says
//! where the record is; only then is it removed from where it was. So whenever the tab dies, the whole
//! record is in one of the two places, and the head says which. What is left in the other is removed
//! when the record is opened next.

use super::place::Place;
use crate::record::{Fault, Store, is_part_of_one_of, joined};

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
/// along; what is of none of its assessments is somebody else's and stays.
pub(super) fn drain<S: Store + Clone>(from: &Place<S>, to: &Place<S>) -> Result<(), Fault> {
    let known = to.keys()?;
    for key in from.keys_of_record()? {
        let Some(text) = from.read(&key)? else { continue };
        match to.read(&key)? {
            Some(there) if there == text => {}
            Some(there) => {
                // The other way round: what is there is the later, unless this is.
                let joined = joined(&key, &there, &text);
                to.write(&key, joined.as_deref().unwrap_or(&text))?;
            }
            None if is_part_of_one_of(&key, &known) => to.write(&key, &text)?,
            None => continue,
        }
        from.remove(&key)?;
    }
    Ok(())
}

/// Removes all entries of a store that start with a prefix.
pub(super) fn remove_all(store: &impl Store, prefix: &str) -> Result<(), Fault> {
    for key in store.keys()?.into_iter().filter(|key| key.starts_with(prefix)) {
        store.remove(&key)?;
    }
    Ok(())
}
