//! For the simulation: a tab with the app, in which somebody does whatever chance has them do, and
//! which knows what it has been told is stored.

use crate::simulation_store::{Chance, SharedStore, Told};
use bellwether::app::{Action, Content, Effect, Learning, Now, Route, State, apply};
use bellwether::assessment::{Assessment, AssessmentId, Choices, Form, Response};
use bellwether::catalogue::Catalogue;
use bellwether::framework::Framework;
use bellwether::record::{Change, Keeper, Kept, Record};
use bellwether::time::{Stamp, Timestamp};
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

/// The stamp of every part of a record, by the key that the part is stored under. An assessment
/// itself has none; the moment of its beginning stands for it.
pub(crate) type Stamps = BTreeMap<String, Stamp>;

/// What is about notes in every tab.
const ABOUT: &str = "one";

/// A tab.
pub(crate) struct Tab {
    /// Its name as a writer, which no other tab has had.
    pub(crate) writer: usize,
    pub(crate) state: State,
    pub(crate) store: SharedStore,
    keeper: Keeper<SharedStore>,
    /// What it has yet to hear, by who wrote it, each with its place in the order of all.
    pub(crate) to_hear: BTreeMap<usize, VecDeque<(u64, Told)>>,
    /// Whether it hears nothing for now.
    pub(crate) asleep: bool,
    /// Whether something happened that it will never hear of.
    pub(crate) missed: bool,
    /// Whether it could not read the store when it opened, and so does not know what is there.
    pub(crate) blind: bool,
    /// The parts that it has changed since all of them were last said to be stored.
    unsure: Stamps,
    /// The files that were saved.
    pub(crate) saved: Vec<String>,
}

impl Tab {
    /// Opens the app. Also says what it found.
    pub(crate) fn open(store: SharedStore, writer: usize) -> (Self, Vec<String>) {
        let (keeper, loaded) = Keeper::open(store.clone());
        let named = loaded.lost.iter().map(|lost| lost.key.clone()).collect();
        let state = State::new(loaded, keeper.kept(), &format!("w{writer}"));
        let blind = keeper.kept() != Kept::Stored;
        let tab = Self {
            writer,
            state,
            store,
            keeper,
            to_hear: BTreeMap::new(),
            asleep: false,
            missed: false,
            blind,
            unsure: Stamps::new(),
            saved: Vec::new(),
        };
        (tab, named)
    }

    /// Does something, and all that it leads to. Returns what is now said to be stored that was not
    /// before.
    pub(crate) fn does(&mut self, action: Action, now: Now, site: &[Rc<Framework>]) -> Stamps {
        let mut waiting = VecDeque::from([action]);
        while let Some(action) = waiting.pop_front() {
            for effect in apply(&mut self.state, action, now) {
                waiting.extend(self.run(effect, site));
            }
        }
        if self.state.kept == Kept::Stored && !self.store.is_dead() {
            std::mem::take(&mut self.unsure)
        } else {
            Stamps::new()
        }
    }

    fn run(&mut self, effect: Effect, site: &[Rc<Framework>]) -> Option<Action> {
        match effect {
            Effect::FetchCatalogue => {
                let catalogue = Catalogue::of(site.iter().map(Rc::as_ref));
                return Some(Action::Arrived(Content::Catalogue(Ok(catalogue))));
            }
            Effect::FetchFramework(id) => {
                let framework = site.iter().find(|framework| framework.id == id)?.clone();
                return Some(Action::Arrived(Content::Framework(id, Ok(framework))));
            }
            Effect::Keep(changes) => {
                for change in &changes {
                    self.unsure.extend(changed(&self.state.record, change));
                }
                return self.state.keep(&mut self.keeper, &changes).then_some(Action::TakenIn);
            }
            Effect::Go(route) | Effect::Replace(route) => return Some(Action::Visit(route)),
            Effect::SaveRecord(text) => self.saved.push(text),
            _ => {}
        }
        None
    }

