//! The statements of one element, to be answered.

use crate::app::{Action, Route, Sitting};
use crate::assessment::{Assessment, Page};
use crate::components::markup::{Inside, details, h1, node, p};
use crate::components::{link_button, nav_link, question, quiet_link_button};
use crate::framework::RatingScale;
use yew::prelude::*;

/// The page with this number, counted from 0.
pub(super) fn statements(
    sitting: &Sitting,
    assessment: &Assessment,
    number: usize,
    act: &Callback<Action>,
) -> Html {
    let questionnaire = &sitting.questionnaire;
    let Some(page) = questionnaire.page(number) else { return Html::default() };
    let framework = questionnaire.framework();
    let asked = || page.element.statements.iter();
    let questions = asked()
        .map(|statement| question(framework, statement, assessment.response(&statement.id), act));
    let left = asked().filter(|statement| assessment.response(&statement.id).is_none()).count();
    let inside = vec![
        nav_link(&Route::Tasks(sitting.id.clone()), "nhsuk-back-link", "All elements"),
        heading(page, number, questionnaire.pages().len()),
        p(&*page.element.description),
        node("p", "bellwether-lead", &*framework.rating_scale.question),
        meaning(&framework.rating_scale),
        questions.collect(),
        html! { <p class="bellwether-quiet" role="status">{ left_out(left) }</p> },
        ways_on(sitting, number),
    ];
    html! {
        // The key keeps one element's radio buttons from turning into the next one's.
        <div lang={framework.language.to_string()} key={page.element.id.as_str()}>
            { inside }
        </div>
    }
}

fn heading(page: &Page, number: usize, of: usize) -> Html {
    let caption = format!("{} · element {} of {of}", page.domain_title, number + 1);
    h1(&caption, &page.element.title)
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

fn left_out(left: usize) -> String {
    match left {
        0 => String::new(),
        1 => {
            "1 statement here has no answer yet. You can answer it later; it is listed at the end."
                .to_owned()
        }
        _ => format!(
            "{left} statements here have no answer yet. You can answer them later; they are listed \
             at the end."
        ),
    }
}

fn ways_on(sitting: &Sitting, number: usize) -> Html {
    let to = |number: usize| {
        let page = sitting.questionnaire.page(number)?;
        Some(Route::Statements(sitting.id.clone(), page.element.id.clone()))
    };
    let next = match to(number + 1) {
        Some(next) => link_button(&next, "Continue"),
        None => link_button(&Route::Check(sitting.id.clone()), "Continue to your result"),
    };
    let back = number.checked_sub(1).and_then(to);
    let back = back.map(|back| quiet_link_button(&back, "Back")).unwrap_or_default();
    node("div", "nhsuk-button-group", vec![next, back])
}
