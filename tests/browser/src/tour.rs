//! A walk past every page, in every state that looks different.

use crate::app::{App, START};
use crate::failure::Result;
use crate::fixtures::{Stored, entries, line};
use crate::framework::Element;

/// What the person has when the tour begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Record {
    Empty,
    /// An open assessment half done, one with all answers, and a finished one.
    Full,
    /// One that is damaged, and one of a newer version.
    Damaged,
}

/// A page in a state: what it is called, what the person has, where it is, and its heading.
struct Stop {
    name: &'static str,
    record: Record,
    hash: &'static str,
    heading: &'static str,
}

const fn stop(
    name: &'static str,
    record: Record,
    hash: &'static str,
    heading: &'static str,
) -> Stop {
    Stop { name, record, hash, heading }
}

const OTHER: &str = "Your result in the words of FMLM standards (3rd edition, 2021)";
const BESIDE: &str = "Leading without a title at the bedside beside Clinical leadership";
const WAYS: &str = "Eight ways to develop as a leader";
const SPEAKING_UP: &str = "Speaking up in the moment";
const CERTIFICATE: &str = "#/learn/session/speaking-up-in-the-moment/certificate";
const TRAINER: &str = "#/learn/session/speaking-up-in-the-moment/trainer";

/// Addresses with `FIRST` and `THIRD` for the ids of those elements, and `FRAMEWORK` for that one's.
const STOPS: [Stop; 41] = [
    stop("start", Record::Empty, "#/", START),
    stop("start-for-some", Record::Empty, "#/for/student", START),
    stop("choose", Record::Empty, "#/choose", "Which framework is for me?"),
    stop("chosen", Record::Empty, "#/choose/person/student/short", "Which framework is for me?"),
    stop("framework", Record::Empty, "#/framework/FRAMEWORK", ""),
    stop("record-empty", Record::Empty, "#/record", "Your record"),
    stop("method", Record::Empty, "#/method", "How results are worked out"),
    stop("not-found", Record::Empty, "#/nowhere", "Page not found"),
    stop("not-here", Record::Empty, "#/assessment/a9", "This assessment is not in this browser"),
    stop("start-under-way", Record::Full, "#/", START),
    stop("framework-under-way", Record::Full, "#/framework/FRAMEWORK", ""),
    stop("tasks", Record::Full, "#/assessment/a-half", "Your assessment"),
    stop("tasks-all-done", Record::Full, "#/assessment/a-all", "Your assessment"),
    stop("statements-answered", Record::Full, "#/assessment/a-half/element/FIRST", ""),
    stop("statements-unanswered", Record::Full, "#/assessment/a-half/element/THIRD", ""),
    stop("check", Record::Full, "#/assessment/a-half/check", "Check your answers"),
    stop("check-all-done", Record::Full, "#/assessment/a-all/check", "Check your answers"),
    stop("result", Record::Full, "#/assessment/a-done/result", "Your result"),
    stop("result-short", Record::Full, "#/assessment/a-short/result", "Your result"),
    stop("result-too-few", Record::Full, "#/assessment/a-half/result", "Your result"),
    stop("result-all-alike", Record::Full, "#/assessment/a-all/result", "Your result"),
    stop("record", Record::Full, "#/record", "Your record"),
    stop("in-other-words", Record::Full, "#/assessment/a-done/result/as/fmlm-standards", OTHER),
    stop("compare", Record::Full, "#/compare", "Frameworks side by side"),
    stop("compare-one", Record::Full, "#/compare/bedside", BESIDE),
    stop("learn", Record::Full, "#/learn", "Learning"),
    stop("learn-sessions", Record::Full, "#/learn/sessions", "Sessions"),
    stop("learn-none", Record::Full, "#/learn/sessions/minutes-1", "Sessions"),
    stop("learn-pathway", Record::Full, "#/learn/pathway/by-theme", "All sessions by theme"),
    stop("learn-activities", Record::Full, "#/learn/pathway/ways-to-develop", WAYS),
    stop("learn-cover", Record::Full, "#/learn/session/speaking-up-in-the-moment", SPEAKING_UP),
    stop(
        "learn-case",
        Record::Full,
        "#/learn/session/speaking-up-in-the-moment/1",
        "Take it as read",
    ),
    stop("learn-points", Record::Full, "#/learn/session/speaking-up-in-the-moment/2", "What helps"),
    stop("learn-one", Record::Full, "#/learn/session/speaking-up-in-the-moment/3", "Try it"),
    stop("learn-piles", Record::Full, "#/learn/session/speaking-up-in-the-moment/5", "Try it"),
    stop("learn-order", Record::Full, "#/learn/session/a-handover-that-protects/5", "Try it"),
    stop(
        "learn-end",
        Record::Full,
        "#/learn/session/speaking-up-in-the-moment/7",
        "Take it to work",
    ),
    stop("learn-certificate", Record::Full, CERTIFICATE, "Certificate of completion"),
    stop("learn-trainer", Record::Full, TRAINER, "Trainer’s notes"),
    stop("learn-log", Record::Full, "#/learn/log", "What you have done"),
    stop("notices", Record::Damaged, "#/framework/FRAMEWORK", ""),
];

