//! Storage that is switched off never stops the person: the page says so, goes on in memory, and
//! offers the record as a file.

use bellwether_browser_tests::fixtures::{Stored, entries};
use bellwether_browser_tests::{App, Result, Served, Setup, breakable, story_of, until_is};
use serde_json::Value;
use thirtyfour::By;

#[test]
fn a_browser_that_forbids_storing_still_gives_a_result() -> Result {
    let setup = Setup { forbid_storing: true, ..Setup::default() };
    story_of(&setup, async |app| {
        app.open().await?;
        nothing_can_be_stored(app).await?;
        is_told(app).await?;
        answer_three(app).await?;
        app.finish_now().await?;
        is_told(app).await?;
        let five = |(_, score): &(String, String)| score == "5.0";
        assert_eq!(app.scores().await?.iter().filter(|score| five(score)).count(), 3);
        Ok(())
    })
}

#[test]
fn the_record_of_a_page_that_cannot_store_can_be_kept_as_a_file() -> Result {
    // As in a private window of some browsers: merely asking for the storage throws.
    let throws = "Object.defineProperty(window, 'localStorage', {
        get() { throw new DOMException('The operation is insecure.', 'SecurityError') } });";
    let setup = Setup { before_page: Some(throws.to_owned()), ..Setup::default() };
    story_of(&setup, async |app| {
        app.open().await?;
        nothing_can_be_stored(app).await?;
        is_told(app).await?;
        answer_three(app).await?;
        app.press("Save my record as a file").await?;
        let (_, text) = app.saved_file().await?;
        let file: Value = serde_json::from_str(&text)?;
        let answers = &file["assessments"][0]["responses"];
        assert_eq!(answers.as_array().map(|answers| answers.len()), Some(3));

        app.reload().await?;
        app.see_heading("This assessment is not in this browser").await?;
        app.visit("#/record").await?;
        app.see_heading("Your record").await?;
        app.load_file("saved.json", text.as_bytes()).await?;
        app.see("1 assessment added").await?;
        app.press_starting("Go on").await?;
        app.see_heading("Your assessment").await?;
        app.see_progress(3, 20).await
    })
}

#[test]
fn a_store_that_cannot_be_read_or_written_is_as_good_as_none() -> Result {
    let broken = "for (const verb of ['getItem', 'setItem', 'removeItem'])
        Storage.prototype[verb] = () => { throw new Error('the disk is broken') };";
    let setup = Setup { before_page: Some(broken.to_owned()), ..Setup::default() };
    story_of(&setup, async |app| {
        app.open().await?;
        answer_three(app).await?;
        is_told(app).await
    })
}

#[test]
fn a_frame_without_an_origin_of_its_own_still_works() -> Result {
    story_of(&Setup::default(), async |app| {
        // A learning platform that shows the page in a sandbox, where there is no storage. Scripts
        // load there only if the page's host lets any origin read them.
        app.site.allow_any_origin();
        let home = app.home();
        let host = format!(
            r#"<!doctype html><title>Host</title><link rel=icon href=icon.svg>
            <iframe sandbox="allow-scripts allow-downloads" src="index.html{home}" title="App"
                style="width: 1000px; height: 800px"></iframe>"#
        );
        app.site.change("host.html", Served::Bytes(host.into()));
        app.visit("host.html").await?;
        app.browser.driver.find(By::Tag("iframe")).await?.enter_frame().await?;
        app.see_heading(&app.framework.title).await?;
        let styles: usize = app.look("return document.styleSheets.length", &[]).await?;
        assert!(styles > 0, "the styles load there too");
        nothing_can_be_stored(app).await?;
        answer_three(app).await?;
        is_told(app).await
    })
}

/// By a setting that a person changes, or by a disk that fails for a while.
#[test]
fn storage_that_goes_off_half_way_and_comes_back_loses_nothing() -> Result {
    story_of(&breakable(), async |app| {
        for by_setting in [true, false] {
            let works = async |works| app.let_storage_work(by_setting, works).await;
            app.open().await?;
            app.start_full().await?;
            app.answer(1, 4).await?;
            app.see("Saved on this device").await?;
            works(false).await?;
            app.answer(2, 3).await?;
            app.see("Not stored").await?;
            is_told(app).await?;
            app.next().await?;
            app.see_element(2).await?;
            app.answer(1, 5).await?;
            is_told(app).await?;
            works(true).await?;
            app.answer(2, 1).await?;
            app.see("Saved on this device").await?;
            assert_eq!(app.banner().await?, None);
            app.reload().await?;
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

/// The pages that the program of the first view does not have come with another, which reads for itself.
#[test]
fn what_was_stored_before_storage_went_off_is_on_every_page_all_the_same() -> Result {
    story_of(&breakable(), async |app| {
        for by_setting in [true, false] {
            app.open().await?;
            app.start_short().await?;
            app.answer(1, 4).await?;
            app.see("Saved on this device").await?;
            app.let_storage_work(by_setting, false).await?;
            app.press("Your record").await?;
            app.see_heading("Your record").await?;
            is_told(app).await?;
            app.see("short form 1 answered").await?;
            app.press_starting("Go on").await?;
            app.see_heading("Your assessment").await?;
            app.see_progress(1, 20).await?;
            // To begin again with nothing.
            app.switch_storage(true).await?;
            app.put_in_storage(&[].into()).await?;
        }
        Ok(())
    })
}

/// What was stored before comes together with what the page has.
#[test]
fn storage_that_was_off_at_the_start_is_read_when_it_comes_back() -> Result {
    story_of(&breakable(), async |app| {
        let past = Stored::full("past", &app.framework, |_, _| vec![3; 4]).finished();
        let past = entries(&app.framework, &[past]);
        let mut stored = past.clone();
        stored.insert("bellwether/1/name".to_owned(), "half a na".to_owned());
        app.put_in_storage(&stored).await?;
        app.switch_storage(false).await?;
        app.open().await?;
        app.start_short().await?;
        app.answer(1, 4).await?;
        is_told(app).await?;
        app.switch_storage(true).await?;
        app.next().await?;
        app.see_element(2).await?;
        app.see("Part of your record could not be read").await?;
        until_is("the banner", None, async || app.banner().await).await?;
        app.answer(1, 2).await?;
        app.see_progress(2, 20).await?;
        app.press("Your record").await?;
        app.see_heading("Your record").await?;
        app.see("short form 2 answered").await?;
        app.see("full form Finished on 1 November 2026").await?;
        let saved = app.saved().await?;
        assert!(past.iter().all(|(key, text)| saved.get(key) == Some(text)), "{saved:#?}");
        assert_eq!(saved["bellwether/aside/1/bellwether/1/name"], "half a na");
        Ok(())
    })
}

async fn nothing_can_be_stored(app: &App) -> Result {
    let script = "try { return localStorage ? 'it is there' : 'none' }
        catch (error) { return error.name }";
    assert_eq!(app.look::<String>(script, &[]).await?, "SecurityError");
    Ok(())
}

async fn is_told(app: &App) -> Result {
    let banner = app.banner().await?.unwrap_or_default();
    assert!(banner.contains("Your answers are not being stored"), "{banner}");
    assert!(banner.contains("does not let the page store anything"), "{banner}");
    Ok(())
}

async fn answer_three(app: &App) -> Result {
    app.start_short().await?;
    for number in 1..=3 {
        app.see_element(number).await?;
        app.answer(1, 5).await?;
        app.next().await?;
    }
    app.see_element(4).await?;
    app.see_progress(3, 20).await
}
