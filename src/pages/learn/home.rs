//! What comes next for the person, and the ways into all that there is to learn.

use super::super::view::View;
use super::sessions::{offer, row};
use super::words::counted;
use crate::app::{Action, Available, Filter, ForYou, LearnRoute, Learning, Route, for_you};
use crate::browser::{clock, page};
use crate::components::markup::{Inside, Tag, all, details, h1, h2, h3, node, p, unseen};
use crate::components::{link_button, nav_link, quiet_link_button, text_button};
use crate::learning::progress::{DROPPED, PAGE, PINNED, is_done, list};
use crate::learning::{Library, PathwayEntry, Reason, Recommended};
use crate::record::note_key;
use wasm_bindgen_futures::spawn_local;
use web_sys::Node;
use yew::prelude::*;

/// The heading that takes the focus when a button of the list has gone.
const FOR_YOU: &str = "for-you";
/// As many as one looks through.
const SHOWN: usize = 6;

/// The page.
pub(super) fn home(view: &View<'_>, library: &Library) -> Html {
    let all_of_them = Route::Learn(LearnRoute::Sessions(Filter::default()));
    let log = Route::Learn(LearnRoute::Log);
    let mut inside = vec![
        h1("", "Learning"),
        p(format!(
            "{} of 10 to 15 minutes each, for every profession. Start anywhere, stop anywhere: what \
             you write and where you are is kept on this device.",
            counted(library.sessions.len(), "short session", "short sessions"),
        )),
        node(
            "div",
            "nhsuk-button-group",
            vec![
                link_button(&all_of_them, "Find a session"),
                quiet_link_button(&log, "What you have done"),
            ],
        ),
    ];
    inside.extend(under_way(view, library));
    let values = [FOR_YOU.into(), "-1".into()];
    inside.push(Tag::new("h2", &["id", "tabindex"], values).inside("For you"));
    inside.push(match for_you(view.state) {
        Some(for_you) => recommendations(view, library, &for_you),
        None => p("Loading…"),
    });
    inside.push(h2("Pathways"));
    inside.push(p(
        "The same sessions in different orders, and things to do at work. What is done in one \
         pathway is done in all.",
    ));
    inside.push(node(
        "ul",
        "bellwether-sessions",
        all(library.pathways.iter().map(pathway).collect()),
    ));
    if !library.elsewhere.is_empty() {
        inside.push(h2("Offered elsewhere"));
        let offers = library.elsewhere.iter().take(SHOWN).map(|entry| offer(view, entry));
        inside.push(node("ul", "bellwether-sessions", all(offers.collect())));
        if library.elsewhere.len() > SHOWN {
            inside.push(p(nav_link(&all_of_them, "", "All of these are among the sessions")));
        }
    }
    all(inside)
}

/// The session that was begun and is not done.
fn under_way(view: &View<'_>, library: &Library) -> Option<Html> {
    let record = &view.state.record;
    let begun = library.sessions.iter().filter_map(|session| {
        let page = record.notes.get(&note_key(session.id.as_str(), PAGE))?;
        let number: usize = page.value.as_deref()?.parse().ok()?;
        (!is_done(record, session.id.as_str())).then_some((session, number, page.stamp.time))
    });
    let (session, page, _) = begun.max_by_key(|(_, _, when)| *when)?;
    let to = Route::Learn(LearnRoute::Page(session.id.clone(), page));
    let inside = vec![
        h2("You have begun a session"),
        p(&*session.title),
        link_button(&to, "Go on where you were"),
    ];
    Some(node("section", "bellwether-panel bellwether-panel--lead", inside))
}

