//! Locks: what a passphrase opens.

use super::cipher::{Cipher, Keys};
use super::secret::{Passphrase, Randomness};
use crate::json::document;
use crate::record::Fault;
use argon2::{Algorithm, Argon2, Params, Version};
use base64ct::{Base64, Encoding};
use serde::Serialize;
use std::rc::Rc;
use zeroize::Zeroizing;

const SALT: usize = 16;
/// Most that a lock from outside may ask of a device: 256 MiB, 16 times over.
const MOST: Effort = Effort { memory: 256 * 1024, passes: 16 };

/// How much work it is to try one passphrase: Argon2id with this memory and so many passes over it, in
/// one lane (RFC 9106).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effort {
    /// In KiB.
    pub memory: u32,
    /// Times over the memory.
    pub passes: u32,
}

impl Effort {
    /// 32 MiB, three times over: a quarter of a second on a laptop. More than OWASP asks for (19 MiB,
    /// twice), and as much as old phones have to spare.
    pub const USUAL: Self = Self { memory: 32 * 1024, passes: 3 };
}

/// Why something is not opened, made or changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It is not the passphrase. No more is told, since no more is known.
    WrongPassphrase,
    /// The device has not enough memory free to try a passphrase.
    NoMemory,
    /// The browser gives no random bytes, without which nothing can be sealed.
    NoRandomness,
    /// It is not there any more.
    Gone,
    /// What says how it is to be opened is damaged.
    Damaged,
    /// Another profile has that name.
    NameTaken,
    /// It cannot be stored.
    NotStored(Fault),
}

impl From<Fault> for Refusal {
    fn from(fault: Fault) -> Self {
        Self::NotStored(fault)
    }
}

document! {
    /// What a passphrase opens: a text sealed under the key that Argon2id makes of it.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    pub(super) struct Lock {
        /// In KiB.
        memory: u32,
        passes: u32,
        /// 16 random bytes, in Base64.
        salt: Rc<str>,
        /// As the module `cipher` has it.
        sealed: Rc<str>,
    }
}

impl Lock {
    /// Locks a text for a place away.
    pub(super) fn on(
        text: &[u8],
        place: &str,
        passphrase: &Passphrase,
        effort: Effort,
        randomness: Randomness,
    ) -> Result<Self, Refusal> {
        let salt: [u8; SALT] = randomness.bytes().ok_or(Refusal::NoRandomness)?;
        let cipher = key_of(passphrase, &salt, effort)?;
        let sealed = cipher.seal(place, text, randomness).ok_or(Refusal::NoRandomness)?;
        let Effort { memory, passes } = effort;
        let salt = Base64::encode_string(&salt).into();
        Ok(Self { memory, passes, salt, sealed: sealed.into() })
    }

    /// Locks the keys of a record away.
    pub(super) fn on_keys(
        keys: &Keys,
        place: &str,
        passphrase: &Passphrase,
        effort: Effort,
        randomness: Randomness,
    ) -> Result<Self, Refusal> {
        Self::on(keys.bytes(), place, passphrase, effort, randomness)
    }

    /// The text that was locked away.
    pub(super) fn open(
        &self,
        place: &str,
        passphrase: &Passphrase,
    ) -> Result<Zeroizing<Vec<u8>>, Refusal> {
        let effort = Effort { memory: self.memory, passes: self.passes };
        let salt = Base64::decode_vec(&self.salt).map_err(|_| Refusal::Damaged)?;
        let is_possible = effort.memory <= MOST.memory && effort.passes <= MOST.passes;
        if !is_possible || salt.len() != SALT {
            return Err(Refusal::Damaged);
        }
        let cipher = key_of(passphrase, &salt, effort)?;
        cipher.open(place, &self.sealed).ok_or(Refusal::WrongPassphrase)
    }

    /// The keys that were locked away.
    pub(super) fn open_keys(&self, place: &str, passphrase: &Passphrase) -> Result<Keys, Refusal> {
        Keys::read(&self.open(place, passphrase)?).ok_or(Refusal::Damaged)
    }
}

/// The key that follows from a passphrase.
fn key_of(passphrase: &Passphrase, salt: &[u8], effort: Effort) -> Result<Cipher, Refusal> {
    let Effort { memory, passes } = effort;
    let params = Params::new(memory, passes, 1, None).map_err(|_| Refusal::Damaged)?;
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let mut key = Zeroizing::new([0; 32]);
    argon2.hash_password_into(passphrase.bytes(), salt, &mut *key).map_err(
        |error| match error {
            argon2::Error::OutOfMemory => Refusal::NoMemory,
            _ => Refusal::Damaged,
        },
    )?;
    Ok(Cipher::new(&key))
}
