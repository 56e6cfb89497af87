//! Guards that copies of a record come together without losing an answer, whatever the order in
//! which they meet: two devices, two files, two tabs.

use crate::arbitrary::{Edit, any_history, having_seen};
use crate::support::{assessment, assessment_of, at, cases, framework, record, stamp};
use bellwether::assessment::{AssessmentId, Form, Response};
use bellwether::record::{Change, Keeper, MemoryStore, Record, Store, read_one};
use bellwether::time::{Stamp, Stamped, Stamper, Timestamp};
use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::{BTreeMap, VecDeque};

fn merged(one: &Record, other: &Record) -> Record {
    let mut record = one.clone();
    record.merge(other.clone());
    record
}

/// A history, and three copies that have each seen a part of it.
fn three_copies() -> impl Strategy<Value = (Vec<Edit>, [Record; 3])> {
    (any_history(), vec(1..8_u8, 40)).prop_map(|(history, seen_by)| {
        let copy = |bit: u8| {
            let seen = history.iter().zip(&seen_by).filter(|(_, seen)| *seen & bit != 0);
            having_seen(seen.map(|(edit, _)| edit))
        };
        let copies = [copy(1), copy(2), copy(4)];
        (history, copies)
    })
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn merging_again_changes_nothing((_, [a, b, _]) in three_copies()) {
        prop_assert_eq!(&merged(&a, &a), &a);
        let once = merged(&a, &b);
        let mut twice = once.clone();
        prop_assert!(twice.merge(b).is_nothing());
        prop_assert_eq!(twice, once);
    }

    #[test]
    fn it_does_not_matter_which_copy_is_merged_into_which((_, [a, b, _]) in three_copies()) {
        prop_assert_eq!(merged(&a, &b), merged(&b, &a));
    }

    #[test]
    fn it_does_not_matter_which_copies_meet_first((_, [a, b, c]) in three_copies()) {
        prop_assert_eq!(merged(&merged(&a, &b), &c), merged(&a, &merged(&b, &c)));
    }

    #[test]
    fn after_all_copies_have_met_every_change_is_there_and_the_newest_of_each_part_counts(
        (history, [a, b, c]) in three_copies(),
    ) {
        let all = merged(&merged(&a, &b), &c);
        prop_assert_eq!(&all, &having_seen(&history));
        let mut newest = BTreeMap::new();
        let mut in_order: Vec<&Edit> = history.iter().collect();
        in_order.sort_by(|one, other| one.stamp.cmp(&other.stamp));
        for (id, statement, response) in in_order.into_iter().filter_map(Edit::answers) {
            newest.insert((id, statement), response);
        }
        for ((id, statement), response) in newest {
            let assessment = all.assessment(&id).unwrap();
            prop_assert_eq!(assessment.response(&statement.as_str().into()), response);
        }
    }

    #[test]
    fn the_report_of_a_merge_says_what_came_new_and_what_changed((_, [a, b, _]) in three_copies()) {
        let mut both = a.clone();
        let report = both.merge(b);
        for id in both.assessments.values().map(|assessment| &assessment.id) {
            let (before, after) = (a.assessment(id), both.assessment(id));
            prop_assert_eq!(report.added.contains(id), before.is_none());
            prop_assert_eq!(report.updated.contains(id), before.is_some() && before != after);
        }
        prop_assert_eq!(report.name, a.name != both.name);
    }

    #[test]
    fn stamps_go_up_whatever_the_clock_does_and_are_after_all_that_were_heeded(
        steps in vec((any::<bool>(), 0..50_u64, 0..1_000_u32), 1..60),
    ) {
        let mut stamper = Stamper::new("m");
        let mut latest = stamp(0);
        for (elsewhere, time, count) in steps {
            if elsewhere {
                let heeded = Stamp { time: Timestamp(time), count, writer: "z".into() };
                stamper.heed(&heeded);
                latest = latest.max(heeded);
            } else {
                let made = stamper.stamp(Timestamp(time));
                prop_assert!(made > latest, "{made:?} is not after {latest:?}");
                latest = made;
            }
        }
    }
}

/// A tab: a record, its keeper on the store that all share, and what it has yet to hear.
struct Tab {
    record: Record,
    keeper: Keeper<MemoryStore>,
    stamper: Stamper,
    to_hear: VecDeque<(String, Option<String>)>,
}

impl Tab {
    fn open(store: &MemoryStore, writer: &str) -> Self {
        let (keeper, loaded) = Keeper::open(store.clone());
        assert_eq!(loaded.lost, []);
        let stamper = Stamper::new(writer);
        Self { record: loaded.record, keeper, stamper, to_hear: VecDeque::new() }
    }

