//! Forms that are sent nowhere: what is entered in them is read when their button is pressed.

use super::markup::{Inside, Tag, node, unseen};
use crate::browser::page;
use web_sys::Element;
use yew::prelude::*;

/// A form; `call` gets it when it is sent. Browsers are asked not to remember what is entered.
pub fn form(call: Callback<Element>, inside: Vec<Html>) -> Html {
    let names = &["class", "autocomplete", "novalidate"];
    let values = ["bellwether-form".into(), "off".into(), "".into()];
    Tag::new("form", names, values).on_submit(call).inside(inside)
}

/// The button that sends a form; quiet where it is not the main way on.
pub fn submit_button(says: &'static str, quiet: bool) -> Html {
    let class = if quiet { "nhsuk-button nhsuk-button--secondary" } else { "nhsuk-button" };
    Tag::new("button", &["type", "class"], ["submit".into(), class.into()]).inside(says)
}

/// A field of a form.
#[derive(Debug, Clone, Copy)]
pub struct Field<'a> {
    /// Names it on the page.
    pub id: &'static str,
    /// `text` or `password`.
    pub kind: &'static str,
    /// Its label.
    pub says: &'a str,
    /// What else has to be known, or nothing.
    pub hint: &'a str,
    /// What is in it at first.
    pub value: &'a str,
    /// What is wrong with what was entered.
    pub wrong: Option<&'a str>,
}

impl Field<'_> {
    /// The field with its label.
    pub fn html(self) -> Html {
        let (hint_id, wrong_id) = (format!("{}-hint", self.id), format!("{}-wrong", self.id));
        let values = ["nhsuk-label".into(), self.id.into()];
        let mut inside = vec![Tag::new("label", &["class", "for"], values).inside(self.says)];
        if !self.hint.is_empty() {
            let values = ["nhsuk-hint".into(), hint_id.clone().into()];
            inside.push(Tag::new("div", &["class", "id"], values).inside(self.hint));
        }
        // The place is there before its words, so that they are said when they come.
        let values = ["nhsuk-error-message".into(), wrong_id.clone().into(), "alert".into()];
        let told = self.wrong.map(|wrong| {
            vec![node("span", "nhsuk-u-visually-hidden", "Error: "), wrong.html()].html()
        });
        let place = Tag::new("div", &["class", "id", "role"], values);
        inside.push(place.inside(told.unwrap_or_default()));
        let names = &[
            "class",
            "id",
            "type",
            "value",
            "autocomplete",
            "autocapitalize",
            "spellcheck",
            "aria-describedby",
            "aria-invalid",
        ];
        let values = [
            "nhsuk-input bellwether-form__field".into(),
            self.id.into(),
            self.kind.into(),
            self.value.to_owned().into(),
            "off".into(),
            "none".into(),
            "false".into(),
            format!("{hint_id} {wrong_id}").into(),
            if self.wrong.is_some() { "true" } else { "false" }.into(),
        ];
        inside.push(Tag::new("input", names, values).html());
        if self.kind == "password" {
            inside.push(show_button(self.says));
        }
        let class = match self.wrong {
            Some(_) => "nhsuk-form-group nhsuk-form-group--error",
            None => "nhsuk-form-group",
        };
        node("div", class, inside)
    }
}

/// Shows what is typed in the field before it, or hides it again: passphrases are long, and easier to get
/// right where one sees them.
fn show_button(of: &str) -> Html {
    let call = Callback::from(|event: MouseEvent| page::show_or_hide(event.target_dyn_into()));
    let names = &["class", "type", "aria-pressed"];
    let values = ["bellwether-link bellwether-show".into(), "button".into(), "false".into()];
    let button = Tag::new("button", names, values).on_click(call);
    button.inside(vec!["Show".html(), unseen(&format!(" what is typed: {of}"))])
}

/// A box to tick, ticked at first.
pub fn tick_box(id: &'static str, says: &str) -> Html {
    let names = &["class", "id", "type", "checked"];
    let values = ["nhsuk-checkboxes__input".into(), id.into(), "checkbox".into(), "".into()];
    let label = ["nhsuk-label nhsuk-checkboxes__label".into(), id.into()];
    let inside = vec![
        Tag::new("input", names, values).html(),
        Tag::new("label", &["class", "for"], label).inside(says),
    ];
    node("div", "nhsuk-checkboxes__item", inside)
}
