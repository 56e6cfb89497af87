//! Every statement with its answer, for the end of a report.

use super::markup::{Tag, body, cell, column, node, row, table};
use crate::assessment::{Assessment, Page, Questionnaire, Response};
use crate::framework::{Framework, RatingScale};
use yew::prelude::*;

/// What stands where a statement has no answer.
const NO_ANSWER: &str = "No answer";

/// A table of all answers, element by element.
pub fn answers(questionnaire: &Questionnaire, assessment: &Assessment) -> Html {
    let framework = questionnaire.framework();
    let groups = questionnaire.pages().iter().map(|page| group(page, assessment, framework));
    let caption = node("caption", "nhsuk-u-visually-hidden", "All your answers");
    let columns = vec![column("Statement"), column("Your answer")];
    table("nhsuk-table bellwether-answers", caption, columns, groups.collect())
}

fn group(page: &Page, assessment: &Assessment, framework: &Framework) -> Html {
    let title = format!("{}: {}", page.domain_title, page.element.title);
    let values = ["bellwether-answers__element".into(), "2".into(), "rowgroup".into()];
    let head = Tag::new("th", &["class", "colspan", "scope"], values).inside(title);
    let answers = page.element.statements.iter().map(|statement| {
        row(vec![
            cell("nhsuk-table__cell", &statement.text),
            cell(
                "nhsuk-table__cell bellwether-answers__answer",
                &answer(assessment.response(&statement.id), framework.scale_of(statement)),
            ),
        ])
    });
    let rows = std::iter::once(row(vec![head])).chain(answers);
    body(rows.collect())
}

fn answer(response: Option<Response>, scale: &RatingScale) -> String {
    match response {
        Some(Response::Rated(value)) => match scale.point(value) {
            Some(point) => format!("{value} – {}", point.label),
            None => NO_ANSWER.to_owned(),
        },
        Some(Response::NotApplicable) => scale.not_applicable.label.to_string(),
        None => NO_ANSWER.to_owned(),
    }
}
