//! Two tabs, both written in at once: none overwrites the other, and in the end all agree.

use bellwether_browser_tests::{App, DOOR, Result, Setup, breakable, story, story_of, until_is};
use serde_json::Value;
use thirtyfour::WindowHandle;

/// How many answers each tab gives.
const ANSWERS: usize = 1_000;

/// Answers so often by clicks in no order that the other tab knows, as fast as the page takes them.
async fn answer_without_end(app: &App, seed: usize, answers: usize) -> Result {
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
    let _: Value = app.browser.run(script, &[seed.into(), answers.into()]).await?;
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

/// Answers so often in both tabs at once, beginning in the other, until they agree, and looks at the one.
/// Returns the answers that both show.
pub(crate) async fn both_are_typed_in(
    app: &App,
    (one, other): (&WindowHandle, &WindowHandle),
    answers: usize,
) -> Result<Vec<Option<u8>>> {
    answer_without_end(app, 11, answers).await?;
    app.look_at(one).await?;
    answer_without_end(app, 7, answers).await?;
    has_ended(app).await?;
    app.look_at(other).await?;
    has_ended(app).await?;
    let seen = app.answers().await?;
    assert!(seen.len() >= 3, "{seen:?}");
    app.look_at(one).await?;
    app.see_answers(&seen).await?;
    Ok(seen)
}

#[test]
fn two_tabs_that_are_typed_in_at_once_agree_in_the_end() -> Result {
    story(async |app| {
        app.start_full().await?;
        let page = app.hash().await?;
        let (one, other) = app.new_tab().await?;
        app.visit(&page).await?;
        app.see_element(1).await?;
        let seen = both_are_typed_in(app, (&one, &other), ANSWERS).await?;
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

/// Sets the clock back by a year, for this tab's page and those that it loads.
async fn set_clock_back(app: &App) -> Result {
    app.note("the clock is set back");
    let back = "const told = Date.now; Date.now = () => told.call(Date) - 365 * 24 * 3600 * 1000;";
    let _: Value = app.browser.run(back, &[]).await?;
    app.browser.before_page(back).await
}

#[test]
fn a_later_answer_counts_also_when_the_clock_was_set_back() -> Result {
    story(async |app| {
        app.start_short().await?;
        let page = app.hash().await?;
        let shows = async |answer: u8| app.see_answers(&[Some(answer)]).await;
        app.answer(1, 4).await?;
        set_clock_back(app).await?;
        app.answer(1, 2).await?;
        shows(2).await?;
        app.reload().await?;
        app.see_element(1).await?;
        shows(2).await?;
        app.answer(1, 5).await?;

        // One tab after the other, whichever has its clock behind.
        let (one, other) = app.new_tab().await?;
        app.visit(&page).await?;
        app.see_element(1).await?;
        shows(5).await?;
        app.answer(1, 1).await?;
        for (tab, answer) in [(&one, 3), (&other, 2), (&one, 5)] {
            app.look_at(tab).await?;
            app.answer(1, answer).await?;
            shows(answer).await?;
        }
        app.look_at(&other).await?;
        shows(5).await?;
        app.reload().await?;
        app.see_element(1).await?;
        shows(5).await
    })
}

/// Has a tab no longer hear what others store, as one that is frozen in the background.
async fn deafen(app: &App) -> Result {
    app.note("hears of no other tab");
    // The app listens at the same place, and later.
    let deaf = "window.deaf = false;
        addEventListener('storage', event => deaf && event.stopImmediatePropagation())";
    app.browser.before_page(deaf).await?;
    app.reload().await?;
    app.see_element(1).await?;
    let _: Value = app.browser.run("window.deaf = true", &[]).await?;
    Ok(())
}

#[test]
fn a_tab_that_has_not_heard_of_another_does_not_overwrite_what_is_later() -> Result {
    story(async |app| {
        app.start_short().await?;
        app.answer(1, 4).await?;
        let page = app.hash().await?;
        deafen(app).await?;
        set_clock_back(app).await?;
        let (deaf, other) = app.new_tab().await?;
        app.visit(&page).await?;
        app.see_element(1).await?;
        app.answer(1, 5).await?;
        app.look_at(&deaf).await?;
        app.see_answers(&[Some(4)]).await?;
        // By its clock, and by all that it knows of, earlier than what the other has stored.
        app.answer(1, 2).await?;
        app.look_at(&other).await?;
        app.see_answers(&[Some(5)]).await?;
        app.reload().await?;
        app.see_element(1).await?;
        app.see_answers(&[Some(5)]).await
    })
}

#[test]
fn a_tab_that_had_to_wait_does_not_overwrite_what_is_later() -> Result {
    story_of(&breakable(), async |app| {
        app.open().await?;
        app.start_full().await?;
        let page = app.hash().await?;
        app.refuse_writes("true").await?;
        app.answer(1, 2).await?;
        app.see("Not stored").await?;
        let (waits, other) = app.new_tab().await?;
        app.visit(&page).await?;
        app.see_element(1).await?;
        app.answer(1, 5).await?;
        app.look_at(&waits).await?;
        app.see_answers(&[Some(5), None, None, None]).await?;
        app.refuse_writes("false").await?;
        app.answer(2, 3).await?;
        app.see("Saved on this device").await?;
        for tab in [&waits, &other] {
            app.look_at(tab).await?;
            app.see_answers(&[Some(5), Some(3), None, None]).await?;
            app.reload().await?;
            app.see_element(1).await?;
            app.see_answers(&[Some(5), Some(3), None, None]).await?;
        }
        Ok(())
    })
}

/// It hears of nothing meanwhile, and what it shows may be somebody else's by then.
#[test]
fn a_page_that_the_browser_had_put_to_sleep_begins_anew() -> Result {
    story_of(&Setup::default(), async |app| {
        app.open().await?;
        app.forgive("favicon.ico");
        app.start_short().await?;
        app.answer(1, 4).await?;
        let page = app.hash().await?;
        let (one, other) = app.new_tab().await?;
        // A page that a service worker has claimed is not put to sleep.
        app.browser.keep_no_copies().await?;
        app.visit(&page).await?;
        app.see_answers(&[Some(4)]).await?;
        let listens = "return performance.getEntriesByType('resource')
            .some(({ name, responseEnd }) => name.includes('/woken-') && responseEnd > 0)";
        until_is("the script that hears of it", true, async || {
            app.look::<bool>(listens, &[]).await
        })
        .await?;
        app.look::<Option<()>>("window.isThatOfBefore = true", &[]).await?;
        app.browser.driver.goto(app.site.url("icon.svg")).await?;
        app.look_at(&one).await?;
        app.make_profile("Ann", Some("heron kettle bicycle")).await?;
        app.look_at(&other).await?;
        app.browser.driver.back().await?;
        app.see_heading(DOOR).await?;
        app.note("some browsers tell it then of what it has missed, and some do not");
        let is_woken = "return Boolean(window.isThatOfBefore)";
        until_is("the page of before", false, async || app.look::<bool>(is_woken, &[]).await)
            .await?;
        assert!(!app.all_stored().await?.contains("bellwether/1/"));
        Ok(())
    })
}
