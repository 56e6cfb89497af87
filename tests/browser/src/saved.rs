//! What the page has stored.

use crate::app::App;
use crate::failure::{Context, Result};
use crate::server::Served;
use crate::wait::until_is;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// A page of the site without the app, from which storage can be changed behind the app's back.
const QUIET_PAGE: &str = "<!doctype html><title>Nothing</title><link rel=icon href=icon.svg>";

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

    /// How many answers are stored, each by itself or with the whole of its assessment.
    ///
    /// # Errors
    /// If the page may not look.
    pub async fn saved_answers(&self) -> Result<usize> {
        let mut answers = BTreeSet::new();
        for (key, text) in self.saved().await? {
            if let Some(answer) = key.strip_prefix("bellwether/1/response/") {
                answers.insert(answer.to_owned());
            } else if let Some(id) = key.strip_prefix("bellwether/1/assessment/") {
                let whole: Value = serde_json::from_str(&text)?;
                let lines = whole["responses"].as_array().into_iter().flatten();
                let statements = lines.filter_map(|line| line.as_str()?.split(' ').next());
                answers.extend(statements.map(|statement| format!("{id}/{statement}")));
            }
        }
        Ok(answers.len())
    }

    /// Waits until the program that has every page is here, so that no page needs the network.
    ///
    /// # Errors
    /// If it does not come.
    pub async fn see_whole_program(&self) -> Result {
        let script = "return performance.getEntriesByType('resource').some(
            ({ name, responseEnd }) => /-whole-.*wasm$/.test(name) && responseEnd > 0)";
        until_is("the whole program", true, async || self.look::<bool>(script, &[]).await).await
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
