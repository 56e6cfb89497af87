//! Frameworks side by side, and a result in another framework's words.

use super::unavailable::{Why, unavailable};
use super::view::{View, with};
use crate::app::Route;
use crate::assessment::result;
use crate::components::markup::{
    Inside, all, body, bullets, column, h1, h2, h3, in_language, li, node, p, row, row_heading,
    table,
};
use crate::components::nav_link;
use crate::crosswalk::{Crosswalk, Link, Mapped, in_words_of};
use crate::framework::{ElementId, FrameworkId};
use std::rc::Rc;
use yew::prelude::*;

/// How all frameworks, or one, relate to the hub.
pub(super) fn compare(view: &View<'_>, framework: Option<&FrameworkId>) -> Html {
    with(view.state.more.crosswalk.as_ref(), |crosswalk| match framework {
        None => every(crosswalk),
        Some(id) => match crosswalk.of(id) {
            Some(mapped) => one(crosswalk, mapped),
            None => unavailable(&Why::NoSuchPage),
        },
    })
}

fn hub(crosswalk: &Crosswalk) -> Option<&Mapped> {
    crosswalk.of(&crosswalk.hub)
}

/// Every element of the hub with its counterparts in all frameworks.
fn every(crosswalk: &Crosswalk) -> Html {
    let Some(hub) = hub(crosswalk) else { return unavailable(&Why::NoSuchPage) };
    let others = || crosswalk.frameworks.iter().filter(|one| one.framework != hub.framework);
    let ways = others().map(|one| {
        let to = Route::Compare(Some(one.framework.clone()));
        li(nav_link(&to, "", one.title().html()))
    });
    let mut inside = vec![
        h1("", "Frameworks side by side"),
        p(&*crosswalk.note),
        p(format!(
            "Each element of {} stands here with what comes nearest to it elsewhere. Or look at one \
             framework beside it:",
            hub.title()
        )),
        bullets(ways.collect()),
    ];
    for links in hub.elements.chunk_by(|one, other| one.domain == other.domain) {
        let domain = links.first().and_then(|link| link.domain.clone());
        inside.push(h2(&domain.unwrap_or_else(|| "".into())));
        inside.extend(links.iter().map(|link| {
            let near = others().filter_map(|other| counterparts(other, &link.element));
            all(vec![h3(link.title().html()), bullets(near.collect())])
        }));
    }
    in_language(&crosswalk.language, "", inside)
}

/// What another framework has for an element of the hub.
fn counterparts(other: &Mapped, element: &ElementId) -> Option<Html> {
    // What a framework has from the hub itself is no news.
    let is = |link: &&Link| link.nearest.contains(element) && link.element != *element;
    let titles: Vec<String> =
        other.elements.iter().filter(is).map(|link| link.title().to_string()).collect();
    (!titles.is_empty()).then(|| {
        li(vec![node("strong", "", format!("{}: ", other.title())), titles.join(", ").html()])
    })
}

/// One framework beside the hub, with what they share.
fn one(crosswalk: &Crosswalk, mapped: &Mapped) -> Html {
    let Some(hub) = hub(crosswalk) else { return unavailable(&Why::NoSuchPage) };
    let rows = mapped.elements.iter().map(|link| {
        let near: Vec<Rc<str>> =
            link.nearest.iter().filter_map(|id| hub.link(id)).map(|near| near.title()).collect();
        let near = if near.is_empty() { "None comes near".to_owned() } else { near.join(", ") };
        row(vec![
            row_heading("nhsuk-table__header", &link.title()),
            node("td", "nhsuk-table__cell", near),
            node("td", "nhsuk-table__cell", &*link.why),
        ])
    });
    let heading = format!("{} beside {}", mapped.title(), hub.title());
    let caption = node("caption", "nhsuk-u-visually-hidden", heading.clone());
    let columns = vec![column(&mapped.title()), column(&hub.title()), column("What they share")];
    let inside = vec![
        nav_link(&Route::Compare(None), "nhsuk-back-link", "All frameworks side by side"),
        h1("", &heading),
        p(&*crosswalk.note),
        table("nhsuk-table bellwether-compare", caption, columns, vec![body(rows.collect())]),
    ];
    in_language(&crosswalk.language, "", inside)
}

/// A result in the words of another framework.
pub(super) fn in_words(view: &View<'_>, other: &FrameworkId) -> Html {
    with(view.state.more.crosswalk.as_ref(), |crosswalk| {
        let Some(mapped) = crosswalk.of(other) else { return unavailable(&Why::NoSuchPage) };
        view.with_assessment(|sitting, assessment| {
            let framework = sitting.questionnaire.framework();
            let result = result(&sitting.questionnaire, assessment);
            let words = in_words_of(crosswalk, &framework.id, &result, other);
            let mut inside = vec![
                nav_link(&Route::Result(sitting.id.clone()), "nhsuk-back-link", "Your result"),
                h1(&framework.title, &format!("Your result in the words of {}", mapped.title())),
                p(&*crosswalk.note),
                p("Under each element stands what you said that bears on it, with your own scores. \
                   The statements were others, so these are no scores in that framework."),
            ];
            for group in words.chunk_by(|one, next| one.link.domain == next.link.domain) {
                let domain = group.first().and_then(|one| one.link.domain.clone());
                inside.push(h2(&domain.unwrap_or_else(|| "".into())));
                for one in group {
                    inside.push(h3(one.link.title().html()));
                    let said = one.said.iter().map(|element| {
                        let score = match element.score.score() {
                            Some(score) => score.to_string(),
                            None => "no score".to_owned(),
                        };
                        li(format!("{}: {score}", element.title))
                    });
                    let said: Vec<Html> = said.collect();
                    inside.push(if said.is_empty() {
                        p("Nothing that you were asked bears on it.")
                    } else {
                        bullets(said)
                    });
                }
            }
            in_language(&framework.language, "bellwether-result", vec![all(inside)])
        })
    })
}
