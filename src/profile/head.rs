//! The head of a profile: its name, where its record is, and its lock. It is stored twice, since without
//! it a locked record can never be opened again.

use super::lock::{Lock, Refusal};
use crate::framework::is_well_formed;
use crate::json::{self, Reader, document};
use crate::record::{Fault, Store, clean_name};
use serde::Serialize;
use std::fmt;
use std::rc::Rc;

/// All that belongs to profiles is stored under keys that start with this.
pub const PROFILES: &str = "bellwether-profiles/";
/// The same, of this version.
pub(super) const VERSION_1: &str = "bellwether-profiles/1/";
const VERSION: u64 = 1;
/// Where the record is that belongs to no profile, in a head.
pub(super) const BROWSER: &str = "browser";

/// After how many minutes without a touch a locked profile may be set to lock itself.
pub const IDLE_CHOICES: [u32; 6] = [1, 5, 10, 15, 30, 60];
/// After how many it does so unless it is set otherwise.
pub const IDLE_USUAL: u32 = 10;

/// Names a profile. It follows from nothing, and tells nothing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ProfileId(Rc<str>);

impl ProfileId {
    /// Reads an id; `None` if the text cannot be one.
    pub fn parse(text: &str) -> Option<Self> {
        is_well_formed(text).then(|| Self(text.into()))
    }
}

impl fmt::Display for ProfileId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A profile as anyone may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// Names it for the program.
    pub id: ProfileId,
    /// Names it for people. Not secret.
    pub name: Rc<str>,
    /// Where it is locked, after how many minutes without a touch it locks itself.
    pub idle: Option<u32>,
}

impl Profile {
    /// Whether it opens only with a passphrase.
    pub fn is_locked(&self) -> bool {
        self.idle.is_some()
    }
}

document! {
    /// The head as it is stored.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    struct HeadDocument {
        version: u64,
        name: Rc<str>,
        space: Rc<str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        lock: Option<Lock>,
        #[serde(skip_serializing_if = "Option::is_none")]
        idle: Option<u32>,
        /// Where the record was before and may still be in part: see the module `moving`.
        #[serde(skip_serializing_if = "Option::is_none")]
        from: Option<Rc<str>>,
    }
}

/// A head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) id: ProfileId,
    pub(super) name: Rc<str>,
    pub(super) space: Rc<str>,
    pub(super) lock: Option<Lock>,
    pub(super) idle: u32,
    pub(super) from: Option<Rc<str>>,
}

impl Head {
    pub(super) fn profile(&self) -> Profile {
        let idle = self.lock.as_ref().map(|_| self.idle);
        Profile { id: self.id.clone(), name: self.name.clone(), idle }
    }

    /// The place that its lock is for: the lock of one profile opens no other.
    pub(super) fn place_of_lock(id: &ProfileId) -> String {
        key(id)
    }

    /// The keys under which all of its record is: they start with this.
    pub(super) fn prefix(&self) -> String {
        match self.lock {
            Some(_) => sealed_prefix(&self.space),
            None => open_prefix(&self.space),
        }
    }

    /// Reads an entry, if it is a head or the copy of one.
    pub(super) fn of_entry(key: &str, text: &str) -> Option<Self> {
        Self::read(&of_key(key)?, text)
    }

    fn read(id: &ProfileId, text: &str) -> Option<Self> {
        let (told, text) = text.split_once(' ')?;
        if told != check(text) {
            return None;
        }
        let (document, findings) = Reader::read::<HeadDocument>(json::parse(text).ok()?);
        let HeadDocument { version, name, space, lock, idle, from } = document;
        let is_sound = findings.is_empty() && version == VERSION && is_well_formed(&space);
        let name = clean_name(&name).filter(|name| is_sound && !name.is_empty())?;
        let idle = idle.filter(|minutes| IDLE_CHOICES.contains(minutes)).unwrap_or(IDLE_USUAL);
        Some(Self { id: id.clone(), name, space, lock, idle, from })
    }

    /// Stores it, then its copy, in place of the one that says that the record is `at` a prefix, or of
    /// none. What holds is the head itself, as soon as it is written.
    pub(super) fn write(&self, store: &impl Store, at: Option<&str>) -> Result<(), Refusal> {
        let text = self.text().ok_or(Fault::Off)?;
        let (key, copy) = (key(&self.id), copy_key(&self.id));
        // At no moment may the copy say otherwise: it would be a way round the lock.
        let before = store.read(&copy)?;
        self.must_be(store, before.as_deref(), at)?;
        store.remove(&copy)?;
        let written =
            self.must_be(store, before.as_deref(), at).and_then(|()| Ok(store.write(&key, &text)?));
        if let Err(refusal) = written {
            let before = before.filter(|_| refusal != Refusal::Gone);
            let _ = before.map(|before| store.write(&copy, &before));
            return Err(refusal);
        }
        // Where there is no room for the copy now, it is written when the profile is opened next.
        let _ = store.write(&copy, &text);
        Ok(())
    }

