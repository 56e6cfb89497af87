//! What came out: to read, to print, and to act on.

use super::leads::lead;
use super::learn::recommended;
use super::view::View;
use crate::app::{Action, Available, LearnRoute, Route, needs_of, wishes};
use crate::assessment::{
    Assessment, AssessmentResult, ElementResult, Form, Questionnaire, StandOut, result, result_of,
};
use crate::browser::clock;
use crate::components::markup::{
    Inside, all, bullets, details, h1, h2, in_language, li, node, p, unseen,
};
use crate::components::{answers, bars, button, name_field, nav_link, prose, quiet_button, radar};
use crate::framework::{Part, Rates, RatingScale};
use crate::learning::recommend;
use yew::prelude::*;

/// What the result is, before anything else is said.
const A_START: &str = "This is how you see yourself, on one day. It is a start for a conversation, \
    not a measurement: there is no pass mark, and no comparison with others. ";

const A_START_OF_TEAM: &str = "This is how one person sees the team, on one day. Ask colleagues to \
    answer too, and talk about where you differ. ";
const A_START_OF_PROGRAMME: &str = "This is how one person sees the programme, on one day: a start \
    for a conversation, not an audit. ";

/// As many sessions as one has in view.
const SESSIONS: usize = 3;

/// The page; `name` is the person's, or empty.
pub(super) fn result_page(
    view: &View<'_>,
    questionnaire: &Questionnaire,
    assessment: &Assessment,
    name: &str,
) -> Html {
    let act = view.act;
    let framework = questionnaire.framework();
    let result = result(questionnaire, assessment);
    let highest = framework.rating_scale.highest();
    let limits = nav_link(&Route::Method, "", "How it is worked out, and its limits");
    let side_by_side = vec![h2("The domains side by side"), radar(&result.domains, highest)];
    let mut inside = vec![
        h1(&framework.title, "Your result"),
        facts(questionnaire, assessment, name, &result),
        actions(name, act),
        node("div", "nhsuk-inset-text", p(vec![a_start(framework.rates).html(), limits])),
        lead(questionnaire, assessment, &result),
        h2("Your scores"),
        p(scale_in_words(&framework.rating_scale)),
        result.domains.iter().map(|domain| bars(domain, highest)).collect(),
    ];
    if framework.result.is_none() {
        inside.push(stand_out(&result.stand_out));
    }
    inside.extend(framework.parts.iter().map(|part| of_part(questionnaire, assessment, part)));
    if result.domains.len() > 2 {
        inside.push(node("section", "bellwether-keep-together", side_by_side));
    }
    if framework.rates == Rates::Person {
        let next = prose(include_str!("../words/next.txt"));
        inside.push(node("section", "bellwether-keep-together", next));
    }
    inside.push(after(view, assessment));
    inside.push(h2("All your answers"));
    inside.push(answers(questionnaire, assessment));
    in_language(&framework.language, "bellwether-result", inside)
}

/// Where to go from here: sessions that fit, and the result in other words.
fn after(view: &View<'_>, assessment: &Assessment) -> Html {
    let more = &view.state.more;
    let crosswalk = more.crosswalk.as_ref().and_then(Available::ready);
    let library = more.library.as_ref().and_then(Available::ready);
    let mut inside = Vec::new();
    if let (Some(library), Some(needs)) = (library, needs_of(view.state, assessment)) {
        let sessions = recommend(library, &needs, &wishes(&view.state.record, assessment.stage()));
        if !sessions.is_empty() {
            inside.push(h2("Sessions that fit"));
            inside.push(recommended(view, library, &sessions, SESSIONS));
            let home = Route::Learn(LearnRoute::Home);
            inside.push(p(nav_link(&home, "", "All that there is to learn")));
        }
    }
    let own = crosswalk.and_then(|crosswalk| crosswalk.of(&assessment.framework.id));
    if let (Some(crosswalk), Some(own)) = (crosswalk, own) {
        let others = crosswalk.frameworks.iter().filter(|other| other.framework != own.framework);
        let ways = others.map(|other| {
            let to = Route::InWordsOf(assessment.id.clone(), other.framework.clone());
            li(nav_link(&to, "", other.title().html()))
        });
        inside.push(details(
            "See this result in the words of another framework",
            vec![bullets(ways.collect())],
        ));
    }
    node("section", "bellwether-screen", inside)
}

fn a_start(rates: Rates) -> &'static str {
    match rates {
        Rates::Person => A_START,
        Rates::Team => A_START_OF_TEAM,
        Rates::Programme => A_START_OF_PROGRAMME,
    }
}

