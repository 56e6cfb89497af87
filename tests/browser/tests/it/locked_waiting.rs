//! What could not be stored of a locked record waits: nothing is lost, and the page asks before it is left.

use bellwether_browser_tests::{App, DOOR, Result, breakable, story_of, until_is};

pub(crate) const PASSPHRASE: &str = "heron kettle bicycle";

/// What the door says while something waits.
const WAITS: &str = "could not be stored on this device";

/// Has a locked profile with an assessment that was begun.
pub(crate) async fn begin(app: &App) -> Result {
    app.make_profile("Ann", Some(PASSPHRASE)).await?;
    app.visit_within(&app.home()).await?;
    app.see_heading(&app.framework.title).await?;
    app.start_full().await
}

/// Begins an assessment in which the second answer finds no room.
pub(crate) async fn has_an_answer_wait(app: &App) -> Result {
    app.see_heading(&app.framework.title).await?;
    app.start_full().await?;
    app.answer(1, 4).await?;
    app.refuse_writes("true").await?;
    app.answer(2, 5).await?;
    app.see("Not stored").await
}

/// Comes in, and goes on where the person was.
pub(crate) async fn comes_back(app: &App) -> Result {
    app.come_in("Ann", Some(PASSPHRASE)).await?;
    app.see_member("Ann").await?;
    app.visit_within(&app.home()).await?;
    app.press("Go on where you were").await
}

/// Waits until the page asks before it is left, or does not.
async fn see_asks(app: &App, asks: bool) -> Result {
    until_is("whether it asks", asks, async || app.asks_before_it_is_left().await).await
}

#[test]
fn the_page_asks_before_it_is_left_while_something_of_a_locked_profile_waits() -> Result {
    story_of(&breakable(), async |app| {
        begin(app).await?;
        app.answer(1, 4).await?;
        app.see("Saved on this device").await?;
        see_asks(app, false).await?;
        app.refuse_writes("true").await?;
        app.answer(2, 5).await?;
        app.see("Not stored").await?;
        see_asks(app, true).await?;
        app.press("Lock now").await?;
        app.see_heading(DOOR).await?;
        see_asks(app, true).await?;
        app.press("Go on as a guest").await?;
        app.see("You are a guest").await?;
        see_asks(app, true).await?;
        // A file of the guest's has nothing of it.
        app.press("Save it as a file").await?;
        app.saved_file().await?;
        see_asks(app, true).await?;
        app.press("Keep it, or finish").await?;
        app.press("Forget what I entered").await?;
        app.press("Yes, forget it").await?;
        comes_back(app).await?;
        app.see_answers(&[Some(4), Some(5), None, None]).await?;
        app.see("Not stored").await?;
        see_asks(app, true).await?;
        app.press("Lock now").await?;
        app.see_heading(DOOR).await?;
        app.refuse_writes("false").await?;
        see_asks(app, true).await?;
        comes_back(app).await?;
        app.see("Saved on this device").await?;
        see_asks(app, false).await?;
        app.press("Lock now").await?;
        app.see_heading(DOOR).await?;
        see_asks(app, false).await?;
        app.reload().await?;
        comes_back(app).await?;
        app.see_answers(&[Some(4), Some(5), None, None]).await
    })
}

/// By a setting that a person changes, or by a disk that fails for a while.
#[test]
fn storage_that_goes_off_while_a_locked_profile_is_open_and_comes_back_loses_nothing() -> Result {
    story_of(&breakable(), async |app| {
        for by_setting in [true, false] {
            let works = async |works| app.let_storage_work(by_setting, works).await;
            app.put_in_storage(&[].into()).await?;
            begin(app).await?;
            app.answer(1, 4).await?;
            app.see("Saved on this device").await?;
            works(false).await?;
            app.answer(2, 3).await?;
            app.see("Not stored").await?;
            let banner = app.banner().await?.unwrap_or_default();
            assert!(banner.contains("does not let the page store anything"), "{banner}");
            app.next().await?;
            app.see_element(2).await?;
            app.answer(1, 5).await?;
            works(true).await?;
            app.answer(2, 1).await?;
            app.see("Saved on this device").await?;
            assert_eq!(app.banner().await?, None);
            assert!(!app.all_stored().await?.contains("/response/"), "what waited is sealed");
            app.reload().await?;
            comes_back(app).await?;
            app.see_element(2).await?;
            app.see_answers(&[Some(5), Some(1), None, None]).await?;
            app.press("Back").await?;
            app.see_element(1).await?;
            app.see_answers(&[Some(4), Some(3), None, None]).await?;
            assert_eq!(app.notices().await?, []);
        }
        Ok(())
    })
}

