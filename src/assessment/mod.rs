//! One person's assessment against a framework: what is asked, what was answered, what came out.
//!
//! [`Questionnaire`] says what is asked, [`Assessment`] holds the responses, [`Progress`] counts
//! them, and [`result()`] scores them. Nothing derived is ever stored.
//!
//! Knows nothing of storage, pages or the clock.

mod leads;
mod progress;
mod questionnaire;
mod response;
mod result;
mod scoring;

pub use leads::{Priorities, TierFit, Weighed, priorities, readiness, tier_fit};
pub use progress::{PageState, Progress};
pub use questionnaire::{Form, Page, Questionnaire};
pub use response::{Assessment, AssessmentId, Choices, FrameworkRef, Response, Summary};
pub use result::{AssessmentResult, DomainResult, ElementResult, StandOut, result, result_of};
pub use scoring::{ElementScore, Score, domain_score, element_score};
