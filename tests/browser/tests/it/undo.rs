//! What was deleted comes back for as long as the page is open.

use crate::guests::answers_as_a_guest;
use bellwether_browser_tests::fixtures::{Stored, entries, in_order};
use bellwether_browser_tests::{App, DOOR, Framework, Result, Setup, story, story_of, until_is};
use serde_json::Value;
use std::collections::BTreeMap;

const BACK: &str = "Bring it back";
const PASSPHRASE: &str = "heron kettle bicycle";

#[test]
fn all_that_was_deleted_comes_back_as_it_was_one_after_the_other() -> Result {
    story(async |app| {
        let (stored, names) = three(app)?;
        open_record(app, &stored).await?;
        for name in &names {
            deletes(app, name).await?;
        }
        app.see("There are none yet.").await?;
        let left = app.saved().await?;
        assert!(left.values().all(|text| text.ends_with(" deleted")), "{left:#?}");
        app.press("Start one").await?;
        for number in 1..=names.len() {
            // It stays at hand on other pages.
            app.press(BACK).await?;
            let there = async || Ok(wholes(&app.saved().await?)?.len());
            until_is("those that are back", number, there).await?;
        }
        assert!(!app.offers(BACK).await?, "there is nothing more to bring back");
        assert_eq!(wholes(&app.saved().await?)?, wholes(&stored)?);
        app.reload().await?;
        app.visit("#/record").await?;
        app.see_heading("Your record").await?;
        for name in &names {
            app.see(name).await?;
        }
        Ok(())
    })
}

#[test]
fn what_was_deleted_is_gone_for_good_once_the_page_was_closed() -> Result {
    story(async |app| {
        let (stored, names) = three(app)?;
        open_record(app, &stored).await?;
        deletes(app, &names[0]).await?;
        assert!(app.offers(BACK).await?);
        app.reload().await?;
        app.see_heading("Your record").await?;
        assert!(!app.offers(BACK).await? && !app.text().await?.contains(&names[0]));
        deletes(app, &names[1]).await?;
        app.press(BACK).await?;
        app.see(&names[1]).await?;
        assert!(!app.offers(BACK).await?, "what was deleted before is not brought back");
        Ok(())
    })
}

#[test]
fn a_file_brings_back_what_was_deleted() -> Result {
    story(async |app| {
        let (stored, names) = three(app)?;
        open_record(app, &stored).await?;
        app.press("Save my record as a file").await?;
        let (_, file) = app.saved_file().await?;
        deletes(app, &names[0]).await?;
        app.reload().await?;
        app.see_heading("Your record").await?;
        app.load_file("saved.json", file.as_bytes()).await?;
        app.see("1 assessment added").await?;
        app.reload().await?;
        app.see(&names[0]).await?;
        assert_eq!(wholes(&app.saved().await?)?, wholes(&stored)?);
        Ok(())
    })
}

/// Three assessments as they are stored, and what the list calls them.
fn three(app: &App) -> Result<(BTreeMap<String, String>, [String; 3])> {
    let (one, other) = (&app.framework, Framework::named(&app.site, "bedside")?);
    let full = Stored::full("a1", one, |number, _| vec![4; number % 5]).finished();
    let short = Stored::full("a2", one, |_, element| vec![2; element.short.len()]).short();
    let mut stored = entries(one, &[full, short]);
    stored.extend(entries(&other, &[Stored::full("a3", &other, |_, _| vec![1])]));
    let named = |of: &Framework, form: &str| format!("{}, {form} form", of.title);
    Ok((stored, [named(one, "full"), named(one, "short"), named(&other, "full")]))
}

async fn open_record(app: &App, stored: &BTreeMap<String, String>) -> Result {
    app.put_in_storage(stored).await?;
    app.visit("#/record").await?;
    app.see_heading("Your record").await
}

async fn deletes(app: &App, name: &str) -> Result {
    app.press_starting(&format!("Delete of {name}")).await?;
    app.see("Assessment deleted").await?;
    until_is("whether it is listed", false, async || {
        Ok(app.text().await?.contains(&format!("See the result of {name}"))
            || app.text().await?.contains(&format!("Go on of {name}")))
    })
    .await
}

/// The assessments that are stored.
fn wholes(saved: &BTreeMap<String, String>) -> Result<BTreeMap<&String, Value>> {
    let wholes = saved.iter().filter(|(key, _)| key.starts_with("bellwether/1/assessment/"));
    wholes.map(|(key, text)| Ok((key, in_order(text)?))).collect()
}

/// What ends the half minute for which something can be undone, when the test says so.
fn slow() -> Setup {
    let waits = "const real = window.setTimeout;
        window.over = () => {};
        window.setTimeout = (call, after, ...rest) =>
            after === 30e3 ? (window.over = call, -1) : real(call, after, ...rest);";
    Setup { before_page: Some(waits.to_owned()), ..Setup::default() }
}

#[test]
fn erasing_everything_is_undone_for_a_moment_and_then_no_more() -> Result {
    story_of(&slow(), async |app| {
        app.open().await?;
        app.start_short().await?;
        app.answer(1, 4).await?;
        app.make_profile("Ann", Some(PASSPHRASE)).await?;
        let before = app.all_stored().await?;
        app.wipe().await?;
        assert_eq!(app.all_stored().await?, "[]");
        app.press("Undo").await?;
        app.see("It is undone").await?;
        assert_eq!(sorted(&app.all_stored().await?)?, sorted(&before)?);
        app.come_in("Ann", Some(PASSPHRASE)).await?;
        app.see_member("Ann").await?;
        app.visit_within("#/profiles").await?;
        app.see_heading("Your profile").await?;
        app.wipe().await?;
        app.look::<Option<()>>("over()", &[]).await?;
        until_is("the offer", false, async || app.offers("Undo").await).await?;
        app.see("Everything is erased").await?;
        assert_eq!(app.all_stored().await?, "[]");
        Ok(())
    })
}

/// Browsers tell what they store in an order of their own.
fn sorted(stored: &str) -> Result<Vec<(String, String)>> {
    let mut entries: Vec<(String, String)> = serde_json::from_str(stored)?;
    entries.sort();
    Ok(entries)
}

#[test]
fn what_a_guest_has_forgotten_comes_back_for_a_moment_and_to_nobody_else() -> Result {
    story_of(&slow(), async |app| {
        app.open().await?;
        app.make_profile("Ann", None).await?;
        app.press("Leave").await?;
        app.see_heading(DOOR).await?;
        let before = app.all_stored().await?;
        answers_as_a_guest(app, 5).await?;
        forget(app).await?;
        app.press("Undo").await?;
        app.see("You are a guest").await?;
        app.press("Go on where you were").await?;
        app.see_answers(&[Some(5)]).await?;
        forget(app).await?;
        app.look::<Option<()>>("over()", &[]).await?;
        until_is("the offer", false, async || app.offers("Undo").await).await?;
        answers_as_a_guest(app, 2).await?;
        forget(app).await?;
        app.come_in("Ann", None).await?;
        app.see_member("Ann").await?;
        assert!(!app.offers("Undo").await?, "it is not for whoever comes next");
        assert_eq!(app.all_stored().await?, before);
        Ok(())
    })
}

async fn forget(app: &App) -> Result {
    app.press("Keep it, or finish").await?;
    app.press("Forget what I entered").await?;
    app.press("Yes, forget it").await?;
    app.see("What you entered is forgotten").await
}
