//! One tab after the other, by the Web Locks API: browsers have no other step between tabs that nothing
//! can come between.

use super::by_name::{call, get};
use gloo_timers::callback::Timeout;
use js_sys::{Function, Promise};
use std::slice::from_ref;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// How long after it was told to begin everything has certainly been done, in milliseconds: what draws the
/// page may put off what it is told for a few.
const A_MOMENT: u32 = 100;
/// What tabs wait for.
const NAME: &str = "bellwether-profiles";

/// Does something when it is this tab's turn; the next tab has its turn when that, and all that it leads to
/// at once, is done. Where a browser has no such locks, as for pages by plain http, it is done without, and
/// told that it is not alone.
pub fn in_turn(act: impl FnOnce(bool) + 'static) {
    spawn_local(async move {
        let end = JsFuture::from(turn()).await.ok();
        let end = end.and_then(|end| end.dyn_into::<Function>().ok());
        let is_alone = end.is_some();
        act(is_alone);
        if let Some(end) = end {
            let end = move || {
                let _ = end.call0(&JsValue::NULL);
            };
            Timeout::new(A_MOMENT, end).forget();
        }
    });
}

/// Gives what ends the turn, or nothing where there are no turns.
fn turn() -> Promise {
    Promise::new(&mut |begin, _| {
        let locks = web_sys::window().map(|window| get(&window.navigator(), "locks"));
        let begun = begin.clone();
        let held = Closure::once_into_js(move |_: JsValue| {
            Promise::new(&mut |end, _| {
                let _ = begun.call1(&JsValue::NULL, &end);
            })
        });
        let asked = call(&locks.unwrap_or_default(), "request", &[NAME.into(), held]);
        let without = Closure::once_into_js(move |_: JsValue| {
            let _ = begin.call0(&JsValue::NULL);
        });
        let waits = asked.and_then(|asked| call(&asked, "catch", from_ref(&without)));
        if waits.is_none() {
            let without: Option<Function> = without.dyn_into().ok();
            let _ = without.map(|without| without.call0(&JsValue::NULL));
        }
    })
}
