//! The pages on which a session is worked through: the case, what it teaches, each question, and
//! what to take to work.

use super::super::view::View;
use crate::app::{Action, LearnRoute, Learning, Route};
use crate::components::markup::{
    Inside, Tag, all, bullets, h1, h2, in_language, li, node, outward, p, unseen,
};
use crate::components::{
    button, exercise, link_button, nav_link, quiet_button, quiet_link_button, text_area,
};
use crate::learning::progress::{CASE, REFLECTION, answer_to, is_done, looked_at};
use crate::learning::{Question, Session};
use std::rc::Rc;
use yew::prelude::*;

/// The page with a number from 0.
pub(super) fn part(view: &View<'_>, session: &Session, page: usize) -> Html {
    let question = page.checked_sub(2).and_then(|number| session.exercise.get(number));
    let (title, body) = match (page, question) {
        (0, _) => (&*session.case.title, case(view, session)),
        (1, _) => ("What helps", points(session)),
        (_, Some(question)) => ("Try it", ask(view, session, question)),
        _ => ("Take it to work", take_away(view, session)),
    };
    let caption = format!("{}, page {} of {}", session.title, page + 1, session.pages());
    let cover = Route::Learn(LearnRoute::Session(session.id.clone()));
    let inside = vec![
        nav_link(&cover, "nhsuk-back-link", "About this session"),
        h1(&caption, title),
        steps(session, page),
        body,
        foot(session, page),
    ];
    in_language(&session.language, "", vec![all(inside)])
}

/// All pages, to go to any.
fn steps(session: &Session, page: usize) -> Html {
    let items = (0..session.pages()).map(|number| {
        let says = vec![unseen("Page "), (number + 1).to_string().html()];
        let inside = if number == page {
            let values = ["step".into(), "".into()];
            Tag::new("strong", &["aria-current", "class"], values).inside(says)
        } else {
            let to = Route::Learn(LearnRoute::Page(session.id.clone(), number));
            nav_link(&to, "", says)
        };
        node("li", "", inside)
    });
    let list: Vec<Html> = items.collect();
    let values = ["".into(), "Pages of this session".into()];
    let nav = Tag::new("nav", &["class", "aria-label"], values);
    nav.inside(node("ol", "bellwether-steps", list))
}

fn foot(session: &Session, page: usize) -> Html {
    let to = |number| Route::Learn(LearnRoute::Page(session.id.clone(), number));
    let mut ways = Vec::new();
    if page + 1 < session.pages() {
        ways.push(link_button(&to(page + 1), "Continue"));
    }
    if let Some(before) = page.checked_sub(1) {
        ways.push(quiet_link_button(&to(before), "Back"));
    }
    all(vec![
        node("p", "bellwether-quiet", "What you write is kept as you write it. You can stop here."),
        node("div", "nhsuk-button-group", ways),
    ])
}

/// What writes a note about the session.
fn writes(view: &View<'_>, session: &Session, name: &str) -> Callback<String> {
    let (about, name): (Rc<str>, Rc<str>) = (session.id.shared(), name.into());
    view.act.reform(move |text: String| {
        let (about, name) = (about.clone(), name.clone());
        Action::Learn(Learning::Note { about, name, text: text.into() })
    })
}

fn noted<'a>(view: &'a View<'_>, session: &Session, name: &str) -> &'a str {
    view.state.record.note(session.id.as_str(), name).unwrap_or_default()
}

fn case(view: &View<'_>, session: &Session) -> Html {
    let text: Vec<Html> = session.case.text.iter().map(|paragraph| p(&**paragraph)).collect();
    let hint = "A sentence or two is enough. You will come back to it.";
    all(vec![
        node("div", "bellwether-case", text),
        text_area(
            "case",
            &session.case.question,
            hint,
            noted(view, session, CASE),
            writes(view, session, CASE),
        ),
    ])
}

fn points(session: &Session) -> Html {
    let points: Vec<Html> =
        session.points.iter().map(|point| all(vec![h2(&point.title), p(&*point.text)])).collect();
    node("div", "bellwether-points", points)
}

fn ask(view: &View<'_>, session: &Session, question: &Question) -> Html {
    let given = noted(view, session, &answer_to(question));
    let looked = looked_at(question);
    let is = !noted(view, session, &looked).is_empty();
    let answer = writes(view, session, &answer_to(question));
    let look = writes(view, session, &looked)
        .reform(|is: bool| if is { "yes".to_owned() } else { String::new() });
    exercise(&Rc::new(question.clone()), given, is, &answer, &look)
}

fn take_away(view: &View<'_>, session: &Session) -> Html {
    let is = is_done(&view.state.record, session.id.as_str());
    let about = session.id.shared();
    let done = view.act.reform(move |_| Action::Learn(Learning::Done(about.clone(), !is)));
    let mut inside = Vec::new();
    let said = noted(view, session, CASE);
    if !said.is_empty() {
        inside.push(h2("What you said at the start"));
        inside.push(node("blockquote", "bellwether-feedback", said));
    }
    inside.extend([
        h2("Think about it"),
        text_area(
            "reflection",
            &session.reflection,
            "For yourself, or for your portfolio. No names of patients.",
            noted(view, session, REFLECTION),
            writes(view, session, REFLECTION),
        ),
        h2("Try this week"),
        p(&*session.this_week),
    ]);
    if !session.reading.is_empty() {
        inside.push(h2("To read on"));
        let reading = session
            .reading
            .iter()
            .map(|one| li(vec![outward(&one.link, &one.title), ": ".html(), one.supports.html()]));
        inside.push(bullets(reading.collect()));
    }
    // The same parts whether it is done or not, so that the button keeps the focus.
    let to = Route::Learn(LearnRoute::Certificate(session.id.clone()));
    let (says, ways) = if is {
        let says = "Done. You can open it again whenever you like.";
        (
            says,
            vec![
                quiet_button(done, "Not done after all"),
                link_button(&to, "See your certificate"),
            ],
        )
    } else {
        let says = "When you have what you want from it:";
        (says, vec![button(done, "I have done this session"), Html::default()])
    };
    inside.push(node("p", "bellwether-lead", says));
    inside.push(node("div", "nhsuk-button-group", ways));
    inside.push(p(nav_link(&Route::Learn(LearnRoute::Home), "", "What comes next for you")));
    all(inside)
}
