//! The session file, as Rust types: the only definition of its format.

use super::exercise::Question;
use super::ids::{ModuleId, PartName, SessionId};
use crate::framework::{CareerStageId, ElementId, FrameworkId};
use crate::json::{choice, document};
use serde::Serialize;
use std::rc::Rc;

document! {
    /// A session: a short piece of learning that stands alone.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    #[cfg_attr(feature = "validate", derive(serde::Deserialize, schemars::JsonSchema))]
    #[cfg_attr(feature = "validate", serde(deny_unknown_fields))]
    pub struct Session {
        /// Where the JSON Schema of this format lies; for editors, ignored otherwise.
        #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
        pub schema as "$schema": Option<Rc<str>>,
        /// Version of the file format; this one is 1.
        pub format: u32,
        /// Name of the session for ever, and of its file.
        pub id: SessionId,
        /// Version of the content: three numbers with dots. Raised with every change.
        pub version: Rc<str>,
        /// Language of the texts, as a tag such as en-GB or cy.
        pub language: Rc<str>,
        /// What it is called.
        pub title: Rc<str>,
        /// What one can do afterwards, in a sentence.
        pub summary: Rc<str>,
        /// How long it takes.
        pub minutes: u32,
        /// The framework that the element is of.
        pub framework: FrameworkId,
        /// The element that it helps with; an introduction has none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub element: Option<ElementId>,
        /// Its theme; an introduction has none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub theme: Option<ModuleId>,
        /// Whether it gives a taste of all, and is good to start with.
        #[serde(default, skip_serializing_if = "is_false")]
        pub sample: bool = false,
        /// The career stage that it is written for first; anybody can take it.
        pub level: CareerStageId,
        /// Whose case it tells.
        pub professions: Vec<Profession>,
        /// Where its case is set.
        pub setting: Setting,
        /// The sessions that are good to have done before.
        #[serde(default)]
        pub after: Vec<SessionId> = Vec::new(),
        /// What one can do afterwards: three, each starting with a verb.
        pub outcomes: Vec<Rc<str>>,
        /// The dilemma that it starts from.
        pub case: Case,
        /// What it teaches.
        pub points: Vec<LearningPoint>,
        /// What to try it out on.
        pub exercise: Vec<Question>,
        /// What to think about for oneself.
        pub reflection: Rc<str>,
        /// One thing to try at work this week.
        #[serde(rename = "try")]
        pub this_week as "try": Rc<str>,
        /// For who leads a group through it.
        pub trainer: TrainerNotes,
        /// Further reading; may be empty.
        pub reading: Vec<Reading>,
    }

    /// A case study.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    #[cfg_attr(feature = "validate", derive(serde::Deserialize, schemars::JsonSchema))]
    #[cfg_attr(feature = "validate", serde(deny_unknown_fields))]
    pub struct Case {
        /// What it is called.
        pub title: Rc<str>,
        /// Its paragraphs.
        pub text: Vec<Rc<str>>,
        /// What the person is asked about it.
        pub question: Rc<str>,
    }

    /// Something that a session teaches.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    #[cfg_attr(feature = "validate", derive(serde::Deserialize, schemars::JsonSchema))]
    #[cfg_attr(feature = "validate", serde(deny_unknown_fields))]
    pub struct LearningPoint {
        /// Name for ever, within the session.
        pub id: PartName,
        /// It in a few words.
        pub title: Rc<str>,
        /// It in a paragraph.
        pub text: Rc<str>,
    }

    /// What a trainer needs.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    #[cfg_attr(feature = "validate", derive(serde::Deserialize, schemars::JsonSchema))]
    #[cfg_attr(feature = "validate", serde(deny_unknown_fields))]
    pub struct TrainerNotes {
        /// Three questions to ask a group.
        pub questions: Vec<Rc<str>>,
        /// What to do with a group, in order.
        pub plan: Vec<PlanStep>,
    }

    /// A step of a plan for a group.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    #[cfg_attr(feature = "validate", derive(serde::Deserialize, schemars::JsonSchema))]
    #[cfg_attr(feature = "validate", serde(deny_unknown_fields))]
    pub struct PlanStep {
        /// How long it takes.
        pub minutes: u32,
        /// What the group does.
        pub text: Rc<str>,
    }

    /// A publication, and what it is good for here.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    #[cfg_attr(feature = "validate", derive(serde::Deserialize, schemars::JsonSchema))]
    #[cfg_attr(feature = "validate", serde(deny_unknown_fields))]
    pub struct Reading {
        /// Who, what, where, when.
        pub title: Rc<str>,
        /// Address, http or https.
        pub link: Rc<str>,
        /// What in the session it supports.
        pub supports: Rc<str>,
    }
}

choice! {
    /// Whose case a session tells.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
    #[cfg_attr(feature = "validate", derive(serde::Deserialize, schemars::JsonSchema))]
    pub enum Profession {
        /// Nurses.
        Nurse as "nurse",
        /// Midwives.
        Midwife as "midwife",
        /// Doctors of all stages.
        Doctor as "doctor",
        /// Pharmacists.
        Pharmacist as "pharmacist",
        /// Physiotherapists.
        Physiotherapist as "physiotherapist",
        /// Occupational therapists.
        OccupationalTherapist as "occupational-therapist",
        /// Speech and language therapists.
        SpeechAndLanguageTherapist as "speech-and-language-therapist",
        /// Dietitians.
        Dietitian as "dietitian",
        /// Podiatrists.
        Podiatrist as "podiatrist",
        /// Radiographers.
        Radiographer as "radiographer",
        /// Orthoptists.
        Orthoptist as "orthoptist",
        /// Paramedics.
        Paramedic as "paramedic",
        /// Operating department practitioners.
        OperatingDepartmentPractitioner as "operating-department-practitioner",
        /// Clinical and biomedical scientists.
        Scientist as "scientist",
        /// Nursing associates.
        NursingAssociate as "nursing-associate",
        /// Healthcare support workers.
        SupportWorker as "support-worker",
        /// Practice managers.
        PracticeManager as "practice-manager",
        /// Receptionists.
        Receptionist as "receptionist",
        /// Students of any of them.
        Student as "student",
    }

    /// Where a case is set.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
    #[cfg_attr(feature = "validate", derive(serde::Deserialize, schemars::JsonSchema))]
    pub enum Setting {
        /// A ward.
        Ward as "ward",
        /// A clinic.
        Clinic as "clinic",
        /// The community, or a home.
        Community as "community",
        /// An operating theatre.
        Theatre as "theatre",
        /// A general practice.
        GeneralPractice as "general-practice",
        /// Emergency care.
        Emergency as "emergency",
        /// A laboratory.
        Laboratory as "laboratory",
        /// Maternity care.
        Maternity as "maternity",
        /// An office.
        Office as "office",
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes references")]
fn is_false(is: &bool) -> bool {
    !is
}

impl Session {
    /// How many pages it is worked through on: the case, what it teaches, each question, and what
    /// to take to work.
    pub fn pages(&self) -> usize {
        self.exercise.len() + 3
    }
}
