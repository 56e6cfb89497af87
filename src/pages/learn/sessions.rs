//! All sessions, those of some kind, and those with some words.

use super::super::view::View;
use super::words::{counted, profession, setting};
use crate::app::{Action, Available, Filter, Late, LearnRoute, Learning, Route};
use crate::components::markup::{Inside, Tag, all, h1, h3, node, outward, p, status, unseen};
use crate::components::{memo, nav_link, select, text_button, text_line};
use crate::learning::progress::{is_done, page_of};
use crate::learning::{ElsewhereEntry, Library, Profession, SessionEntry};
use yew::prelude::*;

/// As many as are drawn at once to look through; the rest is found by words and kinds.
const DRAWN: usize = 100;
/// As many as are drawn while somebody types: the list is another with every letter.
const FOUND: usize = 12;

/// The page.
pub(super) fn sessions(view: &View<'_>, library: &Late<Library>, filter: &Filter) -> Html {
    let words = view.state.more.words.as_ref().and_then(Available::ready);
    let found = words.and_then(|words| words.find(&view.state.more.query));
    let (mine, offers) = match &found {
        Some(ids) => (
            ids.iter().filter_map(|id| library.session(id)).collect(),
            ids.iter().filter_map(|id| library.elsewhere(id)).collect(),
        ),
        None => (
            library.sessions.iter().collect::<Vec<_>>(),
            library.elsewhere.iter().collect::<Vec<_>>(),
        ),
    };
    let mine: Vec<&SessionEntry> = mine.into_iter().filter(|one| fits(filter, one)).collect();
    let offers: Vec<&ElsewhereEntry> =
        offers.into_iter().filter(|one| offer_fits(filter, one)).collect();
    let count = mine.len() + offers.len();
    let says = match count {
        0 => "No session fits. Take a filter out, or search for fewer words.".to_owned(),
        _ => counted(count, "session", "sessions"),
    };
    let drawn = if found.is_some() { FOUND } else { DRAWN };
    let rows = mine.iter().take(drawn).map(|session| {
        let element = session.element.as_ref().map(|id| p(library.element_title(id).html()));
        row(view, library, session, element.into_iter().collect())
    });
    let left = drawn.saturating_sub(mine.len());
    let offers = offers.iter().take(left).map(|entry| offer(view, entry));
    let mut inside = vec![
        nav_link(&Route::Learn(LearnRoute::Home), "nhsuk-back-link", "Learning"),
        h1("", "Sessions"),
        text_line(
            "search",
            "text",
            "Search in titles and texts",
            &view.state.more.query,
            view.act.reform(|query| Action::Learn(Learning::Search(query))),
        ),
        memo(format!("filters{filter}"), {
            let (library, filter, act) = (library.clone(), filter.clone(), view.act.clone());
            move || filters(&library, &filter, &act)
        }),
        status("div", "", node("h2", "nhsuk-heading-m bellwether-found", says)),
        node("ul", "bellwether-sessions", all(rows.chain(offers).collect())),
    ];
    // Always there: Yew compares the parts of a list from its end, and would make the field that
    // somebody is typing in anew if one more came after it.
    inside.push(if count > drawn {
        p(format!("The first {drawn} are shown. Search, or choose, to see others."))
    } else {
        Html::default()
    });
    all(inside)
}

fn fits(filter: &Filter, session: &SessionEntry) -> bool {
    (filter.element.is_none() || session.element == filter.element)
        && filter.minutes.is_none_or(|most| session.minutes <= most)
        && filter.profession.is_none_or(|one| session.professions.contains(&one))
        && filter.stage.as_ref().is_none_or(|stage| session.level == *stage)
}

fn offer_fits(filter: &Filter, offer: &ElsewhereEntry) -> bool {
    filter.element.as_ref().is_none_or(|element| offer.elements.contains(element))
        && filter.minutes.is_none_or(|most| offer.minutes <= most)
        && filter.profession.is_none()
        && filter.stage.is_none()
}

