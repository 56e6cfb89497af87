//! What an element could not store: whom it is kept for, and whom it is not shown to.

use super::{in_host, one};
use bellwether_browser_tests::{App, Result, Setup, breakable, story_of, until_is};
use serde_json::Value;

/// A browser that stores nothing.
fn forbidding() -> Setup {
    Setup { forbid_storing: true, ..Setup::default() }
}

/// Has something done in the host's page to the element, which is called `one` there.
async fn with_one(app: &App, script: &str) -> Result {
    app.note(script);
    let script = format!("const one = document.querySelector('#one'); {script}; return null");
    in_host::<Value>(app, &script).await.map(drop)
}

/// Puts another element in, of the same kind as the first.
const ANOTHER: &str = "const next = document.createElement('bellwether-assessment');
    Object.assign(next, { id: 'one', loading: 'eager', framework: 'clinical-leadership' });
    document.querySelector('main').append(next)";

async fn begins_in_memory(app: &App) -> Result {
    one(app).await?;
    app.start_short().await?;
    app.answer(1, 4).await
}

async fn sees_no_record(app: &App) -> Result {
    app.see_heading(&app.framework.title).await?;
    app.press("Your record").await?;
    app.see("There are none yet.").await
}

#[test]
fn it_does_not_go_over_to_another_namespace_or_to_the_host() -> Result {
    story_of(&forbidding(), async |app| {
        begins_in_memory(app).await?;
        for (there, back) in [
            ("one.namespace = 'ward-b'", "one.namespace = null"),
            ("one.storage = 'host'", "one.storage = null"),
        ] {
            with_one(app, there).await?;
            sees_no_record(app).await?;
            let stored = "return document.querySelector('#one').stored";
            assert_eq!(in_host::<Value>(app, stored).await?, serde_json::json!({}));
            with_one(app, back).await?;
            app.see_heading(&app.framework.title).await?;
            app.see("1 of 20").await?;
        }
        app.note("within a namespace it comes along");
        with_one(app, "one.address = true").await?;
        app.see_heading(&app.framework.title).await?;
        app.see("1 of 20").await
    })
}

#[test]
fn it_is_there_for_the_next_element_and_the_page_asks_before_it_is_left() -> Result {
    story_of(&forbidding(), async |app| {
        one(app).await?;
        assert!(!app.asks_before_it_is_left().await?, "nothing was entered");
        app.start_short().await?;
        app.answer(1, 4).await?;
        // As it is when it has left.
        with_one(app, "window.was = one; one.remove()").await?;
        app.look_into(None);
        let shows = "return Boolean(was.shadowRoot.querySelector('.bellwether-app'))";
        let shows = async || in_host::<bool>(app, shows).await;
        until_is("whether the app is there", false, shows).await?;
        assert!(app.asks_before_it_is_left().await?, "one answer would be lost");
        in_host::<Value>(app, ANOTHER).await?;
        app.look_into(Some("#one"));
        app.see_heading(&app.framework.title).await?;
        app.see("1 of 20").await
    })
}

#[test]
fn it_is_there_for_an_element_that_is_put_in_its_place() -> Result {
    story_of(&breakable(), async |app| {
        one(app).await?;
        app.start_full().await?;
        app.answer(1, 4).await?;
        app.refuse_writes("true").await?;
        app.answer(2, 5).await?;
        app.answer(3, 3).await?;
        with_one(app, &format!("one.remove(); {ANOTHER}")).await?;
        app.see_heading(&app.framework.title).await?;
        app.see("3 of 80").await?;
        app.refuse_writes("false").await?;
        app.press("Go on where you were").await?;
        app.see_answers(&[Some(4), Some(5), Some(3), None]).await?;
        app.answer(4, 2).await?;
        app.reload().await?;
        app.see_heading(&app.framework.title).await?;
        app.see("4 of 80").await
    })
}

#[test]
fn it_is_gone_where_another_tab_has_erased_everything() -> Result {
    story_of(&breakable(), async |app| {
        for is_there in [true, false] {
            one(app).await?;
            app.start_full().await?;
            app.answer(1, 4).await?;
            app.refuse_writes("true").await?;
            app.answer(2, 5).await?;
            if !is_there {
                with_one(app, "one.remove()").await?;
                app.look_into(None);
                until_is("whether it asks", true, async || app.asks_before_it_is_left().await)
                    .await?;
            }
            let (element, _) = app.new_tab().await?;
            app.look_into(None);
            app.visit("#/profiles").await?;
            app.see_heading("Profiles").await?;
            app.wipe().await?;
            app.look_at(&element).await?;
            until_is("whether it asks", false, async || app.asks_before_it_is_left().await).await?;
            app.refuse_writes("false").await?;
            let next = if is_there { "one.route = '#/'" } else { ANOTHER };
            with_one(app, next).await?;
            app.look_into(Some("#one"));
            sees_no_record(app).await?;
        }
        Ok(())
    })
}

/// Whoever has locked or erased it, or has signed out, wants it gone: nothing of it was left to be stored.
#[test]
fn a_record_that_was_stored_and_is_gone_from_there_does_not_come_along() -> Result {
    story_of(&breakable(), async |app| {
        let wakes = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
            one.route = '#/'";
        let anew = format!("one.remove(); {ANOTHER}");
        for next in [wakes, anew.as_str()] {
            one(app).await?;
            app.start_full().await?;
            app.answer(1, 4).await?;
            app.see("Saved on this device").await?;
            with_one(app, &format!("localStorage.clear(); {next}")).await?;
            sees_no_record(app).await?;
        }
        Ok(())
    })
}
