//! One statement with the points of the rating scale to choose from.

use super::markup::{Inside, Tag, node, unseen};
use crate::app::Action;
use crate::assessment::Response;
use crate::framework::{Framework, Statement};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

const CLEAR: &str = "bellwether-link bellwether-question__clear";
const CLEAR_UNSEEN: &str = "bellwether-link bellwether-question__clear bellwether-unseen";

/// A statement as a group of native radio buttons.
///
/// While the focus is in the group, the digit keys answer: 1 for the first point and so on, 0 for
/// "not applicable". They act only there, so nothing a person says or types elsewhere can answer by
/// mistake (WCAG 2.2, 2.1.4). Delete or Backspace takes the answer back; the answer that was just
/// `cleared` can be put back.
pub fn question(
    framework: &Rc<Framework>,
    statement: &Statement,
    response: Option<Response>,
    cleared: Option<Response>,
    act: &Callback<Action>,
) -> Html {
    let scale = framework.scale_of(statement);
    let id = statement.id.as_str();
    let answer = {
        let statement = statement.id.clone();
        act.reform(move |response| Action::Answer(statement.clone(), response))
    };
    let onkeydown = {
        let (answer, framework) = (answer.clone(), framework.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.ctrl_key() || event.alt_key() || event.meta_key() {
                return;
            }
            if let Some(response) = response_to_key(&framework, &event.key()) {
                event.prevent_default();
                answer.emit(response);
            }
        })
    };
    // One for the whole group: every listener costs time each time that the group is drawn.
    let onchange = {
        let (answer, framework) = (answer.clone(), framework.clone());
        Callback::from(move |event: Event| {
            let chosen = event.target_unchecked_into::<HtmlInputElement>().value();
            if let Some(response) = response_to_key(&framework, &chosen) {
                answer.emit(response);
            }
        })
    };
    let points = scale.points.iter().map(|point| {
        let is_chosen = response == Some(Response::Rated(point.value));
        option(id, &point.value.to_string(), &point.label, is_chosen)
    });
    let is_chosen = response == Some(Response::NotApplicable);
    let not_applicable = option(id, "0", &scale.not_applicable.label, is_chosen);
    let scale_of_radios: Vec<Html> = points.chain([not_applicable]).collect();
    // Kept in its place while there is nothing to clear, so that nothing moves when there is.
    let class = if response.or(cleared).is_none() { CLEAR_UNSEEN } else { CLEAR };
    let back = cleared.filter(|_| response.is_none());
    let says = if back.is_some() { "Undo" } else { "Clear" };
    let clear = Tag::new("button", &["type", "class"], ["button".into(), class.into()])
        .on_click(answer.reform(move |_| back));
    let of = format!(" the answer to: {}", statement.text);
    let inside = vec![
        node("legend", "nhsuk-fieldset__legend nhsuk-fieldset__legend--s", &*statement.text),
        node("div", "nhsuk-radios bellwether-scale", scale_of_radios),
        clear.inside(vec![says.html(), unseen(&of)]),
    ];
    let fieldset = Tag::new("fieldset", &["class"], ["nhsuk-fieldset".into()])
        .on_key_down(onkeydown)
        .on_change(onchange);
    let class = "nhsuk-form-group bellwether-question";
    let group = Tag::new("div", &["class", "id"], [class.into(), id.to_owned().into()]);
    group.key(id).inside(fieldset.inside(inside))
}

/// What a key, or the value of a radio button, answers: `None` if nothing, `Some(None)` if it takes the answer back.
fn response_to_key(framework: &Framework, key: &str) -> Option<Option<Response>> {
    match key {
        "0" => Some(Some(Response::NotApplicable)),
        "Delete" | "Backspace" => Some(None),
        _ => {
            let value = key.parse().ok()?;
            framework.rating_scale.point(value).map(|point| Some(Response::Rated(point.value)))
        }
    }
}

fn option(name: &str, value: &str, label: &str, is_chosen: bool) -> Html {
    let id = format!("{name}-is-{value}");
    let values = [
        "nhsuk-radios__input".into(),
        "radio".into(),
        id.clone().into(),
        name.to_owned().into(),
        value.to_owned().into(),
    ];
    let input =
        Tag::new("input", &["class", "type", "id", "name", "value"], values).checked(is_chosen);
    let class = "nhsuk-label nhsuk-radios__label";
    let says = Tag::new("label", &["class", "for"], [class.into(), id.into()]);
    node("div", "nhsuk-radios__item", vec![input.html(), says.inside(label)])
}
