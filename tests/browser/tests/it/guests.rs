//! Guests: nothing that they enter is stored, and nobody finds it after them.

use crate::locked::{SECRET, answers_and_reflects, files_with};
use bellwether_browser_tests::{App, DOOR, Result, START, Setup, story, story_of};

const PASSPHRASE: &str = "heron kettle bicycle";

/// Comes in as a guest, and answers the first statement.
pub(crate) async fn answers_as_a_guest(app: &App, answer: u8) -> Result {
    app.be_guest().await?;
    app.visit(&app.home()).await?;
    app.see_heading(&app.framework.title).await?;
    app.start_short().await?;
    app.answer(1, answer).await
}

#[test]
fn a_guest_leaves_nothing_and_can_take_it_along() -> Result {
    story(async |app| {
        app.visit("#/profiles").await?;
        app.see_heading("Profiles").await?;
        answers_as_a_guest(app, 5).await?;
        assert!(app.asks_before_it_is_left().await?, "a guest is asked before the page is left");
        assert_eq!(app.all_stored().await?, "[]");
        app.press("Save it as a file").await?;
        let (_, text) = app.saved_file().await?;
        assert!(text.contains("self-awareness-1"), "{text}");
        app.press("Keep it, or finish").await?;
        app.see_heading("You are a guest").await?;
        app.press("Or make a profile on this device").await?;
        app.fill_in_profile("Ann", Some(PASSPHRASE)).await?;
        app.see_member("Ann").await?;
        app.press("Bellwether").await?;
        app.see("You have an assessment under way").await?;
        app.press("Lock now").await?;
        app.see_heading(DOOR).await?;
        assert!(!app.asks_before_it_is_left().await?, "at the door there is nothing to lose");
        app.be_guest().await?;
        assert!(!app.asks_before_it_is_left().await?, "nor for a guest who has entered nothing");
        app.press("Keep it, or finish").await?;
        app.press("Forget what I entered").await?;
        app.press("Yes, forget it").await?;
        app.see_heading(DOOR).await
    })
}

/// A browser may keep a page that was left as it is, and show it again.
#[test]
fn whoever_comes_back_to_a_page_that_a_guest_left_finds_nothing_of_theirs() -> Result {
    story_of(&Setup::default(), async |app| {
        app.open().await?;
        app.forgive("favicon.ico");
        app.visit("#/profiles").await?;
        app.see_heading("Profiles").await?;
        answers_as_a_guest(app, 5).await?;
        app.browser.driver.goto(app.site.url("icon.svg")).await?;
        app.browser.driver.back().await?;
        app.see_heading(START).await?;
        assert!(!app.text().await?.contains("You have an assessment under way"));
        Ok(())
    })
}

/// Not only in its storage: browsers write down addresses, titles, and what stands in fields.
#[test]
fn nothing_that_a_guest_looks_at_or_enters_is_in_any_file_of_the_browser() -> Result {
    story_of(&Setup::default(), async |app| {
        app.visit("#/profiles").await?;
        app.see_heading("Profiles").await?;
        app.be_guest().await?;
        let statement = answers_and_reflects(app).await?;
        assert_eq!(app.hash().await?, "#/");
        let title: String = app.look("return window.document.title", &[]).await?;
        assert_eq!(title, "Bellwether");
        app.close_browser().await?;
        let folder = app.browser.profile.folder();
        let page = app.site.url("");
        assert!(!files_with(folder, &page).is_empty(), "the files were not looked through");
        let element = format!("element/{}", app.framework.elements[0].id);
        for words in [
            SECRET,
            &statement,
            &element,
            "assessment/a",
            "learn/session/speaking-up",
            "note/speaking-up",
        ] {
            assert_eq!(files_with(folder, words), [""; 0], "{words}");
        }
        Ok(())
    })
}
