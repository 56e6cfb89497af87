//! What a result leads with where its framework has a rule.

use super::result::element_with;
use crate::assessment::{
    Assessment, AssessmentResult, DomainResult, ElementResult, Questionnaire, Weighed, priorities,
    readiness, result_of, tier_fit,
};
use crate::components::markup::{
    Inside, all, body, cell, column, h2, h3, node, p, row, row_heading, table,
};
use crate::components::quadrants;
use crate::framework::{Framework, ReadinessRule, Tenths};
use yew::prelude::*;

/// What comes first; nothing, where the framework has no rule.
pub(super) fn lead(
    questionnaire: &Questionnaire,
    assessment: &Assessment,
    result: &AssessmentResult,
) -> Html {
    let framework = questionnaire.framework();
    let rules = &framework.result;
    if let Some(rule) = &rules.tiers {
        tiers(framework, result, rule.fits_from)
    } else if let Some(rule) = &rules.priorities {
        let importance = result_of(questionnaire, assessment, Some(&rule.importance));
        important_and_low(framework, result, &importance)
    } else if let Some(rule) = &rules.readiness {
        in_bands(result, rule)
    } else {
        Html::default()
    }
}

fn tiers(framework: &Framework, result: &AssessmentResult, from: Tenths) -> Html {
    let fit = tier_fit(result, from);
    let from = format!("{}.{}", from.tenths() / 10, from.tenths() % 10);
    let fits = match fit.fits {
        Some(tier) => format!(
            "Your answers fit “{}”: this tier and all before it have a score of {from} or more.",
            tier.title
        ),
        None => format!("No tier has a score of {from} or more yet, so begin with the first."),
    };
    let mut inside = vec![h2("The tier that your answers fit"), p(fits)];
    if let Some(next) = fit.next {
        inside.extend(next_tier(framework, next));
    }
    all(inside)
}

/// What a tier asks: its elements, the lowest first.
fn next_tier(framework: &Framework, tier: &DomainResult) -> Vec<Html> {
    let domain = framework.domains.iter().find(|domain| domain.id == tier.id);
    let what = domain.map(|domain| p(&*domain.description)).unwrap_or_default();
    let mut asks = vec![h2(&format!("What comes next: {}", tier.title)), what];
    asks.extend(
        tier.elements.iter().rev().map(|element| element_with(element, &element.description)),
    );
    asks
}

fn important_and_low(
    framework: &Framework,
    result: &AssessmentResult,
    importance: &AssessmentResult,
) -> Html {
    let scale = &framework.rating_scale;
    let found = priorities(result, importance, scale);
    let why = if found.first.is_empty() {
        "Nothing that you called important has a score below its importance."
    } else {
        "Important in your work, and furthest below what that asks for."
    };
    let mut inside = vec![h2("Important and low"), p(why)];
    inside.extend(found.first.iter().map(|weighed| {
        let both = format!(
            "Importance {}, score {}. {}",
            weighed.importance, weighed.score, weighed.element.description
        );
        element_with(&weighed.element, &both)
    }));
    if !found.all.is_empty() {
        inside.push(h2("Importance and score side by side"));
        inside.push(node(
            "div",
            "bellwether-radar",
            vec![quadrants(&found.all, scale.highest()), numbers(&found.all)],
        ));
    }
    all(inside)
}

fn numbers(all: &[Weighed]) -> Html {
    let rows = all.iter().enumerate().map(|(number, weighed)| {
        row(vec![
            cell("nhsuk-table__cell", &(number + 1).to_string()),
            row_heading("nhsuk-table__header", &weighed.element.title),
            cell("nhsuk-table__cell", &weighed.importance.to_string()),
            cell("nhsuk-table__cell", &weighed.score.to_string()),
        ])
    });
    let caption = node("caption", "nhsuk-u-visually-hidden", "Importance and scores");
    let columns = ["No.", "Element", "Importance", "Score"].map(column).to_vec();
    table("nhsuk-table bellwether-numbers", caption, columns, vec![body(rows.collect())])
}

fn in_bands(result: &AssessmentResult, rule: &ReadinessRule) -> Html {
    let (bands, unknown) = readiness(result, rule);
    let mut inside = vec![h2("What is in place, and what is not yet")];
    for (band, elements) in rule.bands.iter().zip(&bands) {
        if !elements.is_empty() {
            inside.push(h3(band.label.html()));
            inside.push(p(&*band.description));
            inside.push(titles(elements));
        }
    }
    if !unknown.is_empty() {
        inside.push(h3("Not enough answers to say".html()));
        inside.push(titles(&unknown));
    }
    if !rule.next_steps.is_empty() {
        inside.push(h2("What to do next"));
        let steps = rule.next_steps.iter().map(|step| {
            let title = node("strong", "", format!("{}. ", step.title));
            node("li", "", vec![title, step.text.html()])
        });
        let list: Vec<Html> = steps.collect();
        inside.push(node("ol", "nhsuk-list nhsuk-list--number", list));
    }
    all(inside)
}

fn titles(elements: &[&ElementResult]) -> Html {
    let items: Vec<Html> = elements
        .iter()
        .map(|element| {
            let score = element.score.score().map(|score| format!(" ({score})"));
            node("li", "", format!("{}{}", element.title, score.unwrap_or_default()))
        })
        .collect();
    node("ul", "nhsuk-list nhsuk-list--bullet", items)
}
