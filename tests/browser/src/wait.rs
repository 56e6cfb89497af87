//! Waiting for what is to come.

use crate::failure::{Failure, Result};
use std::fmt::Debug;
use std::time::{Duration, Instant};

/// How long anything may take. Far more than it ever does: a test that waits so long has failed.
pub const PATIENCE: Duration = Duration::from_secs(15);

const BETWEEN_LOOKS: Duration = Duration::from_millis(15);

/// Looks again and again until there is something, and returns it. While the page changes a look can
/// go wrong, so an error counts as nothing yet.
///
/// # Errors
/// If it does not come in time: what was waited for, and how the last look went wrong.
#[track_caller]
pub fn until<T>(
    what: impl Into<String>,
    look: impl AsyncFnMut() -> Result<Option<T>>,
) -> impl Future<Output = Result<T>> {
    let caller = std::panic::Location::caller();
    let what = what.into();
    async move {
        let mut look = look;
        let begun = Instant::now();
        loop {
            let last = match look().await {
                Ok(Some(found)) => return Ok(found),
                Ok(None) => None,
                Err(failure) => Some(failure),
            };
            if begun.elapsed() > PATIENCE {
                let last = last.map(|failure| format!("; last: {failure}")).unwrap_or_default();
                let text = format!("waited {PATIENCE:?} in vain for {what}{last}\n  for {caller}");
                return Err(Failure::new(text));
            }
            tokio::time::sleep(BETWEEN_LOOKS).await;
        }
    }
}

/// Looks again and again until what is looked at is as wanted.
///
/// # Errors
/// If it is not in time: what was wanted, and what it is instead.
#[track_caller]
pub fn until_is<T: PartialEq<W> + Debug, W: Debug>(
    what: &str,
    wanted: W,
    look: impl AsyncFn() -> Result<T>,
) -> impl Future<Output = Result> {
    let text = format!("{what} to be {wanted:?}");
    until(text, async move || {
        let found = look().await?;
        if found == wanted { Ok(Some(())) } else { Err(Failure::new(format!("it is {found:?}"))) }
    })
}