    /// Hears the next of what a writer stored.
    pub(crate) fn next_to_hear(&mut self, writer: usize) -> Option<Action> {
        let queue = self.to_hear.get_mut(&writer)?;
        let told = queue.pop_front();
        if queue.is_empty() {
            self.to_hear.remove(&writer);
        }
        told.map(|(_, (key, text))| Action::StoredElsewhere { key, text })
    }

    /// Something that a person can do here and now, with what must then be true.
    pub(crate) fn any_action(&self, chance: &mut Chance, with: &Surroundings<'_>) -> Action {
        match chance.below(if with.deletes { 20 } else { 18 }) {
            0..=7 => self.any_answer(chance).unwrap_or_else(|| self.any_visit(chance, with)),
            8 => begin(chance, with),
            9 => self.of_the_one_on_screen(Action::Choose(Choices {
                stage: chance.once_in(2).then(|| (*chance.pick(&["early", "late"])).into()),
                parts: Vec::new(),
            })),
            10 => self.of_the_one_on_screen(Action::Finish),
            11 => self.of_the_one_on_screen(Action::Reopen),
            12 => Action::SetName((*chance.pick(&["Ada", "Bo", "", " Cy Dee "])).into()),
            13 | 14 => any_note(chance),
            15 => match with.files {
                [] => Action::SaveFile,
                files => Action::LoadFile { file: chance.pick(files).as_bytes().into(), visit: 0 },
            },
            16 => Action::SaveFile,
            17 => self.any_visit(chance, with),
            18 => self.any_id(chance).map_or(Action::Undelete, Action::Delete),
            _ => Action::Undelete,
        }
    }

    fn of_the_one_on_screen(&self, action: Action) -> Action {
        if self.state.assessment().is_some() { action } else { Action::Visit(Route::Start) }
    }

    fn any_answer(&self, chance: &mut Chance) -> Option<Action> {
        let (sitting, _) = self.state.on_screen()?;
        let pages = sitting.questionnaire.pages();
        let statements: Vec<_> = pages.iter().flat_map(|page| &page.element.statements).collect();
        let statement = chance.pick(&statements).id.clone();
        let response = match chance.below(7) {
            0 => None,
            6 => Some(Response::NotApplicable),
            rating => Some(Response::Rated(u8::try_from(rating).unwrap())),
        };
        Some(Action::Answer(statement, response))
    }

    fn any_id(&self, chance: &mut Chance) -> Option<AssessmentId> {
        let ids: Vec<_> = self.state.record.assessments.values().map(|a| a.id.clone()).collect();
        (!ids.is_empty()).then(|| chance.pick(&ids).clone())
    }

    fn any_visit(&self, chance: &mut Chance, with: &Surroundings<'_>) -> Action {
        let id = self.any_id(chance).filter(|_| !chance.once_in(4));
        let Some(id) = id else {
            let framework = &chance.pick(with.site).id;
            let take = format!("#/take/{framework}/full");
            let session = format!("#/learn/session/{ABOUT}/{}", 1 + chance.below(3));
            let address = *chance.pick(&["#/", "#/record", "#/learn", &take, &session]);
            return Action::Visit(Route::parse(address));
        };
        let page = *chance.pick(&["", "/check", "/result", "/element/e1", "/element/e2"]);
        Action::Visit(Route::parse(&format!("#/assessment/{id}{page}")))
    }
}

/// What is around a tab.
pub(crate) struct Surroundings<'a> {
    pub(crate) site: &'a [Rc<Framework>],
    /// The files that were saved so far.
    pub(crate) files: &'a [String],
    /// Whether assessments are deleted.
    pub(crate) deletes: bool,
}

fn begin(chance: &mut Chance, with: &Surroundings<'_>) -> Action {
    let form = if chance.once_in(3) { Form::Short } else { Form::Full };
    Action::Begin(chance.pick(with.site).id.clone(), form)
}

fn any_note(chance: &mut Chance) -> Action {
    let name = *chance.pick(&["reflection", "done", "minutes"]);
    let text = *chance.pick(&["", "12", "two\nlines"]);
    note(name, text)
}

