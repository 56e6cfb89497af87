//! A question of an exercise: to be answered, looked at, and tried again.

use super::button::{button, quiet_button, text_button};
use super::fields::text_area;
use super::markup::{Inside, Tag, all, bullets, h3, li, node, p, status, unseen};
use crate::learning::{Choosable, Kind, Mark, Question, chose, pile_in};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The question with the person's answer. `answer` gets the new one, `look` whether it is to be
/// looked at.
pub fn exercise(
    question: &Rc<Question>,
    given: &str,
    looked_at: bool,
    answer: &Callback<String>,
    look: &Callback<bool>,
) -> Html {
    let asked = match question.kind {
        Kind::One | Kind::All => choosing(question, given, looked_at, answer),
        Kind::Order => ordering(question, given, looked_at, answer),
        Kind::Piles => sorting(question, given, looked_at, answer),
        Kind::Words => writing(question, given, answer),
    };
    let mut inside = vec![asked];
    if looked_at {
        inside.push(status("div", "", verdict(question, given)));
        inside.push(quiet_button(look.reform(|_| false), "Hide this and try again"));
    } else {
        inside.push(status("div", "", Html::default()));
        if question.is_answered(given) {
            let says = match question.kind {
                Kind::Words => "Compare",
                _ => "Look at my answer",
            };
            inside.push(button(look.reform(|_| true), says));
        } else {
            inside.push(node("p", "bellwether-quiet", how(question.kind)));
        }
    }
    node("div", "bellwether-exercise", inside)
}

fn how(kind: Kind) -> &'static str {
    match kind {
        Kind::One => "Choose the best one, then look at your answer.",
        Kind::All => "Choose all that apply, then look at your answer.",
        Kind::Order => "Put them in order.",
        Kind::Piles => "Sort all of them, then look at your answer.",
        Kind::Words => "Write a sentence or two, then compare.",
    }
}

fn verdict(question: &Question, given: &str) -> Html {
    if question.kind == Kind::Words {
        let example = question.example.as_deref().unwrap_or_default();
        return all(vec![
            h3("One way to say it".html()),
            node("p", "bellwether-feedback", example),
            h3("What makes it work".html()),
            bullets(question.look_for.iter().map(|what| li(&**what)).collect()),
        ]);
    }
    let says = if question.is_right(given) {
        "That is how we see it too."
    } else {
        "We see some of it another way."
    };
    node("p", "bellwether-lead", format!("{says} The reasons stand with each answer."))
}

fn legend(question: &Question) -> Html {
    node("legend", "nhsuk-fieldset__legend nhsuk-fieldset__legend--m", &*question.ask)
}

fn choosing(
    question: &Rc<Question>,
    given: &str,
    looked_at: bool,
    answer: &Callback<String>,
) -> Html {
    let (kind, items) = match question.kind {
        Kind::One => {
            ("radio", ["nhsuk-radios__item", "nhsuk-radios__input", "nhsuk-radios__label"])
        }
        _ => (
            "checkbox",
            ["nhsuk-checkboxes__item", "nhsuk-checkboxes__input", "nhsuk-checkboxes__label"],
        ),
    };
    let [item, input, label] = items;
    let options = question.options.iter().map(|option| {
        let id = format!("{}-{}", question.id, option.id);
        let values = [
            input.into(),
            kind.into(),
            id.clone().into(),
            question.id.shared().into(),
            option.id.shared().into(),
        ];
        let field = Tag::new("input", &["class", "type", "id", "name", "value"], values)
            .checked(chose(given, option));
        let values = [format!("nhsuk-label {label}").into(), id.into()];
        let says = Tag::new("label", &["class", "for"], values).inside(&*option.text);
        let row = node("div", item, vec![field.html(), says]);
        all(vec![row, feedback(question, given, option, 0, looked_at)])
    });
    let onchange = {
        let (question, given, answer) = (question.clone(), given.to_owned(), answer.clone());
        Callback::from(move |event: Event| {
            let field = event.target_unchecked_into::<HtmlInputElement>();
            answer.emit(question.choose(&given, &field.value(), field.checked()));
        })
    };
    let options: Vec<Html> = options.collect();
    let class = if question.kind == Kind::One { "nhsuk-radios" } else { "nhsuk-checkboxes" };
    let fieldset = Tag::new("fieldset", &["class"], ["nhsuk-fieldset".into()]).on_change(onchange);
    fieldset.inside(vec![legend(question), node("div", class, options)])
}

