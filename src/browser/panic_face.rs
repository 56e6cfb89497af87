//! What the person sees if the app breaks down in spite of everything: that it did, that their
//! answers are safe, and how to take them away.
//!
//! A release is built to stop at once where it would panic, without a word: the messages and what
//! makes them are a tenth of its size. So the failure is not seen by a panic hook but by the browser,
//! as an error that nobody caught (docs/decisions/0005-the-standard-library-is-built-for-size.md).
//!
//! Whatever the app had in hand is lost to it then, so this uses the browser alone.

use super::{BrowserStore, Mount, clock, files};
use crate::record::{file_name, load, to_file};
use gloo_events::EventListener;
use js_sys::Reflect;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, ErrorEvent};

/// Shows the failure in place of the app, which is at `mount`, when there is one.
pub fn install(mount: Mount) {
    // Builds that still panic with a message give it to the console.
    #[cfg(debug_assertions)]
    yew::set_custom_panic_hook(Box::new(|info| {
        web_sys::console::error_1(&info.to_string().into());
    }));
    let Some(window) = web_sys::window() else { return };
    let failed = EventListener::new(&window, "error", move |event| {
        if event.dyn_ref().is_some_and(is_ours) {
            // If even this fails there is nothing left to show it with.
            let _ = show(&mount);
        }
    });
    failed.forget();
}

/// Whether an error comes from our WebAssembly. A page that we are within may have some of its own;
/// the stack names where code came from, but for code that was compiled from bytes in hand.
fn is_ours(event: &ErrorEvent) -> bool {
    let error: Option<js_sys::Error> = event.error().dyn_into().ok();
    error.is_some_and(|error| {
        let stack = Reflect::get(&error, &"stack".into()).ok().and_then(|stack| stack.as_string());
        let is_named = |stack: String| stack.contains("bellwether") || stack.contains("wasm://");
        error.name() == "RuntimeError" && stack.is_none_or(is_named)
    })
}

fn show(mount: &Mount) -> Result<(), JsValue> {
    let document = gloo_utils::document();
    let host = mount.host();
    let main = add(&document, host, "div", "nhsuk-width-container nhsuk-main-wrapper", "")?;
    while let Some(child) = host.first_child() {
        if child == *main.unchecked_ref::<web_sys::Node>() {
            break;
        }
        host.remove_child(&child)?;
    }
    main.set_attribute("role", "alert")?;
    add(&document, &main, "h1", "", "Sorry, this page has stopped working")?;
    let text = "This is our mistake. Every answer that this browser could store is safe. Reload the \
                page to go on, or save what is stored as a file first; you can load it under “Your \
                record”.";
    add(&document, &main, "p", "", text)?;
    let buttons = add(&document, &main, "div", "nhsuk-button-group", "")?;
    button(&document, &buttons, "Reload the page", || {
        if let Some(window) = web_sys::window() {
            let _ = window.location().reload();
        }
    })?;
    let mount = mount.clone();
    button(&document, &buttons, "Save what is stored", move || {
        files::save(&file_name(&clock::today()), &stored(&mount));
    })
}

fn add(
    document: &Document,
    parent: &Element,
    tag: &str,
    class: &str,
    text: &str,
) -> Result<Element, JsValue> {
    let node = document.create_element(tag)?;
    node.set_class_name(class);
    node.set_text_content(Some(text));
    parent.append_child(&node)?;
    Ok(node)
}

fn button(
    document: &Document,
    parent: &Element,
    text: &str,
    call: impl FnMut() + 'static,
) -> Result<(), JsValue> {
    let button = add(document, parent, "button", "nhsuk-button", text)?;
    let closure = Closure::<dyn FnMut()>::new(call);
    button.add_event_listener_with_callback("click", closure.as_ref().unchecked_ref())?;
    // Lives as long as the page, which is about to be left.
    closure.forget();
    Ok(())
}

/// All that is stored, as the record page saves it.
fn stored(mount: &Mount) -> String {
    let record = load(&BrowserStore::of(mount)).map(|loaded| loaded.record).unwrap_or_default();
    to_file(&record, clock::now().time)
}