/// Notes something.
pub(crate) fn note(name: &str, text: &str) -> Action {
    let (about, name, text) = (ABOUT.into(), name.into(), text.into());
    Action::Learn(Learning::Note { about, name, text })
}

/// Whether what an action sets is now so in a tab; `was_on` is the assessment that was on screen.
pub(crate) fn took(state: &State, action: &Action, was_on: Option<&AssessmentId>) -> bool {
    let on = || was_on.and_then(|id| state.record.assessment(id));
    match action {
        Action::Answer(statement, response) => {
            on().is_none_or(|assessment| assessment.response(statement) == *response)
        }
        Action::Finish => on().is_none_or(|assessment| assessment.finished_at().is_some()),
        Action::Reopen => on().is_none_or(|assessment| assessment.finished_at().is_none()),
        Action::Choose(choices) => on().is_none_or(|assessment| {
            assessment.choices.as_ref().is_some_and(|chosen| chosen.value == *choices)
        }),
        Action::SetName(name) => state.record.name().unwrap_or_default() == name.trim(),
        Action::Learn(Learning::Note { about, name, text }) => {
            state.record.note(about, name).unwrap_or_default() == &**text
        }
        _ => true,
    }
}

/// The stamps of all parts of a record.
pub(crate) fn stamps(record: &Record) -> Stamps {
    let name = record.name.iter().map(|name| (stored("name"), name.stamp.clone()));
    let notes = record.notes.iter();
    let notes = notes.map(|(key, note)| (stored(&format!("note/{key}")), note.stamp.clone()));
    let deleted = record.deleted.iter();
    let deleted = deleted.map(|(id, mark)| (stored(&format!("deleted/{id}")), mark.stamp.clone()));
    let saved = record.saved.iter().map(|saved| (stored("saved"), saved.stamp.clone()));
    let assessments = record.assessments.values().flat_map(stamps_of);
    name.chain(notes).chain(deleted).chain(saved).chain(assessments).collect()
}

fn stamps_of(assessment: &Assessment) -> Stamps {
    let key = |kind: &str| stored(&format!("{kind}/{}", assessment.id));
    let began = Stamp { time: assessment.started, count: 0, writer: "".into() };
    let mut all = Stamps::from([(key("assessment"), began)]);
    let finished = assessment.finished.as_ref().map(|part| &part.stamp);
    let position = assessment.position.as_ref().map(|part| &part.stamp);
    let choices = assessment.choices.as_ref().map(|part| &part.stamp);
    for (kind, stamp) in [("finished", finished), ("position", position), ("choices", choices)] {
        all.extend(stamp.map(|stamp| (key(kind), stamp.clone())));
    }
    for (statement, response) in assessment.responses.iter() {
        all.insert(format!("{}/{statement}", key("response")), response.stamp.clone());
    }
    all
}

/// The stamps of the parts that a change is about.
fn changed(record: &Record, change: &Change) -> Stamps {
    let of = |id: &AssessmentId| record.assessment(id).map(stamps_of).unwrap_or_default();
    let only = |mut stamps: Stamps, key: String| {
        stamps.retain(|known, _| *known == stored(&key));
        stamps
    };
    match change {
        Change::Name => only(stamps(record), "name".into()),
        Change::Note(key) => only(stamps(record), format!("note/{key}")),
        Change::Assessment(id) => of(id),
        Change::Position(id) => only(of(id), format!("position/{id}")),
        Change::Finished(id) => only(of(id), format!("finished/{id}")),
        Change::Choices(id) => only(of(id), format!("choices/{id}")),
        Change::Response(id, statement) => only(of(id), format!("response/{id}/{statement}")),
        Change::Deleted(_) | Change::Restored(_) | Change::Saved => Stamps::new(),
    }
}

fn stored(part: &str) -> String {
    format!("bellwether/1/{part}")
}

/// A moment.
pub(crate) fn moment(clock: u64, random: u64) -> Now {
    Now { time: Timestamp(clock), random }
}