fn filters(library: &Late<Library>, filter: &Filter, act: &Callback<Action>) -> Html {
    let go = |change: fn(&mut Filter, &str)| {
        let (filter, act) = (filter.clone(), act.clone());
        Callback::from(move |value: String| {
            let mut filter = filter.clone();
            change(&mut filter, &value);
            act.emit(Action::Go(Route::Learn(LearnRoute::Sessions(filter))));
        })
    };
    let any = |says: &str| vec![(String::new(), says.to_owned())];
    let mut elements = any("Any element");
    elements.extend(
        library.elements.iter().map(|one| (one.id.as_str().to_owned(), one.title.to_string())),
    );
    let mut professions = any("Any profession");
    professions.extend(
        Profession::ALL
            .iter()
            .filter(|one| library.sessions.iter().any(|session| session.professions.contains(one)))
            .map(|one| (one.as_str().to_owned(), profession(*one).to_owned())),
    );
    let mut stages = any("Any stage");
    stages.extend(
        library.stages.iter().map(|one| (one.id.as_str().to_owned(), one.title.to_string())),
    );
    let mut minutes = any("Any length");
    minutes.extend([10, 12, 15].map(|m| (m.to_string(), format!("At most {m} minutes"))));
    let chosen = filter.minutes.map(|minutes| minutes.to_string()).unwrap_or_default();
    let fields = vec![
        select(
            "element",
            "Element",
            &elements,
            filter.element.as_ref().map(|id| id.as_str()).unwrap_or_default(),
            go(|filter, value| filter.element = (!value.is_empty()).then(|| value.into())),
        ),
        select(
            "minutes",
            "Length",
            &minutes,
            &chosen,
            go(|filter, value| filter.minutes = value.parse().ok()),
        ),
        select(
            "profession",
            "Whose case",
            &professions,
            filter.profession.map(Profession::as_str).unwrap_or_default(),
            go(|filter, value| filter.profession = Profession::parse(value)),
        ),
        select(
            "stage",
            "Career stage",
            &stages,
            filter.stage.as_ref().map(|id| id.as_str()).unwrap_or_default(),
            go(|filter, value| filter.stage = (!value.is_empty()).then(|| value.into())),
        ),
    ];
    node("div", "bellwether-filters", fields)
}

/// A session in a list, with what else is to be said of it.
pub(super) fn row(
    view: &View<'_>,
    library: &Library,
    session: &SessionEntry,
    more: Vec<Html>,
) -> Html {
    let record = &view.state.record;
    let far = if is_done(record, session.id.as_str()) {
        node("strong", "nhsuk-tag", "Done")
    } else if page_of(record, &session.id).is_some() {
        node("strong", "nhsuk-tag nhsuk-tag--yellow", "Begun")
    } else {
        Html::default()
    };
    let whose: Vec<&str> = session
        .professions
        .iter()
        .filter(|one| **one != Profession::Student || session.professions.len() == 1)
        .map(|one| profession(*one))
        .collect();
    let facts = vec![
        node("span", "", format!("{} minutes", session.minutes)),
        node("span", "", &*library.stage_title(&session.level)),
        node("span", "", format!("{}, {}", whose.join(", "), setting(session.setting))),
        far,
    ];
    let to = Route::Learn(LearnRoute::Session(session.id.clone()));
    let mut inside =
        vec![h3(nav_link(&to, "", &*session.title)), node("div", "bellwether-facts-line", facts)];
    inside.push(p(&*session.summary));
    inside.extend(more);
    Tag::new("li", &["class"], ["".into()]).key(session.id.as_str()).inside(inside)
}

/// Something that others offer, in a list: it is elsewhere, so the person says when it is done.
pub(super) fn offer(view: &View<'_>, entry: &ElsewhereEntry) -> Html {
    let is = is_done(&view.state.record, entry.id.as_str());
    let about = entry.id.shared();
    let done = view.act.reform(move |_| Action::Learn(Learning::Done(about.clone(), !is)));
    let says = if is { "Done; not done after all" } else { "I have done it" };
    let mut facts = vec![
        node("span", "", &*entry.provider),
        node("span", "", format!("{} minutes", entry.minutes)),
    ];
    facts.extend(entry.code.as_deref().map(|code| node("span", "", code)));
    let inside = vec![
        h3(outward(&entry.link, &entry.title)),
        node("div", "bellwether-facts-line", facts),
        p(text_button(done, all(vec![says.html(), unseen(&format!(": {}", entry.title))]))),
    ];
    Tag::new("li", &["class"], ["".into()]).key(entry.id.as_str()).inside(inside)
}
