//! “Wipe this laptop”: what waits in another tab is not stored after it, whenever there is room again.

use crate::locked_waiting::has_an_answer_wait;
use bellwether_browser_tests::fixtures::line;
use bellwether_browser_tests::{App, Result, START, breakable, story_of, until_is};

const PASSPHRASE: &str = "heron kettle bicycle";

/// The space that a locked record is in.
async fn space(app: &App) -> Result<String> {
    let script =
        "return Object.keys(localStorage).find(key => key.includes('/sealed/')).split('/')[3]";
    app.look(script, &[]).await
}

#[test]
fn what_waits_of_a_locked_profile_in_another_tab_is_not_stored_after_a_wipe() -> Result {
    story_of(&breakable(), async |app| {
        app.make_profile("Ann", Some(PASSPHRASE)).await?;
        app.visit_within(&app.home()).await?;
        has_an_answer_wait(app).await?;
        let space = space(app).await?;
        let (waits, _) = app.new_tab().await?;
        app.visit("#/").await?;
        app.wipe().await?;
        app.look_at(&waits).await?;
        app.see_heading(START).await?;
        app.refuse_writes("false").await?;
        app.make_profile("Ann", Some(PASSPHRASE)).await?;
        app.visit_within(&app.home()).await?;
        app.see_heading(&app.framework.title).await?;
        app.start_short().await?;
        app.answer(1, 1).await?;
        app.see("Saved on this device").await?;
        let stored = app.all_stored().await?;
        assert!(!stored.contains(&space), "something came back: {stored}");
        Ok(())
    })
}

/// Erases everything in another tab, and comes back to this.
async fn another_tab_wipes(app: &App) -> Result {
    let (this, _) = app.new_tab().await?;
    app.visit("#/profiles").await?;
    app.see_heading("Profiles").await?;
    app.wipe().await?;
    app.look_at(&this).await
}

/// Begins another assessment, and answers in it.
async fn answers_anew(app: &App) -> Result {
    app.visit(&app.home()).await?;
    app.see_heading(&app.framework.title).await?;
    app.start_short().await?;
    app.answer(1, 1).await?;
    app.see("Saved on this device").await
}

/// Begins another assessment, by which whatever waited would be stored, and finds none of one.
async fn nothing_comes_back(app: &App, assessment: &str) -> Result {
    answers_anew(app).await?;
    let stored = app.all_stored().await?;
    assert!(!stored.contains(assessment), "something came back: {stored}");
    Ok(())
}

/// Which page it is depends on how much of the app the tab had loaded.
async fn sees_nothing_of_it(app: &App) -> Result {
    let begins_anew = [START, "This assessment is not in this browser"];
    until_is("a page with nothing of it", true, async || {
        Ok(begins_anew.contains(&&*app.heading().await?))
    })
    .await
}

/// Also what had been stored: a tab of which something waits brings along all that it has.
#[test]
fn what_another_tab_has_is_not_stored_after_a_wipe() -> Result {
    story_of(&breakable(), async |app| {
        app.open().await?;
        let entered = [("name", line(&"Secretly Me")), ("note/for-you/pinned", line(&"=secretly"))];
        let entered = entered.map(|(key, text)| (format!("bellwether/1/{key}"), text));
        app.put_in_storage(&entered.into()).await?;
        app.visit(&app.home()).await?;
        app.reload().await?;
        app.start_full().await?;
        app.answer(1, 4).await?;
        let assessment = app.assessment().await?;
        app.refuse_writes("true").await?;
        app.answer(2, 5).await?;
        app.see("Not stored").await?;
        another_tab_wipes(app).await?;
        sees_nothing_of_it(app).await?;
        app.refuse_writes("false").await?;
        answers_anew(app).await?;
        let stored = app.all_stored().await?.to_lowercase();
        for gone in [&*assessment, "secretly"] {
            assert!(!stored.contains(gone), "{gone} came back: {stored}");
        }
        Ok(())
    })
}

/// The program that has every page waits with its writes, and has to be told.
#[test]
fn what_waits_in_another_tab_with_the_whole_program_is_not_stored_after_a_wipe() -> Result {
    story_of(&breakable(), async |app| {
        app.visit("#/profiles").await?;
        app.see_heading("Profiles").await?;
        app.visit_within(&app.home()).await?;
        app.see_heading(&app.framework.title).await?;
        app.start_full().await?;
        app.answer(1, 4).await?;
        let assessment = app.assessment().await?;
        app.refuse_writes("true").await?;
        app.answer(2, 5).await?;
        app.see("Not stored").await?;
        another_tab_wipes(app).await?;
        app.see_heading(START).await?;
        app.refuse_writes("false").await?;
        nothing_comes_back(app, &assessment).await
    })
}

/// Nothing of it is removed, so no removal tells the tab.
#[test]
fn what_was_never_stored_in_another_tab_is_not_stored_after_a_wipe() -> Result {
    story_of(&breakable(), async |app| {
        app.open().await?;
        app.refuse_writes("true").await?;
        app.start_full().await?;
        app.answer(1, 4).await?;
        let assessment = app.assessment().await?;
        app.see("Not stored").await?;
        another_tab_wipes(app).await?;
        sees_nothing_of_it(app).await?;
        app.refuse_writes("false").await?;
        nothing_comes_back(app, &assessment).await
    })
}

#[test]
fn what_could_not_be_stored_is_there_too_when_a_wipe_is_undone() -> Result {
    story_of(&breakable(), async |app| {
        app.open().await?;
        app.start_full().await?;
        app.answer(1, 4).await?;
        app.refuse_writes("true").await?;
        app.answer(2, 5).await?;
        app.see("Not stored").await?;
        app.visit("#/profiles").await?;
        app.see_heading("Profiles").await?;
        app.wipe().await?;
        app.refuse_writes("false").await?;
        app.press("Undo").await?;
        app.see("It is undone").await?;
        app.visit(&app.home()).await?;
        app.press("Go on where you were").await?;
        app.see_answers(&[Some(4), Some(5), None, None]).await?;
        app.reload().await?;
        app.see_answers(&[Some(4), Some(5), None, None]).await
    })
}
