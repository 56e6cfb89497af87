//! Guards that the app can be open in two tabs at once: what is done in one shows in the other, and
//! neither disturbs the other.

use crate::person::Person;
use crate::support::framework;
use bellwether::app::{Action, Learning};
use bellwether::assessment::Form;
use bellwether::record::MemoryStore;
use std::collections::BTreeMap;

/// Two tabs on one store.
struct Tabs([Person; 2]);

impl Tabs {
    /// Two tabs, the assessment begun in the first.
    fn with_one_begun() -> Self {
        let store = MemoryStore::new();
        let tab = |writer: &str| {
            let shape: &[&[usize]] = &[&[4, 4], &[4]];
            let mut tab = Person::on(store.clone(), writer, vec![framework(shape)]);
            tab.alone = false;
            tab
        };
        let mut tabs = Self([tab("wa"), tab("wb")]);
        tabs.in_tab(0, |tab| {
            tab.begins(Form::Full);
        });
        tabs
    }

    /// Does something in a tab, then lets the tabs hear of each other until all is quiet.
    fn in_tab(&mut self, number: usize, story: impl FnOnce(&mut Person)) {
        let mut at = number;
        let mut changed = self.changed_by(at, story);
        for _ in 0..20 {
            if changed.is_empty() {
                return;
            }
            at = 1 - at;
            let events = std::mem::take(&mut changed);
            changed = self.changed_by(at, |tab| {
                for (key, text) in events {
                    tab.does(Action::StoredElsewhere { key, text });
                }
            });
        }
        panic!("the tabs never stop answering each other: {changed:?}");
    }

    /// What a tab changes in the store, as the browser tells the other tabs.
    fn changed_by(
        &mut self,
        number: usize,
        story: impl FnOnce(&mut Person),
    ) -> Vec<(String, Option<String>)> {
        let tab = &mut self.0[number];
        let before: BTreeMap<String, String> = tab.store.entries();
        story(tab);
        let after = tab.store.entries();
        let gone = before.keys().filter(|key| !after.contains_key(*key));
        let gone = gone.map(|key| (key.clone(), None));
        let new = after.iter().filter(|(key, text)| before.get(*key) != Some(text));
        let mut changed: Vec<(String, Option<String>)> =
            gone.chain(new.map(|(key, text)| (key.clone(), Some(text.clone())))).collect();
        // As they were written: that something is deleted, or back, comes before all else of it.
        changed.sort_by_key(|(key, _)| !key.contains("/deleted/"));
        changed
    }

    fn agree(&self) {
        let [one, other] = &self.0;
        assert_eq!(one.state.record, other.state.record);
        assert_eq!(one.state.record, one.stored());
    }
}

#[test]
fn what_is_answered_in_one_tab_shows_in_the_other() {
    let mut tabs = Tabs::with_one_begun();
    tabs.in_tab(1, |tab| {
        tab.opens("#/assessment/*").sees_progress(0, 12);
    });
    tabs.in_tab(0, |tab| {
        tab.answers("s1", '4').answers("s2", '-');
    });
    tabs.in_tab(1, |tab| {
        tab.sees_progress(2, 12).sees_answers(&[("s1", '4'), ("s2", '-')]).answers("s1", '1');
    });
    tabs.in_tab(0, |tab| {
        tab.sees_answers(&[("s1", '1')]).finishes();
    });
    tabs.agree();
    assert!(tabs.0[1].state.assessment().unwrap().finished_at().is_some());
}

#[test]
fn two_tabs_on_two_elements_of_one_assessment_leave_each_other_in_peace() {
    let mut tabs = Tabs::with_one_begun();
    tabs.in_tab(1, |tab| {
        tab.opens("#/assessment/*/element/e2");
    });
    tabs.in_tab(0, |tab| {
        tab.sees("#/assessment/*/element/e1").answers("s1", '4');
    });
    tabs.in_tab(1, |tab| {
        tab.sees("#/assessment/*/element/e2").answers("s5", '2');
    });
    tabs.agree();
}

#[test]
fn what_another_tab_answers_while_this_one_is_elsewhere_is_counted() {
    let mut tabs = Tabs::with_one_begun();
    for elsewhere in ["#/record", "#/", "#/method"] {
        tabs.in_tab(1, |tab| {
            tab.opens("#/assessment/*").opens(elsewhere);
        });
        tabs.in_tab(0, |tab| {
            let (_, assessment) = tab.state.on_screen().unwrap();
            let next = format!("s{}", assessment.answered() + 1);
            tab.answers(&next, '4');
        });
        // The progress shown is checked against the record after every step.
        tabs.in_tab(1, |tab| {
            tab.opens("#/assessment/*");
        });
    }
    tabs.0[1].sees_progress(3, 12);
}

