//! One test from beginning to end.

use crate::app::App;
use crate::browser::Setup;
use crate::failure::{Failure, Result};
use crate::server::Site;
use std::cell::Cell;

/// Tells a story about the app in a fresh browser, which begins on the start page.
///
/// # Errors
/// If something in it does not come about, or the browser complained of something meanwhile.
pub fn story(told: impl AsyncFnOnce(&App) -> Result) -> Result {
    story_of(&Setup::default(), async |app| {
        app.open().await?;
        told(app).await
    })
}

/// Tells a story about the app in a browser as it is set up, which has not gone anywhere yet.
///
/// # Errors
/// If something in it does not come about, or the browser complained of something meanwhile.
pub fn story_of(setup: &Setup, told: impl AsyncFnOnce(&App) -> Result) -> Result {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let app = App::on(Site::of_release()?, setup).await?;
        let ending = Ending { app: &app, happy: Cell::new(false) };
        let told = told(&app).await;
        let complaints = app.complaints().await.unwrap_or_default().join("\n");
        match told {
            Ok(()) if complaints.is_empty() => ending.happy.set(true),
            Ok(()) => return Err(Failure::new(format!("errors in the console:\n{complaints}"))),
            Err(failure) if complaints.is_empty() => return Err(failure),
            Err(failure) => {
                let text = format!("{failure}\nAnd there are errors in the console:\n{complaints}");
                return Err(Failure::new(text));
            }
        }
        Ok(())
    })
}

/// Shows what was done when a story ends badly, also by a panic.
struct Ending<'a> {
    app: &'a App,
    happy: Cell<bool>,
}

impl Drop for Ending<'_> {
    fn drop(&mut self) {
        if !self.happy.get() {
            eprintln!("The story so far: {}", self.app.journal().join("; "));
        }
    }
}
