//! A tab that is killed at any call while a record goes into a profile, under a lock, or from under one:
//! the whole record is there, and opens in the old way or the new.

use bellwether_browser_tests::fixtures::{Stored, entries, line, new_line};
use bellwether_browser_tests::{App, DOOR, Result, breakable, story_of, until};
use serde_json::Value;
use std::collections::BTreeMap;

pub(crate) const PASSPHRASE: &str = "heron kettle bicycle";
pub(crate) const ANOTHER: &str = "lantern plough seven";

pub(crate) type Entries = BTreeMap<String, String>;

/// A record of which each kind of entry goes by itself.
pub(crate) fn record(app: &App) -> Result<Entries> {
    let own = Stored::full("own", &app.framework, |number, _| match number {
        1 => vec![4, 2, 5],
        _ => vec![],
    });
    let mut record = entries(&app.framework, &[own]);
    let second = &app.framework.element(2)?.statements[0];
    record.insert(format!("bellwether/1/response/own/{second}"), line(&3));
    // A note of long ago would have the page remind of saving a file.
    record.insert("bellwether/1/note/speaking-up/case".to_owned(), new_line(&"=I would ask.")?);
    Ok(record)
}

/// In which way a record opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Way {
    WithoutProfile,
    Open,
    With(&'static str),
}

/// What is stored of a profile's head, where there is one.
fn head(stored: &Entries) -> Result<Option<Value>> {
    let head = stored.iter().find(|(key, _)| key.starts_with("bellwether-profiles/1/head/"));
    let text = head.and_then(|(_, head)| head.split_once(' '));
    Ok(text.map(|(_, text)| serde_json::from_str(text)).transpose()?)
}

pub(crate) async fn stored(app: &App) -> Result<Entries> {
    app.look("return Object.fromEntries(Object.entries(localStorage))", &[]).await
}