#[test]
fn what_is_deleted_in_one_tab_goes_from_the_other_and_comes_back_with_it() {
    let mut tabs = Tabs::with_one_begun();
    tabs.in_tab(0, |tab| {
        tab.answers("s1", '4');
    });
    tabs.in_tab(1, |tab| {
        tab.opens("#/assessment/*");
    });
    tabs.in_tab(0, |tab| {
        tab.opens("#/record").deletes();
    });
    tabs.in_tab(1, |tab| {
        assert!(tab.state.on_screen().is_none());
        tab.has(0, 0).answers("s2", '4').finishes();
    });
    tabs.agree();
    tabs.in_tab(0, |tab| {
        tab.does(Action::Undelete).has(1, 0);
    });
    tabs.in_tab(1, |tab| {
        tab.sees_answers(&[("s1", '4'), ("s2", '.')]);
    });
    tabs.agree();
}

#[test]
fn a_name_given_in_either_tab_is_the_one_that_was_given_last() {
    let mut tabs = Tabs::with_one_begun();
    tabs.in_tab(0, |tab| {
        tab.does(Action::SetName("Ada".into()));
    });
    // The device's clock is put right: it was ahead.
    tabs.0[1].clock = 5_000;
    tabs.in_tab(1, |tab| {
        tab.does(Action::SetName("Bo".into()));
    });
    let names = tabs.0.each_ref().map(|tab| tab.state.record.name().unwrap_or_default().to_owned());
    assert_eq!(names, ["Bo", "Bo"]);
}

#[test]
fn an_answer_given_after_the_clock_was_put_back_counts() {
    let mut tabs = Tabs::with_one_begun();
    tabs.in_tab(1, |tab| {
        tab.opens("#/assessment/*");
    });
    tabs.in_tab(0, |tab| {
        tab.answers("s1", '4');
    });
    tabs.0[1].clock = 5_000;
    tabs.in_tab(1, |tab| {
        tab.answers("s1", '2');
    });
    tabs.0[0].sees_answers(&[("s1", '2')]);
    tabs.agree();
}

#[test]
fn a_note_made_after_the_clock_was_put_back_counts() {
    let mut tabs = Tabs::with_one_begun();
    let note = |text: &str| {
        let (about, name, text) = ("one".into(), "reflection".into(), text.into());
        Action::Learn(Learning::Note { about, name, text })
    };
    tabs.in_tab(0, |tab| {
        tab.does(note("before"));
    });
    tabs.0[1].clock = 5_000;
    tabs.in_tab(1, |tab| {
        tab.does(note("after"));
    });
    for tab in &tabs.0 {
        assert_eq!(tab.state.record.note("one", "reflection"), Some("after"));
    }
    tabs.agree();
}

#[test]
fn events_of_others_and_broken_ones_change_nothing() {
    let mut tabs = Tabs::with_one_begun();
    let before = tabs.0[0].state.record.clone();
    for (key, text) in [
        ("somebody/else", Some("x")),
        ("bellwether/2/name", Some("x")),
        ("bellwether/1/name", Some("1 0 w <b>")),
        ("bellwether/1/name", None),
        ("bellwether/1/assessment/a0", None),
        ("bellwether/1/assessment/a0", Some("{")),
    ] {
        let (key, text) = (key.to_owned(), text.map(str::to_owned));
        tabs.0[0].does(Action::StoredElsewhere { key, text });
        assert_eq!(tabs.0[0].state.record, before);
    }
}

/// Its clock was ahead. What is done here after that is later all the same.
#[test]
fn a_file_brings_back_what_a_tab_with_a_later_clock_has_deleted() {
    let mut tabs = Tabs::with_one_begun();
    let file = tabs.0[0].answers("s1", '4').saves();
    let id = tabs.0[0].ids()[0].clone();
    tabs.0[1].clock += 86_400_000;
    tabs.in_tab(1, |tab| {
        tab.does(Action::Delete(id));
    });
    tabs.in_tab(0, |tab| {
        tab.loads(&file).has(1, 0);
    });
    tabs.0[0].restarts().has(1, 0);
    tabs.0[1].has(1, 0);
}
