//! Takes a picture of every page in every state, at the widths of a phone, a tablet and a laptop,
//! into target/look: to be looked at after every visible change. With names: only of pages whose name has one
//! of them in it.

use base64::prelude::{BASE64_STANDARD, Engine as _};
use bellwether_browser_tests::{App, Context as _, Failure, Result, story_of};
use serde_json::json;
use std::path::Path;
use std::process::ExitCode;

/// Widths in CSS pixels.
const WIDTHS: [u32; 3] = [360, 768, 1280];
/// Where the pictures go.
const FOLDER: &str = "target/look";

fn main() -> ExitCode {
    match look() {
        Ok(()) => {
            println!("the pictures are in {FOLDER}");
            ExitCode::SUCCESS
        }
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn look() -> Result {
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    let is_wanted = |name: &str| wanted.is_empty() || wanted.iter().any(|part| name.contains(part));
    std::fs::create_dir_all(FOLDER).or_say(|| FOLDER)?;
    story_of(&Default::default(), async |app| {
        app.open().await?;
        app.tour(async |name| {
            for width in WIDTHS.into_iter().filter(|_| is_wanted(name)) {
                app.resize(width, 900).await?;
                let path = Path::new(FOLDER).join(format!("{name}-{width}.png"));
                photograph(app, width, &path).await?;
            }
            Ok(())
        })
        .await
    })
}

/// The whole page, also what lies below the window.
async fn photograph(app: &App, width: u32, path: &Path) -> Result {
    let size = app.browser.cdp("Page.getLayoutMetrics", json!({})).await?;
    let height = size.pointer("/cssContentSize/height").or_say(|| "no height came")?;
    let clip = json!({ "x": 0, "y": 0, "width": width, "height": height, "scale": 1 });
    let options = json!({ "captureBeyondViewport": true, "clip": clip });
    let picture = app.browser.cdp("Page.captureScreenshot", options).await?;
    let encoded =
        picture.pointer("/data").and_then(|data| data.as_str()).or_say(|| "no picture came")?;
    let png = BASE64_STANDARD.decode(encoded).map_err(|error| Failure::new(error))?;
    std::fs::write(path, png).or_say(|| path.display().to_string())
}
