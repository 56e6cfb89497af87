//! What came out: to read, to print, and to act on.

use crate::app::{Action, Route};
use crate::assessment::{
    Assessment, AssessmentResult, ElementResult, Form, Questionnaire, StandOut, result,
};
use crate::browser::clock;
use crate::components::markup::{Inside, all, h1, h2, in_language, node, p, unseen};
use crate::components::{answers, bars, button, nav_link, prose, quiet_button, radar};
use crate::framework::RatingScale;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What the result is, before anything else is said.
const A_START: &str = "This is how you see yourself, on one day. It is a start for a conversation, \
    not a measurement: there is no pass mark, and no comparison with others. ";

/// The page; `name` is the person's, or empty.
pub(super) fn result_page(
    questionnaire: &Questionnaire,
    assessment: &Assessment,
    name: &str,
    act: &Callback<Action>,
) -> Html {
    let framework = questionnaire.framework();
    let result = result(questionnaire, assessment);
    let highest = framework.rating_scale.highest();
    let limits = nav_link(&Route::Method, "", "How it is worked out, and its limits");
    let bars = result.domains.iter().map(|domain| bars(domain, highest));
    let side_by_side = vec![h2("The domains side by side"), radar(&result.domains, highest)];
    let inside = vec![
        h1(&framework.title, "Your result"),
        facts(questionnaire, assessment, name, &result),
        actions(name, act),
        node("div", "nhsuk-inset-text", p(vec![A_START.html(), limits])),
        h2("Your scores"),
        p(scale_in_words(&framework.rating_scale)),
        bars.collect(),
        stand_out(&result.stand_out),
        node("section", "bellwether-keep-together", side_by_side),
        node("section", "bellwether-keep-together", prose(include_str!("../words/next.txt"))),
        h2("All your answers"),
        answers(questionnaire, assessment),
    ];
    in_language(&framework.language, "bellwether-result", inside)
}

fn scale_in_words(scale: &RatingScale) -> String {
    let label = |value| scale.point(value).map(|point| &*point.label).unwrap_or_default();
    let highest = scale.highest();
    format!(
        "From 1 (“{}”) to {highest} (“{}”). Within each domain the highest stands first.",
        label(1),
        label(highest),
    )
}

/// Who, when and what: the head of a printed report.
fn facts(
    questionnaire: &Questionnaire,
    assessment: &Assessment,
    name: &str,
    result: &AssessmentResult,
) -> Html {
    let framework = questionnaire.framework();
    let date = clock::date(assessment.finished_at().unwrap_or_else(|| assessment.changed()));
    let unfinished = if assessment.finished_at().is_none() { ", not finished" } else { "" };
    let form = match assessment.form {
        Form::Full => "full form",
        Form::Short => "short form",
    };
    let answered = &assessment.framework.version;
    let version = if *answered == framework.version {
        format!("version {answered}")
    } else {
        format!("answered in version {answered}, shown with version {}", framework.version)
    };
    let rated = format!(
        "{} of {} statements rated, {} “{}”",
        result.rated,
        result.asked,
        result.not_applicable,
        framework.rating_scale.not_applicable.label,
    );
    let mut facts = vec![
        fact("", "Date", format!("{date}{unfinished}")),
        fact("", "Framework", format!("{}, {form}, {version}", framework.title)),
        fact("", "Answers", rated),
    ];
    if !name.is_empty() {
        facts.insert(0, fact("bellwether-facts__name", "Name", name.to_owned()));
    }
    node("dl", "bellwether-facts", facts)
}

fn fact(class: &'static str, what: &'static str, is: String) -> Html {
    node("div", class, vec![node("dt", "", what), node("dd", "", is)])
}

fn actions(name: &str, act: &Callback<Action>) -> Html {
    let onchange = act.reform(|event: Event| {
        Action::SetName(event.target_unchecked_into::<HtmlInputElement>().value())
    });
    let field = html! {
        <div class="nhsuk-form-group">
            <label class="nhsuk-label" for="name">{ "Your name, for the printed page (optional)" }</label>
            <input
                class="nhsuk-input nhsuk-input--width-20"
                id="name"
                autocomplete="name"
                maxlength="100"
                value={name.to_owned()}
                {onchange}
            />
        </div>
    };
    let buttons = vec![
        button(act.reform(|_| Action::Print), "Print or save as PDF"),
        quiet_button(act.reform(|_| Action::SaveFile), "Save my record as a file"),
        quiet_button(act.reform(|_| Action::Reopen), "Change answers"),
    ];
    let buttons = node("div", "nhsuk-button-group", buttons);
    node("div", "bellwether-actions", vec![field, buttons])
}

fn stand_out(stand_out: &StandOut) -> Html {
    let none = |why: &'static str| all(vec![h2("Strengths, and what to work on"), p(why)]);
    match stand_out {
        StandOut::TooFew => none(
            "Too few elements have enough answers to tell which stand out. Answer a few more and \
             look again.",
        ),
        StandOut::AllAlike => none(
            "All your elements have the same score, so none stands out. Ask a colleague who sees \
             you at work where they see your strengths; it will tell you more.",
        ),
        StandOut::Some { strengths, to_work_on } => all(vec![
            h2("Strengths to use"),
            p(tied("Highest", "above", strengths.len())),
            all(strengths.iter().map(strength).collect()),
            h2("Elements to work on"),
            p(tied("Lowest", "below", to_work_on.len())),
            all(to_work_on.iter().map(element_to_work_on).collect()),
        ]),
    }
}

/// Why these are shown; where many share a score, that the choice is the person's.
fn tied(which: &str, side: &str, count: usize) -> String {
    let relative = format!("{which} among your own answers, {side} your own mean.");
    if count > 3 {
        format!(
            "{relative} {count} elements are this close: choose the two or three that matter most \
             in your work now."
        )
    } else {
        relative
    }
}

fn strength(element: &ElementResult) -> Html {
    let overuse = element
        .overuse
        .as_ref()
        .map(|overuse| p(vec![node("strong", "", "Too much of it? "), overuse.html()]));
    let inside = vec![element_head(element), overuse.unwrap_or_default()];
    node("div", "bellwether-element bellwether-element--strength", inside)
}

fn element_to_work_on(element: &ElementResult) -> Html {
    let inside = vec![element_head(element), p(&*element.description)];
    node("div", "bellwether-element", inside)
}

fn element_head(element: &ElementResult) -> Html {
    let score = element.score.score().map(|score| score.to_string()).unwrap_or_default();
    let inside = vec![
        node("span", "bellwether-element__score", vec![unseen("Score "), score.html()]),
        element.title.html(),
        node("span", "nhsuk-caption-m", &*element.domain_title),
    ];
    node("h3", "bellwether-element__title", inside)
}
