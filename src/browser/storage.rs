//! The browser's local storage as a store.

use crate::record::{Fault, Store};
use gloo_events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Storage, StorageEvent};

/// The page's local storage, looked up at each use: a browser may take it away meanwhile, and
/// merely asking for it throws where it is blocked.
#[derive(Debug, Clone, Copy, Default)]
pub struct LocalStore;

impl LocalStore {
    fn storage() -> Result<Storage, Fault> {
        let window = web_sys::window().ok_or(Fault::Off)?;
        window.local_storage().ok().flatten().ok_or(Fault::Off)
    }
}

impl Store for LocalStore {
    fn keys(&self) -> Result<Vec<String>, Fault> {
        let storage = Self::storage()?;
        // One call for all keys; asking for them one by one is slow where there are thousands.
        let keys = js_sys::Object::keys(&storage);
        Ok(keys.iter().filter_map(|key| key.as_string()).collect())
    }

    fn read(&self, key: &str) -> Result<Option<String>, Fault> {
        Self::storage()?.get_item(key).map_err(|_| Fault::Off)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), Fault> {
        Self::storage()?.set_item(key, text).map_err(|error| fault(&error))
    }

    fn remove(&self, key: &str) -> Result<(), Fault> {
        Self::storage()?.remove_item(key).map_err(|error| fault(&error))
    }
}

/// Browsers tell a full storage by the name of the exception, each by its own.
fn fault(error: &JsValue) -> Fault {
    let name = js_sys::Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string());
    match name.as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => Fault::Full,
        _ => Fault::Off,
    }
}

/// Calls back with key and text when another tab has stored or removed something. Listens for as
/// long as the result is kept.
pub fn on_stored_elsewhere(
    call: impl Fn(String, Option<String>) + 'static,
) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "storage", move |event| {
        if let Some(event) = event.dyn_ref::<StorageEvent>()
            && let Some(key) = event.key()
        {
            call(key, event.new_value());
        }
    }))
}
