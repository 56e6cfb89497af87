//! A deleted profile: it needs no passphrase to delete one, and it comes back until the page is closed.

use crate::locked_moves::{Entries, record, stored};
use bellwether_browser_tests::{App, DOOR, Result, START, breakable, story, story_of, until};

const PASSPHRASE: &str = "heron kettle bicycle";

/// Makes a locked profile with an answer in it, and leaves it.
async fn make(app: &App, name: &str, answer: u8) -> Result {
    let heading = until("the door, or the page of profiles", async || {
        let heading = app.heading().await?;
        Ok([DOOR, "Profiles"].contains(&&*heading).then_some(heading))
    });
    if heading.await? == DOOR {
        app.press("Make a profile").await?;
    }
    app.fill_in_profile(name, Some(PASSPHRASE)).await?;
    app.see_member(name).await?;
    app.visit_within(&app.home()).await?;
    app.see_heading(&app.framework.title).await?;
    app.start_short().await?;
    app.answer(1, answer).await?;
    app.press("Lock now").await?;
    app.see_heading(DOOR).await
}

/// Deletes a profile as somebody who has forgotten its passphrase.
async fn delete_at_the_door(app: &App, name: &str) -> Result {
    app.press(&format!("Open the record of {name}")).await?;
    app.press("Forgotten the passphrase?").await?;
    app.press("Delete this profile").await?;
    app.press("Yes, delete it").await?;
    app.see(&format!("The profile “{name}” and its record are gone")).await
}

/// Opens the profile that is back, whose passphrase is asked for still, and finds its answer.
async fn has_its_answer(app: &App, name: &str, answer: u8) -> Result {
    app.fill("passphrase", PASSPHRASE).await?;
    app.press("Open").await?;
    app.see_member(name).await?;
    app.visit_within(&app.home()).await?;
    app.press("Go on where you were").await?;
    app.see_answers(&[Some(answer)]).await
}

#[test]
fn deleting_a_locked_profile_needs_no_passphrase_and_it_comes_back_at_the_door() -> Result {
    story(async |app| {
        app.visit("#/profiles").await?;
        make(app, "Ann", 4).await?;
        make(app, "Bo Lee", 2).await?;
        let before = app.all_stored().await?;
        delete_at_the_door(app, "Bo Lee").await?;
        // By its space no text that is sealed has it by chance.
        assert!(!app.all_stored().await?.contains("Bo Lee"));
        app.press("Put it back").await?;
        app.see("The profile is back").await?;
        assert_eq!(app.all_stored().await?.len(), before.len());
        has_its_answer(app, "Bo Lee", 2).await?;
        app.press("Lock now").await?;
        app.see_heading(DOOR).await?;
        for name in ["Ann", "Bo Lee"] {
            delete_at_the_door(app, name).await?;
        }
        assert_eq!(app.all_stored().await?, "[]", "nothing of either is left");
        Ok(())
    })
}

#[test]
fn a_deleted_profile_does_not_come_back_once_the_page_was_closed() -> Result {
    story(async |app| {
        app.visit("#/profiles").await?;
        make(app, "Ann", 4).await?;
        delete_at_the_door(app, "Ann").await?;
        assert!(app.offers("Put it back").await?);
        app.visit("#/").await?;
        assert_eq!(app.all_stored().await?, "[]");
        app.reload().await?;
        app.see_heading(START).await?;
        app.visit("#/profiles").await?;
        app.see_heading("Profiles").await?;
        assert!(!app.offers("Put it back").await?, "it cannot be brought back");
        assert!(!app.text().await?.contains("Ann"));
        assert_eq!(app.all_stored().await?, "[]", "nothing of it is stored");
        Ok(())
    })
}

/// While it is put back there may be no room.
#[test]
fn a_deleted_profile_that_finds_no_room_can_still_be_put_back_once_there_is_some() -> Result {
    story_of(&breakable(), async |app| {
        app.open().await?;
        app.visit("#/profiles").await?;
        make(app, "Ann", 4).await?;
        let before = app.all_stored().await?;
        delete_at_the_door(app, "Ann").await?;
        for n in 0.. {
            app.refuse_writes(&format!("n === {n}")).await?;
            app.press("Put it back").await?;
            let is_back = until("an end", async || {
                let is_back = app.text().await?.contains("The profile is back");
                let is_refused = app.writes().await?.0 > n && app.offers("Put it back").await?;
                Ok((is_back || is_refused).then_some(is_back))
            });
            if is_back.await? {
                break;
            }
            assert_eq!(app.all_stored().await?, "[]", "nothing of it is there, without write {n}");
        }
        assert_eq!(app.all_stored().await?.len(), before.len());
        has_its_answer(app, "Ann", 4).await
    })
}