    /// Stores it again where neither it nor its copy is there.
    pub(super) fn comes_back(&self, store: &impl Store) -> Result<(), Fault> {
        let (key, copy) = (key(&self.id), copy_key(&self.id));
        if store.read(&key)?.is_some() || store.read(&copy)?.is_some() {
            return Ok(());
        }
        let text = self.text().ok_or(Fault::Off)?;
        store.write(&key, &text)?;
        // As in `write`.
        let _ = store.write(&copy, &text);
        Ok(())
    }

    /// Another tab may have taken the record elsewhere, which only its head knows, or deleted it.
    fn must_be(
        &self,
        store: &impl Store,
        copy: Option<&str>,
        at: Option<&str>,
    ) -> Result<(), Refusal> {
        let Some(at) = at else { return Ok(()) };
        let now = store.read(&key(&self.id))?;
        // Of what is deleted the copy goes first.
        let now = now.or_else(|| copy.map(str::to_owned)).ok_or(Refusal::Gone)?;
        let is_there = Self::read(&self.id, &now).is_none_or(|now| now.prefix() == at);
        if is_there { Ok(()) } else { Err(Refusal::Gone) }
    }

    /// As it is to be stored if others have its name: with a number after it, by which it is none of those
    /// that are `taken` or `given`. `None` if none has.
    pub(super) fn under_a_free_name(
        &self,
        taken: &[Rc<str>],
        given: &mut Vec<Rc<str>>,
    ) -> Option<String> {
        let is_among =
            |names: &[Rc<str>], name: &str| names.iter().any(|other| is_same_name(other, name));
        if !is_among(taken, &self.name) {
            return None;
        }
        // So short that no number makes it too long.
        let short: String = self.name.chars().take(80).collect();
        let mut names = (2..).map(|number: u32| Rc::from(format!("{short} {number}")));
        let name = names.find(|name| !is_among(taken, name) && !is_among(given, name))?;
        given.push(Rc::clone(&name));
        Self { name, ..self.clone() }.text()
    }

    /// Whether it is stored twice, just as it is.
    pub(super) fn is_stored_twice(&self, store: &impl Store) -> Result<bool, Fault> {
        let text = self.text();
        Ok(store.read(&key(&self.id))? == text && store.read(&copy_key(&self.id))? == text)
    }

    /// As it is stored.
    fn text(&self) -> Option<String> {
        let document = HeadDocument {
            version: VERSION,
            name: self.name.clone(),
            space: self.space.clone(),
            lock: self.lock.clone(),
            idle: self.lock.as_ref().map(|_| self.idle),
            from: self.from.clone(),
        };
        // Types of texts and numbers always serialise; should one not, nothing is overwritten.
        let text = serde_json::to_string(&document).ok()?;
        Some(format!("{} {text}", check(&text)))
    }
}

/// A number by which damage is noticed (FNV-1a, 32 bits), as eight hexadecimal digits. Against people
/// who mean harm nothing of this helps, and a lock does.
fn check(text: &str) -> String {
    let step = |sum: u32, byte: u8| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    format!("{:08x}", text.bytes().fold(0x811c_9dc5, step))
}

/// The heads that can be read of a profile: itself, and its copy where that says otherwise.
pub(super) fn heads_of(store: &impl Store, id: &ProfileId) -> Result<Vec<Head>, Fault> {
    let mut heads: Vec<Head> = Vec::new();
    for key in [key(id), copy_key(id)] {
        let head = store.read(&key)?.and_then(|text| Head::read(id, &text));
        heads.extend(head.filter(|head| !heads.contains(head)));
    }
    Ok(heads)
}

/// The key of a head.
pub(super) fn key(id: &ProfileId) -> String {
    format!("{VERSION_1}head/{id}")
}

/// The key of its copy.
pub(super) fn copy_key(id: &ProfileId) -> String {
    format!("{VERSION_1}copy/{id}")
}

/// The profile that a key is the head of, or the copy.
pub(super) fn of_key(key: &str) -> Option<ProfileId> {
    let rest = key.strip_prefix(VERSION_1)?;
    let id = rest.strip_prefix("head/").or_else(|| rest.strip_prefix("copy/"))?;
    ProfileId::parse(id)
}

/// Whether two names are the same for people.
pub(super) fn is_same_name(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

/// The profile that takes over the record that belonged to none, if what another tab has stored says so.
pub fn record_taken_by(key: &str, text: Option<&str>) -> Option<ProfileId> {
    let head = text.and_then(|text| Head::of_entry(key, text))?;
    (head.from.as_deref() == Some(BROWSER)).then_some(head.id)
}

/// What the keys of a record that is not locked start with.
pub(super) fn open_prefix(space: &str) -> String {
    format!("{VERSION_1}open/{space}/")
}

/// What the keys of a locked record start with.
pub(super) fn sealed_prefix(space: &str) -> String {
    format!("{VERSION_1}sealed/{space}/")
}
