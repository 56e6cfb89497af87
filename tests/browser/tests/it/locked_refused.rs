//! Storage that refuses any write while a record goes into a profile, under a lock, or from under one:
//! everything is as it was, or done, and the page says which.

use crate::locked_moves::{ANOTHER, Entries, PASSPHRASE, Way, opens_in_each, record, stored};
use bellwether_browser_tests::{App, Result, breakable, story_of, until};

const NO_ROOM: &str = "does not have the room";

/// Tries something with no room for one write, or from that on, for each that it makes. What is stored
/// before is given; `begin` comes to where it is done; `done` is what the page says then, and
/// `told` what it says where it is refused. Returns how often it was done, and how often it was refused.
async fn at_each_write(
    app: &App,
    before: &Entries,
    begin: impl AsyncFn() -> Result,
    act: impl AsyncFn() -> Result,
    (done, told): (&str, &str),
    ways: &[Way],
) -> Result<(usize, usize)> {
    let (mut all_done, mut refused) = (0, 0);
    let passphrases: Vec<&'static str> = ways
        .iter()
        .filter_map(|way| if let Way::With(it) = way { Some(*it) } else { None })
        .collect();
    let [old, new] = ways else { panic!("two ways") };
    for from_then_on in [false, true] {
        app.put_in_storage(before).await?;
        begin().await?;
        for n in 0.. {
            let at_first = stored(app).await?;
            app.refuse_writes(&format!("n {} {n}", if from_then_on { ">=" } else { "===" }))
                .await?;
            act().await?;
            let is_done = until(format!("“{done}”, or that it is refused"), async || {
                // What follows from the last write is shown before anyone can look.
                let has_tried = app.writes().await?.0 > n;
                let text = app.text().await?;
                let is_done = text.contains(done);
                let is_refused = has_tried && !is_done && text.contains(told);
                Ok((is_refused || is_done).then_some(is_done))
            })
            .await?;
            let (tried, _) = app.writes().await?;
            app.refuse_writes("false").await?;
            let now = stored(app).await?;
            if is_done {
                all_done += 1;
                assert_eq!(opens_in_each(app, &[now], &passphrases).await?, [*new], "write {n}");
                if tried <= n {
                    break;
                }
                app.put_in_storage(before).await?;
                begin().await?;
            } else {
                refused += 1;
                if !from_then_on {
                    assert_eq!(now, at_first, "everything is as it was, without write {n}");
                } else if now != at_first {
                    // There was no room for the copy of the head either, which is mended.
                    assert_eq!(
                        opens_in_each(app, &[now], &passphrases).await?,
                        [*old],
                        "write {n}"
                    );
                    app.put_in_storage(before).await?;
                    begin().await?;
                }
            }
        }
    }
    Ok((all_done, refused))
}

/// Comes to the page of one's profile.
async fn comes_in(app: &App, passphrase: Option<&str>) -> Result {
    app.visit("#/profiles").await?;
    app.come_in("Ann", passphrase).await?;
    app.see_member("Ann").await?;
    app.visit_within("#/profiles").await?;
    app.see_heading("Your profile").await
}

/// What is stored when the record is in a profile.
async fn in_profile(app: &App, passphrase: Option<&str>) -> Result<Entries> {
    app.put_in_storage(&record(app)?).await?;
    app.make_profile("Ann", passphrase).await?;
    stored(app).await
}

/// Makes a profile of the record, without room for each write in turn.
async fn makes(app: &App, passphrase: Option<&'static str>) -> Result {
    let before = record(app)?;
    let begin = async || {
        app.visit("#/profiles").await?;
        app.see_heading("Profiles").await
    };
    let act = async || app.fill_in_profile("Ann", passphrase).await;
    let ways = [Way::WithoutProfile, passphrase.map_or(Way::Open, Way::With)];
    let (done, refused) =
        at_each_write(app, &before, begin, act, ("Your profile is made", NO_ROOM), &ways).await?;
    assert!(done > 2 && refused > 2 * before.len(), "{done} and {refused}");
    Ok(())
}

#[test]
fn a_record_is_in_the_profile_or_where_it_was_whichever_write_is_refused() -> Result {
    story_of(&breakable(), async |app| makes(app, None).await)
}

#[test]
fn a_record_is_in_the_locked_profile_or_where_it_was_whichever_write_is_refused() -> Result {
    story_of(&breakable(), async |app| makes(app, Some(PASSPHRASE)).await)
}

#[test]
fn a_lock_is_set_or_not_whichever_write_is_refused() -> Result {
    story_of(&breakable(), async |app| {
        let before = in_profile(app, None).await?;
        let begin = async || comes_in(app, None).await;
        let act = async || {
            app.fill_in_passphrase(PASSPHRASE).await?;
            app.press("Lock the record").await
        };
        let ways = [Way::Open, Way::With(PASSPHRASE)];
        let (done, refused) =
            at_each_write(app, &before, begin, act, ("Your record is locked", NO_ROOM), &ways)
                .await?;
        assert!(done > 2 && refused > 2 * record(app)?.len(), "{done} and {refused}");
        Ok(())
    })
}

#[test]
fn a_lock_is_off_or_not_whichever_write_is_refused() -> Result {
    story_of(&breakable(), async |app| {
        let before = in_profile(app, Some(PASSPHRASE)).await?;
        let begin = async || {
            comes_in(app, Some(PASSPHRASE)).await?;
            app.press("Take the lock off").await
        };
        let act = async || app.send("Take the lock off").await;
        let ways = [Way::With(PASSPHRASE), Way::Open];
        let (done, refused) =
            at_each_write(app, &before, begin, act, ("The lock is off", NO_ROOM), &ways).await?;
        assert!(done > 2 && refused > 2 * record(app)?.len(), "{done} and {refused}");
        Ok(())
    })
}

#[test]
fn a_passphrase_is_changed_or_not_whichever_write_is_refused() -> Result {
    story_of(&breakable(), async |app| {
        let before = in_profile(app, Some(PASSPHRASE)).await?;
        let begin = async || {
            comes_in(app, Some(PASSPHRASE)).await?;
            app.press("Change the passphrase").await
        };
        let act = async || {
            app.fill_in_passphrase(ANOTHER).await?;
            app.send("Change the passphrase").await
        };
        let ways = [Way::With(PASSPHRASE), Way::With(ANOTHER)];
        let (done, refused) =
            at_each_write(app, &before, begin, act, ("Your passphrase is changed", NO_ROOM), &ways)
                .await?;
        assert!(done > 2 && refused > 1, "{done} and {refused}");
        Ok(())
    })
}

#[test]
fn where_a_name_cannot_be_changed_the_page_says_so() -> Result {
    story_of(&breakable(), async |app| {
        app.make_profile("Ann", Some(PASSPHRASE)).await?;
        app.fill("profile-name", "Anna").await?;
        app.refuse_writes("true").await?;
        app.press("Save").await?;
        app.see(NO_ROOM).await
    })
}
