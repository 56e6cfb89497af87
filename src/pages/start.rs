//! The start page where there are several frameworks to choose from.

use super::welcome::{earlier, under_way_in_short};
use crate::app::Route;
use crate::assessment::Summary;
use crate::catalogue::{Catalogue, Entry, Wish, minutes};
use crate::components::markup::{Inside, all, h1, node, p, with_attribute};
use crate::components::{link_button, nav_link};
use crate::framework::Audience;
use yew::prelude::*;

/// The frameworks, each with a link to its own page; those for an audience, if one is chosen. What
/// is under way comes first.
pub(super) fn start(catalogue: &Catalogue, audience: Option<Audience>, mine: &[Summary]) -> Html {
    let mut inside = vec![
        h1("", "See where you stand in clinical leadership"),
        p(
            "Answer short statements about your everyday work. Choose the framework that your school, \
           college or employer uses. Your answers stay on this device. This is for your own \
           development: there is no pass mark.",
        ),
    ];
    inside.extend(
        mine.iter()
            .find(|one| one.finished.is_none())
            .map(|open| under_way_in_short(open, catalogue)),
    );
    inside.push(earlier(mine, Some(catalogue)));
    inside.push(link_button(&Route::Choose(Wish::default()), "Which one is for me?"));
    inside.push(p(nav_link(&Route::Compare(None), "", "See the frameworks side by side")));
    inside.push(audiences(audience));
    let shown = catalogue
        .frameworks
        .iter()
        .filter(|entry| audience.is_none_or(|audience| entry.audiences.contains(&audience)));
    inside.extend(shown.map(framework));
    all(inside)
}

fn audiences(chosen: Option<Audience>) -> Html {
    let link = |to: Route, says: &'static str, is: bool| {
        let inside = if is { node("strong", "", says) } else { nav_link(&to, "", says) };
        node("li", "", inside)
    };
    let every = Audience::ALL
        .iter()
        .map(|&audience| link(Route::For(audience), in_words(audience), chosen == Some(audience)));
    let all = std::iter::once(link(Route::Start, "All", chosen.is_none())).chain(every);
    let list: Vec<Html> = all.collect();
    let inside = vec!["Show those for: ".html(), node("ul", "bellwether-choices", list)];
    let names = &["class", "aria-label"];
    with_attribute("nav", names, "bellwether-audiences", "Audiences", inside.html())
}

/// An audience, as people call themselves.
pub(super) fn in_words(audience: Audience) -> &'static str {
    match audience {
        Audience::Student => "Students",
        Audience::Trainee => "Trainees, early career",
        Audience::Senior => "Senior clinicians",
        Audience::PrimaryCare => "Primary care",
        Audience::AnyProfession => "Any profession",
        Audience::Team => "Teams",
        Audience::Programme => "Programmes",
    }
}

/// One framework, as far as it has to be known to choose it.
pub(super) fn framework(entry: &Entry) -> Html {
    let form = |statements: usize| {
        format!("{statements} statements, about {} minutes", minutes(statements))
    };
    let mut long = form(entry.statements);
    if entry.short_form > 0 {
        long = format!("{long}; short form: {}", form(entry.short_form));
    }
    let title = nav_link(&Route::Framework(entry.id.clone()), "", &*entry.title);
    let mut inside = vec![node("h2", "", title), p(&*entry.summary)];
    let for_whom = vec![node("strong", "", "For: "), entry.audience.html()];
    inside.push(p(for_whom));
    if let Some(produces) = &entry.produces {
        inside.push(p(vec![node("strong", "", "You get: "), produces.html()]));
    }
    inside.push(node("p", "bellwether-quiet", long));
    node("section", "bellwether-panel", inside)
}
