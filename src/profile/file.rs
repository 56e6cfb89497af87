//! A record as a file that only a passphrase opens.

use super::lock::{Effort, Lock, Refusal};
use super::secret::{Passphrase, Randomness};
use crate::json::{self, Node, Reader, document};
use crate::problem::{Place, Problem};
use crate::record::MAX_FILE_BYTES;
use serde::Serialize;
use std::rc::Rc;
use zeroize::Zeroizing;

/// What the file says it is.
const KIND: &str = "bellwether-sealed-record";
const VERSION: u64 = 1;
/// What its lock is for: none of a profile opens it.
const LOCK_FOR: &str = "bellwether-sealed-record 1";
/// Largest locked file that is read, in bytes: base64 makes four characters of three bytes of the largest record
/// file; the rest has room in a thousand.
pub const MAX_SEALED_BYTES: usize = MAX_FILE_BYTES / 3 * 4 + 1000;

document! {
    /// The file.
    #[derive(Debug, Serialize)]
    struct SealedDocument {
        kind: Rc<str>,
        version: u64,
        lock: Lock,
    }
}

/// The text of a record file, as the text of a file that only the passphrase opens.
///
/// # Errors
/// Why it is not made.
pub fn seal_file(
    text: &str,
    passphrase: &Passphrase,
    effort: Effort,
    randomness: Randomness,
) -> Result<String, Refusal> {
    let lock = Lock::on(text.as_bytes(), LOCK_FOR, passphrase, effort, randomness)?;
    let document = SealedDocument { kind: KIND.into(), version: VERSION, lock };
    // Types of texts and numbers always serialise.
    serde_json::to_string(&document).map_err(|_| Refusal::Damaged)
}

/// Whether a file is one that was sealed; if so, whether a passphrase opens it, or why none does.
pub fn sealed_file(bytes: &[u8]) -> Option<Result<(), Problem>> {
    Some(read(bytes)?.map(drop))
}

/// The text of the record file that was sealed.
///
/// # Errors
/// Why it is not opened.
pub fn open_file(bytes: &[u8], passphrase: &Passphrase) -> Result<Zeroizing<Vec<u8>>, Refusal> {
    match read(bytes) {
        Some(Ok(document)) => document.lock.open(LOCK_FOR, passphrase),
        Some(Err(_)) | None => Err(Refusal::Damaged),
    }
}

/// Reads a file; nothing if it does not say that it was sealed.
fn read(bytes: &[u8]) -> Option<Result<SealedDocument, Problem>> {
    let text = std::str::from_utf8(bytes).ok().filter(|text| text.len() <= MAX_SEALED_BYTES)?;
    let node = json::parse(text).ok()?;
    let is_kind = matches!(node.field("kind"), Some(Node::Text(kind)) if &**kind == KIND);
    if !is_kind {
        return None;
    }
    let is_later =
        matches!(node.field("version"), Some(Node::Whole(version)) if *version > VERSION);
    let (document, findings) = Reader::read::<SealedDocument>(node);
    Some(match () {
        () if is_later => refuse(
            "it was saved by a later version of this page",
            "load this page again to get the newest version, then try again",
        ),
        () if findings.is_empty() && document.version == VERSION => Ok(document),
        () => refuse("what says how it is to be opened is damaged", "choose an undamaged copy"),
    })
}

fn refuse<T>(what: &str, remedy: &str) -> Result<T, Problem> {
    Err(Problem::new(Place::whole(), what, remedy))
}