impl App {
    /// Goes past every page in every state, and calls back at each with its name. Begins and ends
    /// wherever; what is stored is lost.
    ///
    /// # Errors
    /// If a page does not come, or the callback fails.
    pub async fn tour(&self, mut at: impl AsyncFnMut(&str) -> Result) -> Result {
        let mut record = None;
        for stop in &STOPS {
            if record != Some(stop.record) {
                self.put_in_storage(&stored(self, stop.record)?).await?;
                record = Some(stop.record);
            }
            let (first, third) = (self.framework.element(1)?, self.framework.element(3)?);
            let hash = stop.hash.replace("FIRST", &first.id).replace("THIRD", &third.id);
            let hash = hash.replace("FRAMEWORK", &self.framework.id);
            let heading = match stop.heading {
                "" if hash.ends_with(&first.id) => &first.title,
                "" if hash.ends_with(&third.id) => &third.title,
                "" => &self.framework.title,
                heading => heading,
            };
            self.visit(&hash).await?;
            self.see_heading(heading).await?;
            at(stop.name).await?;
        }
        self.beyond(&mut at).await
    }

    /// States that take a deed to reach.
    async fn beyond(&self, at: &mut impl AsyncFnMut(&str) -> Result) -> Result {
        self.put_in_storage(&stored(self, Record::Full)?).await?;
        let first = &self.framework.element(1)?;
        self.visit(&format!("#/assessment/a-half/element/{}", first.id)).await?;
        self.see_heading(&first.title).await?;
        self.press("What the answers mean, and keys").await?;
        at("statements-explained").await?;

        self.visit("#/record").await?;
        self.see_heading("Your record").await?;
        self.load_file("empty.json", b"").await?;
        self.see("That file was not loaded").await?;
        at("record-file-refused").await?;
        let document = Stored::full("a-file", &self.framework, |_, _| vec![3]);
        let file = crate::fixtures::file(&self.framework, &[document]).to_string();
        self.load_file("good.json", file.as_bytes()).await?;
        self.see("Your file has been loaded").await?;
        at("record-file-loaded").await?;

        self.visit(&format!("#/assessment/a-half/element/{}", first.id)).await?;
        self.see_heading(&first.title).await?;
        let full = "Storage.prototype.setItem = () => {
            throw new DOMException('full', 'QuotaExceededError') }";
        self.browser.run(full, &[]).await?;
        self.answer(1, 1).await?;
        self.see("Your answers are not being stored").await?;
        at("statements-not-stored").await?;
        self.put_in_storage(&stored(self, Record::Full)?).await?;
        self.past_people(at).await
    }
}

fn stored(app: &App, record: Record) -> Result<std::collections::BTreeMap<String, String>> {
    let of = &app.framework;
    let third = of.element(3)?.id.clone();
    let all = |id: &str, answers: fn(usize, &Element) -> Vec<u8>| Stored::full(id, of, answers);
    let half = all("a-half", |number, _| match number {
        1 => vec![5, 4, 0, 1],
        2 => vec![3, 2],
        _ => Vec::new(),
    });
    let done = all("a-done", |number, _| match number {
        4 => vec![0; 4],
        7 => vec![2],
        _ => [number, number / 2, number / 3, number / 4].map(|n| (n % 5 + 1) as u8).to_vec(),
    });
    Ok(match record {
        Record::Empty => Default::default(),
        Record::Full => {
            let short = all("a-short", |number, _| vec![(number % 5 + 1) as u8]);
            let assessments = [
                half.at(&third),
                all("a-all", |_, _| vec![3; 4]),
                done.finished(),
                short.short().finished(),
            ];
            let mut entries = entries(of, &assessments);
            for (name, text) in [
                ("done", "1793520000000"),
                ("case", "I would say “please wait”."),
                ("answer-a", "a"),
                ("looked-at-a", "yes"),
            ] {
                let key = format!("bellwether/1/note/speaking-up-in-the-moment/{name}");
                entries.insert(key, line(&format!("={text}")));
            }
            entries
        }
        Record::Damaged => {
            let mut entries = entries(of, &[half]);
            entries.insert("bellwether/1/assessment/a-lost".into(), "damaged".into());
            entries.insert("bellwether/2/anything".into(), "newer".into());
            entries
        }
    })
}
