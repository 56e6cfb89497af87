//! One statement with the points of the rating scale to choose from.

use crate::app::Action;
use crate::assessment::Response;
use crate::framework::{Framework, Statement};
use std::rc::Rc;
use yew::prelude::*;

/// A statement as a group of native radio buttons.
///
/// While the focus is in the group, the digit keys answer: 1 for the first point and so on, 0 for
/// "not applicable". They act only there, so nothing a person says or types elsewhere can answer by
/// mistake (WCAG 2.2, 2.1.4). Delete or Backspace takes the answer back.
pub fn question(
    framework: &Rc<Framework>,
    statement: &Statement,
    response: Option<Response>,
    act: &Callback<Action>,
) -> Html {
    let scale = &framework.rating_scale;
    let id = statement.id.as_str();
    let answer = {
        let statement = statement.id.clone();
        act.reform(move |response| Action::Answer(statement.clone(), response))
    };
    let onkeydown = {
        let answer = answer.clone();
        let framework = framework.clone();
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
    let points = scale.points.iter().map(|point| {
        let choice = Response::Rated(point.value);
        option(id, &point.value.to_string(), &point.label, choice, response, &answer)
    });
    let label = &scale.not_applicable.label;
    let not_applicable = option(id, "0", label, Response::NotApplicable, response, &answer);
    html! {
        <div class="nhsuk-form-group bellwether-question" id={id.to_owned()} key={id}>
            <fieldset class="nhsuk-fieldset" {onkeydown}>
                <legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">
                    { &*statement.text }
                </legend>
                <div class="nhsuk-radios bellwether-scale">
                    { for points }
                    { not_applicable }
                </div>
                <button
                    type="button"
                    class="bellwether-link bellwether-question__clear"
                    hidden={response.is_none()}
                    onclick={answer.reform(|_| None)}
                >
                    { "Clear" }
                    <span class="nhsuk-u-visually-hidden">
                        { format!(" the answer to: {}", statement.text) }
                    </span>
                </button>
            </fieldset>
        </div>
    }
}

/// What a key answers: `None` if nothing, `Some(None)` if it takes the answer back.
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

fn option(
    name: &str,
    value: &str,
    label: &str,
    choice: Response,
    chosen: Option<Response>,
    answer: &Callback<Option<Response>>,
) -> Html {
    let id = format!("{name}-is-{value}");
    let onchange = answer.reform(move |_| Some(choice));
    html! {
        <div class="nhsuk-radios__item">
            <input
                class="nhsuk-radios__input"
                type="radio"
                id={id.clone()}
                name={name.to_owned()}
                value={value.to_owned()}
                checked={chosen == Some(choice)}
                {onchange}
            />
            <label class="nhsuk-label nhsuk-radios__label" for={id}>{ label }</label>
        </div>
    }
}
