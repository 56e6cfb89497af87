//! Several people at one browser: profiles, files with a passphrase, and erasing everything.

use bellwether_browser_tests::{App, DOOR, Result, START, Setup, story, story_of, until_is};
use serde_json::Value;

const PASSPHRASE: &str = "heron kettle bicycle";
const ANOTHER: &str = "lantern plough seven";

#[test]
fn two_people_have_records_of_their_own() -> Result {
    story(async |app| {
        app.make_profile("Ann", None).await?;
        app.visit(&app.home()).await?;
        app.see_heading(&app.framework.title).await?;
        app.start_short().await?;
        app.answer(1, 4).await?;
        app.press("Leave").await?;
        app.see_heading(DOOR).await?;
        app.press("Make a profile").await?;
        app.fill_in_profile("ann", None).await?;
        app.see("Another profile on this device has that name.").await?;
        app.fill_in_profile("Bo", None).await?;
        app.see_member("Bo").await?;
        assert!(!app.text().await?.contains("You have an assessment under way"));
        app.press("Leave").await?;
        app.come_in("Ann", None).await?;
        app.see_member("Ann").await?;
        app.press("Go on where you were").await?;
        app.see_answers(&[Some(4)]).await
    })
}

#[test]
fn a_lock_is_set_changed_and_taken_off_and_the_record_stays() -> Result {
    story(async |app| {
        app.start_short().await?;
        app.answer(1, 2).await?;
        app.make_profile("Ann", None).await?;
        app.see("It is not locked").await?;
        app.fill_in_passphrase("too short").await?;
        app.press("Lock the record").await?;
        app.see("Use at least 12 characters.").await?;
        app.fill("new-passphrase", PASSPHRASE).await?;
        app.fill("new-passphrase-again", ANOTHER).await?;
        app.press("Lock the record").await?;
        app.see("The two are not the same.").await?;
        app.fill_in_passphrase(PASSPHRASE).await?;
        app.press("Lock the record").await?;
        app.see("Your record is locked").await?;
        assert!(!app.all_stored().await?.contains("/open/"), "nothing of it is left unlocked");

        app.press("Change the passphrase").await?;
        app.fill_in_passphrase(ANOTHER).await?;
        app.send("Change the passphrase").await?;
        app.see("Your passphrase is changed").await?;
        app.press("Lock now").await?;
        app.come_in("Ann", Some(PASSPHRASE)).await?;
        app.see("That is not the passphrase.").await?;
        app.fill("passphrase", ANOTHER).await?;
        app.press("Open").await?;
        app.see_member("Ann").await?;
        app.see("You have an assessment under way").await?;

        app.visit_within("#/profiles").await?;
        app.see_heading("Your profile").await?;
        app.press("Take the lock off").await?;
        app.send("Take the lock off").await?;
        app.see("The lock is off").await?;
        assert!(!app.all_stored().await?.contains("/sealed/"), "nothing of it is left sealed");
        app.reload().await?;
        app.come_in("Ann", None).await?;
        app.see_member("Ann").await
    })
}

#[test]
fn a_deleted_profile_is_put_back() -> Result {
    story(async |app| {
        app.start_short().await?;
        app.answer(1, 4).await?;
        app.make_profile("Ann", Some(PASSPHRASE)).await?;
        let before = app.all_stored().await?;
        app.delete_profile().await?;
        assert!(!app.all_stored().await?.contains("Ann"));
        app.press("Put it back").await?;
        app.see("The profile is back").await?;
        assert_eq!(app.all_stored().await?.len(), before.len());
        app.come_in("Ann", Some(PASSPHRASE)).await?;
        app.see_member("Ann").await?;
        app.press("Go on where you were").await?;
        app.see_answers(&[Some(4)]).await
    })
}

