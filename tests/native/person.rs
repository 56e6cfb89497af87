//! A person at a browser, for the scenarios: does what people do, has what the app wants done
//! outside done, and checks after every step what always has to be true.

use crate::shelf::Shelf;
use crate::support::{answer, framework};
use bellwether::app::{Action, Content, Effect, Failure, Now, Route, State, apply, leave_behind};
use bellwether::assessment::{AssessmentId, Form, Progress, Response};
use bellwether::catalogue::Catalogue;
use bellwether::framework::Framework;
use bellwether::record::{Keeper, Kept, MemoryStore, Record};
use bellwether::time::Timestamp;
use std::collections::VecDeque;
use std::rc::Rc;

/// A person with the app open in one tab.
pub(crate) struct Person {
    pub(crate) state: State,
    pub(crate) store: MemoryStore,
    keeper: Keeper<MemoryStore>,
    frameworks: Vec<Rc<Framework>>,
    /// What the site has to learn, if anything.
    pub(crate) shelf: Option<Shelf>,
    writer: String,
    /// What the clock says; every action takes a second.
    pub(crate) clock: u64,
    /// Why content cannot be fetched, if it cannot.
    pub(crate) failure: Option<Failure>,
    /// The steps of the browser's history, the present address last.
    pub(crate) history: Vec<String>,
    /// The files that were saved.
    pub(crate) saved: Vec<String>,
    pub(crate) printed: usize,
    /// What the page around the app was answered.
    pub(crate) answers: Vec<Result<String, String>>,
    /// Whether another tab may have stored things that this one has not heard of.
    pub(crate) alone: bool,
}

impl Person {
    /// Somebody new, with a framework `local` of 12 statements: `e1` and `e2` in `d1`, `e3` in `d2`.
    pub(crate) fn new() -> Self {
        Self::on(MemoryStore::new(), "w1", vec![framework(&[&[4, 4], &[4]])])
    }

    /// Somebody with other frameworks, or with something stored.
    pub(crate) fn on(store: MemoryStore, writer: &str, frameworks: Vec<Framework>) -> Self {
        let (keeper, loaded) = Keeper::open(store.clone());
        Self {
            state: State::new(loaded, keeper.kept(), writer),
            store,
            keeper,
            frameworks: frameworks.into_iter().map(Rc::new).collect(),
            shelf: None,
            writer: writer.to_owned(),
            clock: 1_000_000,
            failure: None,
            history: vec!["#/".to_owned()],
            saved: Vec::new(),
            printed: 0,
            answers: Vec::new(),
            alone: true,
        }
    }

    /// Closes the tab, or has it killed, and opens the app again: the store is all that is left.
    pub(crate) fn restarts(&mut self) -> &mut Self {
        let (keeper, loaded) = Keeper::open(self.store.clone());
        self.state = State::new(loaded, keeper.kept(), &format!("{}x", self.writer));
        self.keeper = keeper;
        self.history = vec!["#/".to_owned()];
        self
    }

    /// Goes over to the next program in the same page.
    pub(crate) fn goes_over(&mut self) -> &mut Self {
        let unstored = self.keeper.unstored(&self.state.record);
        let brought = leave_behind(&self.state, true, unstored, Timestamp(self.clock));
        self.restarts().does(Action::TakeOver(brought.into()))
    }

    /// Stays away for so many days.
    pub(crate) fn waits_days(&mut self, days: u64) -> &mut Self {
        self.clock += days * 24 * 60 * 60 * 1_000;
        self
    }

    /// Does something, and waits until all has been done that it leads to.
    pub(crate) fn does(&mut self, action: Action) -> &mut Self {
        self.clock += 1_000;
        let mut waiting = VecDeque::from([action]);
        while let Some(action) = waiting.pop_front() {
            let now = Now { time: Timestamp(self.clock), random: self.clock };
            for effect in apply(&mut self.state, action, now) {
                waiting.extend(self.run(effect));
            }
        }
        self.is_sound();
        self
    }

    /// Does what the app wants done outside; what comes of it the app hears a moment later.
    fn run(&mut self, effect: Effect) -> Option<Action> {
        match effect {
            Effect::FetchCatalogue => {
                let catalogue = Catalogue::of(self.frameworks.iter().map(Rc::as_ref));
                let came = self.failure.clone().map_or(Ok(catalogue), Err);
                return Some(Action::Arrived(Content::Catalogue(came)));
            }
            Effect::FetchFramework(id) => {
                let there = self.frameworks.iter().find(|framework| framework.id == id).cloned();
                let there = there.ok_or(Failure::Missing);
                let came = self.failure.clone().map_or(there, Err);
                return Some(Action::Arrived(Content::Framework(id, came)));
            }
            Effect::Keep(changes) => {
                return self.state.keep(&mut self.keeper, &changes).then_some(Action::TakenIn);
            }
            Effect::Go(route) => {
                self.history.push(route.to_string());
                return Some(Action::Visit(route));
            }
            Effect::Replace(route) => {
                *self.history.last_mut().unwrap() = route.to_string();
                return Some(Action::Visit(route));
            }
            Effect::FetchMore(more) => {
                let shelf = self.shelf.as_ref()?;
                return Some(Action::ArrivedMore(shelf.fetch(more)));
            }
            Effect::SaveRecord(text) | Effect::SaveLog(text) => self.saved.push(text),
            Effect::Print => self.printed += 1,
            Effect::Answer(answer) => self.answers.push(answer),
            // Those who share a browser are in profile_flow.rs.
            Effect::About(_) => {}
        }
        None
    }