    fn answer(&mut self, statement: &str, rating: u8, now: u64) -> Change {
        let id = AssessmentId::parse("a1").unwrap();
        let value = (rating > 0).then_some(Response::Rated(rating));
        let stamp = self.stamper.stamp(Timestamp(now));
        let assessment = assessment_of(&mut self.record, "a1");
        assessment.set_response(statement.into(), Stamped { value, stamp });
        Change::Response(id, statement.into())
    }

    fn hear(&mut self) {
        let Some((key, text)) = self.to_hear.pop_front() else { return };
        read_one(&mut self.record, &key, text.as_deref());
        self.record.stamps().for_each(|stamp| self.stamper.heed(stamp));
    }
}

/// What happens next: a tab answers, or hears of the oldest change that it has not heard of.
#[derive(Debug, Clone)]
enum Step {
    Answers { tab: usize, statement: u8, rating: u8, clock: u64 },
    Hears { tab: usize },
}

fn any_step() -> impl Strategy<Value = Step> {
    prop_oneof![
        (0..2_usize, 0..4_u8, 0..6_u8, 0..30_u64).prop_map(|(tab, statement, rating, clock)| {
            Step::Answers { tab, statement, rating, clock }
        }),
        (0..2_usize).prop_map(|tab| Step::Hears { tab }),
    ]
}

/// Runs two tabs on one store, until both have heard of everything.
fn two_tabs(steps: &[Step], clock: impl Fn(usize, u64) -> u64) -> (MemoryStore, Record, Record) {
    let store = MemoryStore::new();
    let begun = record([assessment("a1", &framework(&[&[4]]), Form::Full)]);
    let id = AssessmentId::parse("a1").unwrap();
    Keeper::open(store.clone()).0.keep(&begun, &[Change::Assessment(id)]);
    let mut tabs = [Tab::open(&store, "wa"), Tab::open(&store, "wb")];
    for (number, step) in steps.iter().enumerate() {
        match step {
            Step::Hears { tab } => tabs[*tab].hear(),
            Step::Answers { tab, statement, rating, clock: at } => {
                let before = store.entries();
                let of = &mut tabs[*tab];
                let change = of.answer(&format!("s{statement}"), *rating, clock(number, *at));
                of.keeper.keep(&of.record, &[change]);
                let written = store.entries().into_iter();
                let new = written.filter(|(key, text)| before.get(key) != Some(text));
                tabs[1 - tab].to_hear.extend(new.map(|(key, text)| (key, Some(text))));
            }
        }
    }
    for tab in &mut tabs {
        while !tab.to_hear.is_empty() {
            tab.hear();
        }
    }
    let [one, other] = tabs;
    (store, one.record, other.record)
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn two_tabs_that_have_heard_of_each_other_agree_whatever_their_clocks(
        steps in vec(any_step(), 0..40),
    ) {
        let (_, one, other) = two_tabs(&steps, |_, clock| clock);
        prop_assert_eq!(one, other);
    }

    #[test]
    fn what_two_tabs_agree_on_is_what_is_stored(steps in vec(any_step(), 0..40)) {
        // One device has one clock, and a person takes more than a millisecond for an answer.
        let (store, one, other) = two_tabs(&steps, |number, _| 2_000 + number as u64);
        prop_assert_eq!(&one, &other);
        prop_assert_eq!(Keeper::open(store).1.record, one);
    }
}

#[test]
fn an_assessment_that_another_tab_deleted_goes_and_parts_that_it_tidied_stay() {
    let mut ours = record([assessment("a1", &framework(&[&[4]]), Form::Full)]);
    let id = AssessmentId::parse("a1").unwrap();
    let answer = at(2_000, Some(Response::Rated(4)));
    assessment_of(&mut ours, "a1").set_response("s1".into(), answer);
    let before = ours.clone();
    for part in ["response/a1/s1", "position/a1", "finished/a1"] {
        read_one(&mut ours, &format!("bellwether/1/{part}"), None);
        assert_eq!(ours, before, "{part}");
    }
    let changed = read_one(&mut ours, "bellwether/1/assessment/a1", None);
    assert_eq!((changed, ours), (Some(id), Record::default()));
}

#[test]
fn keys_and_texts_of_others_change_nothing() {
    let store = MemoryStore::new();
    let before = record([assessment("a1", &framework(&[&[4]]), Form::Full)]);
    let mut ours = before.clone();
    for (key, text) in [
        ("somebody/else", "1 0 w 4"),
        ("bellwether/2/response/a1/s1", "1 0 w 4"),
        ("bellwether/aside/1/bellwether/1/response/a1/s1", "1 0 w 4"),
        ("bellwether/1/response/a1/s1", "1 0 w "),
        ("bellwether/1/response/a1/s1", "1 0 w 99"),
        ("bellwether/1/response/another/s1", "1 0 w 4"),
    ] {
        store.write(key, text).unwrap();
        read_one(&mut ours, key, Some(text));
        assert_eq!(ours, before, "{key}: {text}");
    }
}
