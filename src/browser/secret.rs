//! Showing pages without their addresses: while a locked record is open, neither the address nor the
//! browser's history says what is shown. Steps have a number instead, so that back and forward work.

use super::page;
use crate::app::Route;
use gloo_events::{EventListener, EventListenerOptions};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, History, PopStateEvent};

/// What the address says instead.
const NOWHERE: &str = "#/";

/// The steps of a person whose record is locked for others, for as long as it is kept.
#[derive(Debug)]
pub struct SecretSteps {
    steps: Rc<Steps>,
    _listeners: Vec<EventListener>,
}

#[derive(Debug)]
struct Steps {
    /// The pages, by the numbers of their steps.
    routes: RefCell<Vec<Route>>,
    at: Cell<usize>,
}

impl SecretSteps {
    /// Begins at a page; calls back with where the person goes.
    pub fn begin(
        host: &Element,
        route: &Route,
        visit: impl Fn(Route) + Clone + 'static,
    ) -> Option<Self> {
        let window = web_sys::window()?;
        let routes = RefCell::new(vec![route.clone()]);
        let steps = Rc::new(Steps { routes, at: Cell::new(0) });
        steps.tell(Told::Replaced);
        let mut listeners = Vec::new();
        let (on, back) = (steps.clone(), visit.clone());
        listeners.push(EventListener::new(&window, "popstate", move |event| {
            if let Some(route) = on.step_of(event) {
                back(route);
            }
        }));
        let (on, elsewhere) = (steps.clone(), visit.clone());
        // Somebody has typed an address, or followed a link that is none of ours.
        listeners.push(EventListener::new(&window, "hashchange", move |_| {
            let typed = Route::parse(&page::hash());
            if page::hash() != NOWHERE {
                on.put(typed.clone(), Told::Replaced);
                elsewhere(typed);
            }
        }));
        for kind in ["click", "auxclick"] {
            let (on, visit) = (steps.clone(), visit.clone());
            let options = EventListenerOptions::enable_prevent_default();
            listeners.push(EventListener::new_with_options(host, kind, options, move |event| {
                if let Some(route) = link_of(event) {
                    event.prevent_default();
                    on.put(route.clone(), Told::Went);
                    visit(route);
                }
            }));
        }
        Some(Self { steps, _listeners: listeners })
    }

    /// Another page is shown, as a new step.
    pub fn go(&self, route: &Route) {
        self.steps.put(route.clone(), Told::Went);
    }

    /// Another page is shown, in place of the present step.
    pub fn replace(&self, route: &Route) {
        self.steps.put(route.clone(), Told::Replaced);
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Told {
    Went,
    Replaced,
}

impl Steps {
    fn put(&self, route: Route, told: Told) {
        let mut routes = self.routes.borrow_mut();
        if told == Told::Went {
            self.at.set(self.at.get() + 1);
        }
        routes.truncate(self.at.get());
        routes.push(route);
        drop(routes);
        self.tell(told);
    }

    /// Writes the number of the step into the browser's history.
    fn tell(&self, told: Told) {
        let Some(history) = history() else { return };
        let number = JsValue::from_f64(self.at.get() as f64);
        // Refused only when a page makes hundreds of steps a second; the page is shown all the same.
        let _ = match told {
            Told::Went => history.push_state_with_url(&number, "", Some(NOWHERE)),
            Told::Replaced => history.replace_state_with_url(&number, "", Some(NOWHERE)),
        };
    }

    fn step_of(&self, event: &Event) -> Option<Route> {
        let number = event.dyn_ref::<PopStateEvent>()?.state().as_f64()? as usize;
        let route = self.routes.borrow().get(number).cloned()?;
        self.at.set(number);
        Some(route)
    }
}

fn history() -> Option<History> {
    web_sys::window()?.history().ok()
}

/// The page that a link leads to which was pressed. A new tab would have its address, so it is shown here.
fn link_of(event: &Event) -> Option<Route> {
    let pressed: Element = event.target()?.dyn_into().ok()?;
    let link = pressed.closest("a[href^='#/']").ok()??;
    Some(Route::parse(&link.get_attribute("href")?))
}
