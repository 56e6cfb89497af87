//! Which framework is for me? Three questions, each answered by a link, so that every step has its
//! own address.

use super::start::{framework, in_words};
use crate::app::Route;
use crate::catalogue::{Catalogue, Time, Wish};
use crate::components::markup::{all, bullets, h1, h2, li, p};
use crate::components::nav_link;
use crate::framework::Rates;
use yew::prelude::*;

/// The next question, or what fits the answers.
pub(super) fn choose(catalogue: &Catalogue, wish: Wish) -> Html {
    let mut inside = vec![
        nav_link(&Route::Start, "nhsuk-back-link", "All frameworks"),
        h1("", "Which framework is for me?"),
    ];
    if wish.is_complete() {
        inside.extend(suggested(catalogue, wish));
    } else {
        inside.extend(next_question(wish));
    }
    all(inside)
}

fn next_question(wish: Wish) -> [Html; 2] {
    let (question, answers): (&str, Vec<(Wish, &str)>) = if wish.rates.is_none() {
        let with = |&rates: &Rates| (Wish { rates: Some(rates), ..wish }, looked_at(rates));
        ("1. What do you want to look at?", Rates::ALL.iter().map(with).collect())
    } else if wish.audience.is_none() {
        let with = |audience| (Wish { audience: Some(audience), ..wish }, in_words(audience));
        ("2. Where are you now?", Wish::AUDIENCES.map(with).to_vec())
    } else {
        let with = |&time: &Time| (Wish { time: Some(time), ..wish }, how_long(time));
        ("3. How much time do you have?", Time::ALL.iter().map(with).collect())
    };
    let links = answers.into_iter().map(|(to, says)| li(nav_link(&Route::Choose(to), "", says)));
    [h2(question), bullets(links.collect())]
}

fn looked_at(rates: Rates) -> &'static str {
    match rates {
        Rates::Person => "How I lead",
        Rates::Team => "How my team works",
        Rates::Programme => "A programme that we run",
    }
}

fn how_long(time: Time) -> &'static str {
    match time {
        Time::Short => "Five minutes",
        Time::Long => "A quarter of an hour, or more",
    }
}

fn suggested(catalogue: &Catalogue, wish: Wish) -> Vec<Html> {
    let found = catalogue.suggest(wish);
    let told = if found.is_empty() {
        "None fits exactly. Look at all of them, or answer otherwise."
    } else {
        "These fit best, the best first. If your employer or school names one, take that."
    };
    let again = nav_link(&Route::Choose(Wish::default()), "", "Answer the questions again");
    let mut inside = vec![p(told)];
    inside.extend(found.into_iter().map(framework));
    inside.push(p(again));
    inside
}
