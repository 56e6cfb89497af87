//! The builders that the tests share: frameworks of any shape, answers, assessments, records and
//! stamps, and the files of the project. Everything that a test needs to say is said here once.

use bellwether::app::{State, WholeNotice};
use bellwether::assessment::{
    Assessment, AssessmentId, Form, FrameworkRef, Questionnaire, Response,
};
use bellwether::framework::{
    self, Domain, Element, Framework, NotApplicable, Point, Rates, RatingScale, ResultRules,
    Source, Statement,
};
use bellwether::record::Record;
use bellwether::time::{Stamp, Stamped, Timestamp};
use proptest::test_runner::Config;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// The headings of what the person is told.
pub(crate) fn headings(state: &State) -> Vec<&'static str> {
    state.notices.iter().map(|notice| notice.told(WholeNotice::told).heading).collect()
}

/// The folder of the project.
pub(crate) fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A file of the project, as text.
pub(crate) fn text_of(path: &str) -> String {
    fs::read_to_string(project().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// A file under tests/fixtures.
pub(crate) fn fixture(path: &str) -> String {
    text_of(&format!("tests/fixtures/{path}"))
}

/// The files in a folder of the project that have an ending, in the order of their names.
pub(crate) fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(project().join(folder)).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|found| found == ending));
    paths.sort();
    paths
}

/// All framework files, which are all files of their folder but the crosswalk: the name without its ending, and the text.
pub(crate) fn framework_files() -> Vec<(String, String)> {
    let read = |path: PathBuf| {
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        (name, fs::read_to_string(path).unwrap())
    };
    let mut all: Vec<_> = files("frameworks", "json").into_iter().map(read).collect();
    all.retain(|(name, _)| name != "crosswalk");
    all
}

/// All files of sessions and pathways: the name without its ending, and the text.
pub(crate) fn learning_files() -> Vec<(String, String)> {
    let folders = ["frameworks/sessions", "frameworks/pathways"];
    let paths = folders.into_iter().flat_map(|folder| files(folder, "json"));
    paths
        .map(|path| {
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            (name, fs::read_to_string(path).unwrap())
        })
        .collect()
}

/// The text of the framework that the product is about.
pub(crate) fn clinical_text() -> String {
    text_of("frameworks/clinical-leadership.json")
}

/// The framework that the product is about.
pub(crate) fn clinical() -> Rc<Framework> {
    Rc::new(framework::parse(clinical_text().as_bytes()).unwrap())
}

/// A framework `local` with five points, from the number of statements in each element of each
/// domain. Its domains are `d1`, `d2` …, its elements `e1`, `e2` … and its statements `s1`, `s2` …
/// throughout; the first statement of every element makes the short form.
pub(crate) fn framework(shape: &[&[usize]]) -> Framework {
    let (mut elements, mut statements) = (0, 0);
    let mut domains = Vec::new();
    let mut short_form = Vec::new();
    for (d, sizes) in shape.iter().enumerate() {
        let mut of_domain = Vec::new();
        for &size in *sizes {
            elements += 1;
            let numbers = statements + 1..=statements + size;
            statements += size;
            short_form.push(format!("s{}", numbers.start()).as_str().into());
            of_domain.push(Element {
                id: format!("e{elements}").as_str().into(),
                title: format!("Element {elements}").into(),
                description: "What it covers.".into(),
                overuse: Some("What might it cost?".into()),
                examples: Vec::new(),
                statements: numbers.map(statement).collect(),
            });
        }
        domains.push(Domain {
            id: format!("d{}", d + 1).as_str().into(),
            title: format!("Domain {}", d + 1).into(),
            description: "What it covers.".into(),
            from: None,
            elements: of_domain,
        });
    }
    let made = Framework {
        schema: None,
        format: 1,
        id: "local".into(),
        version: "1.0.0".into(),
        language: "en-GB".into(),
        title: "Local".into(),
        summary: "A framework for tests.".into(),
        owner: "Nobody".into(),
        source: Source { title: "Nowhere".into(), link: "https://example.org/".into() },
        rights: "None.".into(),
        audience: "Tests".into(),
        audiences: Vec::new(),
        produces: None,
        rates: Rates::Person,
        builds_on: None,
        career_stages: Vec::new(),
        rating_scale: five_points(),
        parts: Vec::new(),
        domains,
        short_form,
        result: ResultRules::default(),
    };
    assert_eq!(framework::check(&made), [], "the builder makes sound frameworks");
    made
}

