//! Records as an earlier version of the app stored them: to begin where a test becomes interesting.
//!
//! Written by hand in the stored form, version 1, and not with the app's own code. So these also
//! notice when the app no longer reads what people have.

use crate::failure::Result;
use crate::framework::{Element, Framework};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Display;
use std::time::{SystemTime, UNIX_EPOCH};

/// 1 November 2026, noon in London.
const MOMENT: u64 = 1_793_534_400_000;

/// An assessment to be stored.
#[derive(Debug, Clone)]
pub struct Stored {
    id: String,
    form: &'static str,
    finished: bool,
    position: Option<String>,
    answers: Vec<(String, u8)>,
}

impl Stored {
    /// A full form with the answers that are given for each element and its number, from 1; 0 is
    /// “not in my role”, and what is missing has no answer.
    pub fn full(id: &str, of: &Framework, answers: impl Fn(usize, &Element) -> Vec<u8>) -> Self {
        let mut all = Vec::new();
        for (number, element) in (1..).zip(&of.elements) {
            all.extend(element.statements.iter().cloned().zip(answers(number, element)));
        }
        Self { id: id.to_owned(), form: "full", finished: false, position: None, answers: all }
    }

    /// Of the short form instead; only its statements should have answers.
    #[must_use]
    pub fn short(mut self) -> Self {
        self.form = "short";
        self
    }

    /// Finished instead of under way.
    #[must_use]
    pub fn finished(mut self) -> Self {
        self.finished = true;
        self
    }

    /// With this element last on screen.
    #[must_use]
    pub fn at(mut self, element: &str) -> Self {
        self.position = Some(element.to_owned());
        self
    }

    /// As a whole, as the app stores it and writes it into files.
    pub fn document(&self, of: &Framework) -> Value {
        let document = json!({
            "id": self.id,
            "framework": of.id,
            "framework_version": of.version,
            "form": self.form,
            "started": MOMENT,
            "responses": self.answers.iter()
                .map(|(statement, answer)| format!("{statement} {}", answer_line(*answer)))
                .collect::<Vec<_>>(),
        });
        let mut fields = document.as_object().cloned().unwrap_or_default();
        if self.finished {
            fields.insert("finished".to_owned(), line(&MOMENT).into());
        }
        if let Some(element) = &self.position {
            fields.insert("position".to_owned(), line(element).into());
        }
        fields.into()
    }
}

fn answer_line(answer: u8) -> String {
    if answer == 0 { line(&"not-applicable") } else { line(&answer) }
}

/// A value after the stamp of when it was set, and by whom.
pub fn line(value: &impl Display) -> String {
    format!("{MOMENT} 0 w1 {value}")
}

/// The same of something that was set just now.
///
/// # Errors
/// If the clock of this machine is before 1970.
pub fn new_line(value: &impl Display) -> Result<String> {
    let moment = SystemTime::now().duration_since(UNIX_EPOCH)?.as_millis();
    Ok(format!("{moment} 0 w1 {value}"))
}

/// What is in storage when these assessments are.
pub fn entries(of: &Framework, assessments: &[Stored]) -> BTreeMap<String, String> {
    assessments
        .iter()
        .map(|one| (format!("bellwether/1/assessment/{}", one.id), one.document(of).to_string()))
        .collect()
}

/// A stored assessment with its answers in order: which of them comes first says nothing.
///
/// # Errors
/// If it is none.
pub fn in_order(stored: &str) -> Result<Value> {
    let mut assessment: Value = serde_json::from_str(stored)?;
    if let Some(answers) = assessment["responses"].as_array_mut() {
        answers.sort_by_key(Value::to_string);
    }
    Ok(assessment)
}

/// A record as a file with these assessments.
pub fn file(of: &Framework, assessments: &[Stored]) -> Value {
    json!({
        "kind": "bellwether-record",
        "version": 1,
        "saved": MOMENT,
        "assessments": assessments.iter().map(|one| one.document(of)).collect::<Vec<_>>(),
    })
}
