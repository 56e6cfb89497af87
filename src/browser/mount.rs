//! Where a program is shown: the node that it draws into, and what the script that shows it there has
//! set up for it (web/programs.mjs). A page may show several.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Storage};

/// Under this property of the node is what has been set up.
const SETTING: &str = "bellwether";

/// The node that a program draws into. Where nothing else has been set up, the program is a page of
/// its own: it has the address bar, the title and the browser's local storage.
#[derive(Debug, Clone, PartialEq)]
pub struct Mount(Element);

impl Mount {
    /// The program at a node.
    pub fn at(host: Element) -> Self {
        Self(host)
    }

    /// The node.
    pub fn host(&self) -> &Element {
        &self.0
    }

    /// Whether the program is part of somebody else's page, whose address and title are not for it to
    /// change. The script then keeps which of our pages is shown.
    pub fn is_within_a_page(&self) -> bool {
        self.route().is_some()
    }

    /// Whether it is the page around the program that keeps the record.
    pub fn is_kept_by_host(&self) -> bool {
        self.text("keeper").is_some()
    }

    /// The page to be shown, where the address bar does not say.
    pub(super) fn route(&self) -> Option<String> {
        self.text("route")
    }

    /// Keeps which page is shown, where the address bar does not.
    pub(super) fn keep_route(&self, route: &str) {
        self.set("route", &route.into());
    }

    /// The store that the script has set up in place of the browser's; it has the same methods, and
    /// one that tells all keys.
    pub(super) fn storage(&self) -> Option<Storage> {
        let storage = self.get("storage");
        storage.is_object().then(|| storage.unchecked_into())
    }

    /// Whether the script has set up a store in place of the browser's.
    pub fn has_own_storage(&self) -> bool {
        self.storage().is_some()
    }

    /// Where something that lies beside our page is for this one.
    pub(super) fn address_of(&self, content: &str) -> String {
        let told = self.get("address").dyn_into::<Function>().ok();
        let told = told.and_then(|tell| tell.call1(&JsValue::NULL, &content.into()).ok());
        told.and_then(|address| address.as_string()).unwrap_or_else(|| content.to_owned())
    }

    /// The texts that were fetched, by their addresses; all programs of a page share them.
    pub(super) fn texts(&self) -> JsValue {
        self.get("texts")
    }

    /// A text that the script has set up.
    pub(super) fn text(&self, name: &str) -> Option<String> {
        self.get(name).as_string()
    }

    /// Sets something for the script, or for the next program.
    pub(super) fn set(&self, name: &str, value: &JsValue) {
        // An object takes any property; a node without a script has no use for it.
        let _ = Reflect::set(&self.setting(), &name.into(), value);
    }

    /// Tells the script something.
    pub(super) fn tell(&self, what: &str) {
        if let Ok(tell) = self.get("tell").dyn_into::<Function>() {
            // What the script makes of it is its own affair.
            let _ = tell.call1(&JsValue::NULL, &what.into());
        }
    }

    fn get(&self, name: &str) -> JsValue {
        Reflect::get(&self.setting(), &name.into()).unwrap_or(JsValue::UNDEFINED)
    }

    fn setting(&self) -> JsValue {
        Reflect::get(&self.0, &SETTING.into()).unwrap_or(JsValue::UNDEFINED)
    }
}
