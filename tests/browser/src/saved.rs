//! What the page has stored.

use crate::app::App;
use crate::failure::{Context, Result};
use crate::server::Served;
use crate::wait::until_is;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A page of the site without the app, from which storage can be changed behind the app's back.
const QUIET_PAGE: &str = "<!doctype html><title>Nothing</title><link rel=icon href=data:,>";

impl App {
    /// All that is stored under the app's keys.
    ///
    /// # Errors
    /// If the page may not look.
    pub async fn saved(&self) -> Result<BTreeMap<String, String>> {
        let script = "return Object.fromEntries(
            Object.entries(localStorage).filter(([key]) => key.startsWith('bellwether/')))";
        self.look(script, &[]).await
    }

    /// The keys under which the app has stored something.
    ///
    /// # Errors
    /// If the page may not look.
    pub async fn saved_keys(&self) -> Result<Vec<String>> {
        Ok(self.saved().await?.into_keys().collect())
    }

    /// How many answers are stored.
    ///
    /// # Errors
    /// If the page may not look.
    pub async fn saved_answers(&self) -> Result<usize> {
        let keys = self.saved_keys().await?;
        Ok(keys.iter().filter(|key| key.starts_with("bellwether/1/response/")).count())
    }

    /// Waits until so many answers are stored.
    ///
    /// # Errors
    /// If they are not.
    pub async fn see_saved_answers(&self, count: usize) -> Result {
        until_is("the number of stored answers", count, async || self.saved_answers().await).await
    }

    /// The id of the assessment that the address is about.
    ///
    /// # Errors
    /// If it is about none.
    pub async fn assessment(&self) -> Result<String> {
        let hash = self.hash().await?;
        hash.split('/').nth(2).map(str::to_owned).or_say(|| format!("{hash} names no assessment"))
    }

    /// Leaves the app and puts these texts into storage in place of all that was there, as damage
    /// or another program might.
    ///
    /// # Errors
    /// If they do not fit.
    pub async fn put_in_storage(&self, entries: &BTreeMap<String, String>) -> Result {
        self.site.change("quiet.html", Served::Bytes(QUIET_PAGE.into()));
        self.visit("quiet.html").await?;
        let script = "localStorage.clear();
            for (const [key, text] of Object.entries(arguments[0])) localStorage.setItem(key, text)";
        self.look::<Value>(script, &[json!(entries)]).await?;
        Ok(())
    }
}
