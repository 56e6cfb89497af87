//! Files that only a passphrase opens, on the page of the record.

use super::passphrases::{
    PASSPHRASE, new_passphrase, no_back_door, one_moment, taken_twice, wrong_to_open,
};
use super::view::View;
use crate::app::{Action, Affair, Form};
use crate::browser::page;
use crate::components::markup::{all, details, h2, node, p};
use crate::components::{Field, form, submit_button};
use web_sys::Element;
use yew::prelude::*;

/// Saving one.
pub(super) fn save(view: &View<'_>) -> Html {
    let sent = view.act.reform(|form: Element| {
        let twice = taken_twice(&form);
        Action::About(Affair::SaveFile(twice))
    });
    let inside = vec![
        p("Such a file can lie anywhere: nobody can read it without the passphrase."),
        no_back_door(),
        new_passphrase(view, Form::SaveFile, ""),
        submit_button("Save the locked file", true),
        one_moment(view, Form::SaveFile),
    ];
    details("Save it locked with a passphrase", vec![form(sent, inside)])
}

/// Opening one that was chosen.
pub(super) fn open(view: &View<'_>) -> Html {
    if view.state.more.people.sealed_file.is_none() {
        return Html::default();
    }
    let sent = view.act.reform(|form: Element| {
        Action::About(Affair::OpenFile(page::passphrase(&form, PASSPHRASE)))
    });
    let field = Field {
        id: PASSPHRASE,
        kind: "password",
        says: "Passphrase of the file",
        hint: "The one with which it was saved.",
        value: "",
        wrong: wrong_to_open(view, Form::OpenFile),
    };
    let inside =
        vec![field.html(), submit_button("Open the file", false), one_moment(view, Form::OpenFile)];
    let panel = vec![h2("This file is locked"), all(vec![form(sent, inside)])];
    node("section", "bellwether-panel bellwether-panel--lead", panel)
}
