//! Nothing leaves the browser.

use bellwether_browser_tests::{App, Result, START, Setup, story_of};
use serde_json::Value;

#[test]
fn nothing_is_asked_of_the_network_once_the_first_view_is_there() -> Result {
    let setup = Setup { watch_network: true, ..Setup::default() };
    story_of(&setup, async |app| {
        // The page of all frameworks, and the one that is chosen: the only thing loaded for it. What
        // later pages need comes when all of the first is there.
        app.visit("#/").await?;
        app.see_heading(START).await?;
        app.see_whole_program().await?;
        let before = app.site.requests().len();
        app.press(&app.framework.title).await?;
        app.see_heading(&app.framework.title).await?;
        assert_eq!(app.site.requests().len(), before + 1, "choosing loads one file");
        let first_view = sent(app).await?;
        assert!(first_view.iter().any(|url| url.ends_with(".wasm")), "{first_view:?}");
        let own = app.site.url("");
        assert!(first_view.iter().all(|url| url.starts_with(&own)), "{first_view:?}");
        let served = app.site.requests().len();
        assert_eq!(served, first_view.len(), "the host and the browser tell the same");

        app.take_short_form(|number| (number % 5 + 1) as u8).await?;
        app.tab_to("the name", |focus| focus.id == "name").await?;
        app.type_in("Sam").await?;
        app.key(thirtyfour::Key::Tab).await?;
        app.press("Save my record as a file").await?;
        app.saved_file().await?;
        app.press("How it is worked out, and its limits").await?;
        app.see_heading("How results are worked out").await?;
        app.press("Your record").await?;
        app.see_heading("Your record").await?;
        app.press_starting("Delete").await?;
        app.see("There are none yet.").await?;
        app.press("Bellwether").await?;
        app.see_heading(START).await?;

        let later = sent(app).await?;
        assert_eq!(later, [""; 0], "everything is here already");
        assert_eq!(app.site.requests().len(), served);
        Ok(())
    })
}

#[test]
fn profiles_and_locks_ask_nothing_of_the_network() -> Result {
    const PASSPHRASE: &str = "heron kettle bicycle";
    let setup = Setup { watch_network: true, ..Setup::default() };
    story_of(&setup, async |app| {
        app.visit("#/").await?;
        app.see_heading(START).await?;
        app.see_whole_program().await?;
        app.press(&app.framework.title).await?;
        app.see_heading(&app.framework.title).await?;
        app.start_short().await?;
        app.answer(1, 5).await?;
        sent(app).await?;
        let served = app.site.requests().len();
        app.make_profile("Ann", Some(PASSPHRASE)).await?;
        app.press("Your record").await?;
        app.press("Save it locked with a passphrase").await?;
        app.fill_in_passphrase(PASSPHRASE).await?;
        app.press("Save the locked file").await?;
        app.saved_file().await?;
        app.press("Lock now").await?;
        app.come_in("Ann", Some(PASSPHRASE)).await?;
        app.see_member("Ann").await?;
        let later = sent(app).await?;
        assert_eq!(later, [""; 0]);
        assert_eq!(app.site.requests().len(), served);
        Ok(())
    })
}

#[test]
fn no_request_carries_anything_of_the_record() -> Result {
    story_of(&Setup::default(), async |app| {
        app.open().await?;
        app.start_short().await?;
        app.answer(1, 5).await?;
        app.finish_now().await?;
        app.tab_to("the name", |focus| focus.id == "name").await?;
        app.type_in("Marjorie").await?;
        app.key(thirtyfour::Key::Tab).await?;
        let assessment = app.assessment().await?;
        app.reload().await?;
        app.see_heading("Your result").await?;
        let requests = app.site.requests();
        assert!(requests.len() > 5, "two loads of the page");
        for request in requests {
            assert_eq!(request.method, "GET", "{}", request.raw);
            assert!(!request.path.contains('?'), "{}", request.path);
            let mut private = vec!["Marjorie", &*assessment, "self-awareness", "ookie"];
            private.extend(app.framework.elements[0].short.iter().map(String::as_str));
            for word in private {
                assert!(!request.raw.contains(word), "{word} in {}", request.raw);
            }
        }
        Ok(())
    })
}

#[test]
fn the_host_may_vanish_once_the_page_is_there() -> Result {
    story_of(&Setup::default(), async |app| {
        app.open().await?;
        app.see_whole_program().await?;
        app.site.vanish();
        app.start_short().await?;
        app.answer(1, 3).await?;
        app.finish_now().await?;
        app.press("Change answers").await?;
        app.see_heading("Your assessment").await?;
        app.press(&app.framework.element(2)?.title).await?;
        app.see_element(2).await?;
        app.answer(1, 1).await?;
        app.see_saved_answers(2).await
    })
}

/// The addresses of everything that went out to a network since the last call.
async fn sent(app: &App) -> Result<Vec<String>> {
    let mut sent = Vec::new();
    for entry in app.browser.driver.get_log("performance").await? {
        let entry: Value = serde_json::from_str(&entry.message)?;
        let event = &entry["message"];
        let url = match event["method"].as_str().unwrap_or_default() {
            "Network.requestWillBeSent" => &event["params"]["request"]["url"],
            "Network.webSocketCreated" | "Network.webTransportCreated" => &event["params"]["url"],
            _ => continue,
        };
        let url = url.as_str().unwrap_or_default();
        // What is in the page itself, and the browser's own empty tab.
        if !["data:", "blob:", "chrome:"].iter().any(|inside| url.starts_with(inside)) {
            sent.push(url.to_owned());
        }
    }
    Ok(sent)
}
