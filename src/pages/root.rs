//! The root: holds the state, hands every action to the core, does what it wants done outside, and
//! draws the page that the address asks for. The same for both programs.

use super::doorkeeper::{Doorkeeper, Step};
use super::program::Program;
use super::stage::Place;
use super::unavailable::{Why, loading, unavailable};
use super::view::View;
use crate::app::{
    Action, Content, Deed, Effect, PRODUCT, Route, State, Teller, leave_behind, title, was_shown,
};
use crate::browser::{self, Mount, address, clock, content, files, handover, outside, page};
use crate::components::markup::all;
use crate::components::{button, frame, notices, progress_bar};
use crate::record::{Change, Keeper, Kept, file_name};
use gloo_events::EventListener;
use std::cell::Cell;
use std::marker::PhantomData;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// A program, running.
#[derive(Debug)]
pub(super) struct Root<P: Program> {
    program: PhantomData<P>,
    pub(super) state: State,
    pub(super) door: P::Door,
    pub(super) keeper: Keeper<StoreOf<P>>,
    pub(super) act: Callback<Action>,
    /// The page that was last shown complete, and has been given the focus.
    pub(super) shown: Option<Route>,
    /// The program that has every page, as far as this one knows.
    whole: Whereabouts,
    /// Whether anything was stored since the program began.
    has_stored: bool,
    teller: Teller,
    /// Whether leaving the page would lose something.
    pub(super) unsaved: Rc<Cell<bool>>,
    _listeners: Vec<EventListener>,
}

pub(super) type StoreOf<P> = <<P as Program>::Door as Doorkeeper>::Store;

/// What happens to a program.
#[derive(Debug)]
pub(super) enum Message {
    /// Something that the core decides about.
    Did(Action),
    /// The program that has every page could not be loaded.
    Stays,
    /// It is time for what could not be done at once, if whoever wanted it is still in: that visit.
    Does(Deed, u32),
}

/// Where the program that has every page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Whereabouts {
    NotAsked,
    /// Asked for, for later.
    Coming,
    /// Asked for; this program leaves when it is here.
    Asked,
    Failed,
}

impl<P: Program> Component for Root<P> {
    type Message = Message;
    type Properties = Place;

    fn create(ctx: &Context<Self>) -> Self {
        let mount = &ctx.props().mount;
        // Nothing where no program was before.
        let brought = handover::brought(mount);
        let act = ctx.link().callback(Message::Did);
        let (door, store) = P::Door::begin(mount, &act);
        let (keeper, loaded) = Keeper::open(store);
        let mut state = State::new(loaded, keeper.kept(), &writer());
        state.route = address::current(mount);
        state.kept_by_host = mount.is_kept_by_host();
        door.introduce(&mut state);
        let unsaved = Rc::new(Cell::new(false));
        let listeners = [
            address::on_change(mount, {
                let act = act.clone();
                move |route| act.emit(Action::Visit(route))
            }),
            browser::on_stored_elsewhere(mount, {
                let act = act.clone();
                move |key, text| act.emit(Action::StoredElsewhere { key, text })
            }),
            page::ask_before_leaving(unsaved.clone()),
            P::WHOLE.then(|| {
                let act = act.clone();
                outside::on_ask(mount, move |ask| act.emit(Action::Asked(ask)))
            }),
            Some(handover::on_stay(mount, {
                let link = ctx.link().clone();
                move || link.send_message(Message::Stays)
            })),
        ];
        if let Some(brought) = &brought {
            act.emit(Action::TakeOver(brought.as_str().into()));
        }
        act.emit(Action::Visit(state.route.clone()));
        let was_shown = brought.as_deref().is_some_and(was_shown);
        Self {
            program: PhantomData,
            state,
            door,
            keeper,
            act,
            // What it was is of no interest, only that the person comes from another page.
            shown: was_shown.then_some(Route::Unknown),
            whole: Whereabouts::NotAsked,
            has_stored: false,
            teller: if brought.is_some() { Teller::going_on() } else { Teller::default() },
            unsaved,
            _listeners: listeners.into_iter().flatten().collect(),
        }
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Stays => self.whole = Whereabouts::Failed,
            Message::Does(deed, visit) if visit == self.state.more.people.visits => {
                self.does(deed, &ctx.props().mount);
            }
            Message::Does(..) => {}
            Message::Did(action) => {
                let mount = &ctx.props().mount;
                let Some(action) = self.heard(action) else { return false };
                for effect in P::apply(&mut self.state, action, clock::now()) {
                    match effect {
                        Effect::About(deed) => self.about(ctx, deed),
                        effect => self.run(effect, mount),
                    }
                }
                self.want_whole(mount);
                self.tell_outside(mount);
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let main = vec![notices(&self.state.notices, P::Door::told, &self.act), self.page()];
        let mount = &ctx.props().mount;
        let main = P::Door::around(&self.view_of_state(), all(main));
        frame(self.above(), main, mount.is_within_a_page(), self.state.kept_by_host)
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        let route = &self.state.route;
        if self.shown.as_ref() == Some(route) {
            return;
        }
        let mount = &ctx.props().mount;
        let is_secret = P::WHOLE && self.state.more.people.who.leaves_no_trace();
        page::set_title(mount, &if is_secret { PRODUCT.to_owned() } else { title(&self.state) });
        if P::has(route) && P::is_complete(&self.view_of_state()) {
            let before = self.shown.replace(route.clone());
            self.arrive(mount, before);
            self.want_whole_soon(mount);
        }
    }

    fn destroy(&mut self, ctx: &Context<Self>) {
        let (shown, now) = (self.shown.is_some(), clock::now().time);
        let left = leave_behind(&self.state, shown, self.keeper.unstored(&self.state.record), now);
        handover::leave(&ctx.props().mount, &left);
    }
}

impl<P: Program> Root<P> {
    /// Asks for the whole program when this one does not have the page.
    fn want_whole(&mut self, mount: &Mount) {
        if !P::has(&self.state.route) && self.whole != Whereabouts::Asked {
            self.whole = Whereabouts::Asked;
            handover::want(mount);
        }
    }

