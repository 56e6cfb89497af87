//! The page as a whole: its title, its focus, leaving it, printing it.

use crate::app::Route;
use gloo_events::{EventListener, EventListenerOptions};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// The node that the app draws into; the page has it.
pub fn host() -> Option<Element> {
    gloo_utils::document().get_element_by_id("bellwether")
}

/// Sets the title in the browser's tab.
pub fn set_title(title: &str) {
    gloo_utils::document().set_title(title);
}

/// Puts the focus on the main heading and shows the top, as a new page would, so that a screen
/// reader says where the person has come to.
pub fn focus_heading() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
    if let Some(heading) = find("h1") {
        // A heading that is not there, or cannot take the focus, does no harm.
        let _ = heading.focus();
    }
}

/// Puts the focus on the main part of the page.
pub fn focus_main() {
    if let Some(main) = find("main") {
        let _ = main.focus();
    }
}

/// Puts the focus on something, if what had it is gone or has moved: a browser then leaves it on
/// nothing, and whoever uses a keyboard would begin at the top again.
pub fn focus_if_lost(id: &str) {
    let document = gloo_utils::document();
    let lost = document.active_element().is_none_or(|on| on.tag_name() == "BODY");
    if let Some(node) = document.get_element_by_id(id).filter(|_| lost)
        && let Ok(node) = node.dyn_into::<HtmlElement>()
    {
        let _ = node.focus();
    }
}

/// Brings a statement into view and puts the focus on its first answer.
pub fn focus_statement(statement: &str) {
    let Some(group) = gloo_utils::document().get_element_by_id(statement) else { return };
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Center);
    group.scroll_into_view_with_scroll_into_view_options(&options);
    let first = group.query_selector("input").ok().flatten();
    if let Some(input) = first.and_then(|input| input.dyn_into::<HtmlElement>().ok()) {
        let _ = input.focus();
    }
}

/// The address of a route as a link has it.
pub fn href(route: &Route) -> String {
    route.to_string()
}

/// Prints the page.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // Refused only in frames that may not.
        let _ = window.print();
    }
}

/// Asks the person before the page is left while `unsaved` is true. Listens for as long as the
/// result is kept.
pub fn ask_before_leaving(unsaved: Rc<Cell<bool>>) -> Option<EventListener> {
    let window = web_sys::window()?;
    let options = EventListenerOptions::enable_prevent_default();
    Some(EventListener::new_with_options(&window, "beforeunload", options, move |event| {
        if unsaved.get() {
            event.prevent_default();
        }
    }))
}

fn find(selector: &str) -> Option<HtmlElement> {
    let found = gloo_utils::document().query_selector(selector).ok().flatten();
    found.and_then(|node| node.dyn_into().ok())
}
