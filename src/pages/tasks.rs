//! What an assessment asks, domain by domain, and how far each part is.

use crate::app::{Action, Route, Sitting, resume};
use crate::assessment::{Assessment, AssessmentId, Choices, Page, PageState};
use crate::components::markup::{Inside, Tag, all, h1, h2, in_language, node, p};
use crate::components::{link_button, nav_link, quiet_button};
use crate::framework::Part;
use std::rc::Rc;
use yew::prelude::*;

/// The page.
pub(super) fn tasks(sitting: &Sitting, assessment: &Assessment, act: &Callback<Action>) -> Html {
    let framework = sitting.questionnaire.framework();
    let numbered: Vec<(usize, &Rc<Page>)> =
        sitting.questionnaire.pages().iter().enumerate().collect();
    let domains = numbered.chunk_by(|(_, one), (_, other)| one.domain == other.domain);
    let check = Route::Check(sitting.id.clone());
    let mut inside = vec![h1(&framework.title, "Your assessment")];
    inside.extend(assessment.form.offers(framework).map(|part| offer(part, assessment, act)));
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

/// A part that the person can take, or leave out again; answers to it are kept.
fn offer(part: &Part, assessment: &Assessment, act: &Callback<Action>) -> Html {
    let mut parts = assessment.parts().to_vec();
    let taken = parts.contains(&part.id);
    if taken {
        parts.retain(|id| *id != part.id);
    } else {
        parts.push(part.id.clone());
    }
    let choices = Choices { stage: assessment.stage().cloned(), parts };
    let toggle = act.reform(move |_| Action::Choose(choices.clone()));
    let says = if taken { "Leave this part out again" } else { "Yes, ask me about this too" };
    let inside = vec![
        h2(&part.title),
        p(part.offer.as_deref().unwrap_or_default()),
        p(&*part.description),
        quiet_button(toggle, says),
    ];
    node("section", "bellwether-panel bellwether-panel--lead", inside)
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
    let class = "nhsuk-link nhsuk-task-list__link";
    let values = [class.into(), href.into(), status_id.clone().into()];
    let link = Tag::new("a", &["class", "href", "aria-describedby"], values);
    let link = link.inside(&*element.title);
    let values = ["nhsuk-task-list__status".into(), status_id.into()];
    let place = Tag::new("div", &["class", "id"], values);
    let inside = vec![node("div", "nhsuk-task-list__name-and-hint", link), place.inside(status)];
    node("li", "nhsuk-task-list__item nhsuk-task-list__item--with-link", inside)
}
