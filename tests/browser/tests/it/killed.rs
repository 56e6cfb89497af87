//! A tab that is killed at any of its calls to storage: after the next start each change is there or is
//! not, nothing is told as lost, and whatever else is stored is as it was.

use bellwether_browser_tests::fixtures::{Stored, entries, line};
use bellwether_browser_tests::{App, Result, breakable, story_of, until};
use std::collections::BTreeMap;

type Entries = BTreeMap<String, String>;

const NOT_HERE: &str = "This assessment is not in this browser";

#[test]
fn a_deletion_is_whole_or_nothing_wherever_the_tab_is_killed() -> Result {
    story_of(&breakable(), async |app| {
        let before = stored(app)?;
        let delete = format!("Delete of {}, full form", app.framework.title);
        let mut gone = Vec::new();
        let deletes = async || {
            app.press_starting(&delete).await?;
            app.see("Assessment deleted").await
        };
        at_each_call(app, ("#/record", "Your record"), deletes, async || {
            app.see_heading("Your record").await?;
            let left = own(&app.saved().await?);
            let is_gone = left.keys().eq(["bellwether/1/deleted/own"]);
            assert!(is_gone || left == own(&before), "it is torn: {left:#?}");
            assert_eq!(app.text().await?.contains("full form"), !is_gone, "the page says so too");
            gone.push(is_gone);
            Ok(())
        })
        .await?;
        assert!(gone.is_sorted(), "once it is noted as deleted, it is: {gone:?}");
        assert_eq!((gone.first(), gone.last()), (Some(&false), Some(&true)));
        Ok(())
    })
}

#[test]
fn a_beginning_is_there_or_not_wherever_the_tab_is_killed() -> Result {
    story_of(&breakable(), async |app| {
        let first = app.framework.element(1)?.title.clone();
        let mut begun = Vec::new();
        let begins = async || app.start_short().await;
        at_each_call(app, (&app.home(), &app.framework.title), begins, async || {
            begun.push(see_either(app, &first, NOT_HERE).await?);
            Ok(())
        })
        .await?;
        assert!(begun.is_sorted(), "{begun:?}");
        assert_eq!((begun.first(), begun.last()), (Some(&false), Some(&true)));
        Ok(())
    })
}

#[test]
fn each_answer_is_there_or_not_wherever_the_tab_is_killed() -> Result {
    story_of(&breakable(), async |app| {
        let first = app.framework.element(1)?;
        let page = format!("#/assessment/own/element/{}", first.id);
        // As it is before and after each of the three that are given.
        let states = [
            [Some(4), Some(2), None, None],
            [Some(4), Some(2), Some(5), None],
            [Some(1), Some(2), Some(5), None],
            [Some(1), None, Some(5), None],
        ];
        let mut found = Vec::new();
        let answers = async || {
            app.answer(3, 5).await?;
            app.answer(1, 1).await?;
            app.clear(2).await?;
            app.see_answers(&states[3]).await
        };
        at_each_call(app, (&page, &first.title), answers, async || {
            app.see_element(1).await?;
            let seen = app.answers().await?;
            let state = states.iter().position(|state| *state == *seen);
            assert!(state.is_some(), "it is torn, or a later answer is there alone: {seen:?}");
            found.push(state);
            Ok(())
        })
        .await?;
        assert!(found.is_sorted(), "{found:?}");
        assert!((0..states.len()).all(|state| found.contains(&Some(state))), "{found:?}");
        Ok(())
    })
}

/// Also while the program that shows the result gathers what is finished under one key.
#[test]
fn an_end_is_there_or_not_wherever_the_tab_is_killed() -> Result {
    story_of(&breakable(), async |app| {
        let mut finished = Vec::new();
        let finishes = async || {
            app.press("See your result").await?;
            // The program that shows it may find its storage gone.
            see_either(app, "Your result", NOT_HERE).await.map(drop)
        };
        let check = ("#/assessment/own/check", "Check your answers");
        at_each_call(app, check, finishes, async || {
            app.see_heading("Your result").await?;
            let facts = app.facts().await?;
            assert!(facts["Answers"].starts_with("2 of 80"), "{}", facts["Answers"]);
            let is_finished = !facts["Date"].contains("not finished");
            let parts = own(&app.saved().await?).len();
            assert_eq!(parts == 1, is_finished, "what is finished is under one key: {parts}");
            finished.push(is_finished);
            Ok(())
        })
        .await?;
        assert!(finished.is_sorted(), "{finished:?}");
        assert_eq!((finished.first(), finished.last()), (Some(&false), Some(&true)));
        Ok(())
    })
}

/// Kills a page, where it is shown by an address and a heading, at the first call to its storage that an act
/// makes, at the second, and so on, until the act needs no more. Each time looks at what the next start
/// finds, on which nothing may be told as lost and all else has to be as it was.
async fn at_each_call(
    app: &App,
    (page, heading): (&str, &str),
    act: impl AsyncFn() -> Result,
    mut look: impl AsyncFnMut() -> Result,
) -> Result {
    let before = stored(app)?;
    for calls in 0.. {
        app.put_in_storage(&before).await?;
        app.visit(page).await?;
        app.see_heading(heading).await?;
        app.kill_after(calls).await?;
        act().await?;
        let is_killed = app.is_killed().await?;
        app.reload().await?;
        look().await?;
        assert_eq!(app.notices().await?, [], "killed after {calls} calls");
        let after = app.saved().await?;
        for (key, text) in before.iter().filter(|(key, _)| !is_own(key)) {
            assert_eq!(after.get(key), Some(text), "{key}, killed after {calls} calls");
        }
        if !is_killed {
            break;
        }
    }
    Ok(())
}

/// One of each kind: a full form under way, in parts, with which something is done, and others.
fn stored(app: &App) -> Result<Entries> {
    let none = |id| Stored::full(id, &app.framework, |_, _| Vec::new());
    let some = |id| Stored::full(id, &app.framework, |_, element| vec![3; element.short.len()]);
    let all = [none("own"), some("b1").short(), some("b2").short().finished()];
    let mut stored = entries(&app.framework, &all);
    let first = app.framework.element(1)?;
    for (key, value) in [
        (format!("response/own/{}", first.statements[0]), "4"),
        (format!("response/own/{}", first.statements[1]), "2"),
        ("position/own".to_owned(), &first.id),
        ("choices/own".to_owned(), "-"),
        (format!("response/b1/{}", first.short[0]), "5"),
        ("note/speaking-up/case".to_owned(), "=I would ask."),
        ("name".to_owned(), "Sam"),
        ("saved".to_owned(), "file"),
    ] {
        stored.insert(format!("bellwether/1/{key}"), line(&value));
    }
    Ok(stored)
}

fn is_own(key: &str) -> bool {
    key.split('/').nth(3) == Some("own")
}

/// What is stored of the assessment with which something is done.
fn own(of: &Entries) -> Entries {
    of.clone().into_iter().filter(|(key, _)| is_own(key)).collect()
}

/// Waits for the page with either heading. Returns whether it is the first.
async fn see_either(app: &App, one: &str, other: &str) -> Result<bool> {
    until(format!("the page “{one}” or “{other}”"), async || {
        let heading = app.heading().await?;
        Ok((heading == one).then_some(true).or((heading == other).then_some(false)))
    })
    .await
}