#[test]
fn a_record_that_is_locked_while_storage_is_off_is_there_when_it_has_come_back() -> Result {
    story_of(&breakable(), async |app| {
        for by_setting in [true, false] {
            let works = async |works| app.let_storage_work(by_setting, works).await;
            app.put_in_storage(&[].into()).await?;
            begin(app).await?;
            app.answer(1, 4).await?;
            works(false).await?;
            app.answer(2, 3).await?;
            app.see("Not stored").await?;
            app.press("Lock now").await?;
            app.see_heading(DOOR).await?;
            see_asks(app, true).await?;
            works(true).await?;
            comes_back(app).await?;
            app.see_answers(&[Some(4), Some(3), None, None]).await?;
            see_asks(app, false).await?;
            app.reload().await?;
            comes_back(app).await?;
            app.see_answers(&[Some(4), Some(3), None, None]).await?;
        }
        Ok(())
    })
}

#[test]
fn what_waits_in_a_tab_whose_record_was_moved_into_a_profile_is_there_when_it_is_opened() -> Result
{
    story_of(&breakable(), async |app| {
        app.visit("#/profiles").await?;
        app.see_heading("Profiles").await?;
        app.visit_within(&app.home()).await?;
        moves_while_something_waits(app).await
    })
}

/// The first program knows of no profiles, and hands over what waits to the one that does.
#[test]
fn what_waits_with_the_first_program_is_there_when_the_profile_is_opened() -> Result {
    story_of(&breakable(), async |app| {
        app.visit(&app.home()).await?;
        moves_while_something_waits(app).await
    })
}

/// Has another tab take the record into a profile, while an answer waits in this one, and opens that.
async fn moves_while_something_waits(app: &App) -> Result {
    has_an_answer_wait(app).await?;
    let (waits, _) = app.new_tab().await?;
    app.make_profile("Ann", Some(PASSPHRASE)).await?;
    app.look_at(&waits).await?;
    app.see_heading(DOOR).await?;
    app.see(WAITS).await?;
    see_asks(app, true).await?;
    app.refuse_writes("false").await?;
    app.press("Go on without a profile").await?;
    app.see("Your record").await?;
    assert!(!app.all_stored().await?.contains("/response/"), "it is nobody's without a lock");
    app.visit("#/profiles").await?;
    app.press("Choose a profile").await?;
    app.see(WAITS).await?;
    comes_back(app).await?;
    app.see_answers(&[Some(4), Some(5), None, None]).await?;
    app.see("Saved on this device").await?;
    app.reload().await?;
    comes_back(app).await?;
    app.see_answers(&[Some(4), Some(5), None, None]).await
}

/// Nothing of it was ever stored, so the door would have no way to it.
#[test]
fn what_was_entered_while_all_was_full_is_at_the_door_where_another_tab_makes_a_profile() -> Result
{
    story_of(&breakable(), async |app| {
        app.visit(&app.home()).await?;
        app.see_heading(&app.framework.title).await?;
        app.refuse_writes("true").await?;
        app.start_full().await?;
        app.answer(1, 4).await?;
        app.see("Not stored").await?;
        let (waits, _) = app.new_tab().await?;
        app.make_profile("Ann", None).await?;
        app.look_at(&waits).await?;
        app.see_heading(DOOR).await?;
        app.see(WAITS).await?;
        see_asks(app, true).await?;
        app.refuse_writes("false").await?;
        app.press("Go on without a profile").await?;
        app.visit_within(&app.home()).await?;
        app.press("Go on where you were").await?;
        app.see_answers(&[Some(4), None, None, None]).await?;
        app.see("Saved on this device").await?;
        see_asks(app, false).await
    })
}
