//! What has no answer yet, and finishing.

use crate::app::{Action, Route};
use crate::assessment::{Assessment, Page, Questionnaire, result};
use crate::components::markup::{bullets, h1, h2, h3, in_language, li, node, p};
use crate::components::{button, nav_link};
use crate::framework::Statement;
use yew::prelude::*;

/// The page.
pub(super) fn check(
    questionnaire: &Questionnaire,
    assessment: &Assessment,
    act: &Callback<Action>,
) -> Html {
    let pages = questionnaire.pages().iter();
    let open: Vec<(&Page, Vec<&Statement>)> =
        pages.filter_map(|page| open_statements(questionnaire, page, assessment)).collect();
    let left: usize = open.iter().map(|(_, statements)| statements.len()).sum();
    let mut inside = vec![
        nav_link(&Route::Tasks(assessment.id.clone()), "nhsuk-back-link", "All elements"),
        h1("", "Check your answers"),
        p(how_many(left)),
        p(how_many_scored(questionnaire, assessment)),
        button(act.reform(|_| Action::Finish), "See your result"),
    ];
    if left > 0 {
        inside.push(h2("To answer"));
        inside.extend(open.iter().map(|(page, statements)| element(page, statements, assessment)));
    }
    in_language(&questionnaire.framework().language, "", inside)
}

fn open_statements<'a>(
    questionnaire: &Questionnaire,
    page: &'a Page,
    assessment: &Assessment,
) -> Option<(&'a Page, Vec<&'a Statement>)> {
    let statements = page.element.statements.iter();
    let open: Vec<_> =
        statements.filter(|s| questionnaire.response(assessment, &s.id).is_none()).collect();
    (!open.is_empty()).then_some((page, open))
}

fn how_many(left: usize) -> String {
    const NOW_OR_NOT: &str = "You can answer now, or see your result without: what has no answer is \
                              left out and does not count as low.";
    match left {
        0 => "Every statement has an answer.".to_owned(),
        1 => format!("1 statement has no answer yet. {NOW_OR_NOT}"),
        _ => format!("{left} statements have no answer yet. {NOW_OR_NOT}"),
    }
}

fn how_many_scored(questionnaire: &Questionnaire, assessment: &Assessment) -> String {
    let result = result(questionnaire, assessment);
    let elements = || result.domains.iter().flat_map(|domain| &domain.elements);
    let scored = elements().filter(|element| element.score.score().is_some()).count();
    format!("{scored} of {} elements have enough answers for a score.", elements().count())
}

fn element(page: &Page, statements: &[&Statement], assessment: &Assessment) -> Html {
    let to = Route::Statements(assessment.id.clone(), page.element.id.clone());
    let inside = vec![
        h3(nav_link(&to, "", &*page.element.title)),
        bullets(statements.iter().map(|statement| li(&*statement.text)).collect()),
    ];
    node("section", "bellwether-open", inside)
}