fn recommendations(view: &View<'_>, library: &Library, for_you: &ForYou) -> Html {
    let mut inside = Vec::new();
    match &for_you.from {
        Some((framework, finished)) => {
            let crosswalk = view.state.more.crosswalk.as_ref().and_then(Available::ready);
            let title = crosswalk.and_then(|crosswalk| crosswalk.of(framework));
            let title = title.map_or_else(|| framework.shared(), |mapped| mapped.title());
            let on = clock::date(*finished);
            inside.push(p(format!(
                "From your result in {title} of {on}: first what is furthest below what it could be. \
                 You decide the order."
            )));
        }
        None => inside.push(p(vec![
            "Finish an assessment, and the sessions that fit your result stand here. ".html(),
            nav_link(&Route::Start, "", "Choose a framework"),
        ])),
    }
    inside.push(recommended(view, library, &for_you.sessions, SHOWN));
    let dropped = list(&view.state.record, DROPPED);
    let dropped: Vec<Html> = dropped
        .iter()
        .filter_map(|id| library.session(id))
        .map(|session| {
            let id = session.id.clone();
            let back = view.act.reform(move |_| Action::Learn(Learning::Drop(id.clone(), false)));
            let says = vec!["Show it again".html(), unseen(&format!(": {}", session.title))];
            node("li", "", vec![session.title.html(), " ".html(), text_button(back, all(says))])
        })
        .collect();
    if !dropped.is_empty() {
        inside.push(details(
            "Sessions that you do not want to be shown here",
            vec![node("ul", "nhsuk-list nhsuk-list--bullet", dropped)],
        ));
    }
    all(inside)
}

/// Some of the sessions that come next, each with why, and with ways to change the order.
pub(crate) fn recommended(
    view: &View<'_>,
    library: &Library,
    sessions: &[Recommended],
    most: usize,
) -> Html {
    let rows = sessions.iter().take(most).filter_map(|one| {
        let session = library.session(one.session.as_str())?;
        let why = match &one.why {
            Reason::Pinned => "You have put it first.".to_owned(),
            Reason::Need(need) => {
                let element = library.element_title(&need.element);
                if *element == *need.said_by {
                    format!("Because of {element}: {} in your result.", need.score)
                } else {
                    format!(
                        "Because of {}: {} in your result. It helps with {element}.",
                        need.said_by, need.score
                    )
                }
            }
        };
        Some(row(view, library, session, vec![p(why), ways(view, one, &session.title)]))
    });
    node("ul", "bellwether-sessions", all(rows.collect()))
}

/// Putting first, dropping, moving.
fn ways(view: &View<'_>, one: &Recommended, title: &str) -> Html {
    let way = |says: &'static str, did: Learning| {
        let act = view.act.clone();
        let call = Callback::from(move |event: MouseEvent| {
            let root = event.target_unchecked_into::<Node>().get_root_node();
            act.emit(Action::Learn(did.clone()));
            // Once the list is drawn anew, and the button may be gone.
            spawn_local(async move { page::focus_if_lost(&root, FOR_YOU) });
        });
        text_button(call, all(vec![says.html(), unseen(&format!(": {title}"))]))
    };
    let id = || one.session.clone();
    let pinned = list(&view.state.record, PINNED);
    let mut ways = Vec::new();
    if one.why == Reason::Pinned {
        if pinned.first() != Some(&one.session.as_str()) {
            ways.push(way("Up", Learning::Shift(id(), true)));
        }
        if pinned.last() != Some(&one.session.as_str()) {
            ways.push(way("Down", Learning::Shift(id(), false)));
        }
        ways.push(way("Put back", Learning::Pin(id(), false)));
    } else {
        ways.push(way("Put first", Learning::Pin(id(), true)));
    }
    ways.push(way("Not for me", Learning::Drop(id(), true)));
    node("p", "bellwether-screen", ways)
}

fn pathway(entry: &PathwayEntry) -> Html {
    let to = Route::Learn(LearnRoute::Pathway(entry.id.clone()));
    let mut has = Vec::new();
    if entry.sessions > 0 {
        has.push(counted(entry.sessions, "session", "sessions"));
    }
    if entry.activities > 0 {
        has.push(counted(entry.activities, "activity", "activities"));
    }
    node(
        "li",
        "",
        vec![
            h3(nav_link(&to, "", &*entry.title)),
            p(&*entry.summary),
            node("p", "bellwether-facts-line", has.join(", ")),
        ],
    )
}
