//! The page as a whole: its title, its focus, leaving it, printing it.

use super::mount::Mount;
use crate::profile::Passphrase;
use gloo_events::{EventListener, EventListenerOptions};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{
    Element, HtmlElement, HtmlInputElement, Node, ScrollIntoViewOptions, ScrollLogicalPosition,
};

/// Sets the title in the browser's tab, where it is ours.
pub fn set_title(mount: &Mount, title: &str) {
    if !mount.is_within_a_page() {
        gloo_utils::document().set_title(title);
    }
}

/// Puts the focus on the main heading and shows the top, as a new page would, so that a screen
/// reader says where the person has come to.
pub fn focus_heading(mount: &Mount) {
    let host = mount.host();
    if !mount.is_within_a_page() {
        if let Some(window) = web_sys::window() {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
    } else if host.get_bounding_client_rect().top() < 0.0 {
        host.scroll_into_view();
    }
    // A heading that is not there, or cannot take the focus, does no harm.
    focus(host.query_selector("h1").ok().flatten());
}

/// Puts the focus on the main part of the page that a node is on.
pub fn focus_main(on: Option<Element>) {
    // A page within another has a root of its own.
    let root = on.map(|on| on.get_root_node());
    focus(root.and_then(|root| by_id(&root, "main")));
}

/// Puts the focus on something, if what had it is gone or has moved: a browser then leaves it on
/// nothing, and whoever uses a keyboard would begin at the top again.
pub fn focus_if_lost(root: &Node, id: &str) {
    let document = gloo_utils::document();
    if document.active_element().is_none_or(|on| on.tag_name() == "BODY") {
        focus(by_id(root, id));
    }
}

/// As [`focus_if_lost`], in the page itself.
pub fn focus_if_lost_here(id: &str) {
    focus_if_lost(&gloo_utils::document(), id);
}

/// Brings a statement into view and puts the focus on its first answer.
pub fn focus_statement(mount: &Mount, statement: &str) {
    let Some(group) = by_id(&mount.host().get_root_node(), statement) else { return };
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Center);
    group.scroll_into_view_with_scroll_into_view_options(&options);
    focus(group.query_selector("input").ok().flatten());
}

/// What is entered in a field of a form.
pub fn entered(form: &Element, id: &str) -> String {
    field(form, id).map(|field| field.value()).unwrap_or_default()
}

/// Whether a box of a form is ticked.
pub fn is_ticked(form: &Element, id: &str) -> bool {
    field(form, id).is_some_and(|field| field.checked())
}

/// A passphrase that is entered in a field of a form, in Unicode's composed form: keyboards differ in how
/// they make letters with accents.
pub fn passphrase(form: &Element, id: &str) -> Passphrase {
    let typed = js_sys::JsString::from(entered(form, id));
    Passphrase::new(typed.normalize("NFC").into())
}

/// Empties a field of a form.
pub fn empty(form: &Element, id: &str) {
    if let Some(field) = field(form, id) {
        field.set_value("");
    }
}

/// Shows what is typed in the field before a button, or hides it again. The button says which.
pub fn show_or_hide(button: Option<Element>) {
    let field = button.as_ref().and_then(Element::previous_element_sibling);
    let field = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    let Some((button, field)) = button.zip(field) else { return };
    let shows = field.type_() == "password";
    field.set_type(if shows { "text" } else { "password" });
    // Fails only for names that no attribute has.
    let _ = button.set_attribute("aria-pressed", if shows { "true" } else { "false" });
}

fn field(form: &Element, id: &str) -> Option<HtmlInputElement> {
    // A select has a value too, under the same name.
    form.query_selector(&["#", id].concat()).ok()?.map(|field| field.unchecked_into())
}

/// The part of the address after `#`, with it.
pub fn hash() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Calls back once the page has been drawn as it is now: what comes then may hold it up.
pub fn after_drawing(call: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else { return call() };
    // A frame is asked for, drawn, and the one after it is the call's.
    let at_next = window.clone();
    let then = Closure::once_into_js(call);
    let next = Closure::once_into_js(move || {
        let _ = at_next.request_animation_frame(then.unchecked_ref());
    });
    // Refused by no browser; in a tab that nobody sees it waits until somebody does.
    let _ = window.request_animation_frame(next.unchecked_ref());
}

/// Calls back when the page is left, also where a browser keeps it to come back to.
pub fn on_leaving(call: impl Fn() + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "pagehide", move |_| call()))
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

/// The node with an id in a document or a shadow tree, which both find nodes in the same way.
fn by_id(root: &Node, id: &str) -> Option<Element> {
    root.unchecked_ref::<web_sys::DocumentFragment>().get_element_by_id(id)
}

fn focus(node: Option<Element>) {
    if let Some(node) = node.and_then(|node| node.dyn_into::<HtmlElement>().ok()) {
        let _ = node.focus();
    }
}
