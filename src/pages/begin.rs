//! Beginning and leaving.

use super::program::Program;
use super::root::{Beginning, Root};
use crate::browser::{handover, page, panic_face};
use std::cell::Cell;
use std::rc::Rc;

/// Runs a program in the page, until it is to leave.
pub fn begin<P: Program>() {
    // The page has this node; without it there is nothing to draw into.
    let Some(host) = page::host() else { return };
    let face = panic_face::install(host.clone());
    let brought = handover::brought(&host).map(Into::into);
    let beginning = Beginning { host: host.clone(), brought };
    let app = yew::Renderer::<Root<P>>::with_root_and_props(host.clone(), beginning).render();
    let running = Rc::new(Cell::new(Some((app, face))));
    let leave = handover::on_leave(&host, move || {
        if let Some((app, _face)) = running.take() {
            app.destroy();
        }
    });
    leave.forget();
}
