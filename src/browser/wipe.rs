//! Erasing what browsers keep of the app besides its storage: the copies of its files.

use super::by_name::{call, get};
use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// What the names of our caches start with (web/sw.js).
const CACHES: &str = "bellwether-";

/// Erases the copies of the app for use without a network, and what keeps them. Where a browser has none
/// of either, there is nothing to do.
pub async fn copies() {
    let Some(window) = web_sys::window() else { return };
    let keeper = get(&window.navigator(), "serviceWorker");
    for registration in list(call(&keeper, "getRegistrations", &[])).await {
        // Those of other folders of the host are somebody else's.
        let scope = get(&registration, "scope").as_string();
        let page = window.location().href().unwrap_or_default();
        if scope.is_some_and(|scope| page.starts_with(&scope)) {
            done(call(&registration, "unregister", &[])).await;
        }
    }
    let caches = get(&window, "caches");
    for name in list(call(&caches, "keys", &[])).await {
        if name.as_string().is_some_and(|name| name.starts_with(CACHES)) {
            done(call(&caches, "delete", &[name])).await;
        }
    }
}

async fn done(promise: Option<Promise>) -> JsValue {
    let Some(promise) = promise else { return JsValue::UNDEFINED };
    // What is refused stays, and the browser's own settings can still erase it.
    JsFuture::from(promise).await.unwrap_or_default()
}

async fn list(promise: Option<Promise>) -> Vec<JsValue> {
    done(promise).await.dyn_into::<Array>().map(|list| list.to_vec()).unwrap_or_default()
}
