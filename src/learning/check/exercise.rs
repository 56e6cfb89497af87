//! What an exercise must be: every question can be answered, and has a right answer.

use crate::form::is_well_formed;
use crate::json::{Checker, Seen};
use crate::learning::exercise::{Kind, Question};
use crate::learning::sound::is_name;

/// Everything that is wrong with an exercise.
pub(super) fn check(c: &mut Checker, exercise: &[Question]) {
    c.count("exercise", exercise.len(), 3, 12);
    let mut seen = Seen::default();
    c.each("exercise", exercise, |c, question| {
        c.id("id", question.id.as_str(), &mut seen);
        let is = is_name(question) || !is_well_formed(question.id.as_str());
        c.field("id", is, "the id is too long for that of a question", "use 54 characters at most");
        c.text("ask", &question.ask);
        options(c, question);
        match question.kind {
            Kind::One => one(c, question),
            Kind::All => all(c, question),
            Kind::Order => c.count("options", question.options.len(), 3, 9),
            Kind::Piles => piles(c, question),
            Kind::Words => words(c, question),
        }
        foreign(c, question);
    });
}

fn options(c: &mut Checker, question: &Question) {
    let mut seen = Seen::default();
    c.each("options", &question.options, |c, option| {
        c.id("id", option.id.as_str(), &mut seen);
        c.text("text", &option.text);
        c.text("feedback", &option.feedback);
    });
}

fn right(question: &Question) -> usize {
    question.options.iter().filter(|option| option.right).count()
}

fn one(c: &mut Checker, question: &Question) {
    c.count("options", question.options.len(), 2, 9);
    let what = format!("{} options are right", right(question));
    c.field("options", right(question) == 1, &what, "mark the one best answer with `right`");
}

fn all(c: &mut Checker, question: &Question) {
    c.count("options", question.options.len(), 2, 9);
    let some = right(question) > 0;
    c.field("options", some, "no option is right", "mark those that apply with `right`");
}

fn piles(c: &mut Checker, question: &Question) {
    c.count("piles", question.piles.len(), 2, 2);
    c.texts("piles", &question.piles);
    c.count("options", question.options.len(), 2, 12);
    c.each("options", &question.options, |c, option| {
        let is = option.pile.is_some_and(|pile| pile < 2);
        c.field("pile", is, "the option is on no pile", "write 0 or 1");
    });
}

fn words(c: &mut Checker, question: &Question) {
    c.count("options", question.options.len(), 0, 0);
    match &question.example {
        Some(example) => c.text("example", example),
        None => c.field("example", false, "there is nothing to compare with", "write an example"),
    }
    c.count("look_for", question.look_for.len(), 1, 9);
    c.texts("look_for", &question.look_for);
}

/// What belongs to questions of another kind.
fn foreign(c: &mut Checker, question: &Question) {
    let kind = question.kind;
    let remedy = "take it out, or change the kind";
    let no = "a question of this kind does not have it";
    c.field("piles", kind == Kind::Piles || question.piles.is_empty(), no, remedy);
    let is_written = kind == Kind::Words;
    c.field("example", is_written || question.example.is_none(), no, remedy);
    c.field("look_for", is_written || question.look_for.is_empty(), no, remedy);
    let chosen = matches!(kind, Kind::One | Kind::All);
    c.each("options", &question.options, |c, option| {
        c.field("right", chosen || !option.right, no, remedy);
        c.field("pile", kind == Kind::Piles || option.pile.is_none(), no, remedy);
    });
}
