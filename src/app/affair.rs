//! What a person does about profiles, what is to be done for it outside, and what can be wrong with it.

use super::whole_notice::Done;
use crate::profile::{Listing, Passphrase, Profile, ProfileId, Refusal};
use crate::record::Write;
use std::rc::Rc;

/// A form in which something can be wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Coming in.
    Enter,
    /// Making a profile.
    Make,
    /// Setting a lock or changing it.
    Lock,
    /// Name and time.
    Change,
    /// Saving a file with a passphrase.
    SaveFile,
    /// Opening one.
    OpenFile,
    /// None: what a button does by itself.
    Button,
}

/// What is wrong with what was entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mistake {
    /// There is no name.
    NoName,
    /// It cannot be a name.
    NotAName,
    /// The passphrase is too short to be set.
    TooShort,
    /// The passphrase was not typed the same twice.
    Different,
    /// It could not be done.
    Refused(Refusal),
}

/// What cannot be undone for long, and is asked twice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sure {
    /// To delete a profile.
    Delete(ProfileId),
    /// To erase everything.
    Wipe,
    /// To end as a guest.
    Forget,
}

/// A passphrase that is to be set, as it was typed twice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Twice(pub Passphrase, pub Passphrase);

/// What a person does about profiles, and what becomes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Affair {
    /// They choose who they are.
    Choose(ProfileId),
    /// They give the passphrase of a profile.
    Enter(ProfileId, Passphrase),
    /// They come in as a guest.
    BeGuest,
    /// They come in without a profile.
    BeAnyone,
    /// They leave, in all tabs, or another tab has done so.
    Leave,
    /// They have been away too long, or have left the page. In another tab they may be at work.
    BeAway,
    /// They make a profile.
    Make {
        /// Its name.
        name: String,
        /// The passphrase, if it is to be locked.
        lock: Option<Twice>,
        /// Whether the record on screen becomes its.
        takes_record: bool,
    },
    /// They lock their profile, or set another passphrase.
    Lock(Twice),
    /// They take the lock off.
    Unlock,
    /// They change the name, or the minutes until it locks itself.
    Change(String, u32),
    /// They want something that is asked about again, or, with nothing, not any more.
    BeSure(Option<Sure>),
    /// They delete a profile.
    Delete(ProfileId),
    /// They want the one back that was deleted last.
    PutBack,
    /// They erase everything.
    Wipe,
    /// They end as a guest.
    Forget,
    /// They want undone what can be undone for half a minute.
    Undo,
    /// The half minute is over.
    UndoIsOver,
    /// Another tab has erased everything.
    LetGo,
    /// They save the record as a file that only a passphrase opens.
    SaveFile(Twice),
    /// They give the passphrase of a file.
    OpenFile(Passphrase),
    /// The profiles are now these.
    Are(Listing),
    /// The profile that is open is now this.
    Is(Profile),
    /// It was done.
    Done(Done),
    /// It could not be done.
    Refused(Refusal),
    /// The profile of this name was deleted.
    Removed(Rc<str>),
    /// Everything was erased, also the copies of the app.
    Erased,
    /// A file was opened; this was in it.
    Opened(Rc<[u8]>),
}

/// What is to be done about profiles outside: each needs the store of all of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// Open a profile and go on with its record.
    Open(ProfileId, Passphrase),
    /// Go on with no record, as a guest.
    BeGuest,
    /// Go on with the record that belongs to no profile.
    BeAnyone,
    /// Let go of the record, and of the key to it, in all tabs.
    Leave,
    /// The same, in this tab.
    BeAway,
    /// Hold what the program before could not store, until whoever it is of comes in.
    Hold(Vec<Write>),
    /// Make a profile and go on with its record.
    Make(Rc<str>, Option<Passphrase>, bool),
    /// Lock the profile, lock it otherwise, or take its lock off.
    SetLock(Option<Passphrase>),
    /// Give it this name, and so many minutes until it locks itself.
    Change(Rc<str>, u32),
    /// Delete a profile.
    Delete(ProfileId),
    /// Put the one back that was deleted last.
    PutBack,
    /// Erase everything.
    Wipe,
    /// Let go of what another tab has erased.
    LetGo,
    /// Let go of what a guest has entered.
    Forget,
    /// Undo what can be undone for a moment.
    Undo,
    /// Let go of what is needed for that.
    EndUndo,
    /// Save this text as a file that the passphrase opens.
    SaveFile(String, Passphrase),
    /// Open a file.
    OpenFile(Rc<[u8]>, Passphrase),
}

impl Deed {
    /// Whether it changes what other tabs go by: no two tabs may do that at once.
    pub fn takes_turns(&self) -> bool {
        match self {
            Self::Open(..) | Self::Make(..) | Self::SetLock(_) | Self::Change(..) => true,
            Self::Delete(_) | Self::PutBack | Self::Wipe | Self::Undo => true,
            Self::BeGuest | Self::BeAnyone | Self::Leave | Self::BeAway | Self::LetGo => false,
            Self::Forget | Self::EndUndo | Self::SaveFile(..) | Self::OpenFile(..) => false,
            Self::Hold(_) => false,
        }
    }

    /// Whether it makes a key of a passphrase, which takes a moment.
    pub fn is_slow(&self) -> bool {
        match self {
            Self::Open(..) | Self::SaveFile(..) | Self::OpenFile(..) => true,
            Self::Make(_, passphrase, _) | Self::SetLock(passphrase) => passphrase.is_some(),
            _ => false,
        }
    }
}
