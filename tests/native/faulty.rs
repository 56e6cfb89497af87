//! A store that fails or dies when it is told to, and remembers what it was asked; and a record
//! that goes through everything which can happen to one.

use crate::support::{answer, assessment, assessment_of, at, framework, record};
use bellwether::assessment::{Assessment, AssessmentId, Form};
use bellwether::record::{Change, Fault, Keeper, MemoryStore, Record, Store};
use bellwether::time::Timestamp;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Which calls fail, counted from 0. A call that fails does nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Plan {
    /// None.
    Well,
    /// This one.
    Once(usize, Fault),
    /// This one and those after it, so many together.
    Some(usize, usize, Fault),
    /// This one and all after it. To a tab that is killed at a call, this is all the same.
    From(usize, Fault),
}

/// What a store was asked to change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Call {
    /// It was only asked.
    Read,
    /// A text of so many bytes, key included.
    Write(String, usize),
    /// A key was removed.
    Remove(String),
}

/// A store on the entries of a memory store. Clones share everything.
#[derive(Debug, Clone)]
pub(crate) struct FaultyStore {
    inner: MemoryStore,
    plan: Rc<RefCell<Plan>>,
    calls: Rc<RefCell<Vec<Call>>>,
}

impl FaultyStore {
    pub(crate) fn new(inner: &MemoryStore, plan: Plan) -> Self {
        let plan = Rc::new(RefCell::new(plan));
        Self { inner: inner.clone(), plan, calls: Rc::default() }
    }

    /// Another plan from here on; calls are counted anew.
    pub(crate) fn plan(&self, plan: Plan) {
        *self.plan.borrow_mut() = plan;
        self.calls.borrow_mut().clear();
    }

    /// All calls so far.
    pub(crate) fn calls(&self) -> Vec<Call> {
        self.calls.borrow().clone()
    }

    /// All calls so far that change something.
    pub(crate) fn changes(&self) -> Vec<Call> {
        self.calls().into_iter().filter(|call| *call != Call::Read).collect()
    }

    fn call(&self, call: Call) -> Result<(), Fault> {
        let mut calls = self.calls.borrow_mut();
        let number = calls.len();
        calls.push(call);
        match *self.plan.borrow() {
            Plan::Once(at, fault) if at == number => Err(fault),
            Plan::Some(from, calls, fault) if (from..from + calls).contains(&number) => Err(fault),
            Plan::From(from, fault) if from <= number => Err(fault),
            _ => Ok(()),
        }
    }
}

impl Store for FaultyStore {
    fn keys(&self) -> Result<Vec<String>, Fault> {
        self.call(Call::Read)?;
        self.inner.keys()
    }

    fn read(&self, key: &str) -> Result<Option<String>, Fault> {
        self.call(Call::Read)?;
        self.inner.read(key)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), Fault> {
        self.call(Call::Write(key.to_owned(), key.len() + text.len()))?;
        self.inner.write(key, text)
    }

    fn remove(&self, key: &str) -> Result<(), Fault> {
        self.call(Call::Remove(key.to_owned()))?;
        self.inner.remove(key)
    }
}

/// An id.
pub(crate) fn id(text: &str) -> AssessmentId {
    AssessmentId::parse(text).unwrap()
}

/// An assessment with its first answers.
pub(crate) fn begun(id: &str, answers: &str) -> Assessment {
    let mut begun = assessment(id, &framework(&[&[4, 4]]), Form::Full);
    for (number, jotted) in answers.chars().enumerate() {
        begun.set_response(format!("s{}", number + 1).as_str().into(), at(2_000, answer(jotted)));
    }
    begun
}

/// A store with all that can be in one: an open and a finished assessment, both stored part by
/// part; a name; entries that cannot be read; and keys of a newer version and of others.
pub(crate) fn lived_in() -> (MemoryStore, Record) {
    let store = MemoryStore::new();
    let (mut keeper, _) = Keeper::open(store.clone());
    let mut all = Record::default();
    for (name, answers) in [("a1", "123"), ("a2", "5-.4")] {
        all.merge(record([begun(name, "")]));
        keeper.keep(&all, &[Change::Assessment(id(name))]);
        all.merge(record([begun(name, answers)]));
        for number in 1..=answers.len() {
            let statement = format!("s{number}").as_str().into();
            keeper.keep(&all, &[Change::Response(id(name), statement)]);
        }
    }
    let finished = assessment_of(&mut all, "a2");
    finished.set_finished(at(3_000, Some(Timestamp(3_000))));
    finished.set_position(at(3_000, "e2".into()));
    all.set_name(at(3_000, "Ada".into()));
    keeper.keep(&all, &[Change::Finished(id("a2")), Change::Position(id("a2")), Change::Name]);
    for (key, text) in BROKEN.into_iter().chain(NOT_OURS) {
        store.write(key, text).unwrap();
    }
    (store, all)
}

/// Entries that cannot be read.
pub(crate) const BROKEN: [(&str, &str); 3] = [
    ("bellwether/1/assessment/a3", "{\"id\":\"a3\",\"fra"),
    ("bellwether/1/response/a1/s7", "1 0 w 99"),
    ("bellwether/1/response/a3/s1", "2000 0 w 4"),
];

/// Entries that are not for us to touch.
pub(crate) const NOT_OURS: [(&str, &str); 4] = [
    ("another/app", "x"),
    ("bellwether/2/response/a1/s1", "{\"of\":\"a newer version\"}"),
    ("bellwether/1/theme/a1", "dark"),
    ("bellwether/aside/1/bellwether/1/response/a1/s7", "set aside long ago"),
];

/// Whether all of these are in a store, just as they are.
pub(crate) fn holds(store: &MemoryStore, entries: &[(&str, &str)]) -> bool {
    let present = store.entries();
    entries.iter().all(|(key, text)| present.get(*key).is_some_and(|found| found == text))
}

/// Whether every one of these texts is in a store, under its own key or set aside.
pub(crate) fn holds_texts(store: &MemoryStore, entries: &[(&str, &str)]) -> bool {
    let present: BTreeMap<String, String> = store.entries();
    entries.iter().all(|(key, text)| {
        present.iter().any(|(found, there)| found.ends_with(key) && there == text)
    })
}
