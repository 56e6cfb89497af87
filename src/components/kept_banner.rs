//! Says when the browser does not keep what is entered, and offers to keep it as a file.

use super::button::quiet_button;
use super::markup::{h2, node, p, with_attribute};
use crate::record::{Fault, Kept};
use yew::prelude::*;

/// What holds whatever the fault.
const GO_ON: &str = "You can go on: everything stays here for as long as this page is open. Before \
    you close it, save it as a file, which you can load later.";

/// Nothing, as long as everything is stored; `onsave` is called when the person wants the record as
/// a file.
pub fn kept_banner(kept: Kept, onsave: Callback<MouseEvent>) -> Html {
    let why = match kept {
        Kept::Stored => return Html::default(),
        Kept::InMemory(Fault::Full) => {
            "This browser’s storage is full. Free some room, by clearing the data of sites that you \
             no longer need, and your answers will be stored with the next one."
        }
        Kept::InMemory(Fault::Off) => {
            "This browser does not let the page store anything, perhaps because of a private window, \
             a setting, or because another site shows it."
        }
    };
    let inside = vec![
        h2("Your answers are not being stored"),
        p(why),
        p(GO_ON),
        quiet_button(onsave, "Save my record as a file"),
    ];
    let inside = node("div", "nhsuk-width-container", inside);
    with_attribute("section", &["class", "role"], "bellwether-unsaved", "alert", inside)
}
