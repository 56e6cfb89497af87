//! The browser's local storage, or what stands in for it, as a store.

use super::mount::Mount;
use crate::record::{Fault, Store};
use gloo_events::EventListener;
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{EventTarget, Storage, StorageEvent};

/// The store of a mount. The page's local storage is looked up at each use: a browser may take it away
/// meanwhile, and merely asking for it throws where it is blocked.
#[derive(Debug, Clone)]
pub struct BrowserStore {
    /// What the script has set up in its place.
    own: Option<Storage>,
}

impl BrowserStore {
    /// The store of a mount.
    pub fn of(mount: &Mount) -> Self {
        Self { own: mount.storage() }
    }

    fn storage(&self) -> Result<Storage, Fault> {
        let local = || web_sys::window()?.local_storage().ok()?;
        self.own.clone().or_else(local).ok_or(Fault::Off)
    }
}

impl Store for BrowserStore {
    fn keys(&self) -> Result<Vec<String>, Fault> {
        let storage = self.storage()?;
        // One call for all keys; asking for them one by one is slow where there are thousands.
        let keys = match &self.own {
            Some(own) => own_keys(own).ok_or(Fault::Off)?,
            None => js_sys::Object::keys(&storage),
        };
        Ok(keys.iter().filter_map(|key| key.as_string()).collect())
    }

    fn read(&self, key: &str) -> Result<Option<String>, Fault> {
        self.storage()?.get_item(key).map_err(|_| Fault::Off)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), Fault> {
        self.storage()?.set_item(key, text).map_err(|error| fault(&error))
    }

    fn pass_on(&self, key: &str, text: &str) {
        if let Some(own) = &self.own {
            // It knows by the sign that this is not to be kept.
            let _ = own.set_item(&["~", key].concat(), text);
        }
    }

    fn remove(&self, key: &str) -> Result<(), Fault> {
        self.storage()?.remove_item(key).map_err(|error| fault(&error))
    }
}

/// All keys of a store of the script's.
fn own_keys(storage: &Storage) -> Option<Array> {
    let keys: Function = Reflect::get(storage, &"keys".into()).ok()?.dyn_into().ok()?;
    keys.call0(storage).ok()?.dyn_into().ok()
}

/// Browsers tell a full storage by the name of the exception, each by its own.
fn fault(error: &JsValue) -> Fault {
    let name = Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string());
    match name.as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => Fault::Full,
        _ => Fault::Off,
    }
}

/// Calls back with key and text when another tab, or another program of this page, has stored or
/// removed something. Listens for as long as the result is kept.
pub fn on_stored_elsewhere(
    mount: &Mount,
    call: impl Fn(String, Option<String>) + 'static,
) -> Option<EventListener> {
    // The script passes on what concerns its own store.
    let teller: EventTarget = match mount.storage() {
        Some(_) => mount.host().clone().into(),
        None => web_sys::window()?.into(),
    };
    Some(EventListener::new(&teller, "storage", move |event| {
        if let Some(event) = event.dyn_ref::<StorageEvent>()
            && let Some(key) = event.key()
        {
            call(key, event.new_value());
        }
    }))
}
