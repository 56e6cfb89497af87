//! What a session must be.

use super::{Shelves, exercise, framework, has_element};
use crate::json::{Checker, Seen};
use crate::learning::session::Session;
use crate::learning::sound::{MOST, MOST_NAMED};
use crate::problem::{Problem, quoted};

/// What fits between two other things on a shift, in minutes.
const MOST_MINUTES: u32 = 60;
/// How long the plan for a group takes, in minutes.
const PLAN_MINUTES: u64 = 20;

/// Everything that is wrong with a session.
pub(super) fn check(session: &Session, shelves: &Shelves<'_>) -> Vec<Problem> {
    let mut c = Checker::default();
    c.head(session.format, &session.version, &session.language);
    c.id("id", session.id.as_str(), &mut Seen::default());
    c.title("title", &session.title);
    c.text("summary", &session.summary);
    let is_short = (1..=MOST_MINUTES).contains(&session.minutes);
    let what = format!("a session of {} minutes is not short", session.minutes);
    c.field("minutes", is_short, &what, "write a number from 1 to 60");
    about(&mut c, session, shelves);
    c.count("outcomes", session.outcomes.len(), 3, 3);
    c.texts("outcomes", &session.outcomes);
    case(&mut c, session);
    points(&mut c, session);
    exercise::check(&mut c, &session.exercise);
    c.text("reflection", &session.reflection);
    c.text("try", &session.this_week);
    trainer(&mut c, session);
    c.count("reading", session.reading.len(), 0, MOST);
    c.each("reading", &session.reading, |c, reading| {
        c.text("title", &reading.title);
        c.link("link", &reading.link);
        c.text("supports", &reading.supports);
    });
    c.into_problems()
}

/// What it is about, for whom, and what comes before it.
fn about(c: &mut Checker, session: &Session, shelves: &Shelves<'_>) {
    let of = framework(c, &session.framework, shelves);
    match &session.element {
        Some(element) => {
            let what = format!("there is no element `{}`", quoted(element.as_str()));
            let remedy = "name an element of the framework";
            c.field("element", has_element(of, element.as_str()), &what, remedy);
        }
        None => c.field(
            "element",
            session.sample,
            "the session has no element",
            "name the element that it helps with, or make it an introduction with `sample`",
        ),
    }
    let is_theme = |theme: &str| {
        let mut modules = shelves.pathways.iter().flat_map(|pathway| &pathway.modules);
        modules.any(|module| module.id.as_str() == theme)
    };
    if let Some(theme) = &session.theme {
        let what = format!("no pathway has a module `{}`", quoted(theme.as_str()));
        c.field("theme", is_theme(theme.as_str()), &what, "name a module of a pathway of themes");
    }
    let is_stage = of.is_none_or(|framework| {
        framework.career_stages.iter().any(|stage| stage.id == session.level)
    });
    let what = format!("there is no career stage `{}`", quoted(session.level.as_str()));
    c.field("level", is_stage, &what, "name a career stage of the framework");
    c.count("professions", session.professions.len(), 1, 4);
    c.count("after", session.after.len(), 0, MOST_NAMED);
    c.names("after", &session.after, "session", |id| shelves.has_session(id));
    if let Some(cycle) = cycle(session, shelves) {
        let what = format!("the sessions come after each other in a circle: {cycle}");
        c.field("after", false, &what, "take one of them out");
    }
}

/// The way from a session, by what comes before each, back to itself.
fn cycle(session: &Session, shelves: &Shelves<'_>) -> Option<String> {
    let mut ways: Vec<Vec<&str>> = vec![vec![session.id.as_str()]];
    let mut seen: Vec<&str> = Vec::new();
    while let Some(way) = ways.pop() {
        let last = *way.last()?;
        let after = if last == session.id.as_str() {
            &session.after
        } else {
            let known = shelves.sessions.iter().find(|one| one.id.as_str() == last);
            let Some(known) = known else { continue };
            &known.after
        };
        for before in after {
            let mut longer = way.clone();
            longer.push(before.as_str());
            if before == &session.id {
                return Some(longer.join(", "));
            }
            if !seen.contains(&before.as_str()) {
                seen.push(before.as_str());
                ways.push(longer);
            }
        }
    }
    None
}

fn case(c: &mut Checker, session: &Session) {
    c.at("case", |c| {
        c.title("title", &session.case.title);
        c.count("text", session.case.text.len(), 1, 12);
        c.texts("text", &session.case.text);
        c.text("question", &session.case.question);
    });
}

fn points(c: &mut Checker, session: &Session) {
    c.count("points", session.points.len(), 1, 12);
    let mut seen = Seen::default();
    c.each("points", &session.points, |c, point| {
        c.id("id", point.id.as_str(), &mut seen);
        c.title("title", &point.title);
        c.text("text", &point.text);
    });
}

fn trainer(c: &mut Checker, session: &Session) {
    c.at("trainer", |c| {
        c.count("questions", session.trainer.questions.len(), 3, 3);
        c.texts("questions", &session.trainer.questions);
        let minutes: u64 = session.trainer.plan.iter().map(|step| u64::from(step.minutes)).sum();
        let what = format!("the plan takes {minutes} minutes");
        c.field("plan", minutes == PLAN_MINUTES, &what, "make it 20 minutes together");
        c.count("plan", session.trainer.plan.len(), 1, MOST);
        c.each("plan", &session.trainer.plan, |c, step| c.text("text", &step.text));
    });
}
