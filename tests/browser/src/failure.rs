//! Why a test could not go on.

use std::fmt;
use std::panic::Location;

/// Why something did not come about, and where in the harness or test that was noticed.
///
/// No `std::error::Error` itself, so that every such error turns into one with `?`.
pub struct Failure(String);

/// What a step of a test comes to.
pub type Result<T = ()> = std::result::Result<T, Failure>;

impl Failure {
    /// A failure in words.
    #[track_caller]
    pub fn new(what: impl fmt::Display) -> Self {
        // The driver adds pages of its own addresses, which tell nobody anything.
        let what = what.to_string();
        let what = what.split("Stacktrace:").next().unwrap_or_default().trim_end();
        Self(format!("{what}\n  at {}", Location::caller()))
    }
}

impl<E: std::error::Error> From<E> for Failure {
    #[track_caller]
    fn from(error: E) -> Self {
        Self::new(error)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

// What `#[test]` prints of a test that returns an error.
impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Says what was attempted when something goes wrong, or is not there.
pub trait Context<T> {
    /// Puts a text before the cause.
    ///
    /// # Errors
    /// If there is no value.
    fn or_say<S: fmt::Display>(self, what: impl FnOnce() -> S) -> Result<T>;
}

impl<T> Context<T> for Option<T> {
    #[track_caller]
    fn or_say<S: fmt::Display>(self, what: impl FnOnce() -> S) -> Result<T> {
        match self {
            Some(value) => Ok(value),
            None => Err(Failure::new(what())),
        }
    }
}

impl<T, E: Into<Failure>> Context<T> for std::result::Result<T, E> {
    #[track_caller]
    fn or_say<S: fmt::Display>(self, what: impl FnOnce() -> S) -> Result<T> {
        match self {
            Ok(value) => Ok(value),
            Err(error) => Err(Failure(format!("{}: {}", what(), error.into()))),
        }
    }
}