#[test]
fn a_file_can_be_locked_with_a_passphrase() -> Result {
    story(async |app| {
        app.start_short().await?;
        app.answer(1, 3).await?;
        app.press("Your record").await?;
        app.see_heading("Your record").await?;
        app.press("Save it locked with a passphrase").await?;
        app.fill_in_passphrase(PASSPHRASE).await?;
        app.press("Save the locked file").await?;
        app.see("Your file is saved").await?;
        let (_, file) = app.saved_file().await?;
        assert!(!file.contains("self-awareness"), "{file}");
        app.press_starting("Delete").await?;
        app.see("There are none yet.").await?;
        app.load_file("locked.json", file.as_bytes()).await?;
        app.fill("passphrase", ANOTHER).await?;
        app.press("Open the file").await?;
        app.see("That is not the passphrase.").await?;
        app.fill("passphrase", PASSPHRASE).await?;
        app.press("Open the file").await?;
        app.see("Your file has been loaded").await?;
        app.see("1 answered").await?;
        for (from, to, why) in [
            ("\"version\":1", "\"version\":2", "it was saved by a later version of this page"),
            ("\"lock\"", "\"look\"", "what says how it is to be opened is damaged"),
        ] {
            app.load_file("locked.json", file.replace(from, to).as_bytes()).await?;
            app.see(why).await?;
        }
        Ok(())
    })
}

#[test]
fn a_record_is_locked_opened_and_deleted_by_keyboard() -> Result {
    story(async |app| {
        app.make_profile("Ann", Some(PASSPHRASE)).await?;
        app.press_by_keyboard("Lock now").await?;
        app.see_heading(DOOR).await?;
        app.press_by_keyboard("Open the record of Ann").await?;
        has_focus(app, "passphrase").await?;
        app.type_in(PASSPHRASE).await?;
        app.key(thirtyfour::Key::Enter).await?;
        app.see_member("Ann").await?;
        until_is("the focus", "h1".to_owned(), async || Ok(app.focus().await?.tag)).await?;
        app.press_by_keyboard("Profile").await?;
        app.see_heading("Your profile").await?;
        app.press_by_keyboard("Delete this profile").await?;
        has_focus(app, "delete-profile").await?;
        app.press_by_keyboard("Yes, delete it").await?;
        app.see("Profile deleted").await
    })
}

/// Waits until what has this id has the focus.
async fn has_focus(app: &App, id: &str) -> Result {
    until_is("the focus", id.to_owned(), async || Ok(app.focus().await?.id)).await
}

/// What is no one's but ours goes, also what another tab has in memory.
#[test]
fn wiping_leaves_nothing_of_anybody_and_no_open_tab_undoes_it() -> Result {
    let setup = Setup { service_worker: true, ..Setup::default() };
    story_of(&setup, async |app| {
        app.open().await?;
        app.start_short().await?;
        app.answer(1, 4).await?;
        until_is("the copies", true, async || {
            app.look::<bool>("return caches.keys().then(names => names.length > 0)", &[]).await
        })
        .await?;
        let others = "localStorage.setItem('theirs', 'stays');
            localStorage.setItem('ward/bellwether/1/name', '1 0 w Ann')";
        let _: Value = app.look(others, &[]).await?;
        let page = app.hash().await?;
        let (one, other) = app.new_tab().await?;
        app.visit("#/profiles").await?;
        app.see_heading("Profiles").await?;
        app.visit_within(&page).await?;
        app.see_element(1).await?;
        app.look_at(&one).await?;
        app.visit("#/profiles").await?;
        app.see_heading("Profiles").await?;
        app.wipe().await?;
        let nothing = r#"[["theirs","stays"]]"#;
        assert_eq!(app.all_stored().await?, nothing);
        let copies =
            "return Promise.all([caches.keys(), navigator.serviceWorker.getRegistrations()])
            .then(all => all.flat().length)";
        assert_eq!(app.look::<usize>(copies, &[]).await?, 0);
        app.look_at(&other).await?;
        app.note("it was told, and has not only heard that this assessment is gone");
        app.see_heading(START).await?;
        assert_eq!(app.all_stored().await?, nothing);
        Ok(())
    })
}

