//! The page around the app, as far as it speaks with it through the script (web/programs.mjs): it is
//! told what is new, and can ask for something.

use super::mount::Mount;
use crate::app::Ask;
use gloo_events::EventListener;

/// Something is new.
const NEWS: &str = "bellwether-news";
/// Something is asked for.
const ASKED: &str = "bellwether-asked";
/// What was asked for is done, or refused.
const ANSWERED: &str = "bellwether-answered";

/// Whether there is somebody to tell.
pub fn listens(mount: &Mount) -> bool {
    mount.text("news").is_some()
}

/// Tells what is new, as JSON.
pub fn tell(mount: &Mount, news: &str) {
    mount.set("news", &news.into());
    mount.tell(NEWS);
}

/// Calls back with what is asked for. Listens for as long as the result is kept.
pub fn on_ask(mount: &Mount, call: impl Fn(Ask) + 'static) -> EventListener {
    let at = mount.clone();
    EventListener::new(mount.host(), ASKED, move |_| {
        let ask = match at.text("ask").as_deref() {
            Some("export") => Ask::Export,
            Some("import") => Ask::Import(at.text("file").unwrap_or_default().into()),
            Some("reset") => Ask::Reset,
            _ => return,
        };
        call(ask);
    })
}

/// Answers what was asked for.
pub fn answer(mount: &Mount, answer: &Result<String, String>) {
    let (name, text) = match answer {
        Ok(text) => ("answer", text),
        Err(why) => ("refusal", why),
    };
    mount.set(name, &text.as_str().into());
    mount.tell(ANSWERED);
}
