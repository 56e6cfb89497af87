//! How a program, the one that comes after it and the script that shows them (web/programs.mjs) tell
//! each other what happens: the script by events at the node that they draw into, the programs by calling
//! the script.

use super::mount::Mount;
use gloo_events::EventListener;
use js_sys::Reflect;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, Event};

/// A program is there and can draw: one event for each of the two.
const FIRST: &str = "bellwether-first";
const WHOLE: &str = "bellwether-whole";
/// The program asks for the one that has every page.
const WANTED: &str = "bellwether-wanted";
/// The program will soon ask for the one that has every page.
const SOON: &str = "bellwether-soon";
/// The program has stored something.
const STORED: &str = "bellwether-stored";
/// The program is to be shown, after it had left.
const SHOW: &str = "bellwether-show";
/// The script has the other ready, or the node is taken away, and the program is to leave.
const LEAVE: &str = "bellwether-leave";
/// The program has left.
const LEFT: &str = "bellwether-left";
/// The script could not load it.
const STAY: &str = "bellwether-stay";
/// What the program that leaves has for the next.
const BROUGHT: &str = "brought";

/// Tells the script that a program is there, with what draws it into a node.
pub fn begun(whole: bool, draw: impl Fn(Element) + 'static) {
    let draw = Closure::<dyn Fn(Element)>::new(draw).into_js_value();
    if let Ok(event) = Event::new(if whole { WHOLE } else { FIRST }) {
        // An event takes any property, and nobody can cancel it.
        let _ = Reflect::set(&event, &"draw".into(), &draw);
        let _ = gloo_utils::document().dispatch_event(&event);
    }
}

/// Asks for the program that has every page.
pub fn want(mount: &Mount) {
    mount.tell(WANTED);
}

/// Says that the program that has every page will be asked for before long.
pub fn want_soon(mount: &Mount) {
    mount.tell(SOON);
}

/// Says that something was stored for the first time.
pub fn has_stored(mount: &Mount) {
    mount.tell(STORED);
}

/// Calls back with whether the program is to be shown, when that changes.
pub fn on_show(mount: &Mount, call: impl Fn(bool) + Clone + 'static) -> [EventListener; 2] {
    [(SHOW, true), (LEAVE, false)].map(|(event, shows)| {
        let call = call.clone();
        EventListener::new(mount.host(), event, move |_| call(shows))
    })
}

/// Calls back when the program that was asked for could not be loaded.
pub fn on_stay(mount: &Mount, call: impl Fn() + 'static) -> EventListener {
    EventListener::new(mount.host(), STAY, move |_| call())
}

/// Leaves something for the program that comes next, and says that this one has left.
pub fn leave(mount: &Mount, bringing: &str) {
    mount.set(BROUGHT, &bringing.into());
    mount.tell(LEFT);
}

/// What the program before left, if there was one. Can be taken once.
pub fn brought(mount: &Mount) -> Option<String> {
    let brought = mount.text(BROUGHT);
    mount.set(BROUGHT, &JsValue::UNDEFINED);
    brought
}

/// Keeps a text that was fetched, for the programs to come and those beside this one.
pub fn carry(mount: &Mount, address: &str, text: &str) {
    // A mount without a script has nowhere to put it, and it is fetched again.
    let _ = Reflect::set(&mount.texts(), &address.into(), &text.into());
}

/// The text that another program has fetched from an address.
pub fn carried(mount: &Mount, address: &str) -> Option<String> {
    Reflect::get(&mount.texts(), &address.into()).ok()?.as_string()
}
