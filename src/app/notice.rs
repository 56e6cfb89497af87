//! What the person is told in passing.

use crate::problem::Problem;

/// Something the person should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// Parts of the record could not be read.
    Lost(Vec<String>),
    /// The record holds things of a newer version.
    Newer,
    /// A file was loaded.
    FileLoaded {
        /// How many assessments came new.
        added: usize,
        /// How many got something later.
        updated: usize,
        /// Whether the name was taken over.
        name: bool,
    },
    /// A file was refused.
    FileRefused(Problem),
    /// A new assessment began with so many answers from another that asks the same.
    CarriedOver(usize),
    /// An assessment was deleted, and can be brought back.
    Deleted,
    /// The name cannot be one.
    NameRefused,
    /// The record has grown since it was last saved as a file.
    SaveAgain,
}

/// How a notice is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// It went well.
    Success,
    /// It did not.
    Trouble,
}

impl Notice {
    /// How it is meant.
    pub fn tone(&self) -> Tone {
        match self {
            Self::FileLoaded { .. } | Self::CarriedOver(_) | Self::Deleted | Self::SaveAgain => {
                Tone::Success
            }
            Self::Lost(_) | Self::Newer | Self::FileRefused(_) | Self::NameRefused => Tone::Trouble,
        }
    }

    /// Whether it is still of use on the next page.
    pub(super) fn stays(&self) -> bool {
        matches!(self, Self::Lost(_) | Self::Newer | Self::Deleted)
    }

    /// What happened, in a line.
    pub fn heading(&self) -> &'static str {
        match self {
            Self::Lost(_) => "Part of your record could not be read",
            Self::Newer => "Your record was last used with a newer version",
            Self::FileLoaded { added: 0, updated: 0, name: false } => "Nothing new in that file",
            Self::FileLoaded { .. } => "Your file has been loaded",
            Self::FileRefused(_) => "That file was not loaded",
            Self::CarriedOver(_) => "Some of this is answered already",
            Self::Deleted => "Assessment deleted",
            Self::NameRefused => "That name was not kept",
            Self::SaveAgain => "Save your record as a file",
        }
    }

    /// What is safe, and what to do next.
    pub fn text(&self) -> String {
        match self {
            Self::Lost(what) => format!(
                "What could not be read: {}. It has been put aside as it was, not overwritten, and \
                 everything else is here. If you saved a file, you can load it under “Your record”.",
                counted(what)
            ),
            Self::Newer => "Some of it was written by a newer version of this page, and is left \
                            untouched. Reload the page to get that version."
                .to_owned(),
            Self::FileLoaded { added: 0, updated: 0, name: false } => {
                "Everything in it was here already, or here in a later state.".to_owned()
            }
            Self::FileLoaded { added, updated, name } => {
                let mut parts = Vec::new();
                if *added > 0 {
                    parts.push(format!("{} added", assessments(*added)));
                }
                if *updated > 0 {
                    parts.push(format!("{} brought up to date", assessments(*updated)));
                }
                if *name {
                    parts.push("your name taken over".to_owned());
                }
                format!("{}. Nothing that was here has been lost.", parts.join(", "))
            }
            Self::FileRefused(problem) => format!(
                "The file cannot be used: {}. Please {}. Your record is as it was.",
                problem.what, problem.remedy
            ),
            Self::CarriedOver(answers) => format!(
                "{answers} of these statements you have answered in another framework in the last \
                 three months. Those answers count here too; you can change any of them.",
            ),
            Self::Deleted => "You can bring it back until you close this page.".to_owned(),
            Self::SaveAgain => {
                "It holds a result that is in no file yet. A browser can lose what it stores."
                    .to_owned()
            }
            Self::NameRefused => {
                "A name can have up to 100 characters, without < and >. The name before it is kept."
                    .to_owned()
            }
        }
    }
}

fn assessments(count: usize) -> String {
    if count == 1 { "1 assessment".to_owned() } else { format!("{count} assessments") }
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
