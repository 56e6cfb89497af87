//! What an assessment asks, domain by domain, and how far each part is.

use crate::app::{Route, Sitting, resume};
use crate::assessment::{Assessment, AssessmentId, Page, PageState};
use crate::components::markup::{Inside, all, h1, h2, in_language, node, p};
use crate::components::{link_button, nav_link};
use std::rc::Rc;
use yew::prelude::*;

/// The page.
pub(super) fn tasks(sitting: &Sitting, assessment: &Assessment) -> Html {
    let framework = sitting.questionnaire.framework();
    let numbered: Vec<(usize, &Rc<Page>)> =
        sitting.questionnaire.pages().iter().enumerate().collect();
    let domains = numbered.chunk_by(|(_, one), (_, other)| one.domain == other.domain);
    let check = Route::Check(sitting.id.clone());
    let mut inside = vec![h1(&framework.title, "Your assessment")];
    if sitting.progress.unanswered() == 0 {
        inside.push(p(
            "Every statement has an answer. You can change any of them before you finish.",
        ));
        inside.push(link_button(&check, "Finish and see your result"));
    } else if let Some(resume) = resume(framework, assessment) {
        let begun = sitting.progress.answered() > 0;
        inside.push(p("Answer in any order. You can leave statements out and come back to them."));
        inside.push(link_button(&resume, if begun { "Go on where you were" } else { "Begin" }));
    }
    inside.extend(domains.map(|pages| domain(pages, sitting)));
    inside.push(h2("Finish"));
    inside.push(p(nav_link(&check, "", "Check your answers and see your result")));
    in_language(&framework.language, "", inside)
}

fn domain(pages: &[(usize, &Rc<Page>)], sitting: &Sitting) -> Html {
    let title = pages.first().map(|(_, page)| page.domain_title.to_string()).unwrap_or_default();
    let tasks = pages.iter().map(|(number, page)| {
        task(page, sitting.progress.page(&sitting.questionnaire, *number), &sitting.id)
    });
    all(vec![
        node("h2", "nhsuk-heading-m", title),
        node("ul", "nhsuk-task-list", all(tasks.collect())),
    ])
}

fn task(page: &Page, state: PageState, assessment: &AssessmentId) -> Html {
    let element = &page.element;
    let status = match state {
        PageState::NotStarted => node("strong", "nhsuk-tag nhsuk-tag--white", "Not started"),
        PageState::Started { answered, asked } => {
            let told = format!("{answered} of {asked} answered");
            node("strong", "nhsuk-tag nhsuk-tag--yellow", told)
        }
        PageState::Done => "Done".html(),
    };
    let status_id = format!("{}-status", element.id);
    let href = Route::Statements(assessment.clone(), element.id.clone()).to_string();
    let link = html! {
        <a {href} class="nhsuk-link nhsuk-task-list__link" aria-describedby={status_id.clone()}>
            { element.title.to_string() }
        </a>
    };
    let inside = vec![
        node("div", "nhsuk-task-list__name-and-hint", link),
        html! { <div class="nhsuk-task-list__status" id={status_id}>{ status }</div> },
    ];
    node("li", "nhsuk-task-list__item nhsuk-task-list__item--with-link", inside)
}
