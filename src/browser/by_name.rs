//! What browsers do not have on every page: looked up by its name, and missed without harm.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// What an object has under a name; `undefined` if it is none, or has nothing there.
pub(super) fn get(of: &JsValue, name: &str) -> JsValue {
    if of.is_object() {
        Reflect::get(of, &name.into()).unwrap_or_default()
    } else {
        JsValue::UNDEFINED
    }
}

/// Calls a method that answers later; `None` if there is none, or it throws.
pub(super) fn call(on: &JsValue, name: &str, given: &[JsValue]) -> Option<Promise> {
    let function: Function = get(on, name).dyn_into().ok()?;
    function.apply(on, &given.iter().collect::<Array>()).ok()?.dyn_into().ok()
}
