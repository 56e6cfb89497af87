//! What the fuzz targets share. Each target feeds one place where bytes come in from outside, and
//! holds it to more than not to panic: what was read is written and read back the same, what was
//! lost is named, what a page takes the validator takes.

#![forbid(unsafe_code)]

pub mod entries;
pub mod json;
pub mod records;

use serde::Serialize;
use std::fmt::Debug;

/// The text that some bytes are, as a browser would hand it over: without its bytes that are none.
pub fn text(data: &[u8]) -> String {
    String::from_utf8_lossy(data).into_owned()
}

/// Holds a type to its format: what was read of it can be written, and reads as the same.
///
/// # Panics
/// If it does not.
pub fn reads_back<T>(read: &T, again: impl FnOnce(&str) -> Option<T>)
where
    T: Debug + PartialEq + Serialize,
{
    let written = serde_json::to_string(read).expect("these types can always be written");
    assert_eq!(again(&written).as_ref(), Some(read), "written as {written}");
}
