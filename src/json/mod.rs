//! Reading JSON from outside into our types, with every fault noted and none fatal.
//!
//! Serde's derived readers stop at the first fault, and each type that has one adds two kilobytes
//! of wasm. Here serde_json reads a text into a [`Node`], and the types read themselves from that:
//! [`document!`] makes their readers from their fields, so a type stays the only definition of its
//! format. Where a part is missing or wrong, a [`Reader`] notes it with its place and puts a
//! placeholder there, so that everything else is still read and checked.

#[cfg(feature = "validate")]
mod checker;
mod file;
mod node;
#[cfg(feature = "validate")]
mod places;
mod read;
mod reader;

#[cfg(feature = "validate")]
pub(crate) use checker::{Checker, Seen};
#[cfg(feature = "validate")]
pub(crate) use file::validated;
pub(crate) use file::{MAX_BYTES, read_file, read_whole};
pub(crate) use node::{Node, parse};
#[cfg(feature = "validate")]
pub(crate) use places::by_line;
pub(crate) use read::{Read, choice, document};
pub(crate) use reader::Reader;
