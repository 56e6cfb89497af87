//! The address bar.

use crate::app::Route;
use gloo_events::EventListener;

/// The route that the address shows.
pub fn current() -> Route {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok());
    Route::parse(&hash.unwrap_or_default())
}

/// Shows a route as a new step of the history.
pub fn go(route: &Route) {
    if let Some(window) = web_sys::window() {
        // Refused only in frames that may not navigate; the page is shown all the same.
        let _ = window.location().set_hash(&route.to_string());
    }
}

/// Shows a route in place of the present step.
pub fn replace(route: &Route) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().replace(&route.to_string());
    }
}

/// Calls back with the route whenever the address changes. Listens for as long as the result is
/// kept.
pub fn on_change(call: impl Fn(Route) + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "hashchange", move |_| call(current())))
}
