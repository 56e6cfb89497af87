//! Fields to write and to choose in.

use super::markup::{Inside, Tag, node};
use crate::app::Action;
use crate::record::MAX_NOTE;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Several lines of text; `call` gets them as they are written.
pub fn text_area(id: &str, says: &str, hint: &str, text: &str, call: Callback<String>) -> Html {
    let values = ["nhsuk-label".into(), id.to_owned().into()];
    let label = Tag::new("label", &["class", "for"], values).inside(says);
    let hint_id = format!("{id}-hint");
    let values = ["nhsuk-hint".into(), hint_id.clone().into()];
    let hint = Tag::new("div", &["class", "id"], values).inside(hint);
    let most = MAX_NOTE.to_string().into();
    let values = ["nhsuk-textarea".into(), id.to_owned().into(), "5".into(), hint_id.into(), most];
    let names = &["class", "id", "rows", "aria-describedby", "maxlength"];
    let area = Tag::new("textarea", names, values).value(text).on_input(call);
    node("div", "nhsuk-form-group bellwether-note", vec![label, hint, area.html()])
}

/// A line of text; `call` gets it as it is written.
pub fn text_line(
    id: &'static str,
    kind: &'static str,
    says: &str,
    text: &str,
    call: Callback<String>,
) -> Html {
    let values = ["nhsuk-label".into(), id.into()];
    let label = Tag::new("label", &["class", "for"], values).inside(says);
    let values = ["nhsuk-input".into(), id.into(), kind.into(), "off".into()];
    let names = &["class", "id", "type", "autocomplete"];
    let input = Tag::new("input", names, values).value(text).on_input(call);
    node("div", "nhsuk-form-group", vec![label, input.html()])
}

/// One of several; `options` are values with what they say.
pub fn select(
    id: &'static str,
    says: &str,
    options: &[(String, String)],
    chosen: &str,
    call: Callback<String>,
) -> Html {
    let values = ["nhsuk-label".into(), id.into()];
    let label = Tag::new("label", &["class", "for"], values).inside(says);
    let options: Vec<Html> = options
        .iter()
        .map(|(value, says)| {
            let is = value == chosen;
            let values = [value.clone().into(), if is { "selected" } else { "" }.into()];
            let names = if is { &["value", "selected"] } else { &["value", "class"] };
            Tag::new("option", names, values).inside(says.as_str())
        })
        .collect();
    let onchange = Callback::from(move |event: Event| {
        call.emit(event.target_unchecked_into::<HtmlInputElement>().value());
    });
    let values = ["nhsuk-input".into(), id.into()];
    let select = Tag::new("select", &["class", "id"], values).on_change(onchange);
    node("div", "nhsuk-form-group", vec![label, select.inside(options)])
}

/// The person's name, for what they print; kept when they leave the field.
pub fn name_field(name: &str, act: &Callback<Action>) -> Html {
    let onchange = act.reform(|event: Event| {
        Action::SetName(event.target_unchecked_into::<HtmlInputElement>().value())
    });
    let says = Tag::new("label", &["class", "for"], ["nhsuk-label".into(), "name".into()]);
    let class = "nhsuk-input nhsuk-input--width-20";
    let values = [class.into(), "name".into(), "name".into(), "100".into()];
    let input = Tag::new("input", &["class", "id", "autocomplete", "maxlength"], values)
        .value(name)
        .on_change(onchange);
    let says = says.inside("Your name, for the printed page (optional)");
    node("div", "nhsuk-form-group", vec![says, input.html()])
}
