//! Arbitrary ids, names, changes and records, for the properties.

use crate::support::{assessment_of, record};
use bellwether::assessment::{Assessment, AssessmentId, Choices, Form, FrameworkRef, Response};
use bellwether::framework::{CareerStageId, FrameworkId};
use bellwether::record::{Record, clean_name, note_key};
use bellwether::time::{Stamp, Stamped, Timestamp};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use std::rc::Rc;

/// The last moment that a browser can tell.
pub(crate) const LAST_MOMENT: u64 = 8_640_000_000_000_000;

/// Whatever can be an id.
pub(crate) fn any_id() -> impl Strategy<Value = String> {
    "[a-z][a-z0-9-]{0,63}"
}

/// Whatever can be a name, in any script, as it is kept.
pub(crate) fn any_name() -> impl Strategy<Value = Rc<str>> {
    "\\PC{0,100}".prop_filter_map("not a name", |text| clean_name(&text))
}

/// Whatever a person may write, over several lines.
fn any_text() -> impl Strategy<Value = Rc<str>> {
    "(?s).{1,40}".prop_map(Rc::from)
}

fn any_moment() -> impl Strategy<Value = Timestamp> {
    prop_oneof![0..=LAST_MOMENT, Just(0), Just(LAST_MOMENT)].prop_map(Timestamp)
}

fn stamped<T: std::fmt::Debug>(
    value: impl Strategy<Value = T>,
) -> impl Strategy<Value = Stamped<T>> {
    (value, any_moment(), 0..1_000_000_u32, any_id()).prop_map(|(value, time, count, writer)| {
        Stamped { value, stamp: Stamp { time, count, writer: writer.into() } }
    })
}

fn any_response() -> impl Strategy<Value = Option<Response>> {
    (0..=10_u8).prop_map(|number| match number {
        0 => None,
        10 => Some(Response::NotApplicable),
        rating => Some(Response::Rated(rating)),
    })
}

prop_compose! {
    fn any_assessment()(
        id in any_id(),
        framework in any_id(),
        version in "[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}",
        short in any::<bool>(),
        started in any_moment(),
        finished in option::of(stamped(option::of(any_moment()))),
        builds_on in option::of(any_id()),
        position in option::of(stamped(any_id())),
        choices in option::of(stamped((option::of(any_id()), vec(any_id(), 0..4)))),
        responses in btree_map(any_id(), stamped(any_response()), 0..12),
    ) -> Assessment {
        let of = FrameworkRef {
            id: framework.as_str().into(),
            version: version.into(),
            builds_on: builds_on.as_deref().map(FrameworkId::from),
        };
        let form = if short { Form::Short } else { Form::Full };
        let id = AssessmentId::parse(&id).unwrap();
        let mut assessment = Assessment::new(id, of, form, started);
        if let Some(Stamped { value, stamp }) = position {
            assessment.set_position(Stamped { value: value.as_str().into(), stamp });
        }
        if let Some(finished) = finished {
            assessment.set_finished(finished);
        }
        if let Some(Stamped { value: (stage, parts), stamp }) = choices {
            let stage = stage.as_deref().map(CareerStageId::from);
            let parts = parts.iter().map(|part| part.as_str().into()).collect();
            assessment.set_choices(Stamped { value: Choices { stage, parts }, stamp });
        }
        for (statement, response) in responses {
            assessment.set_response(statement.as_str().into(), response);
        }
        assessment
    }
}

prop_compose! {
    /// Any record, with whatever can be in one.
    pub(crate) fn any_record()(
        name in option::of(stamped(any_name())),
        assessments in vec(any_assessment(), 0..5),
        notes in vec((any_id(), any_id(), stamped(option::of(any_text()))), 0..5),
    ) -> Record {
        let mut record = record(assessments);
        record.name = name;
        for (about, name, note) in notes {
            record.set_note(note_key(&about, &name), note);
        }
        record
    }
}

/// One change in the history of a record. What it sets follows from its stamp, since two stamps
/// are equal only if they are of the same change.
#[derive(Debug, Clone)]
pub(crate) struct Edit {
    assessment: u8,
    part: u8,
    pub(crate) stamp: Stamp,
}

impl Edit {
    /// The statement that it answers, if it answers one.
    pub(crate) fn answers(&self) -> Option<(AssessmentId, String, Option<Response>)> {
        let statement = self.part.checked_sub(3).filter(|statement| *statement < 4)?;
        Some((self.id(), format!("s{statement}"), self.response()))
    }

    fn id(&self) -> AssessmentId {
        AssessmentId::parse(&format!("a{}", self.assessment)).unwrap()
    }

    fn number(&self) -> u64 {
        self.stamp.time.0 * 7 + u64::from(self.stamp.count) * 3 + u64::from(self.part)
    }

    fn response(&self) -> Option<Response> {
        match self.number() % 7 {
            0 => None,
            6 => Some(Response::NotApplicable),
            rating => Some(Response::Rated(u8::try_from(rating).unwrap())),
        }
    }

    fn stamped<T>(&self, value: T) -> Stamped<T> {
        Stamped { value, stamp: self.stamp.clone() }
    }

    /// Makes the change in a record.
    pub(crate) fn apply(&self, to: &mut Record) {
        let of = FrameworkRef { id: "local".into(), version: "1.0.0".into(), builds_on: None };
        let begun = Assessment::new(self.id(), of, Form::Full, Timestamp(1));
        to.merge(record([begun]));
        let assessment = assessment_of(to, self.id().as_str());
        let number = self.number();
        match self.part {
            0 => {
                to.set_name(self.stamped(format!("Name {number}").into()));
            }
            1 => {
                assessment.set_position(self.stamped(format!("e{number}").as_str().into()));
            }
            2 => {
                let finished = number.is_multiple_of(2).then_some(Timestamp(number));
                assessment.set_finished(self.stamped(finished));
            }
            7 => {
                let text = (!number.is_multiple_of(3)).then(|| format!("Note {number}").into());
                to.set_note(note_key(&format!("n{}", self.assessment), "text"), self.stamped(text));
            }
            statement => {
                let statement = format!("s{}", statement - 3);
                assessment.set_response(statement.as_str().into(), self.stamped(self.response()));
            }
        }
    }
}

prop_compose! {
    /// A history of changes by three writers, no two with the same stamp, in any order.
    pub(crate) fn any_history()(
        edits in btree_map((0..12_u64, 0..3_u32, 0..3_u8), (0..3_u8, 0..8_u8), 0..40)
            .prop_map(|edits| edits.into_iter().collect::<Vec<_>>())
            .prop_shuffle(),
    ) -> Vec<Edit> {
        let edit = |((time, count, writer), (assessment, part))| {
            let writer = format!("w{writer}").into();
            Edit { assessment, part, stamp: Stamp { time: Timestamp(time), count, writer } }
        };
        edits.into_iter().map(edit).collect()
    }
}

/// The record of a copy that has seen these changes.
pub(crate) fn having_seen<'a>(edits: impl IntoIterator<Item = &'a Edit>) -> Record {
    let mut record = Record::default();
    edits.into_iter().for_each(|edit| edit.apply(&mut record));
    record
}
