//! What axe-core, which tests pages for accessibility, finds on the page.

use crate::app::App;
use crate::failure::{Context, Result};
use serde::Deserialize;
use serde_json::json;
use std::path::Path;

/// WCAG 2.2 at levels A and AA, and what is good practice beyond.
const RULES: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

#[derive(Deserialize)]
struct Found {
    id: String,
    help: String,
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    html: String,
    #[serde(rename = "failureSummary", default)]
    summary: String,
}

/// Everything it finds wrong with the page as it is now, each with its place.
///
/// # Errors
/// If axe-core is not installed, or does not run.
pub async fn violations(app: &App) -> Result<Vec<String>> {
    if !app.look::<bool>("return 'axe' in window", &[]).await? {
        let file =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("../../node_modules/axe-core/axe.min.js");
        let source = std::fs::read_to_string(&file)
            .or_say(|| format!("{}: axe-core comes with ./dev test", file.display()))?;
        app.browser.run(&source, &[]).await?;
    }
    let script = "const done = arguments[arguments.length - 1];
        axe.run(document, arguments[0]).then(
            found => done(found.violations),
            error => done([{ id: 'axe', help: String(error), nodes: [] }]))";
    let options = json!({
        "runOnly": { "type": "tag", "values": RULES },
        "resultTypes": ["violations"],
        // Fetches the styles once more, for rules that are not asked for.
        "preload": false,
    });
    let returned = app.browser.driver.execute_async(script, vec![options]).await?;
    let found: Vec<Found> = serde_json::from_value(returned.json().clone())?;
    Ok(found.iter().map(told).collect())
}

fn told(found: &Found) -> String {
    let places =
        found.nodes.iter().map(|node| format!("\n    {}\n    {}", node.html, node.summary));
    format!("{}: {}{}", found.id, found.help, places.collect::<String>())
}
