//! “Wipe this laptop”: what waits in another tab is not stored after it, whenever there is room again.

use bellwether_browser_tests::{App, Result, START, breakable, story_of};

const PASSPHRASE: &str = "heron kettle bicycle";

/// Erases everything.
async fn wipe(app: &App) -> Result {
    app.press("Erase all that this page keeps on this device").await?;
    app.press("Wipe this laptop").await?;
    app.press("Yes, erase everything").await?;
    app.see("Everything is erased").await
}

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
        app.see_heading(&app.framework.title).await?;
        app.start_full().await?;
        app.answer(1, 4).await?;
        app.refuse_writes("true").await?;
        app.answer(2, 5).await?;
        app.see("Not stored").await?;
        let space = space(app).await?;
        let (waits, _) = app.new_tab().await?;
        app.visit("#/").await?;
        wipe(app).await?;
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

/// Begins another assessment, and answers in it.
async fn answers_anew(app: &App) -> Result {
    app.visit(&app.home()).await?;
    app.see_heading(&app.framework.title).await?;
    app.start_short().await?;
    app.answer(1, 1).await?;
    app.see("Saved on this device").await
}

#[test]
fn what_waits_in_another_tab_is_not_stored_after_a_wipe() -> Result {
    story_of(&breakable(), async |app| {
        app.open().await?;
        app.start_full().await?;
        app.answer(1, 4).await?;
        let assessment = app.assessment().await?;
        app.refuse_writes("true").await?;
        app.answer(2, 5).await?;
        app.see("Not stored").await?;
        let (waits, _) = app.new_tab().await?;
        app.visit("#/profiles").await?;
        app.see_heading("Profiles").await?;
        wipe(app).await?;
        app.look_at(&waits).await?;
        app.see("This assessment is not in this browser").await?;
        app.refuse_writes("false").await?;
        answers_anew(app).await?;
        let stored = app.all_stored().await?;
        assert!(!stored.contains(&assessment), "something came back: {stored}");
        Ok(())
    })
}
