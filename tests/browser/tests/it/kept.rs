//! What docs/record.md promises besides: room that browsers do not take back, a reminder, undo, and a
//! record that survives its storage being cleared.

use bellwether_browser_tests::fixtures::new_line;
use bellwether_browser_tests::{App, Result, Setup, breakable, story, story_of};
use serde_json::Value;

#[test]
fn with_the_first_answer_the_browser_is_asked_to_keep_what_is_stored() -> Result {
    let watch = "window.asked = 0;
        StorageManager.prototype.persist = async () => { asked += 1; return true }";
    story_of(&Setup { before_page: Some(watch.to_owned()), ..Setup::default() }, async |app| {
        app.open().await?;
        assert_eq!(app.look::<u64>("return asked", &[]).await?, 0, "not for looking around");
        app.start_short().await?;
        app.answer(1, 4).await?;
        app.answer(1, 2).await?;
        app.see_saved_answers(1).await?;
        assert_eq!(app.look::<u64>("return asked", &[]).await?, 1);
        Ok(())
    })
}

#[test]
fn storage_that_was_cleared_under_an_open_page_has_everything_after_the_next_answer() -> Result {
    story(async |app| {
        app.start_full().await?;
        app.answer(1, 4).await?;
        app.answer(2, 3).await?;
        let _: Value = app.look("localStorage.clear()", &[]).await?;
        app.answer(3, 5).await?;
        app.reload().await?;
        app.see_element(1).await?;
        app.see_answers(&[Some(4), Some(3), Some(5), None]).await?;
        assert_eq!(app.notices().await?, []);
        Ok(())
    })
}

/// The page itself tells people to clear what sites have stored, for room.
#[test]
fn storage_that_was_cleared_while_an_answer_waited_has_everything_after_the_next() -> Result {
    story_of(&breakable(), async |app| {
        app.open().await?;
        app.start_full().await?;
        app.answer(1, 4).await?;
        app.refuse_writes("true").await?;
        app.answer(2, 3).await?;
        app.see("Not stored").await?;
        let _: Value = app.look("localStorage.clear()", &[]).await?;
        app.refuse_writes("false").await?;
        app.answer(3, 5).await?;
        app.see("Saved on this device").await?;
        app.reload().await?;
        app.see_element(1).await?;
        app.see_answers(&[Some(4), Some(3), Some(5), None]).await?;
        assert_eq!(app.notices().await?, []);
        Ok(())
    })
}

#[test]
fn the_program_with_every_page_has_what_was_cleared_under_the_first() -> Result {
    story(async |app| {
        app.start_full().await?;
        app.answer(1, 4).await?;
        let _: Value = app.look("localStorage.clear()", &[]).await?;
        app.press("Your record").await?;
        app.see("Clinical leadership, full form").await?;
        app.reload().await?;
        app.see_heading("Your record").await?;
        app.see("Clinical leadership, full form").await
    })
}

#[test]
fn whoever_has_noted_something_a_week_ago_is_reminded_of_a_file() -> Result {
    story(async |app| {
        let note = ("bellwether/1/note/listening/reflection".to_owned(), new_line(&"=Ask first.")?);
        app.put_in_storage(&[note].into()).await?;
        app.visit("#/record").await?;
        app.see_heading("Your record").await?;
        assert_eq!(app.notices().await?, []);
        days_go_by(app, 8).await?;
        app.reload().await?;
        app.see("It holds something that is in no file yet").await
    })
}

#[test]
fn an_answer_that_was_taken_back_by_mistake_is_put_back() -> Result {
    story(async |app| {
        app.start_short().await?;
        app.answer(1, 4).await?;
        app.clear(1).await?;
        app.see_answers(&[None]).await?;
        // The same button, so that the focus stays where it was.
        assert!(app.focus().await?.name.starts_with("Undo"), "{:?}", app.focus().await?);
        app.press_starting("Undo").await?;
        app.see_answers(&[Some(4)]).await?;
        app.see_saved_answers(1).await
    })
}

#[test]
fn an_answer_that_was_taken_back_can_be_put_back_until_the_next() -> Result {
    story(async |app| {
        app.start_full().await?;
        app.answer_all(&[4, 3, 2]).await?;
        app.clear(1).await?;
        app.clear(2).await?;
        app.see_answers(&[None, None, Some(2), None]).await?;
        app.press_starting("Undo").await?;
        app.see_answers(&[None, Some(3), Some(2), None]).await?;
        app.clear(2).await?;
        app.answer(4, 5).await?;
        app.see_answers(&[None, None, Some(2), Some(5)]).await?;
        assert!(!app.text().await?.contains("Undo"), "not after another answer");
        Ok(())
    })
}

/// Lets so many days go by, for the pages that are loaded from now on.
async fn days_go_by(app: &App, days: u32) -> Result {
    app.note(format!("{days} days go by"));
    let later = "{ const told = Date.now; Date.now = () => told.call(Date) + DAYS * 24 * 3600e3 }";
    app.browser.before_page(&later.replace("DAYS", &days.to_string())).await
}

#[test]
fn the_page_reminds_again_once_a_week_has_gone_by_and_there_is_another_result() -> Result {
    const REMINDER: &str = "Save your record as a file";
    let reminds = async |app: &App| -> Result<bool> {
        app.reload().await?;
        app.see_heading("Your record").await?;
        Ok(app.notices().await?.iter().any(|(heading, _)| heading == REMINDER))
    };
    story(async |app| {
        app.start_short().await?;
        app.finish_now().await?;
        app.press("Your record").await?;
        app.press("Save it now").await?;
        app.saved_file().await?;
        days_go_by(app, 8).await?;
        assert!(!reminds(app).await?, "nothing was finished since");
        app.visit(&app.home()).await?;
        app.start_short().await?;
        app.finish_now().await?;
        app.visit("#/record").await?;
        assert!(reminds(app).await?);
        app.press("Save it now").await?;
        app.saved_file().await?;
        app.visit(&app.home()).await?;
        app.start_short().await?;
        app.finish_now().await?;
        days_go_by(app, 6).await?;
        app.visit("#/record").await?;
        assert!(!reminds(app).await?, "a week has not gone by");
        days_go_by(app, 2).await?;
        assert!(reminds(app).await?);
        Ok(())
    })
}

#[test]
fn after_a_result_the_page_reminds_of_a_file_until_one_is_saved() -> Result {
    const REMINDER: &str = "Save your record as a file";
    story(async |app| {
        app.start_short().await?;
        app.answer(1, 4).await?;
        app.finish_now().await?;
        app.press("Your record").await?;
        app.see(REMINDER).await?;
        app.press("Save it now").await?;
        let (_, text) = app.saved_file().await?;
        assert!(text.contains("self-awareness-1"), "{text}");
        app.reload().await?;
        app.see_heading("Your record").await?;
        assert!(!app.text().await?.contains(REMINDER));
        Ok(())
    })
}
