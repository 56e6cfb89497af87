//! What only the program with every page tells in passing. Apart from [`Notice`](super::Notice), so that
//! the first view does not carry the words.

use super::action::Action;
use super::affair::Affair;
use super::notice::{Told, Tone, Way};
use crate::problem::Problem;
use crate::profile::Refusal;
use std::rc::Rc;

const WIPED: &str = "All profiles, records and copies of this page are gone from this browser. Files that \
                     you saved stay where you saved them.";

/// Something the person should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WholeNotice {
    /// A file was loaded.
    FileLoaded {
        /// How many assessments came new.
        added: usize,
        /// How many got something later.
        updated: usize,
        /// Whether the name was taken over.
        name: bool,
        /// How many notes from learning came.
        notes: usize,
    },
    /// A file was refused.
    FileRefused(Problem),
    /// An assessment was deleted, and can be brought back.
    Deleted,
    /// The name cannot be one.
    NameRefused,
    /// Something about profiles was done.
    Done(Done),
    /// Something about profiles could not be done.
    Refused(Refusal),
    /// A profile was deleted, and can be put back.
    ProfileDeleted(Rc<str>),
    /// Everything was erased, and can be put back for a moment.
    Erased,
    /// What a guest entered is forgotten, and can be brought back for a moment.
    Forgotten,
}

/// What was done about profiles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// A profile was made.
    Made,
    /// It was locked.
    Locked,
    /// Its passphrase was changed.
    Relocked,
    /// Its lock was taken off.
    Unlocked,
    /// Its name or its time was changed.
    Changed,
    /// One that was deleted is back.
    Back,
    /// Everything was erased, for good.
    Wiped,
    /// What could be undone for a moment was.
    Undone,
    /// A file was saved that a passphrase opens.
    FileSaved,
}

impl WholeNotice {
    /// What the person reads.
    pub fn told(&self) -> Told {
        let (heading, text) = self.words();
        let way: Option<Way> = match self {
            Self::Deleted => Some((|| Action::Undelete, "Bring it back")),
            Self::ProfileDeleted(_) => Some((|| Action::About(Affair::PutBack), "Put it back")),
            Self::Erased | Self::Forgotten => Some((|| Action::About(Affair::Undo), "Undo")),
            _ => None,
        };
        Told { tone: self.tone(), heading, text, way }
    }

    /// Whether it is still of use on the next page.
    pub(super) fn stays(&self) -> bool {
        let is_undoable = matches!(self, Self::Deleted | Self::ProfileDeleted(_));
        is_undoable || self.is_brief() || *self == Self::Done(Done::Wiped)
    }

    pub(super) fn is_about_profiles(&self) -> bool {
        let is = matches!(self, Self::Done(_) | Self::Refused(_) | Self::ProfileDeleted(_));
        is || self.is_brief()
    }

    /// Whether it is about what can be undone for a moment only.
    pub(super) fn is_brief(&self) -> bool {
        matches!(self, Self::Erased | Self::Forgotten)
    }

    fn tone(&self) -> Tone {
        match self {
            Self::FileRefused(_) | Self::NameRefused | Self::Refused(_) => Tone::Trouble,
            _ => Tone::Success,
        }
    }

    fn words(&self) -> (&'static str, String) {
        match self {
            Self::FileLoaded { added: 0, updated: 0, name: false, notes: 0 } => (
                "Nothing new in that file",
                "Everything in it was here already, or here in a later state.".to_owned(),
            ),
            Self::FileLoaded { added, updated, name, notes } => {
                ("Your file has been loaded", what_came(*added, *updated, *name, *notes))
            }
            Self::FileRefused(problem) => (
                "That file was not loaded",
                format!(
                    "The file cannot be used: {}. Please {}. Your record is as it was.",
                    problem.what, problem.remedy
                ),
            ),
            Self::Deleted => {
                ("Assessment deleted", "You can bring it back until you close this message or this page.".to_owned())
            }
            Self::NameRefused => (
                "That name was not kept",
                "A name can have up to 100 characters, without < and >. The name before it is kept."
                    .to_owned(),
            ),
            Self::Done(done) => {
                let (heading, text) = done.words();
                (heading, text.to_owned())
            }
            Self::Refused(refusal) => ("That was not done", in_words(*refusal).to_owned()),
            Self::ProfileDeleted(name) => (
                "Profile deleted",
                format!("The profile “{name}” and its record are gone from this device. You can put \
                         them back until you close this message or this page."),
            ),
            Self::Erased => (
                "Everything is erased",
                format!("{WIPED} You can undo this for half a minute, unless somebody comes in first."),
            ),
            Self::Forgotten => (
                "What you entered is forgotten",
                "You can undo this for half a minute, unless somebody comes in first.".to_owned(),
            ),
        }
    }
}

impl Done {
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Made => (
                "Your profile is made",
                "What you enter from now on is kept in it. Leave it when you have finished, so that the \
                 next person starts with theirs.",
            ),
            Self::Locked => (
                "Your record is locked",
                "From now on only the passphrase opens it. Nobody can find it out or reset it, so keep it \
                 where you will find it again.",
            ),
            Self::Relocked => (
                "Your passphrase is changed",
                "The old one no longer opens your record. Files that you saved with it still need it.",
            ),
            Self::Unlocked => {
                ("The lock is off", "Anyone who can use this browser can now read your record.")
            }
            Self::Changed => ("Saved", "Your profile is changed."),
            Self::Back => (
                "The profile is back",
                "Its record is as it was. Where somebody else has its name by now, it has a number after it.",
            ),
            Self::Wiped => ("Everything is erased", WIPED),
            Self::Undone => ("It is undone", "What was entered is there again."),
            Self::FileSaved => ("Your file is saved", "Only its passphrase opens it."),
        }
    }
}

/// Why something about profiles was not done, what is safe, and what to do next.
pub fn in_words(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::WrongPassphrase => "That is not the passphrase.",
        Refusal::NoMemory => {
            "This device has too little memory free to work with a passphrase. Close other pages and \
             programs, then try again. Nothing has changed."
        }
        Refusal::NoRandomness => {
            "This browser gives no random numbers, without which nothing can be locked. Try another \
             browser. Nothing has changed."
        }
        Refusal::Gone => {
            "This profile is not here any more. It was deleted, or changed in another tab: reload the page."
        }
        Refusal::Damaged => {
            "What says how this is to be opened is damaged. If you saved a file, you can load it into a \
             new profile."
        }
        Refusal::NameTaken => "Another profile on this device has that name. Choose another.",
        Refusal::NotStored(_) => {
            "The browser does not have the room, or does not let this page store anything, so this was not \
             done, or not to the end. To lock a record there has to be room for it twice: save it as a file, delete \
             what you no longer need, and try again."
        }
    }
}

fn what_came(added: usize, updated: usize, name: bool, notes: usize) -> String {
    let mut parts = Vec::new();
    if added > 0 {
        parts.push(format!("{} added", assessments(added)));
    }
    if updated > 0 {
        parts.push(format!("{} brought up to date", assessments(updated)));
    }
    if name {
        parts.push("your name taken over".to_owned());
    }
    match notes {
        0 => {}
        1 => parts.push("1 note from learning taken over".to_owned()),
        _ => parts.push(format!("{notes} notes from learning taken over")),
    }
    format!("{}. Nothing that was here has been lost.", parts.join(", "))
}

fn assessments(count: usize) -> String {
    if count == 1 { "1 assessment".to_owned() } else { format!("{count} assessments") }
}
