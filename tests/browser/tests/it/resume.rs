//! Whatever happens to the tab, the browser or the machine, the person comes back to where they
//! were, and nothing is lost.

use bellwether_browser_tests::{App, Browser, Profile, Result, Setup, story, story_of, until};
use serde_json::json;
use std::path::Path;

/// What is answered before it happens: two elements and half of a third.
const HALF_WAY: [&[u8]; 3] = [&[4, 3, 5, 2], &[0, 1, 2, 3], &[5, 4]];

#[test]
fn a_tab_that_crashes_right_after_an_answer_loses_nothing() -> Result {
    story(async |app| {
        let (other, _) = app.new_tab().await?;
        app.open().await?;
        answer_half_way(app).await?;
        app.note("the tab crashes");
        // The command has no answer: nobody is left to give one.
        let crash = app.browser.cdp("Page.crash", json!({}));
        let _ = tokio::time::timeout(std::time::Duration::from_secs(2), crash).await;
        let alive = app.browser.run("return 1", &[]).await;
        assert!(alive.is_err(), "the tab has crashed");

        app.look_at(&other).await?;
        app.open().await?;
        app.see("10 of 80 statements answered").await?;
        goes_on_where_they_were(app).await
    })
}

#[test]
fn a_browser_that_is_killed_comes_back_to_the_same_statement() -> Result {
    let profile = Profile::new()?;
    let setup = Setup { profile: Some(profile.clone()), ..Setup::default() };
    story_of(&setup, async |app| {
        app.open().await?;
        answer_half_way(app).await?;
        let saved = app.saved().await?;
        let last = app.statements().await?.remove(1);
        // The browser writes to disk when it sees fit; a power cut before that is beyond any page.
        let folder = profile.local_storage();
        until(format!("{last} on disk in {}", folder.display()), async || {
            Ok(holds(&folder, last.as_bytes())?.then_some(()))
        })
        .await?;
        app.kill_browser();

        let again = app.again(Browser::open(&setup).await?);
        again.open().await?;
        assert_eq!(again.saved().await?, saved, "all is as it was");
        again.see("10 of 80 statements answered").await?;
        goes_on_where_they_were(&again).await
    })
}

#[test]
fn a_reload_comes_back_to_the_first_unanswered_statement() -> Result {
    story(async |app| {
        answer_half_way(app).await?;
        app.reload().await?;
        is_where_they_were(app).await
    })
}

async fn answer_half_way(app: &App) -> Result {
    app.start_full().await?;
    for (number, answers) in (1..).zip(HALF_WAY) {
        app.see_element(number).await?;
        app.answer_all(answers).await?;
        if number < HALF_WAY.len() {
            app.next().await?;
        }
    }
    Ok(())
}

async fn goes_on_where_they_were(app: &App) -> Result {
    app.press("Go on where you were").await?;
    is_where_they_were(app).await?;
    for (number, answers) in [(2, HALF_WAY[1]), (1, HALF_WAY[0])] {
        app.press("Back").await?;
        app.see_element(number).await?;
        app.see_answers(&answers.iter().copied().map(Some).collect::<Vec<_>>()).await?;
    }
    Ok(())
}

async fn is_where_they_were(app: &App) -> Result {
    app.see_element(3).await?;
    app.see_answers(&[Some(5), Some(4), None, None]).await?;
    assert_eq!(app.progress().await?, (10, 80));
    let third = app.statements().await?.remove(2);
    until("the focus on the third statement", async || {
        Ok(app.focus().await?.id.starts_with(&format!("{third}-is-")).then_some(()))
    })
    .await
}

/// Whether a file in the folder or below holds these bytes.
pub(crate) fn holds(folder: &Path, bytes: &[u8]) -> Result<bool> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let found = if path.is_dir() {
            holds(&path, bytes)?
        } else {
            // The browser may have just put a new file in its place.
            let content = std::fs::read(&path).unwrap_or_default();
            content.windows(bytes.len()).any(|window| window == bytes)
        };
        if found {
            return Ok(true);
        }
    }
    Ok(false)
}