fn ordering(
    question: &Rc<Question>,
    given: &str,
    looked_at: bool,
    answer: &Callback<String>,
) -> Html {
    let ordered = question.ordered(given);
    let last = ordered.len().saturating_sub(1);
    let items = ordered.iter().enumerate().map(|(place, option)| {
        let shift = |up: bool, says: &'static str| {
            let (question, given) = (question.clone(), given.to_owned());
            let id = option.id.clone();
            let call = answer.reform(move |_: MouseEvent| question.shift(&given, id.as_str(), up));
            text_button(call, all(vec![says.html(), unseen(&format!(": {}", option.text))]))
        };
        let mut ways = Vec::new();
        if place > 0 {
            ways.push(shift(true, "Up"));
        }
        if place < last {
            ways.push(shift(false, "Down"));
        }
        let inside = vec![
            node("span", "bellwether-order__text", &*option.text),
            node("span", "", ways),
            feedback(question, given, option, place, looked_at),
        ];
        Tag::new("li", &["class"], ["".into()]).key(option.id.as_str()).inside(inside)
    });
    let items: Vec<Html> = items.collect();
    let fieldset = Tag::new("fieldset", &["class"], ["nhsuk-fieldset".into()]);
    fieldset.inside(vec![legend(question), node("ol", "bellwether-order", items)])
}

fn sorting(
    question: &Rc<Question>,
    given: &str,
    looked_at: bool,
    answer: &Callback<String>,
) -> Html {
    let items = question.options.iter().map(|option| {
        let radios = question.piles.iter().zip(0_u8..).map(|(pile, number)| {
            let id = format!("{}-{}-{number}", question.id, option.id);
            let values = [
                "nhsuk-radios__input".into(),
                "radio".into(),
                id.clone().into(),
                format!("{}-{}", question.id, option.id).into(),
                number.to_string().into(),
            ];
            let field = Tag::new("input", &["class", "type", "id", "name", "value"], values)
                .checked(pile_in(given, option) == Some(number));
            let values = ["nhsuk-label nhsuk-radios__label".into(), id.into()];
            let says = Tag::new("label", &["class", "for"], values).inside(&**pile);
            node("div", "nhsuk-radios__item", vec![field.html(), says])
        });
        let radios: Vec<Html> = radios.collect();
        let onchange = {
            let (question, given) = (question.clone(), given.to_owned());
            let (id, answer) = (option.id.clone(), answer.clone());
            Callback::from(move |event: Event| {
                let field = event.target_unchecked_into::<HtmlInputElement>();
                let pile = field.value().parse().unwrap_or_default();
                answer.emit(question.sort(&given, id.as_str(), pile));
            })
        };
        let legend = node("legend", "nhsuk-fieldset__legend", &*option.text);
        let fieldset = Tag::new("fieldset", &["class"], ["nhsuk-fieldset".into()]);
        let inside = vec![legend, node("div", "nhsuk-radios", radios)];
        let inside = vec![
            fieldset.on_change(onchange).inside(inside),
            feedback(question, given, option, 0, looked_at),
        ];
        let pile = Tag::new("div", &["class"], ["bellwether-pile".into()]);
        pile.key(option.id.as_str()).inside(inside)
    });
    let items: Vec<Html> = items.collect();
    all(vec![node("h2", "nhsuk-heading-m", &*question.ask), all(items)])
}

fn writing(question: &Question, given: &str, answer: &Callback<String>) -> Html {
    let id = format!("{}-words", question.id);
    let hint = "In your own words, as you would say them. Nobody sees it but you.";
    text_area(&id, &question.ask, hint, given, answer.clone())
}

/// Why an option is right, or is not, once the answer is looked at.
fn feedback(
    question: &Question,
    given: &str,
    option: &Choosable,
    place: usize,
    looked_at: bool,
) -> Html {
    if !looked_at {
        return Html::default();
    }
    const RIGHT: &str = "bellwether-feedback bellwether-feedback--right";
    const WRONG: &str = "bellwether-feedback bellwether-feedback--wrong";
    let (class, word) = match (question.mark(given, option, place), question.kind) {
        (Mark::Right, _) => (RIGHT, "Yes. "),
        (Mark::Missed, Kind::One) => (RIGHT, "This one. "),
        (Mark::Missed, _) => (RIGHT, "This one too. "),
        (Mark::Wrong, Kind::Order) => (WRONG, "Elsewhere. "),
        (Mark::Wrong, Kind::Piles) => (WRONG, "The other pile. "),
        (Mark::Wrong, _) => (WRONG, "Not this one. "),
        (Mark::Left, _) => ("bellwether-feedback", "Rightly left. "),
    };
    node("div", class, p(vec![node("strong", "", word), option.feedback.html()]))
}