fn statement(number: usize) -> Statement {
    Statement {
        id: format!("s{number}").as_str().into(),
        text: format!("I do thing {number}.").into(),
        part: None,
        reversed: false,
    }
}

pub(crate) fn five_points() -> RatingScale {
    let point = |value| Point {
        value,
        label: format!("Label {value}").into(),
        anchor: format!("Anchor {value}").into(),
    };
    RatingScale {
        question: "How often?".into(),
        points: (1..=5).map(point).collect(),
        not_applicable: NotApplicable { label: "No".into(), anchor: "Not mine.".into() },
    }
}

/// Answers as they are jotted down: a digit is a rating, `-` is “not applicable”, `.` is none.
/// Blanks only separate.
pub(crate) fn answers(jotted: &str) -> Vec<Option<Response>> {
    jotted.chars().filter(|c| !c.is_whitespace()).map(answer).collect()
}

/// One answer as it is jotted down.
pub(crate) fn answer(jotted: char) -> Option<Response> {
    match jotted {
        '.' => None,
        '-' => Some(Response::NotApplicable),
        digit => Some(Response::Rated(u8::try_from(digit.to_digit(10).unwrap()).unwrap())),
    }
}

/// An assessment of a questionnaire with these answers, in the order in which it asks.
pub(crate) fn answered(asked: &Questionnaire, jotted: &[Option<Response>]) -> Assessment {
    assert_eq!(asked.len(), jotted.len(), "one answer for each statement");
    let mut assessment = assessment("a1", asked.framework(), asked.form());
    let statements = asked.pages().iter().flat_map(|page| &page.element.statements);
    for (statement, response) in statements.zip(jotted) {
        if response.is_some() {
            assessment.set_response(statement.id.clone(), at(2_000, *response));
        }
    }
    assessment
}

/// An assessment without answers, begun at 1000.
pub(crate) fn assessment(id: &str, framework: &Framework, form: Form) -> Assessment {
    let of = FrameworkRef::to(framework);
    Assessment::new(AssessmentId::parse(id).unwrap(), of, form, Timestamp(1_000))
}

/// A questionnaire of all that a framework asks.
pub(crate) fn asked(framework: &Framework, form: Form) -> Questionnaire {
    Questionnaire::new(Rc::new(framework.clone()), form, &[])
}

/// The record that holds these assessments.
pub(crate) fn record(assessments: impl IntoIterator<Item = Assessment>) -> Record {
    let mut record = Record::default();
    for assessment in assessments {
        record.assessments.insert(assessment.id.shared(), assessment);
    }
    record
}

/// The assessment with an id, to be changed.
pub(crate) fn assessment_of<'a>(record: &'a mut Record, id: &str) -> &'a mut Assessment {
    record.assessments.get_mut(id).unwrap_or_else(|| panic!("no assessment {id}"))
}

/// A stamp of the writer `w`.
pub(crate) fn stamp(time: u64) -> Stamp {
    Stamp { time: Timestamp(time), count: 0, writer: "w".into() }
}

/// A value set by the writer `w`.
pub(crate) fn at<T>(time: u64, value: T) -> Stamped<T> {
    Stamped { value, stamp: stamp(time) }
}

/// A property is tried on this many cases. A failing case is printed in its smallest form and
/// belongs into a table of the same file, so none is stored elsewhere.
pub(crate) fn cases(cases: u32) -> Config {
    Config { cases, failure_persistence: None, ..Config::default() }
}

/// What of a record goes into a file: not what was deleted, and not when it was saved.
pub(crate) fn as_in_a_file(record: &Record) -> Record {
    Record { deleted: Default::default(), saved: None, ..record.clone() }
}
