//! Content that only the program with every page has.

use std::borrow::Borrow;
use std::fmt::{self, Debug};
use std::ops::Deref;
use std::rc::Rc;

/// Shared content that knows by itself how it is let go of.
///
/// The first program has the types that hold such content, and never any content in them. With an [`Rc`] of
/// their own type it would carry the code that lets go of it all the same.
pub struct Late<T>(Rc<dyn Borrow<T>>);

impl<T: 'static> From<T> for Late<T> {
    fn from(content: T) -> Self {
        Self(Rc::new(content))
    }
}

impl<T> Deref for Late<T> {
    type Target = T;

    fn deref(&self) -> &T {
        (*self.0).borrow()
    }
}

impl<T> Clone for Late<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T: Debug> Debug for Late<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}
