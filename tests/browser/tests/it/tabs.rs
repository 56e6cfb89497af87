//! Two tabs, both written in at once: none overwrites the other, and in the end all agree.

use bellwether_browser_tests::{App, Result, story, until_is};
use serde_json::Value;

/// How many answers each tab gives.
const ANSWERS: usize = 1_000;

/// Answers by clicks in no order that the other tab knows, as fast as the page takes them.
async fn answer_without_end(app: &App, seed: usize) -> Result {
    let script = "
        window.done = false;
        const [seed, answers] = arguments;
        let state = seed;
        // Not by a timer: browsers slow those of tabs that nobody sees.
        const { port1, port2 } = new MessageChannel();
        const breath = () => new Promise(resolve => {
            port1.onmessage = resolve;
            port2.postMessage(null);
        });
        const chance = below => (state = state * 48271 % 2147483647) % below;
        (async () => {
            for (let n = 0; n < answers; n++) {
                const groups = [...document.querySelectorAll('main fieldset')];
                const group = groups[chance(groups.length)];
                const clear = group.querySelector('button');
                const options = [...group.querySelectorAll('input')];
                if (chance(10) === 0 && group.querySelector('input:checked')) clear.click();
                else options[chance(options.length)].click();
                await breath();
            }
            window.done = true;
        })()";
    let _: Value = app.browser.run(script, &[seed.into(), ANSWERS.into()]).await?;
    Ok(())
}

/// Waits for the end, as long as that takes on a machine that has other things to do.
async fn has_ended(app: &App) -> Result {
    let done = async || app.look::<bool>("return window.done", &[]).await;
    for _ in 0..4 {
        if until_is("the end", true, done).await.is_ok() {
            return Ok(());
        }
    }
    until_is("the end", true, done).await
}

#[test]
fn two_tabs_that_are_typed_in_at_once_agree_in_the_end() -> Result {
    story(async |app| {
        app.start_full().await?;
        let page = app.hash().await?;
        let (one, other) = app.new_tab().await?;
        app.visit(&page).await?;
        app.see_element(1).await?;
        answer_without_end(app, 11).await?;
        app.look_at(&one).await?;
        answer_without_end(app, 7).await?;
        has_ended(app).await?;
        app.look_at(&other).await?;
        has_ended(app).await?;
        let seen = app.answers().await?;
        assert!(seen.len() >= 3, "{seen:?}");
        app.look_at(&one).await?;
        app.see_answers(&seen).await?;
        let stored = app.saved().await?;
        let answers = stored.keys().filter(|key| key.contains("/response/")).count();
        assert_eq!(
            answers,
            seen.len(),
            "one key for each statement, however often it was answered"
        );
        app.reload().await?;
        app.see_element(1).await?;
        app.see_answers(&seen).await?;
        assert_eq!(app.saved().await?, stored, "a new start changes nothing");
        Ok(())
    })
}