#[test]
fn a_deleted_profile_comes_back_also_after_somebody_was_in() -> Result {
    story(async |app| {
        app.visit("#/profiles").await?;
        make(app, "Ann", 4).await?;
        make(app, "Bo", 2).await?;
        let before = app.all_stored().await?;
        delete_at_the_door(app, "Bo").await?;
        app.come_in("Ann", Some(PASSPHRASE)).await?;
        app.see_member("Ann").await?;
        app.press("Lock now").await?;
        app.see_heading(DOOR).await?;
        app.press("Put it back").await?;
        app.see("The profile is back").await?;
        assert_eq!(app.all_stored().await?.len(), before.len());
        app.press("Open the record of Bo").await?;
        has_its_answer(app, "Bo", 2).await
    })
}

/// The next start finds all of it, or removes what is left.
#[test]
fn a_profile_that_is_being_deleted_is_whole_or_gone_at_every_call() -> Result {
    story_of(&breakable(), async |app| {
        app.put_in_storage(&record(app)?).await?;
        app.make_profile("Ann", None).await?;
        app.press("Delete this profile").await?;
        let deletes = async || {
            app.press("Yes, delete it").await?;
            app.see("Profile deleted").await
        };
        let states = app.states_while(deletes).await?;
        let mut gone = Vec::new();
        for (number, state) in states.iter().enumerate() {
            app.put_in_storage(state).await?;
            app.visit("#/record").await?;
            let is_head = |key: &String| key.contains("/head/") || key.contains("/copy/");
            let is_gone = !state.keys().any(is_head);
            if is_gone {
                app.see_heading("Your record").await?;
                app.see("There are none yet.").await?;
                assert_eq!(stored(app).await?, Entries::new(), "in state {number}");
            } else {
                app.come_in("Ann", None).await?;
                app.see_heading("Your record").await?;
                app.see("4 answered").await?;
            }
            assert_eq!(app.notices().await?, [], "in state {number}");
            gone.push(is_gone);
        }
        assert!(gone.is_sorted(), "once its head is removed it is gone: {gone:?}");
        assert_eq!((gone.first(), gone.last()), (Some(&false), Some(&true)));
        Ok(())
    })
}

async fn makes_at_the_door(app: &App, name: &str) -> Result {
    app.press("Make a profile").await?;
    app.fill_in_profile(name, None).await?;
    app.see_member(name).await
}

#[test]
fn profiles_that_were_deleted_one_after_the_other_come_back_one_after_the_other() -> Result {
    story_of(&breakable(), async |app| {
        app.make_profile("Ann", None).await?;
        app.press("Leave").await?;
        makes_at_the_door(app, "Bo").await?;
        app.visit("#/profiles").await?;
        app.see_heading("Your profile").await?;
        app.delete_profile().await?;
        app.come_in("Ann", None).await?;
        app.see_member("Ann").await?;
        app.visit("#/profiles").await?;
        app.see_heading("Your profile").await?;
        app.delete_profile().await?;
        for name in ["Ann", "Bo"] {
            app.press("Put it back").await?;
            app.see(&format!("Open the record of {name}")).await?;
        }
        Ok(())
    })
}

#[test]
fn a_deleted_profile_comes_back_also_after_another_was_made() -> Result {
    story_of(&breakable(), async |app| {
        app.make_profile("Ann", None).await?;
        app.delete_profile().await?;
        makes_at_the_door(app, "Bo").await?;
        app.press("Leave").await?;
        app.see_heading(DOOR).await?;
        app.press("Put it back").await?;
        app.see("The profile is back").await
    })
}

#[test]
fn where_a_profile_cannot_be_put_back_the_page_says_so() -> Result {
    story_of(&breakable(), async |app| {
        app.make_profile("Ann", None).await?;
        app.delete_profile().await?;
        app.refuse_writes("true").await?;
        app.press("Put it back").await?;
        app.see("does not have the room").await
    })
}

#[test]
fn a_deleted_profile_whose_name_somebody_else_has_by_now_comes_back_with_a_number() -> Result {
    story(async |app| {
        app.make_profile("Ann", None).await?;
        app.delete_profile().await?;
        makes_at_the_door(app, "Ann").await?;
        app.press("Leave").await?;
        app.see_heading(DOOR).await?;
        app.press("Put it back").await?;
        app.see("The profile is back").await?;
        for name in ["Ann", "Ann 2"] {
            app.see(&format!("Open the record of {name}")).await?;
        }
        Ok(())
    })
}

#[test]
fn what_could_not_be_stored_of_a_deleted_profile_comes_back_with_it() -> Result {
    story_of(&breakable(), async |app| {
        app.make_profile("Ann", Some(PASSPHRASE)).await?;
        app.visit_within(&app.home()).await?;
        app.see_heading(&app.framework.title).await?;
        app.start_short().await?;
        app.refuse_writes("true").await?;
        app.answer(1, 3).await?;
        app.see("Not stored").await?;
        app.visit_within("#/profiles").await?;
        app.see_heading("Your profile").await?;
        app.delete_profile().await?;
        app.refuse_writes("false").await?;
        app.press("Put it back").await?;
        app.press("Open the record of Ann").await?;
        has_its_answer(app, "Ann", 3).await
    })
}
