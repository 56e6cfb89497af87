//! Which page is shown: the address bar says, or, within somebody else's page, the script does.

use super::mount::Mount;
use super::page;
use crate::app::Route;
use gloo_events::EventListener;

/// The script wants another page shown.
const VISIT: &str = "bellwether-visit";
/// Another page is shown, as a new step.
const WENT: &str = "bellwether-went";
/// Another page is shown, in place of the present step.
const REPLACED: &str = "bellwether-replaced";

/// The route to be shown.
pub fn current(mount: &Mount) -> Route {
    Route::parse(&mount.route().unwrap_or_else(page::hash))
}

/// Shows a route as a new step of the history.
pub fn go(mount: &Mount, route: &Route) {
    if mount.is_within_a_page() {
        keep(mount, route, WENT);
    } else if let Some(window) = web_sys::window() {
        // Refused only in frames that may not navigate; the page is shown all the same.
        let _ = window.location().set_hash(&route.to_string());
    }
}

/// Shows a route in place of the present step.
pub fn replace(mount: &Mount, route: &Route) {
    if mount.is_within_a_page() {
        keep(mount, route, REPLACED);
    } else if let Some(window) = web_sys::window() {
        let _ = window.location().replace(&route.to_string());
    }
}

fn keep(mount: &Mount, route: &Route, told: &str) {
    mount.keep_route(&route.to_string());
    mount.tell(told);
}

/// Calls back with the route whenever another is to be shown. Listens for as long as the result is
/// kept.
pub fn on_change(mount: &Mount, call: impl Fn(Route) + 'static) -> Option<EventListener> {
    let at = mount.clone();
    let changed = move |_: &web_sys::Event| call(current(&at));
    if mount.is_within_a_page() {
        return Some(EventListener::new(mount.host(), VISIT, changed));
    }
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "hashchange", changed))
}
