//! The statements of one element, to be answered.

use super::view::View;
use crate::app::{Action, Route, Sitting};
use crate::assessment::{Assessment, Choices, Page, Response};
use crate::components::markup::{Inside, Tag, all, details, h1, h2, node, p};
use crate::components::{link_button, memo, nav_link, question, quiet_link_button};
use crate::framework::{CareerStageId, Framework, RatingScale};
use std::ops::Range;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

const LATER: &str = "You can leave a statement out and answer it later: it is listed at the end.";

/// The page with this number, counted from 0.
pub(super) fn statements(
    view: &View<'_>,
    sitting: &Sitting,
    assessment: &Assessment,
    number: usize,
) -> Html {
    let act = view.act;
    let questionnaire = &sitting.questionnaire;
    let Some(page) = questionnaire.page(number) else { return Html::default() };
    let framework = questionnaire.framework();
    let mut inside = vec![head(sitting, page, number), example(framework, page, assessment, act)];
    let mut from = 0;
    for group in page.groups() {
        let places = from..from + group.len();
        from = places.end;
        inside.push(head_of_group(sitting, page, places.start));
        inside.extend(questions(view, sitting, assessment, page, places));
    }
    inside.push(foot(sitting, number));
    // The key keeps one element's radio buttons from turning into the next one's.
    let whole = Tag::new("div", &["lang"], [framework.language.to_string().into()]);
    whole.key(page.element.id.as_str()).inside(inside)
}

/// What an answer does not change is drawn through `memo`, here and below.
fn head(sitting: &Sitting, page: &Rc<Page>, number: usize) -> Html {
    let elements = sitting.questionnaire.pages().len();
    let (id, page) = (sitting.id.clone(), page.clone());
    memo(format!("{id} {number} {elements}"), move || {
        let caption = format!("{} · element {} of {elements}", page.domain_title, number + 1);
        all(vec![
            nav_link(&Route::Tasks(id.clone()), "nhsuk-back-link", "All elements"),
            h1(&caption, &page.element.title),
            p(&*page.element.description),
        ])
    })
}

/// What the element looks like at the stage of the person's career, which they choose here.
fn example(
    framework: &Framework,
    page: &Page,
    assessment: &Assessment,
    act: &Callback<Action>,
) -> Html {
    if page.element.examples.is_empty() {
        return Html::default();
    }
    let chosen = assessment.stage();
    let option = |value: &str, says: &str, is: bool| {
        let values = [value.to_owned().into(), if is { "selected" } else { "" }.into()];
        let names = if is { &["value", "selected"] } else { &["value", "class"] };
        Tag::new("option", names, values).inside(says)
    };
    let none = option("", "Choose your career stage", chosen.is_none());
    let stages = framework
        .career_stages
        .iter()
        .map(|stage| option(stage.id.as_str(), &stage.title, chosen == Some(&stage.id)));
    let parts = assessment.parts().to_vec();
    let onchange = act.reform(move |event: Event| {
        let value = event.target_unchecked_into::<HtmlInputElement>().value();
        let stage = (!value.is_empty()).then(|| CareerStageId::from(&*value));
        Action::Choose(Choices { stage, parts: parts.clone() })
    });
    let values = ["nhsuk-label".into(), "stage".into()];
    let says = Tag::new("label", &["class", "for"], values).inside("An example at your stage");
    let values = ["nhsuk-input nhsuk-input--width-20".into(), "stage".into()];
    let select = Tag::new("select", &["class", "id"], values).on_change(onchange);
    let shown = page.element.examples.iter().find(|example| Some(&example.stage) == chosen);
    let shown = shown.map(|example| node("p", "bellwether-example", &*example.text));
    let options: Vec<Html> = std::iter::once(none).chain(stages).collect();
    let inside = vec![says, select.inside(options), shown.unwrap_or_default()];
    node("div", "nhsuk-form-group", inside)
}

/// What stands above the statements of a part: how they are answered and, of a further part, what it
/// is.
fn head_of_group(sitting: &Sitting, page: &Page, place: usize) -> Html {
    let Some(statement) = page.element.statements.get(place).cloned() else {
        return Html::default();
    };
    let framework = sitting.questionnaire.framework().clone();
    memo(format!("{} {}", sitting.id, statement.id), move || {
        let part = statement.part.as_ref().and_then(|id| framework.part(id));
        let about = part.map(|part| all(vec![h2(&part.title), p(&*part.description)]));
        let scale = framework.scale_of(&statement);
        all(vec![
            about.unwrap_or_default(),
            node("p", "bellwether-lead", &*scale.question),
            meaning(scale),
        ])
    })
}

fn meaning(scale: &RatingScale) -> Html {
    let mut points: Vec<Html> = scale
        .points
        .iter()
        .map(|point| one_meaning(&point.value.to_string(), &point.label, &point.anchor))
        .collect();
    let not_applicable = &scale.not_applicable;
    points.push(one_meaning("0", &not_applicable.label, &not_applicable.anchor));
    let keys = "With a keyboard: Tab moves from one statement to the next, the digit answers it, \
                Delete takes the answer back.";
    details(
        "What the answers mean, and keys",
        vec![node("dl", "bellwether-meaning", points), p(keys)],
    )
}

fn one_meaning(key: &str, label: &str, anchor: &str) -> Html {
    let label = vec![node("kbd", "", key), format!(" {label}").html()];
    node("div", "", vec![node("dt", "", label), node("dd", "", anchor)])
}

/// Statements, each drawn again only when its answer has changed.
fn questions(
    view: &View<'_>,
    sitting: &Sitting,
    assessment: &Assessment,
    page: &Rc<Page>,
    places: Range<usize>,
) -> Vec<Html> {
    let View { state, act } = view;
    let framework = sitting.questionnaire.framework();
    let cleared = state.cleared.as_ref();
    places
        .filter_map(|place| {
            let statement = page.element.statements.get(place)?;
            let response = sitting.questionnaire.response(assessment, &statement.id);
            let cleared = cleared.filter(|(id, _)| *id == statement.id).map(|(_, was)| *was);
            let sign = |response| match response {
                Some(Response::Rated(value)) => value,
                Some(Response::NotApplicable) => 0,
                // No rating scale has so many points.
                None => u8::MAX,
            };
            let shown = (sign(response), sign(cleared));
            let of = format!("{} {} {} {}", sitting.id, statement.id, shown.0, shown.1);
            let (framework, page, act) = (framework.clone(), page.clone(), (*act).clone());
            Some(memo(of, move || {
                let statement = page.element.statements.get(place);
                statement
                    .map(|of| question(&framework, of, response, cleared, &act))
                    .unwrap_or_default()
            }))
        })
        .collect()
}

fn foot(sitting: &Sitting, number: usize) -> Html {
    let to = |number: usize| {
        let page = sitting.questionnaire.page(number)?;
        Some(Route::Statements(sitting.id.clone(), page.element.id.clone()))
    };
    let (next, back) = (to(number + 1), number.checked_sub(1).and_then(to));
    let check = Route::Check(sitting.id.clone());
    memo(format!("{} {number}", sitting.id), move || {
        let next = match &next {
            Some(next) => link_button(next, "Continue"),
            None => link_button(&check, "Continue to your result"),
        };
        let back = back.as_ref().map(|back| quiet_link_button(back, "Back")).unwrap_or_default();
        all(vec![
            node("p", "bellwether-quiet", LATER),
            node("div", "nhsuk-button-group", vec![next, back]),
        ])
    })
}