#[test]
fn a_tab_whose_record_has_become_somebodys_asks_who_is_there() -> Result {
    story(async |app| {
        app.start_short().await?;
        app.answer(1, 4).await?;
        let page = app.hash().await?;
        let (one, other) = app.new_tab().await?;
        app.visit(&page).await?;
        app.see_element(1).await?;
        app.look_at(&one).await?;
        app.make_profile("Ann", Some(PASSPHRASE)).await?;
        app.look_at(&other).await?;
        app.see_heading(DOOR).await?;
        assert!(!app.all_stored().await?.contains("bellwether/1/response"));
        app.press("Go on as a guest").await?;
        app.see_heading(START).await
    })
}

/// Nothing that was shown as answered is lost for there being no room.
#[test]
fn what_could_not_be_stored_when_it_was_locked_is_there_when_it_is_opened() -> Result {
    story(async |app| {
        app.make_profile("Ann", Some(PASSPHRASE)).await?;
        app.visit_within(&app.home()).await?;
        app.see_heading(&app.framework.title).await?;
        app.start_short().await?;
        full(app, true).await?;
        app.answer(1, 5).await?;
        app.see("Your answers are not being stored").await?;
        app.press("Lock now").await?;
        app.see_heading(DOOR).await?;
        full(app, false).await?;
        app.come_in("Ann", Some(PASSPHRASE)).await?;
        app.see_member("Ann").await?;
        app.press("Go on where you were").await?;
        app.see_answers(&[Some(5)]).await?;
        app.reload().await?;
        app.come_in("Ann", Some(PASSPHRASE)).await?;
        app.see_member("Ann").await?;
        app.press("Go on where you were").await?;
        app.see_answers(&[Some(5)]).await
    })
}

#[test]
fn where_there_is_no_room_to_lock_it_everything_is_as_it_was() -> Result {
    story(async |app| {
        app.start_short().await?;
        app.answer(1, 4).await?;
        let before = app.all_stored().await?;
        app.visit("#/profiles").await?;
        app.see_heading("Profiles").await?;
        full(app, true).await?;
        app.fill_in_profile("Ann", Some(PASSPHRASE)).await?;
        app.see("does not have the room").await?;
        full(app, false).await?;
        assert_eq!(app.all_stored().await?, before);
        Ok(())
    })
}

/// Has the storage be full, or have room again.
async fn full(app: &App, is: bool) -> Result {
    let script = "window.real ??= Storage.prototype.setItem;
        Storage.prototype.setItem = arguments[0]
            ? () => { throw new DOMException('full', 'QuotaExceededError') }
            : real";
    app.look::<Option<()>>(script, &[is.into()]).await.map(drop)
}

/// Where browsers have something that only one tab may hold.
#[test]
fn two_tabs_never_change_profiles_at_once() -> Result {
    story(async |app| {
        app.forgive("favicon.ico");
        app.visit("#/profiles").await?;
        app.see_heading("Profiles").await?;
        let turns = async |those: &str| {
            let script = "return navigator.locks.query().then(locks => locks[arguments[0]].length)";
            app.look::<usize>(script, &[those.into()]).await
        };
        app.note("when it begins, a tab has a turn too");
        until_is("those that have their turn", 0, async || turns("held").await).await?;
        let (one, other) = app.new_tab().await?;
        app.visit("icon.svg").await?;
        let takes_turn = "navigator.locks.request('bellwether-profiles', () =>
            new Promise(end => window.endsTurn = end))";
        app.look::<Option<()>>(takes_turn, &[]).await?;
        until_is("those that have their turn", 1, async || turns("held").await).await?;
        app.look_at(&one).await?;
        app.fill_in_profile("Ann", None).await?;
        until_is("those that wait", 1, async || turns("pending").await).await?;
        assert_eq!(app.all_stored().await?, "[]");
        app.look_at(&other).await?;
        app.look::<Option<()>>("endsTurn()", &[]).await?;
        app.look_at(&one).await?;
        app.see("Your profile is made").await
    })
}
