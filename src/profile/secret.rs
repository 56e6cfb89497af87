//! What must not be seen or guessed.

use std::fmt;
use std::rc::Rc;
use zeroize::Zeroizing;

/// Fewest characters of a passphrase that is set: three or four words have more, and whoever takes the
/// laptop home can try as many as they like.
pub const MIN_PASSPHRASE: usize = 12;

/// A passphrase. It is not shown by `Debug`, and memory forgets it with its last copy.
#[derive(Clone, PartialEq, Eq)]
pub struct Passphrase(Rc<Zeroizing<String>>);

impl Passphrase {
    /// A passphrase as it was typed, in Unicode's composed form, so that every keyboard gives the same.
    pub fn new(typed: String) -> Self {
        Self(Rc::new(Zeroizing::new(typed)))
    }

    /// Whether it may be set. One that opens something may be any.
    pub fn is_long_enough(&self) -> bool {
        self.0.chars().count() >= MIN_PASSPHRASE
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(…)")
    }
}

/// Where random bytes for keys, salts and nonces come from: a function that fills what it is given with
/// bytes that nobody can guess, or says that it cannot.
#[derive(Debug, Clone, Copy)]
pub struct Randomness(pub fn(&mut [u8]) -> bool);

impl Randomness {
    pub(super) fn bytes<const N: usize>(self) -> Option<[u8; N]> {
        let mut bytes = [0; N];
        (self.0)(&mut bytes).then_some(bytes)
    }

    /// A name that nothing else has: a letter and 64 random bits. It does not tell when it was made.
    pub(super) fn name(self, letter: char) -> Option<String> {
        self.bytes().map(|bytes: [u8; 8]| format!("{letter}{:016x}", u64::from_be_bytes(bytes)))
    }
}
