//! How one program hands over to another in the same page. The script of the page loads them
//! (web/start.mjs); it and the programs tell each other what happens by events at the host, the node
//! that they draw into.

use gloo_events::EventListener;
use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::{Element, Event};

/// The program asks for the one that has every page.
const WANTED: &str = "bellwether-wanted";
/// The program will soon ask for the one that has every page.
const SOON: &str = "bellwether-soon";
/// The script has it ready, and the program is to leave.
const LEAVE: &str = "bellwether-leave";
/// The program has left.
const LEFT: &str = "bellwether-left";
/// The script could not load it.
const STAY: &str = "bellwether-stay";
/// Where the program that leaves puts what the next is to have.
const BROUGHT: &str = "bellwetherBrought";

/// Asks for the program that has every page.
pub fn want(host: &Element) {
    tell(host, WANTED);
}

/// Says that the program that has every page will be asked for before long.
pub fn want_soon(host: &Element) {
    tell(host, SOON);
}

/// Calls back when the program is to leave.
pub fn on_leave(host: &Element, call: impl Fn() + 'static) -> EventListener {
    EventListener::new(host, LEAVE, move |_| call())
}

/// Calls back when the program that was asked for could not be loaded.
pub fn on_stay(host: &Element, call: impl Fn() + 'static) -> EventListener {
    EventListener::new(host, STAY, move |_| call())
}

/// Leaves something for the program that comes next, and says that this one has left.
pub fn leave(host: &Element, bringing: &str) {
    // A node takes any property.
    let _ = Reflect::set(host, &BROUGHT.into(), &bringing.into());
    tell(host, LEFT);
}

/// What the program before left, if there was one. Can be taken once.
pub fn brought(host: &Element) -> Option<String> {
    let key = JsValue::from(BROUGHT);
    let brought = Reflect::get(host, &key).ok()?.as_string();
    let _ = Reflect::set(host, &key, &JsValue::UNDEFINED);
    brought
}

/// Keeps a text that was fetched, for the programs to come.
pub fn carry(address: &str, text: &str) {
    if let Some(host) = super::page::host() {
        let _ = Reflect::set(&host, &address.into(), &text.into());
    }
}

/// The text that an earlier program has fetched from an address.
pub fn carried(address: &str) -> Option<String> {
    Reflect::get(&super::page::host()?.into(), &address.into()).ok()?.as_string()
}

fn tell(host: &Element, what: &str) {
    if let Ok(event) = Event::new(what) {
        // Nobody can cancel it.
        let _ = host.dispatch_event(&event);
    }
}
