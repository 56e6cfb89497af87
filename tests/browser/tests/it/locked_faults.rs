//! What befalls a locked profile: a tab that dies while a record is locked, two tabs, and damage.

use bellwether_browser_tests::fixtures::{Stored, entries};
use bellwether_browser_tests::{App, DOOR, Result, breakable, story, story_of, until};

const PASSPHRASE: &str = "heron kettle bicycle";
/// Tabs that are really killed; `locked_moves` looks at what each call leaves.
const EVERY: usize = 9;

fn answered(app: &App, id: &str) -> Stored {
    Stored::full(id, &app.framework, |number, _| if number == 1 { vec![4, 2, 5] } else { vec![] })
}

#[test]
fn a_record_that_is_being_locked_is_whole_wherever_the_tab_is_killed() -> Result {
    story_of(&breakable(), async |app| {
        app.open().await?;
        let mut locked = Vec::new();
        for call in (0..).step_by(EVERY) {
            app.look::<Option<()>>("localStorage.clear()", &[]).await?;
            app.put_in_storage(&entries(&app.framework, &[answered(app, "own")])).await?;
            app.visit("#/profiles").await?;
            app.reload().await?;
            app.see_heading("Profiles").await?;
            app.kill_after(call).await?;
            app.fill_in_profile("Ann", Some(PASSPHRASE)).await?;
            let is_killed = until("the end", async || {
                let is_made = app.text().await?.contains("Your profile is made");
                let is_killed = app.is_killed().await?;
                Ok((is_made || is_killed).then_some(is_killed))
            })
            .await?;
            app.reload().await?;
            locked.push(has_all(app).await?);
            if !is_killed {
                break;
            }
        }
        assert!(locked.is_sorted(), "once its head is written it is locked: {locked:?}");
        assert_eq!((locked.first(), locked.last()), (Some(&false), Some(&true)));
        Ok(())
    })
}

/// Finds the whole record, at the door or without. Returns whether it was locked.
async fn has_all(app: &App) -> Result<bool> {
    let heading = until("the door, or the page", async || {
        let heading = app.heading().await?;
        Ok([DOOR, "Profiles"].contains(&&*heading).then_some(heading))
    })
    .await?;
    let is_locked = heading == DOOR;
    if is_locked {
        app.come_in("Ann", Some(PASSPHRASE)).await?;
        app.see_member("Ann").await?;
        let stored = app.all_stored().await?;
        assert!(
            !stored.contains("bellwether/1/assessment"),
            "something is left unlocked: {stored}"
        );
    }
    app.visit_within("#/record").await?;
    app.see_heading("Your record").await?;
    app.see("3 answered").await?;
    assert_eq!(app.notices().await?, []);
    Ok(is_locked)
}

#[test]
fn two_tabs_with_the_same_locked_profile_agree() -> Result {
    story(async |app| {
        app.make_profile("Ann", Some(PASSPHRASE)).await?;
        app.visit_within(&app.home()).await?;
        app.see_heading(&app.framework.title).await?;
        app.start_short().await?;
        let (one, other) = app.new_tab().await?;
        app.visit("#/").await?;
        app.come_in("Ann", Some(PASSPHRASE)).await?;
        app.press("Go on where you were").await?;
        app.see_element(1).await?;
        app.answer(1, 2).await?;
        app.look_at(&one).await?;
        app.see_answers(&[Some(2)]).await?;
        app.answer(1, 5).await?;
        app.look_at(&other).await?;
        app.see_answers(&[Some(5)]).await?;
        app.clear(1).await?;
        app.look_at(&one).await?;
        app.see_answers(&[None]).await
    })
}

#[test]
fn a_damaged_entry_of_a_locked_record_is_named_and_put_aside() -> Result {
    story(async |app| {
        app.put_in_storage(&entries(&app.framework, &[answered(app, "one"), answered(app, "two")]))
            .await?;
        app.make_profile("Ann", Some(PASSPHRASE)).await?;
        let damage = "const key = Object.keys(localStorage).find(key => key.includes('/sealed/'));
            const whole = localStorage[key];
            localStorage[key] = whole.slice(0, 40) + (whole[40] === 'A' ? 'B' : 'A') + whole.slice(41);
            return key";
        let damaged: String = app.look(damage, &[]).await?;
        app.reload().await?;
        app.come_in("Ann", Some(PASSPHRASE)).await?;
        app.see("Part of your record could not be read").await?;
        app.see("an entry that was locked").await?;
        let stored = app.all_stored().await?;
        assert!(stored.contains(&format!("bellwether/aside/1/{damaged}")), "{stored}");
        app.visit_within("#/record").await?;
        app.see_heading("Your record").await?;
        app.see("3 answered").await
    })
}

/// What is stored again would be found by nobody without the head of the profile.
#[test]
fn storage_that_was_cleared_under_an_open_profile_has_everything_after_the_next_answer() -> Result {
    story(async |app| {
        for passphrase in [Some(PASSPHRASE), None] {
            app.make_profile("Ann", passphrase).await?;
            app.visit_within(&app.home()).await?;
            app.see_heading(&app.framework.title).await?;
            app.start_full().await?;
            app.answer(1, 4).await?;
            app.answer(2, 3).await?;
            app.look::<Option<()>>("localStorage.clear()", &[]).await?;
            app.answer(3, 5).await?;
            app.reload().await?;
            app.come_in("Ann", passphrase).await?;
            app.see_member("Ann").await?;
            app.visit_within(&app.home()).await?;
            app.press("Go on where you were").await?;
            app.see_answers(&[Some(4), Some(3), Some(5), None]).await?;
            assert_eq!(app.notices().await?, []);
            app.put_in_storage(&[].into()).await?;
        }
        Ok(())
    })
}
