//! What the person is told in passing.

use super::action::Action;
use super::whole_notice::WholeNotice;

/// Something the person should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// Parts of the record could not be read.
    Lost(Vec<String>),
    /// The record holds things of a newer version.
    Newer,
    /// A new assessment began with so many answers from another that asks the same.
    CarriedOver(usize),
    /// The record has grown since it was last saved as a file.
    SaveAgain,
    /// What only the program with every page has to tell.
    OfWhole(WholeNotice),
}

/// A notice in words.
#[derive(Debug, Clone)]
pub struct Told {
    /// How it is meant.
    pub tone: Tone,
    /// What happened, in a line.
    pub heading: &'static str,
    /// What is safe, and what to do next.
    pub text: String,
    /// What can be done about it, with what the button says.
    pub way: Option<Way>,
}

/// What a button does, and what it says.
pub type Way = (fn() -> Action, &'static str);

/// How a notice is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// It went well.
    Success,
    /// It did not.
    Trouble,
}

impl Notice {
    /// What the person reads; `of_whole` has the words of what only the whole program tells.
    pub fn told(&self, of_whole: impl FnOnce(&WholeNotice) -> Told) -> Told {
        let (tone, heading, text) = match self {
            Self::OfWhole(notice) => return of_whole(notice),
            Self::Lost(what) => (
                Tone::Trouble,
                "Part of your record could not be read",
                format!(
                    "What could not be read: {}. It has been put aside as it was, not overwritten, and \
                     everything else is here. If you saved a file, you can load it under “Your record”.",
                    counted(what)
                ),
            ),
            Self::Newer => (
                Tone::Trouble,
                "Your record was last used with a newer version",
                "Some of it was written by a newer version of this page, and is left untouched. Reload \
                 the page to get that version."
                    .to_owned(),
            ),
            Self::CarriedOver(answers) => (
                Tone::Success,
                "Some of this is answered already",
                format!(
                    "{answers} of these statements you have answered in another framework in the last \
                     three months. Those answers count here too; you can change any of them.",
                ),
            ),
            Self::SaveAgain => (
                Tone::Success,
                "Save your record as a file",
                "It holds something that is in no file yet. A browser can lose what it stores."
                    .to_owned(),
            ),
        };
        let way: Option<Way> =
            (*self == Self::SaveAgain).then_some((|| Action::SaveFile, "Save it now"));
        Told { tone, heading, text, way }
    }

    /// Whether it is still of use on the next page.
    pub(super) fn stays(&self) -> bool {
        match self {
            Self::Lost(_) | Self::Newer => true,
            Self::OfWhole(notice) => notice.stays(),
            Self::CarriedOver(_) | Self::SaveAgain => false,
        }
    }
}

/// “an answer (3 times), the name”, in the order of first mention.
fn counted(what: &[String]) -> String {
    let mut kinds: Vec<(&str, usize)> = Vec::new();
    for kind in what {
        match kinds.iter_mut().find(|(known, _)| known == kind) {
            Some((_, count)) => *count += 1,
            None => kinds.push((kind.as_str(), 1)),
        }
    }
    let told = kinds.iter().map(|(kind, count)| match count {
        1 => (*kind).to_owned(),
        _ => format!("{kind} ({count} times)"),
    });
    told.collect::<Vec<_>>().join(", ")
}