/// The scores of a further part, if anything of it was asked.
fn of_part(questionnaire: &Questionnaire, assessment: &Assessment, part: &Part) -> Html {
    let result = result_of(questionnaire, assessment, Some(&part.id));
    if result.asked == 0 {
        return Html::default();
    }
    let scale = &part.rating_scale;
    let bars = result.domains.iter().map(|domain| bars(domain, scale.highest()));
    all(vec![h2(&part.title), p(&*scale.question), p(scale_in_words(scale)), bars.collect()])
}

fn scale_in_words(scale: &RatingScale) -> String {
    let label = |value| scale.point(value).map(|point| &*point.label).unwrap_or_default();
    let highest = scale.highest();
    format!(
        "From 1 (“{}”) to {highest} (“{}”). Within each domain the highest stands first.",
        label(1),
        label(highest),
    )
}

/// Who, when and what: the head of a printed report.
fn facts(
    questionnaire: &Questionnaire,
    assessment: &Assessment,
    name: &str,
    result: &AssessmentResult,
) -> Html {
    let framework = questionnaire.framework();
    let date = clock::date(assessment.finished_at().unwrap_or_else(|| assessment.changed()));
    let unfinished = if assessment.finished_at().is_none() { ", not finished" } else { "" };
    let form = match assessment.form {
        Form::Full => "full form",
        Form::Short => "short form",
    };
    let answered = &assessment.framework.version;
    let version = if *answered == framework.version {
        format!("version {answered}")
    } else {
        format!("answered in version {answered}, shown with version {}", framework.version)
    };
    let rated = format!(
        "{} of {} statements rated, {} “{}”",
        result.rated,
        result.asked,
        result.not_applicable,
        framework.rating_scale.not_applicable.label,
    );
    let mut facts = vec![
        fact("", "Date", format!("{date}{unfinished}")),
        fact("", "Framework", format!("{}, {form}, {version}", framework.title)),
        fact("", "Answers", rated),
    ];
    if !name.is_empty() {
        facts.insert(0, fact("bellwether-facts__name", "Name", name.to_owned()));
    }
    node("dl", "bellwether-facts", facts)
}

fn fact(class: &'static str, what: &'static str, is: String) -> Html {
    node("div", class, vec![node("dt", "", what), node("dd", "", is)])
}

fn actions(name: &str, act: &Callback<Action>) -> Html {
    let field = name_field(name, act);
    let buttons = vec![
        button(act.reform(|_| Action::Print), "Print or save as PDF"),
        quiet_button(act.reform(|_| Action::SaveFile), "Save my record as a file"),
        quiet_button(act.reform(|_| Action::Reopen), "Change answers"),
    ];
    let buttons = node("div", "nhsuk-button-group", buttons);
    node("div", "bellwether-actions", vec![field, buttons])
}

fn stand_out(stand_out: &StandOut) -> Html {
    let none = |why: &'static str| all(vec![h2("Strengths, and what to work on"), p(why)]);
    match stand_out {
        StandOut::TooFew => none(
            "Too few elements have enough answers to tell which stand out. Answer a few more and \
             look again.",
        ),
        StandOut::AllAlike => none(
            "All your elements have the same score, so none stands out. Ask a colleague who sees \
             you at work where they see your strengths; it will tell you more.",
        ),
        StandOut::Some { strengths, to_work_on } => all(vec![
            h2("Strengths to use"),
            p(tied("Highest", "above", strengths.len())),
            all(strengths.iter().map(strength).collect()),
            h2("Elements to work on"),
            p(tied("Lowest", "below", to_work_on.len())),
            all(to_work_on.iter().map(element_to_work_on).collect()),
        ]),
    }
}

/// Why these are shown; where many share a score, that the choice is the person's.
fn tied(which: &str, side: &str, count: usize) -> String {
    let relative = format!("{which} among your own answers, {side} your own mean.");
    if count > 3 {
        format!(
            "{relative} {count} elements are this close: choose the two or three that matter most \
             in your work now."
        )
    } else {
        relative
    }
}

fn strength(element: &ElementResult) -> Html {
    let overuse = element
        .overuse
        .as_ref()
        .map(|overuse| p(vec![node("strong", "", "Too much of it? "), overuse.html()]));
    let inside = vec![element_head(element), overuse.unwrap_or_default()];
    node("div", "bellwether-element bellwether-element--strength", inside)
}

fn element_to_work_on(element: &ElementResult) -> Html {
    element_with(element, &element.description)
}

/// An element with its score, and what there is to say of it.
pub(super) fn element_with(element: &ElementResult, text: &str) -> Html {
    node("div", "bellwether-element", vec![element_head(element), p(text)])
}

fn element_head(element: &ElementResult) -> Html {
    let score = element.score.score().map(|score| score.to_string()).unwrap_or_default();
    let inside = vec![
        node("span", "bellwether-element__score", vec![unseen("Score "), score.html()]),
        element.title.html(),
        node("span", "nhsuk-caption-m", &*element.domain_title),
    ];
    node("h3", "bellwether-element__title", inside)
}