/// Comes in, where there is a door.
async fn comes_in(app: &App, is_locked: bool, ways: &[&'static str]) -> Result<Way> {
    let heading = until("the door, or the page", async || {
        let heading = app.heading().await?;
        Ok([DOOR, "Profiles"].contains(&&*heading).then_some(heading))
    })
    .await?;
    if heading != DOOR {
        return Ok(Way::WithoutProfile);
    }
    app.come_in("Ann", None).await?;
    if !is_locked {
        app.see_member("Ann").await?;
        return Ok(Way::Open);
    }
    for way in ways {
        app.fill("passphrase", way).await?;
        app.press("Open").await?;
        let is_in = until("an answer", async || {
            let text = app.text().await?;
            let is_wrong = text.contains("That is not the passphrase.");
            let is_in = text.contains("Lock now");
            Ok((is_wrong || is_in).then_some(is_in))
        });
        if is_in.await? {
            return Ok(Way::With(way));
        }
    }
    app.see_member("Ann").await?;
    unreachable!("none of {ways:?} opens it");
}

/// Looks at what a next start finds in each state, with whichever passphrases may open it. Returns the
/// ways in which it opened.
pub(crate) async fn opens_in_each(
    app: &App,
    states: &[Entries],
    ways: &[&'static str],
) -> Result<Vec<Way>> {
    let whole = record(app)?.len();
    let mut found = Vec::new();
    for (number, state) in states.iter().enumerate() {
        app.put_in_storage(state).await?;
        app.visit("#/profiles").await?;
        let is_locked = head(state)?.is_some_and(|head| head["lock"].is_object());
        let way = comes_in(app, is_locked, ways).await?;
        app.visit_within("#/record").await?;
        app.see_heading("Your record").await?;
        app.see("4 answered").await?;
        assert_eq!(app.notices().await?, [], "in state {number}");
        let stored = stored(app).await?;
        let place = match head(&stored)? {
            None => "bellwether/".to_owned(),
            Some(head) => {
                let kind = if is_locked { "sealed" } else { "open" };
                assert_eq!(head["from"], Value::Null, "nothing is left to do: {head}");
                format!(
                    "bellwether-profiles/1/{kind}/{}/",
                    head["space"].as_str().unwrap_or_default()
                )
            }
        };
        let (here, elsewhere): (Vec<&String>, Vec<&String>) =
            stored.keys().partition(|key| key.starts_with(&place));
        assert_eq!(here.len(), whole, "in state {number}: {here:?}");
        if is_locked {
            let is_readable =
                |key: &&&String| key.starts_with("bellwether/") || key.contains("/open/");
            assert_eq!(elsewhere.iter().find(is_readable), None, "in state {number}");
        }
        found.push(way);
    }
    Ok(found)
}

/// Has the record there, in no profile, at the page of profiles.
async fn begin(app: &App) -> Result {
    app.put_in_storage(&record(app)?).await?;
    app.visit("#/profiles").await?;
    app.see_heading("Profiles").await
}

/// Each way once, in this order.
fn assert_one_after_the_other(mut found: Vec<Way>, ways: &[Way]) {
    assert!(found.len() > ways.len(), "{found:?}");
    found.dedup();
    assert_eq!(found, ways);
}

async fn makes(app: &App, passphrase: Option<&str>) -> Result {
    app.fill_in_profile("Ann", passphrase).await?;
    app.see("Your profile is made").await
}

#[test]
fn a_record_that_a_profile_takes_is_whole_at_every_call() -> Result {
    story_of(&breakable(), async |app| {
        begin(app).await?;
        let states = app.states_while(async || makes(app, None).await).await?;
        let found = opens_in_each(app, &states, &[]).await?;
        assert_one_after_the_other(found, &[Way::WithoutProfile, Way::Open]);
        Ok(())
    })
}

#[test]
fn a_record_that_a_locked_profile_takes_is_whole_at_every_call() -> Result {
    story_of(&breakable(), async |app| {
        begin(app).await?;
        let states = app.states_while(async || makes(app, Some(PASSPHRASE)).await).await?;
        let found = opens_in_each(app, &states, &[PASSPHRASE]).await?;
        assert_one_after_the_other(found, &[Way::WithoutProfile, Way::With(PASSPHRASE)]);
        Ok(())
    })
}

#[test]
fn a_record_on_which_a_lock_is_set_is_whole_at_every_call() -> Result {
    story_of(&breakable(), async |app| {
        begin(app).await?;
        makes(app, None).await?;
        let locks = async || {
            app.fill_in_passphrase(PASSPHRASE).await?;
            app.press("Lock the record").await?;
            app.see("Your record is locked").await
        };
        let states = app.states_while(locks).await?;
        let found = opens_in_each(app, &states, &[PASSPHRASE]).await?;
        assert_one_after_the_other(found, &[Way::Open, Way::With(PASSPHRASE)]);
        Ok(())
    })
}

#[test]
fn a_record_from_which_the_lock_is_taken_is_whole_at_every_call() -> Result {
    story_of(&breakable(), async |app| {
        begin(app).await?;
        makes(app, Some(PASSPHRASE)).await?;
        app.press("Take the lock off").await?;
        let unlocks = async || {
            app.send("Take the lock off").await?;
            app.see("The lock is off").await
        };
        let states = app.states_while(unlocks).await?;
        let found = opens_in_each(app, &states, &[PASSPHRASE]).await?;
        assert_one_after_the_other(found, &[Way::With(PASSPHRASE), Way::Open]);
        Ok(())
    })
}

#[test]
fn a_record_whose_passphrase_is_changed_is_whole_at_every_call() -> Result {
    story_of(&breakable(), async |app| {
        begin(app).await?;
        makes(app, Some(PASSPHRASE)).await?;
        app.press("Change the passphrase").await?;
        let changes = async || {
            app.fill_in_passphrase(ANOTHER).await?;
            app.send("Change the passphrase").await?;
            app.see("Your passphrase is changed").await
        };
        let states = app.states_while(changes).await?;
        let found = opens_in_each(app, &states, &[PASSPHRASE, ANOTHER]).await?;
        let ways = [Way::With(PASSPHRASE), Way::With(ANOTHER)];
        assert_one_after_the_other(found, &ways);
        Ok(())
    })
}
