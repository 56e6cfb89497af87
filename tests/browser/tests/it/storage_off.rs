//! Storage that is switched off never stops the person: the page says so, goes on in memory, and
//! offers the record as a file.

use bellwether_browser_tests::{App, Result, Served, Setup, story_of};
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
