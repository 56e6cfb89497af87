//! What a person is told before a record is locked, and what they choose about it.

use bellwether_browser_tests::{App, DOOR, Result, Setup, story, story_of, until_is};
use serde_json::Value;

const PASSPHRASE: &str = "heron kettle bicycle";
const NO_WAY_BACK: [&str; 2] = [
    "Nobody can open a locked record without its passphrase.",
    "If you forget it, what is in the record is lost.",
];

/// Whether the page says above the fields for a passphrase that there is no way back in without it.
async fn is_warned(app: &App) -> Result {
    let script = "const field = all('#new-passphrase').find(seen);
        if (!field) return null;
        return arguments[0].map(words => all('strong, li').some(node => seen(node)
            && text(node).includes(words)
            && node.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING
            && node.closest('form, details, main').contains(field)))";
    until_is("the warning", Some(vec![true, true]), async || {
        app.look::<Option<Vec<bool>>>(script, &[NO_WAY_BACK.as_slice().into()]).await
    })
    .await
}

/// Wherever a passphrase can be set.
#[test]
fn before_a_lock_is_set_the_page_says_that_there_is_no_way_back_in() -> Result {
    story(async |app| {
        app.visit("#/profiles").await?;
        app.see_heading("Profiles").await?;
        is_warned(app).await?;
        app.make_profile("Ann", None).await?;
        app.see_heading("Your profile").await?;
        is_warned(app).await?;
        app.fill_in_passphrase(PASSPHRASE).await?;
        app.press("Lock the record").await?;
        app.see("Your record is locked").await?;
        app.press("Change the passphrase").await?;
        is_warned(app).await?;
        app.press("Lock now").await?;
        app.see_heading(DOOR).await?;
        app.press("Make a profile").await?;
        is_warned(app).await?;
        app.press("Open the record of Ann").await?;
        app.press("Forgotten the passphrase?").await?;
        app.see("without it nothing opens this record").await
    })
}

/// Somebody else may be at the page next.
#[test]
fn a_passphrase_does_not_stay_in_the_page_once_it_is_set() -> Result {
    story(async |app| {
        app.make_profile("Ann", Some(PASSPHRASE)).await?;
        app.press("Change the passphrase").await?;
        app.fill_in_passphrase(PASSPHRASE).await?;
        let typed = async || {
            let script = "return all('input').map(input => input.value).filter(value => value.includes(' '))";
            app.look::<Vec<String>>(script, &[]).await
        };
        assert_eq!(typed().await?.len(), 2);
        app.send("Change the passphrase").await?;
        app.see("Your passphrase is changed").await?;
        assert_eq!(typed().await?, [""; 0]);
        app.visit_within("#/record").await?;
        app.see_heading("Your record").await?;
        app.press("Save it locked with a passphrase").await?;
        app.fill_in_passphrase(PASSPHRASE).await?;
        app.press("Save the locked file").await?;
        app.saved_file().await?;
        assert_eq!(typed().await?, [""; 0]);
        assert_eq!(app.focus().await?.name, "Save the locked file");
        Ok(())
    })
}

/// Has so many seconds gone by since the page was opened, as far as it knows, and has it look at the
/// clock, as when somebody comes back to the tab. That is no touch.
async fn seconds_go_by(app: &App, seconds: u32) -> Result {
    app.note(format!("{seconds} seconds"));
    let script = "ahead = arguments[0] * 1e3;
        window.document.dispatchEvent(new Event('visibilitychange'))";
    app.look::<Option<bool>>(script, &[seconds.into()]).await.map(drop)
}

/// Chooses after how many minutes without a touch the record locks itself.
async fn choose(app: &App, minutes: u32) -> Result {
    let script = "const choice = document.getElementById('idle');
        choice.value = String(arguments[0]);
        choice.dispatchEvent(new Event('change', { bubbles: true }));
        return choice.value";
    let chosen: String = app.look(script, &[minutes.into()]).await?;
    assert_eq!(chosen, minutes.to_string(), "there is that choice");
    app.press("Save").await?;
    app.see("Your profile is changed.").await
}

/// Goes on as fast as the test says.
const CLOCK: &str = "window.ahead = 0;
    const now = Date.now;
    Date.now = () => now() + ahead;";

#[test]
fn it_locks_itself_after_the_time_that_was_chosen() -> Result {
    // In seconds. The clock goes on, too, while the test does something.
    const A_MOMENT: u32 = 20;
    let clock = CLOCK;
    story_of(&Setup { before_page: Some(clock.to_owned()), ..Setup::default() }, async |app| {
        app.make_profile("Ann", Some(PASSPHRASE)).await?;
        for minutes in [1, 30] {
            choose(app, minutes).await?;
            // Also once it is opened anew.
            for is_anew in [false, true] {
                if is_anew {
                    app.come_in("Ann", Some(PASSPHRASE)).await?;
                    app.see_member("Ann").await?;
                }
                seconds_go_by(app, minutes * 60 - A_MOMENT).await?;
                app.see_member("Ann").await?;
                assert!(app.offers("Lock now").await?, "not before {minutes} minutes");
                seconds_go_by(app, minutes * 60).await?;
                app.see_heading(DOOR).await?;
                let _: Value = app.look("ahead = 0", &[]).await?;
                app.reload().await?;
            }
            app.come_in("Ann", Some(PASSPHRASE)).await?;
            app.see_member("Ann").await?;
            app.visit_within("#/profiles").await?;
            app.see_heading("Your profile").await?;
        }
        Ok(())
    })
}

#[test]
fn a_shorter_time_holds_also_in_a_tab_that_was_open_before_it_was_chosen() -> Result {
    story_of(&Setup { before_page: Some(CLOCK.to_owned()), ..Setup::default() }, async |app| {
        app.make_profile("Ann", Some(PASSPHRASE)).await?;
        let (before, _) = app.new_tab().await?;
        app.visit("#/").await?;
        app.come_in("Ann", Some(PASSPHRASE)).await?;
        app.see_member("Ann").await?;
        app.visit_within("#/profiles").await?;
        app.see_heading("Your profile").await?;
        choose(app, 1).await?;
        app.look_at(&before).await?;
        let chosen = "return document.getElementById('idle').value";
        until_is("the time", "1".to_owned(), async || app.look::<String>(chosen, &[]).await)
            .await?;
        seconds_go_by(app, 60).await?;
        app.see_heading(DOOR).await
    })
}