    /// Has the whole program fetched once the first page is there, for a person who goes on without
    /// a network.
    fn want_whole_soon(&mut self, mount: &Mount) {
        if !P::WHOLE && self.whole == Whereabouts::NotAsked {
            self.whole = Whereabouts::Coming;
            handover::want_soon(mount);
        }
    }

    /// Does what the core wants done outside.
    fn run(&mut self, effect: Effect, mount: &Mount) {
        let (act, at) = (self.act.clone(), mount.clone());
        let is_secret = P::WHOLE && self.state.more.people.who.leaves_no_trace();
        match effect {
            Effect::FetchCatalogue => spawn_local(async move {
                let came = content::catalogue(&at, is_secret).await;
                act.emit(Action::Arrived(Content::Catalogue(came)));
            }),
            Effect::FetchFramework(id) => spawn_local(async move {
                let came = content::framework(&at, &id, is_secret).await;
                act.emit(Action::Arrived(Content::Framework(id, came)));
            }),
            Effect::Keep(changes) => self.keep(&changes, mount),
            Effect::Go(route) if self.door.hides(Step::Went(&route)) => {}
            Effect::Replace(route) if self.door.hides(Step::Replaced(&route)) => {}
            Effect::Go(route) => address::go(mount, &route),
            Effect::Replace(route) => address::replace(mount, &route),
            Effect::SaveRecord(text) => {
                files::save(&file_name(&clock::today()), &text);
                self.unsaved.set(self.door.holds());
            }
            Effect::FetchMore(more) => P::fetch(at, more, is_secret, act),
            Effect::SaveLog(table) => {
                files::save(&format!("bellwether-log-{}.csv", clock::today()), &table);
            }
            Effect::Print => page::print(),
            Effect::Answer(answer) => outside::answer(mount, &answer),
            // It may change who is in: see `about`.
            Effect::About(_) => {}
        }
    }

    /// Tells the page around the app what is new.
    fn tell_outside(&mut self, mount: &Mount) {
        if outside::listens(mount) {
            for news in self.teller.news(&self.state) {
                outside::tell(mount, &news.to_string());
            }
        }
    }

    pub(super) fn keep(&mut self, changes: &[Change], mount: &Mount) {
        if self.state.keep(&mut self.keeper, changes) {
            self.act.emit(Action::TakenIn);
        }
        let is_stored = self.state.kept == Kept::Stored;
        if is_stored && !self.has_stored {
            self.has_stored = true;
            handover::has_stored(mount);
        }
        self.unsaved.set(!is_stored || self.door.holds());
    }

    /// Puts the focus where a person who has just come to the page expects it: on what to answer
    /// next if they come back to an element that they had begun, otherwise on the heading. On the
    /// very first page it stays where the browser puts it.
    fn arrive(&self, mount: &Mount, before: Option<Route>) {
        let was_answering = matches!(before, Some(Route::Statements(..)));
        match self.state.next_statement() {
            Some(statement) if !was_answering => page::focus_statement(mount, statement.as_str()),
            _ if before.is_some() => page::focus_heading(mount),
            _ => {}
        }
    }

    /// The banner of unsaved answers, and the progress of an assessment that is being answered.
    fn above(&self) -> Html {
        let answering =
            matches!(self.state.route, Route::Tasks(_) | Route::Statements(..) | Route::Check(_));
        let sitting = self.state.on_screen().filter(|_| answering);
        let progress = sitting.map(|(sitting, _)| {
            progress_bar(&sitting.progress, self.state.kept, self.state.kept_by_host)
        });
        all(vec![P::Door::above(&self.view_of_state()), progress.unwrap_or_default()])
    }

    fn view_of_state(&self) -> View<'_> {
        View { state: &self.state, act: &self.act }
    }

    /// The page of the address; while its program is fetched, a word on that.
    fn page(&self) -> Html {
        if P::has(&self.state.route) {
            P::page(&self.view_of_state())
        } else if self.whole == Whereabouts::Failed {
            let route = self.state.route.clone();
            let again = self.act.reform(move |_| Action::Visit(route.clone()));
            all(vec![unavailable(&Why::Program), button(again, "Try again")])
        } else {
            loading()
        }
    }
}

/// A name that no other running copy of the app has.
pub(super) fn writer() -> String {
    format!("w{:x}", clock::random())
}
