//! An answer in a locked profile is safe when it is shown, and two tabs that are typed in at once agree.

use crate::locked_waiting::{begin, comes_back};
use crate::resume::holds;
use crate::tabs::both_are_typed_in;
use bellwether_browser_tests::{
    App, Browser, Context as _, DOOR, Profile, Result, Setup, story, story_of, until,
};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// How many answers each tab gives.
const ANSWERS: usize = 300;

type Entries = BTreeMap<String, String>;

/// What is stored, sealed.
async fn sealed(app: &App) -> Result<Entries> {
    let sealed = "return Object.fromEntries(
        Object.entries(localStorage).filter(([key]) => key.includes('/sealed/')))";
    app.look(sealed, &[]).await
}

#[test]
fn a_tab_that_crashes_right_after_an_answer_in_a_locked_profile_loses_nothing() -> Result {
    story(async |app| {
        let (other, _) = app.new_tab().await?;
        begin(app).await?;
        app.answer(1, 4).await?;
        app.answer(2, 3).await?;
        app.see_answers(&[Some(4), Some(3), None, None]).await?;
        app.note("the tab crashes");
        // The command has no answer: nobody is left to give one.
        let crash = app.browser.cdp("Page.crash", json!({}));
        let _ = tokio::time::timeout(std::time::Duration::from_secs(2), crash).await;
        let alive = app.browser.run("return 1", &[]).await;
        assert!(alive.is_err(), "the tab has crashed");
        app.look_at(&other).await?;
        app.visit("#/").await?;
        comes_back(app).await?;
        app.see_answers(&[Some(4), Some(3), None, None]).await
    })
}

#[test]
fn a_browser_that_is_killed_has_the_answers_of_a_locked_profile_after_the_passphrase() -> Result {
    let profile = Profile::new()?;
    let setup = Setup { profile: Some(profile.clone()), ..Setup::default() };
    story_of(&setup, async |app| {
        begin(app).await?;
        app.answer(1, 4).await?;
        let before = sealed(app).await?;
        app.answer(2, 3).await?;
        app.see_answers(&[Some(4), Some(3), None, None]).await?;
        let stored = sealed(app).await?;
        let mut new = stored.iter().filter(|(key, text)| before.get(*key) != Some(text));
        let (_, last) = new.next().or_say(|| "an answer is stored when it is shown")?;
        assert_eq!(new.next(), None, "and nothing else is");
        // The browser writes to disk when it sees fit; a power cut before that is beyond any page.
        let folder = profile.local_storage();
        until(format!("the answer on disk in {}", folder.display()), async || {
            Ok(holds(&folder, last.as_bytes())?.then_some(()))
        })
        .await?;
        app.kill_browser();

        let again = app.again(Browser::open(&setup).await?);
        again.visit("#/").await?;
        again.see_heading(DOOR).await?;
        assert_eq!(sealed(&again).await?, stored, "all is as it was");
        comes_back(&again).await?;
        again.see_answers(&[Some(4), Some(3), None, None]).await
    })
}

/// The record that a tab has, as it would save it.
async fn record(app: &App) -> Result<Value> {
    app.visit_within("#/record").await?;
    app.see_heading("Your record").await?;
    app.press_starting("Save my record as a file").await?;
    let (_, text) = app.saved_file().await?;
    let mut file: Value = serde_json::from_str(&text)?;
    Ok(file["assessments"].take())
}

#[test]
fn two_tabs_with_the_same_locked_profile_that_are_typed_in_at_once_agree_in_the_end() -> Result {
    story(async |app| {
        begin(app).await?;
        let (one, other) = app.new_tab().await?;
        app.visit("#/").await?;
        comes_back(app).await?;
        let before = sealed(app).await?.len();
        let seen = both_are_typed_in(app, (&one, &other), ANSWERS).await?;
        let stored = sealed(app).await?;
        assert_eq!(stored.len() - before, seen.len(), "one entry for each statement");
        let theirs = record(app).await?;
        app.look_at(&other).await?;
        assert_eq!(record(app).await?, theirs, "the other tab has the same");
        for tab in [&one, &other] {
            app.look_at(tab).await?;
            app.reload().await?;
            comes_back(app).await?;
            app.see_answers(&seen).await?;
            assert_eq!(record(app).await?, theirs, "and a new start reads the same");
        }
        Ok(())
    })
}
