//! Sealing texts with AES-256-GCM, and the names that sealed entries have.
//!
//! What is sealed is written as Base64: a fresh random nonce of 96 bits, the ciphertext, and the tag of
//! 128 bits (NIST SP 800-38D). The key under which it is stored is authenticated too, so that what is
//! sealed cannot be put in another's place. With random nonces one key may seal some 2^32 texts before
//! two could plausibly be the same; a career of answers has less than 2^20.

use super::secret::Randomness;
use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{Aes256Gcm, Nonce};
use base64ct::{Base64, Base64UrlUnpadded, Encoding};
use blake2::Blake2bMac;
use blake2::digest::Mac;
use blake2::digest::consts::U16;
use std::fmt;
use zeroize::Zeroizing;

const NONCE: usize = 12;
/// The two keys of a record: one to seal with, one to name with.
const KEY: usize = 32;
pub(super) const BOTH_KEYS: usize = 2 * KEY;

/// Seals and opens texts with one key, of 32 bytes.
pub(super) struct Cipher(Aes256Gcm);

impl Cipher {
    pub(super) fn new(key: &[u8; KEY]) -> Self {
        Self(Aes256Gcm::new(&(*key).into()))
    }

    /// Seals a text for a place; nothing if there are no random bytes.
    pub(super) fn seal(&self, place: &str, text: &[u8], randomness: Randomness) -> Option<String> {
        let nonce: [u8; NONCE] = randomness.bytes()?;
        let payload = Payload { msg: text, aad: place.as_bytes() };
        // Fails only for texts of many gigabytes.
        let sealed = self.0.encrypt(&Nonce::from(nonce), payload).ok()?;
        Some(Base64::encode_string(&[&nonce[..], &sealed].concat()))
    }

    /// Opens what was sealed for a place; nothing if it was not, or has been changed since.
    pub(super) fn open(&self, place: &str, sealed: &str) -> Option<Zeroizing<Vec<u8>>> {
        let bytes = Base64::decode_vec(sealed).ok()?;
        let (nonce, sealed) = bytes.split_first_chunk::<NONCE>()?;
        let payload = Payload { msg: sealed, aad: place.as_bytes() };
        self.0.decrypt(&Nonce::from(*nonce), payload).ok().map(Zeroizing::new)
    }
}

/// The keys of a locked record, which nobody has to remember: the lock holds them, sealed.
pub(super) struct Keys {
    bytes: Zeroizing<[u8; BOTH_KEYS]>,
    cipher: Cipher,
    naming: Zeroizing<[u8; KEY]>,
}

impl Keys {
    /// New keys; nothing if there are no random bytes.
    pub(super) fn new(randomness: Randomness) -> Option<Self> {
        randomness.bytes().map(Zeroizing::new).map(Self::of)
    }

    /// The keys of these bytes; nothing if they are too many or too few.
    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        <[u8; BOTH_KEYS]>::try_from(bytes).ok().map(Zeroizing::new).map(Self::of)
    }

    fn of(bytes: Zeroizing<[u8; BOTH_KEYS]>) -> Self {
        let half = |at: usize| {
            let mut key = Zeroizing::new([0; KEY]);
            key.iter_mut().zip(bytes.iter().skip(at)).for_each(|(to, from)| *to = *from);
            key
        };
        let (cipher, naming) = (Cipher::new(&half(0)), half(KEY));
        Self { bytes, cipher, naming }
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &*self.bytes
    }

    pub(super) fn cipher(&self) -> &Cipher {
        &self.cipher
    }

    /// The name under which something is stored: always the same, and telling nothing of what it is
    /// (BLAKE2b with a key, 128 bits, RFC 7693).
    pub(super) fn name_of(&self, key: &str) -> String {
        // The key has a length that every such hash takes.
        let Ok(mut mac) = Blake2bMac::<U16>::new_from_slice(&*self.naming) else {
            return String::new();
        };
        mac.update(key.as_bytes());
        Base64UrlUnpadded::encode_string(&mac.finalize().into_bytes())
    }
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Keys(…)")
    }
}

impl fmt::Debug for Cipher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Cipher(…)")
    }
}
