//! Beginning.

use super::program::Program;
use super::stage::{Place, Stage};
use crate::browser::{Mount, handover, panic_face};

/// Offers a program to the script of the page, which has it drawn wherever it is wanted.
pub fn begin<P: Program>() {
    handover::begun(P::WHOLE, |node| {
        let mount = Mount::at(node.clone());
        // For as long as the page: the node stays, whatever is shown in it.
        panic_face::install(mount.clone());
        yew::Renderer::<Stage<P>>::with_root_and_props(node, Place { mount }).render();
    });
}
