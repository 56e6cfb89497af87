//! What can happen to the app, and what it wants done.

use super::affair::{Affair, Deed};
use super::asked::Ask;
use super::learn::Learning;
use super::more::{More, MoreContent};
use super::route::Route;
use crate::assessment::{AssessmentId, Choices, Form, Response};
use crate::catalogue::Catalogue;
use crate::framework::{Framework, FrameworkId, StatementId};
use crate::problem::Problem;
use crate::record::Change;
use crate::time::Timestamp;
use std::rc::Rc;

/// Something that happened.
#[derive(Debug, Clone)]
pub enum Action {
    /// The person went to an address.
    Visit(Route),
    /// A field leads to another page.
    Go(Route),
    /// Content came, or did not.
    Arrived(Content),
    /// The person begins a new assessment.
    Begin(FrameworkId, Form),
    /// The person answers a statement on screen, or takes the answer back.
    Answer(StatementId, Option<Response>),
    /// The person chooses a career stage, or optional parts, for the assessment on screen.
    Choose(Choices),
    /// The person wants the result of the assessment on screen.
    Finish,
    /// The person wants to change answers of a finished assessment.
    Reopen,
    /// The person deletes an assessment.
    Delete(AssessmentId),
    /// The person wants the assessment back that was deleted last.
    Undelete,
    /// The person gives their name for the printed report.
    SetName(String),
    /// The person wants the record as a file.
    SaveFile,
    /// The person chose a file to load.
    LoadFile {
        /// What is in it.
        file: Rc<[u8]>,
        /// The visit in which it was chosen: reading it can take a moment.
        visit: u32,
    },
    /// What the store holds was taken in, after it could not be read before.
    TakenIn,
    /// Another tab has stored something, or removed it.
    StoredElsewhere {
        /// Under this key.
        key: String,
        /// What is there now.
        text: Option<String>,
    },
    /// The person has read a notice.
    Dismiss(usize),
    /// The person wants to print.
    Print,
    /// The person does something while they learn.
    Learn(Learning),
    /// Content that only pages of the whole program need came, or did not.
    ArrivedMore(MoreContent),
    /// The program before this one has left this.
    TakeOver(Rc<str>),
    /// The page around the app asks for something.
    Asked(Ask),
    /// The person does something about profiles, or it was done.
    About(Affair),
}

/// Content that was fetched.
#[derive(Debug, Clone)]
pub enum Content {
    /// The catalogue.
    Catalogue(Result<Catalogue, Failure>),
    /// A framework.
    Framework(FrameworkId, Result<Rc<Framework>, Failure>),
}

/// Why content did not come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// It could not be fetched.
    Unreachable,
    /// It is not there.
    Missing,
    /// It came, but cannot be used.
    Unusable(Vec<Problem>),
}

/// Something to be done outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Fetch the catalogue.
    FetchCatalogue,
    /// Fetch a framework.
    FetchFramework(FrameworkId),
    /// Fetch content that only pages of the whole program need.
    FetchMore(More),
    /// Store changes to the record.
    Keep(Vec<Change>),
    /// Show this address, as a new step of the browser's history.
    Go(Route),
    /// Show this address in place of the present one.
    Replace(Route),
    /// Save a text as a file of today.
    SaveRecord(String),
    /// Save a table of what was done as a file of today.
    SaveLog(String),
    /// Print the page.
    Print,
    /// Answer the page around the app, or say why not.
    Answer(Result<String, String>),
    /// Do something about profiles.
    About(Deed),
}

/// What an action may need to know from outside.
#[derive(Debug, Clone, Copy)]
pub struct Now {
    /// The moment.
    pub time: Timestamp,
    /// A number that is different each time.
    pub random: u64,
}
