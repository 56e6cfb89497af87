//! The root: holds the state, hands every action to the core, does what it wants done outside, and
//! draws the page that the address asks for.

use super::check::check;
use super::choose::choose;
use super::method::method;
use super::record::record_page;
use super::result::result_page;
use super::start::start;
use super::statements::statements;
use super::tasks::tasks;
use super::unavailable::{Why, loading, unavailable};
use super::welcome::welcome;
use crate::app::{Action, Available, Content, Effect, Route, Sitting, State, apply, title};
use crate::assessment::Assessment;
use crate::browser::{self, LocalStore, address, clock, content, files, page};
use crate::catalogue::Catalogue;
use crate::components::markup::all;
use crate::components::{frame, kept_banner, notices, progress_bar};
use crate::framework::{Audience, Framework};
use crate::record::{Change, Keeper, Kept, file_name};
use gloo_events::EventListener;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// The whole app.
#[derive(Debug)]
pub struct Root {
    state: State,
    keeper: Keeper<LocalStore>,
    act: Callback<Action>,
    /// The page that has been given the focus.
    shown: Option<Shown>,
    /// Whether leaving the page would lose something.
    unsaved: Rc<Cell<bool>>,
    _listeners: Vec<EventListener>,
}

/// What is on screen: the address, and whether its page is there yet.
#[derive(Debug, Clone, PartialEq)]
struct Shown {
    route: Route,
    complete: bool,
}

impl Component for Root {
    type Message = Action;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let (keeper, loaded) = Keeper::open(LocalStore);
        let writer = format!("w{:x}", clock::random());
        let state = State::new(loaded, keeper.kept(), &writer);
        let act = ctx.link().callback(|action| action);
        let unsaved = Rc::new(Cell::new(false));
        let listeners = [
            address::on_change({
                let act = act.clone();
                move |route| act.emit(Action::Visit(route))
            }),
            browser::on_stored_elsewhere({
                let act = act.clone();
                move |key, text| act.emit(Action::StoredElsewhere { key, text })
            }),
            page::ask_before_leaving(unsaved.clone()),
        ];
        ctx.link().send_message(Action::Visit(address::current()));
        Self {
            state,
            keeper,
            act,
            shown: None,
            unsaved,
            _listeners: listeners.into_iter().flatten().collect(),
        }
    }

    fn update(&mut self, _ctx: &Context<Self>, action: Action) -> bool {
        for effect in apply(&mut self.state, action, clock::now()) {
            self.run(effect);
        }
        true
    }

    fn view(&self, _ctx: &Context<Self>) -> Html {
        let main = vec![notices(&self.state.notices, &self.act), self.page()];
        frame(self.above(), all(main))
    }

    fn rendered(&mut self, _ctx: &Context<Self>, _first: bool) {
        let shown = Shown { route: self.state.route.clone(), complete: self.is_complete() };
        if self.shown.as_ref() == Some(&shown) {
            return;
        }
        page::set_title(&title(&self.state));
        let before = self.shown.replace(shown.clone());
        if shown.complete {
            self.arrive(before);
        }
    }
}

impl Root {
    /// Does what the core wants done outside.
    fn run(&mut self, effect: Effect) {
        let act = self.act.clone();
        match effect {
            Effect::FetchCatalogue => spawn_local(async move {
                act.emit(Action::Arrived(Content::Catalogue(content::catalogue().await)));
            }),
            Effect::FetchFramework(id) => spawn_local(async move {
                let came = content::framework(&id).await;
                act.emit(Action::Arrived(Content::Framework(id, came)));
            }),
            Effect::Keep(changes) => self.keep(&changes),
            Effect::Go(route) => address::go(&route),
            Effect::Replace(route) => address::replace(&route),
            Effect::SaveRecord(text) => {
                files::save(&file_name(&clock::today()), &text);
                self.unsaved.set(false);
            }
            Effect::Print => page::print(),
        }
    }

    fn keep(&mut self, changes: &[Change]) {
        self.keeper.keep(&self.state.record, changes);
        let kept = self.keeper.kept();
        self.unsaved.set(kept != Kept::Stored);
        if kept != self.state.kept {
            self.act.emit(Action::Kept(kept));
        }
    }

    /// Puts the focus where a person who has just come to the page expects it: on what to answer
    /// next if they come back to an element that they had begun, otherwise on the heading. On the
    /// very first page it stays where the browser puts it.
    fn arrive(&self, before: Option<Shown>) {
        let before = before.filter(|before| before.complete);
        let was_answering =
            before.as_ref().is_some_and(|before| matches!(before.route, Route::Statements(..)));
        match self.next_statement() {
            Some(statement) if !was_answering => page::focus_statement(&statement),
            _ if before.is_some() => page::focus_heading(),
            _ => {}
        }
    }

