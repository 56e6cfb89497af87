//! Guards further ratings of the same elements, and statements that are worded the other way round.

use crate::support::{answered, answers, assessment, at, five_points, framework};
use bellwether::assessment::{Choices, Form, Questionnaire, result, result_of};
use bellwether::framework::{self, Framework, Part, PartId, Statement};
use std::rc::Rc;

/// Two elements of two statements, each with one on importance and one of an optional part.
fn with_parts() -> Framework {
    let mut made = framework(&[&[2, 2]]);
    let part = |id: &str, offer: Option<&str>| Part {
        id: id.into(),
        title: id.into(),
        description: "What it adds.".into(),
        offer: offer.map(Into::into),
        rating_scale: five_points(),
    };
    made.parts = vec![part("importance", None), part("impact", Some("Do you lead a team?"))];
    for element in &mut made.domains[0].elements {
        for part in ["importance", "impact"] {
            element.statements.push(Statement {
                id: format!("{}-{part}", element.id).as_str().into(),
                text: "It matters.".into(),
                part: Some(part.into()),
                reversed: false,
            });
        }
    }
    assert_eq!(framework::check(&made), []);
    made
}

fn asks(framework: &Framework, form: Form, parts: &[PartId]) -> Vec<String> {
    let asked = Questionnaire::new(Rc::new(framework.clone()), form, parts);
    let statements = asked.pages().iter().flat_map(|page| &page.element.statements);
    statements.map(|statement| statement.id.to_string()).collect()
}

#[test]
fn an_optional_part_is_asked_of_those_who_take_it_and_the_others_of_all() {
    let made = with_parts();
    assert_eq!(
        asks(&made, Form::Full, &[]),
        ["s1", "s2", "e1-importance", "s3", "s4", "e2-importance"]
    );
    let taken = asks(&made, Form::Full, &["impact".into()]);
    assert_eq!(taken.len(), 8);
    assert_eq!(taken[..4], ["s1", "s2", "e1-importance", "e1-impact"]);
    assert_eq!(asks(&made, Form::Short, &["impact".into()]), ["s1", "s3"]);
}

#[test]
fn what_a_person_takes_is_part_of_their_assessment() {
    let made = Rc::new(with_parts());
    let mut mine = assessment("a1", &made, Form::Full);
    assert_eq!(Questionnaire::of(made.clone(), &mine).len(), 6);
    let choices = Choices { stage: None, parts: vec!["impact".into()] };
    mine.set_choices(at(2_000, choices));
    assert_eq!(Questionnaire::of(made, &mine).len(), 8);
}

#[test]
fn a_form_offers_the_optional_parts_of_which_it_asks_something() {
    let made = with_parts();
    let offered =
        |form: Form| form.offers(&made).map(|part| part.id.to_string()).collect::<Vec<_>>();
    assert_eq!(offered(Form::Full), ["impact"]);
    assert_eq!(offered(Form::Short), [""; 0]);
}

#[test]
fn each_part_is_scored_by_itself() {
    let made = with_parts();
    let asked = Questionnaire::new(Rc::new(made), Form::Full, &["impact".into()]);
    let mine = answered(&asked, &answers("24 5 1  33 . 2"));
    let shown = |part: Option<&PartId>| -> Vec<String> {
        let result = result_of(&asked, &mine, part);
        let scores = result.domains[0].elements.iter().map(|element| element.score.score());
        scores.map(|score| score.map_or("–".to_owned(), |score| score.to_string())).collect()
    };
    assert_eq!(shown(None), ["3.0", "3.0"]);
    assert_eq!(shown(Some(&"importance".into())), ["5.0", "–"]);
    assert_eq!(shown(Some(&"impact".into())), ["2.0", "1.0"], "the highest stands first");
    let main = result(&asked, &mine);
    assert_eq!((main.asked, main.rated), (4, 4), "the main part counts its own statements");
}

#[test]
fn a_statement_that_is_worded_the_other_way_round_counts_in_reverse() {
    let mut made = framework(&[&[4]]);
    made.domains[0].elements[0].statements[1].reversed = true;
    made.domains[0].elements[0].statements[2].reversed = true;
    let asked = Questionnaire::new(Rc::new(made), Form::Full, &[]);
    for (jotted, expected) in [
        // 5, 6-1, 6-2, 4: 18/4.
        ("5124", "4.5"),
        ("5115", "5.0"),
        ("1551", "1.0"),
        ("3333", "3.0"),
        // Not applicable and unanswered stay out: 6-2 and 2.
        ("-2.2", "3.0"),
    ] {
        let result = result(&asked, &answered(&asked, &answers(jotted)));
        assert_eq!(
            result.domains[0].elements[0].score.score().unwrap().to_string(),
            expected,
            "{jotted}"
        );
    }
}
