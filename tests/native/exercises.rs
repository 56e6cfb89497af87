//! Guards the exercises: what can be looked at, what is right, and how answers change.

use crate::shelf::session;
use crate::support::cases;
use bellwether::learning::{Mark, Question};
use proptest::prelude::*;

fn question(id: &str) -> Question {
    let session = session("one", "e1");
    session.exercise.iter().find(|question| question.id.as_str() == id).unwrap().clone()
}

#[test]
fn the_best_answer_is_one_and_choosing_another_takes_the_first_back() {
    let one = question("a");
    assert!(!one.is_answered(""));
    let answer = one.choose(&one.choose("", "a", true), "b", true);
    assert_eq!(answer, "b");
    assert!(one.is_answered(&answer) && one.is_right(&answer));
    let each = |answer: &str| -> Vec<Mark> {
        one.options.iter().map(|option| one.mark(answer, option, 0)).collect()
    };
    assert_eq!(each("c"), [Mark::Left, Mark::Missed, Mark::Wrong]);
}

#[test]
fn all_that_apply_are_kept_in_the_order_of_the_question_and_can_be_taken_back() {
    let all = question("b");
    let answer = all.choose(&all.choose("", "c", true), "a", true);
    assert_eq!(answer, "a c");
    assert!(all.is_right(&answer));
    assert_eq!(all.choose(&answer, "a", false), "c");
    assert!(!all.is_right("c"), "one is missed");
    assert!(!all.is_right("a b c"), "one is too many");
}

#[test]
fn what_is_to_be_put_in_order_is_not_shown_in_it_and_always_the_same() {
    let order = question("c");
    let shown: Vec<&str> = order.shown().iter().map(|one| one.id.as_str()).collect();
    let again: Vec<&str> = order.shown().iter().map(|one| one.id.as_str()).collect();
    assert_eq!(shown, again);
    assert_ne!(shown, ["a", "b", "c"]);
    assert!(order.is_right("a b c"));
    assert!(!order.is_right("b a c"));
    assert_eq!(order.shift("a b c", "b", true), "b a c");
    assert_eq!(order.shift("a b c", "b", false), "a c b");
    assert_eq!(order.shift("a b c", "a", true), "a b c", "the first stays the first");
    assert_eq!(order.shift("a b c", "c", false), "a b c");
}

#[test]
fn piles_can_be_looked_at_once_everything_is_sorted() {
    let piles = question("d");
    let some = piles.sort("", "b", 1);
    assert_eq!(some, "b:1");
    assert!(!piles.is_answered(&some));
    let all = piles.sort(&piles.sort(&some, "a", 0), "c", 1);
    assert_eq!(all, "a:0 b:1 c:1");
    assert!(piles.is_answered(&all) && !piles.is_right(&all));
    assert!(piles.is_right(&piles.sort(&all, "c", 0)));
}

#[test]
fn what_is_written_can_be_compared_and_is_never_wrong() {
    let words = question("e");
    assert!(!words.is_answered("  "));
    assert!(words.is_answered("Please wait."));
    assert!(words.is_right("Please wait."));
}

proptest! {
    #![proptest_config(cases(500))]

    /// Whatever stands in a record as an answer, nothing breaks and every option is there once.
    #[test]
    fn any_text_can_stand_as_an_answer(answer in ".{0,40}", which in 0_usize..5, up: bool) {
        let session = session("one", "e1");
        let question = &session.exercise[which];
        let ordered = question.ordered(&answer);
        prop_assert_eq!(ordered.len(), question.options.len());
        question.is_right(&answer);
        question.is_answered(&answer);
        for option in &question.options {
            let id = option.id.as_str();
            let shifted = question.shift(&answer, id, up);
            prop_assert_eq!(question.ordered(&shifted).len(), question.options.len());
            question.choose(&answer, id, up);
            question.sort(&answer, id, u8::from(up));
        }
    }
}

#[test]
fn an_order_of_nothing_is_shown_as_nothing() {
    // The reader of a page takes any file that has the form; the validator, which would object, is
    // not there.
    let nothing = Question { options: Vec::new(), ..question("c") };
    assert!(nothing.shown().is_empty() && nothing.ordered("a b").is_empty());
}