    /// The first statement without an answer of an element that was begun before.
    fn next_statement(&self) -> Option<String> {
        let Route::Statements(_, element) = &self.state.route else { return None };
        let (sitting, assessment) = self.state.on_screen()?;
        let number = sitting.questionnaire.page_of_element(element)?;
        let statements = &sitting.questionnaire.page(number)?.element.statements;
        let open = statements
            .iter()
            .position(|s| sitting.questionnaire.response(assessment, &s.id).is_none())?;
        let statement = statements.get(open)?;
        (open > 0).then(|| statement.id.as_str().to_owned())
    }

    fn is_complete(&self) -> bool {
        match &self.state.route {
            Route::Framework(_) => matches!(self.state.framework(), Some(Available::Ready(_))),
            Route::Start | Route::For(_) | Route::Choose(_) => {
                let catalogue = self.state.catalogue.as_ref().and_then(Available::ready);
                catalogue.is_some_and(|catalogue| {
                    catalogue.only().is_none()
                        || matches!(self.state.framework(), Some(Available::Ready(_)))
                })
            }
            Route::Take(..) => false,
            Route::Tasks(_) | Route::Statements(..) | Route::Check(_) | Route::Result(_) => {
                self.state.on_screen().is_some()
            }
            Route::Record | Route::Method | Route::Unknown => true,
        }
    }

    /// The banner of unsaved answers, and the progress of an assessment that is being answered.
    fn above(&self) -> Html {
        let answering =
            matches!(self.state.route, Route::Tasks(_) | Route::Statements(..) | Route::Check(_));
        let sitting = self.state.on_screen().filter(|_| answering);
        let progress = sitting.map(|(sitting, _)| progress_bar(&sitting.progress, self.state.kept));
        all(vec![
            kept_banner(self.state.kept, self.act.reform(|_| Action::SaveFile)),
            progress.unwrap_or_default(),
        ])
    }

    fn page(&self) -> Html {
        let (state, act) = (&self.state, &self.act);
        match &state.route {
            Route::Start => self.start(None),
            Route::For(audience) => self.start(Some(*audience)),
            Route::Choose(wish) => self.with_catalogue(|catalogue| choose(catalogue, *wish)),
            Route::Framework(_) | Route::Take(..) => self.welcome(),
            Route::Tasks(_) => {
                self.with_assessment(|sitting, assessment| tasks(sitting, assessment, act))
            }
            Route::Statements(_, element) => self.with_assessment(|sitting, assessment| {
                match sitting.questionnaire.page_of_element(element) {
                    Some(number) => statements(sitting, assessment, number, act),
                    None => unavailable(&Why::NotAsked),
                }
            }),
            Route::Check(_) => self.with_assessment(|sitting, assessment| {
                check(&sitting.questionnaire, assessment, act)
            }),
            Route::Result(_) => self.with_assessment(|sitting, assessment| {
                let name = state.record.name().unwrap_or_default();
                result_page(&sitting.questionnaire, assessment, name, act)
            }),
            Route::Record => {
                let catalogue = state.catalogue.as_ref().and_then(Available::ready);
                record_page(&state.record.summaries(), catalogue, state.kept, act)
            }
            Route::Method => method(),
            Route::Unknown => unavailable(&Why::NoSuchPage),
        }
    }

    /// The start page is the framework's own where there is only one.
    fn start(&self, audience: Option<Audience>) -> Html {
        self.with_catalogue(|catalogue| match catalogue.only() {
            Some(_) => self.welcome(),
            None => start(catalogue, audience, &self.state.record.summaries()),
        })
    }

    fn with_catalogue(&self, draw: impl FnOnce(&Catalogue) -> Html) -> Html {
        match &self.state.catalogue {
            None | Some(Available::Loading) => loading(),
            Some(Available::Failed(failure)) => unavailable(&Why::Content(failure.clone())),
            Some(Available::Ready(catalogue)) => draw(catalogue),
        }
    }

    fn welcome(&self) -> Html {
        self.with_framework(|framework| {
            let mut mine = self.state.record.summaries();
            mine.retain(|summary| summary.framework == framework.id);
            welcome(framework, &mine, &self.act)
        })
    }

    fn with_framework(&self, draw: impl FnOnce(&Framework) -> Html) -> Html {
        match self.state.framework() {
            None | Some(Available::Loading) => loading(),
            Some(Available::Failed(failure)) => unavailable(&Why::Content(failure.clone())),
            Some(Available::Ready(framework)) => draw(framework),
        }
    }

    fn with_assessment(&self, draw: impl FnOnce(&Sitting, &Assessment) -> Html) -> Html {
        if self.state.assessment().is_none() {
            return unavailable(&Why::NoSuchAssessment);
        }
        self.with_framework(|_| match self.state.on_screen() {
            Some((sitting, assessment)) => draw(sitting, assessment),
            None => loading(),
        })
    }
}
