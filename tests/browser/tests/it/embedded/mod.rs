//! The app as an element of somebody else's page.

mod api;
mod asking;
mod content;
mod frames;
mod leaks;
mod place;
mod record;
mod styles;
mod unstored;

use bellwether_browser_tests::{App, Result, Served, until};

/// Loads the element, from beside the page.
const SCRIPT: &str = "<script type=module src=embed.js></script>";
/// The element that most tests look into.
const ONE: &str = "<bellwether-assessment id=one framework=clinical-leadership>\
    </bellwether-assessment>";

/// A host's page.
fn page(head: &str, body: &str) -> Vec<u8> {
    format!(
        "<!doctype html><html lang=en><meta charset=utf-8>\
        <meta name=viewport content='width=device-width'><title>A host</title>\
        <link rel=icon href='data:,'>{head}<main><h1>A host</h1>{body}</main></html>"
    )
    .into_bytes()
}

/// Goes to a host's page beside the release and looks into its first element.
async fn host(app: &App, head: &str, body: &str) -> Result {
    app.site.change("host.html", Served::Bytes(page(head, body)));
    app.visit("host.html").await?;
    app.look_into(Some("#one"));
    Ok(())
}

/// Goes to a page with the one element, and waits for it.
async fn one(app: &App) -> Result {
    host(app, SCRIPT, ONE).await?;
    app.see_heading(&app.framework.title).await
}

/// Goes into the frame that a script finds.
async fn enter(app: &App, find: &str) -> Result {
    let frame = until("the frame", async || Ok(app.elements(find, &[]).await?.pop())).await?;
    app.note("goes into the frame");
    app.look_into(None);
    Ok(frame.enter_frame().await?)
}

/// Runs a script in the host's page.
async fn in_host<T: serde::de::DeserializeOwned>(app: &App, script: &str) -> Result<T> {
    Ok(serde_json::from_value(app.browser.run(script, &[]).await?)?)
}
