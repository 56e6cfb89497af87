//! The whole way through with the keyboard alone, and where the focus is at each step.

use bellwether_browser_tests::{App, Result, story};
use thirtyfour::Key;

#[test]
fn the_short_form_can_be_taken_with_the_keyboard_alone() -> Result {
    story(async |app| {
        app.press_by_keyboard("Start the short form").await?;
        for number in 1..=20 {
            app.see_element(number).await?;
            focus_is_on_heading(app, &app.framework.element(number)?.title).await?;
            let statement = app.statements().await?.remove(0);
            let focus = app.tab_to("the answers", |focus| focus.tag == "input").await?;
            assert!(focus.id.starts_with(&format!("{statement}-is-")), "{focus:?}");
            app.type_in("4").await?;
            assert_eq!(app.answers().await?, [Some(4)]);
            let last = number == 20;
            app.press_by_keyboard(if last { "Continue to your result" } else { "Continue" })
                .await?;
        }
        app.see_heading("Check your answers").await?;
        focus_is_on_heading(app, "Check your answers").await?;
        app.see_progress(20, 20).await?;
        app.press_by_keyboard("See your result").await?;
        app.see_heading("Your result").await?;
        focus_is_on_heading(app, "Your result").await?;

        app.tab_to("the name", |focus| focus.tag == "input").await?;
        app.type_in("Sam 5").await?;
        app.key(Key::Tab).await?;
        assert_eq!(app.facts().await?["Name"], "Sam 5");
        Ok(())
    })
}

#[test]
fn digits_answer_delete_takes_back_and_the_focus_stays() -> Result {
    story(async |app| {
        app.start_full().await?;
        let statement = app.statements().await?.remove(0);
        app.tab_to("the first answer", |focus| focus.tag == "input").await?;
        for (key, answer) in [("1", 1), ("2", 2), ("3", 3), ("4", 4), ("5", 5), ("0", 0)] {
            app.type_in(key).await?;
            assert_eq!(app.answers().await?, [Some(answer), None, None, None], "after {key}");
            assert_eq!(app.saved_answers().await?, 1);
            let focus = app.focus().await?;
            assert!(focus.id.starts_with(&format!("{statement}-is-")), "after {key}: {focus:?}");
        }
        for (key, name) in [(Key::Delete, "Delete"), (Key::Backspace, "Backspace")] {
            app.type_in("3").await?;
            app.key(key).await?;
            assert_eq!(app.answers().await?, [None; 4], "after {name}");
            assert_eq!(app.progress().await?, (0, 80));
            let focus = app.focus().await?;
            assert!(focus.id.starts_with(&format!("{statement}-is-")), "after {name}: {focus:?}");
        }
        for key in ["6", "9", "x", "-"] {
            app.type_in(key).await?;
            assert_eq!(app.answers().await?, [None; 4], "{key} is no answer");
        }
        // As in any group of radio buttons.
        app.key(Key::Right).await?;
        assert_eq!(app.answers().await?, [Some(2), None, None, None]);
        assert_eq!(app.progress().await?, (1, 80));
        Ok(())
    })
}

#[test]
fn digits_do_nothing_while_the_focus_is_elsewhere() -> Result {
    story(async |app| {
        app.start_full().await?;
        focus_is_on_heading(app, &app.framework.element(1)?.title).await?;
        digits_do_nothing(app, "on the heading").await?;
        app.tab_to("the explanations", |focus| focus.tag == "summary").await?;
        digits_do_nothing(app, "on the explanations").await?;
        app.tab_to("the way on", |focus| focus.name == "Continue").await?;
        digits_do_nothing(app, "on the way on").await?;
        app.tab_to("the footer", |focus| focus.name == "How results are worked out").await?;
        digits_do_nothing(app, "in the footer").await
    })
}

#[test]
fn digits_with_a_modifier_key_belong_to_the_browser() -> Result {
    story(async |app| {
        app.start_full().await?;
        app.tab_to("the first answer", |focus| focus.tag == "input").await?;
        for modifier in [Key::Control, Key::Alt, Key::Meta] {
            app.note("a digit with a modifier");
            let keys = app.browser.driver.action_chain();
            let name = format!("{modifier:?}");
            keys.key_down(modifier.clone()).send_keys("3").key_up(modifier).perform().await?;
            assert_eq!(app.answers().await?, [None; 4], "{name}");
        }
        Ok(())
    })
}

#[test]
fn the_first_tab_skips_to_the_main_content() -> Result {
    story(async |app| {
        app.key(Key::Tab).await?;
        assert_eq!(app.focus().await?.name, "Skip to main content");
        app.key(Key::Enter).await?;
        assert_eq!(app.focus().await?.tag, "main");
        assert_eq!(app.heading().await?, app.framework.title, "the page is still there");
        let focus = app.tab_to("a way in", |focus| focus.tag == "button").await?;
        assert_eq!(focus.name, "Start the short form");
        Ok(())
    })
}

async fn digits_do_nothing(app: &App, place: &str) -> Result {
    let before = app.hash().await?;
    app.type_in("3").await?;
    app.type_in("0").await?;
    app.key(Key::Delete).await?;
    assert_eq!(app.answers().await?, [None; 4], "{place}");
    assert_eq!(app.saved_answers().await?, 0, "{place}");
    assert_eq!(app.hash().await?, before, "{place}");
    Ok(())
}

/// As after the load of a page: a screen reader says where the person has come to.
async fn focus_is_on_heading(app: &App, heading: &str) -> Result {
    let focus = app.focus().await?;
    assert_eq!(focus.tag, "h1", "{focus:?}");
    assert!(focus.name.ends_with(heading), "{focus:?}");
    Ok(())
}