    /// What is true after every step of every scenario.
    fn is_sound(&self) {
        if let Some((sitting, assessment)) = self.state.on_screen() {
            let counted = Progress::of(&sitting.questionnaire, assessment);
            assert_eq!(sitting.progress, counted, "the progress shown is not the progress made");
        }
        if self.alone && self.state.kept == Kept::Stored {
            assert_eq!(self.stored(), self.state.record, "what is stored is not what is shown");
        }
    }

    /// The record as another start of the app would find it.
    pub(crate) fn stored(&self) -> Record {
        Keeper::open(MemoryStore::holding(self.store.entries())).1.record
    }

    /// Goes to an address, as a link or the address bar does. A `*` stands for the id of the latest
    /// assessment.
    pub(crate) fn opens(&mut self, address: &str) -> &mut Self {
        let id = self.ids().last().map(AssessmentId::to_string).unwrap_or_default();
        let address = address.replace('*', &id);
        self.history.push(address.clone());
        self.does(Action::Visit(Route::parse(&address)))
    }

    /// Goes one step back in the browser's history.
    pub(crate) fn goes_back(&mut self) -> &mut Self {
        self.history.pop();
        let address = self.history.last().unwrap().clone();
        self.does(Action::Visit(Route::parse(&address)))
    }

    /// Begins an assessment of the only framework.
    pub(crate) fn begins(&mut self, form: Form) -> &mut Self {
        let framework = self.frameworks[0].id.clone();
        self.opens("#/").does(Action::Begin(framework, form))
    }

    /// Answers a statement of the assessment on screen, as it is jotted down.
    pub(crate) fn answers(&mut self, statement: &str, jotted: char) -> &mut Self {
        self.does(Action::Answer(statement.into(), answer(jotted)))
    }

    /// Answers the statements of the assessment on screen from the first on.
    pub(crate) fn answers_from_the_first(&mut self, jotted: &str) -> &mut Self {
        let (sitting, _) = self.state.on_screen().expect("an assessment on screen");
        let statements = sitting.questionnaire.pages().iter().flat_map(|p| &p.element.statements);
        let ids: Vec<String> = statements.map(|s| s.id.to_string()).collect();
        for (id, jotted) in ids.iter().zip(jotted.chars().filter(|c| *c != ' ')) {
            self.answers(id, jotted);
        }
        self
    }

    pub(crate) fn finishes(&mut self) -> &mut Self {
        self.does(Action::Finish)
    }

    /// Deletes the latest assessment.
    pub(crate) fn deletes(&mut self) -> &mut Self {
        let id = self.ids().pop().unwrap();
        self.does(Action::Delete(id))
    }

    /// The text of the record as a file.
    pub(crate) fn saves(&mut self) -> String {
        self.does(Action::SaveFile);
        self.saved.last().unwrap().clone()
    }

    pub(crate) fn loads(&mut self, file: &str) -> &mut Self {
        self.does(Action::LoadFile { file: file.as_bytes().into(), visit: 0 })
    }

    /// All assessments, the one begun last at the end.
    pub(crate) fn ids(&self) -> Vec<AssessmentId> {
        let mut summaries = self.state.record.summaries();
        summaries.sort_by_key(|summary| summary.started);
        summaries.into_iter().map(|summary| summary.id).collect()
    }

    /// Checks which page is shown, by its address with `*` for the id of an assessment, and that
    /// the browser shows the same address.
    pub(crate) fn sees(&mut self, address: &str) -> &mut Self {
        let mut shown = self.state.route.to_string();
        assert_eq!(Some(&shown), self.history.last(), "the address bar shows another page");
        for id in self.ids() {
            shown = shown.replace(id.as_str(), "*");
        }
        assert_eq!(shown, address);
        self
    }

    /// Checks how many of how many statements of the assessment on screen have an answer.
    pub(crate) fn sees_progress(&mut self, answered: usize, total: usize) -> &mut Self {
        let (sitting, _) = self.state.on_screen().expect("an assessment on screen");
        assert_eq!((sitting.progress.answered(), sitting.progress.total()), (answered, total));
        self
    }

    /// Checks the answers to some statements of the assessment on screen.
    pub(crate) fn sees_answers(&mut self, expected: &[(&str, char)]) -> &mut Self {
        let (_, assessment) = self.state.on_screen().expect("an assessment on screen");
        for (statement, jotted) in expected {
            let response: Option<Response> = assessment.response(&(*statement).into());
            assert_eq!(response, answer(*jotted), "{statement}");
        }
        self
    }

    /// Checks the headings of the notices on screen.
    pub(crate) fn is_told(&mut self, headings: &[&str]) -> &mut Self {
        assert_eq!(crate::support::headings(&self.state), headings);
        self
    }

    /// Checks how many assessments there are, and how many of them are finished.
    pub(crate) fn has(&mut self, all: usize, finished: usize) -> &mut Self {
        let summaries = self.state.record.summaries();
        let done = summaries.iter().filter(|summary| summary.finished.is_some()).count();
        assert_eq!((summaries.len(), done), (all, finished));
        self
    }
}
