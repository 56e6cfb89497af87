//! Opening a page and answering on it, with real clicks, timed within the page.

use crate::pages::{Page, Pages};
use bellwether_browser_tests::{App, Failure, Result, Setup};
use serde::Deserialize;
use serde_json::{Value, json};
use std::time::Duration;
use tokio::time::{sleep, timeout};

/// How many times slower the page's main thread is made.
pub(crate) const THROTTLE: u32 = 4;

/// How long the first statement may take before it is given up, in seconds.
pub(crate) const MOST_SECONDS: u64 = 120;

/// How long is spent on the answers of one load: for a page that takes seconds for each, they are
/// fewer.
const ANSWERING: Duration = Duration::from_secs(60);

/// How many elements are answered in one load, of four statements each.
const ELEMENTS: usize = 4;
const STATEMENTS: usize = 4;

/// Between looks at a page that is at work: each look is work for it too.
const BETWEEN_LOOKS: Duration = Duration::from_millis(400);

/// How long a page that has nothing to do is left alone before something is measured.
const REST: Duration = Duration::from_millis(80);

/// What one load of a page came to.
#[derive(Debug)]
pub(crate) struct Load {
    /// Milliseconds from the beginning of the navigation until the frame with the first statement's
    /// radio buttons had been painted; nothing if that took longer than [`MOST_SECONDS`].
    pub(crate) first: Option<f64>,
    /// Every answer in order.
    pub(crate) answers: Vec<Answer>,
    /// How many times longer than without throttling a loop took in the page.
    pub(crate) slowdown: Option<f64>,
    /// How many requests the site had had before.
    pub(crate) requests_before: usize,
}

/// How long one answer took, in milliseconds.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(crate) struct Answer {
    /// From the moment at which the browser had the click, by the event's own time stamp, until the
    /// next frame had been painted.
    pub(crate) paint: f64,
    /// From when the page got the click until its handlers had run, and all that they had promised,
    /// before the browser lays out the page and paints it. The other time is rounded up to a frame
    /// of the screen; this one is not.
    pub(crate) script: f64,
    /// How many statements the painted page says are answered.
    shown: Option<usize>,
}

/// Opens a page in a browser with a profile of its own, and answers on it.
///
/// The browser has been on another page of the same site before, so neither its start nor that of a
/// process for the site is measured. Nothing is in any cache.
pub(crate) async fn load(pages: &Pages, page: Page) -> Result<Load> {
    let probe = include_str!("../../../bench/probe.js").to_owned();
    let setup = Setup { before_page: Some(probe), ..Setup::default() };
    let app = App::on(pages.site.clone(), &setup).await?;
    app.put_in_storage(&page.stored(&app.framework)).await?;
    sleep(REST * 5).await;
    let at_full_speed = spin(&app).await?;
    app.browser.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": THROTTLE })).await?;

    let requests_before = pages.site.requests().len();
    let mut load = Load { first: None, answers: Vec::new(), slowdown: None, requests_before };
    let first = async {
        app.visit(&page.address(&app.framework)).await?;
        first_statement(&app).await
    };
    load.first = match timeout(Duration::from_secs(MOST_SECONDS), first).await {
        Ok(first) => Some(first?),
        Err(_) => return Ok(load),
    };
    sleep(REST * 5).await;
    match timeout(ANSWERING, answer_all(&app, page, &mut load.answers)).await {
        Ok(answered) => {
            answered?;
            load.slowdown = Some(spin(&app).await? / at_full_speed);
        }
        // It does not answer in time to be asked anything more.
        Err(_) => return Ok(load),
    }
    let stored: usize = app.look(page.count_stored(), &[]).await?;
    if stored != load.answers.len() {
        let text = format!("{stored} of {} answers are stored", load.answers.len());
        return Err(Failure::new(text));
    }
    Ok(load)
}

/// Milliseconds that a loop takes in the page, the shortest of a few.
async fn spin(app: &App) -> Result<f64> {
    let script = "
        const spin = () => {
            const begun = performance.now();
            for (let n = 0, sum = 0; n < 4e6; n++) sum += n % 7;
            return performance.now() - begun;
        };
        return Math.min(...Array.from({ length: 5 }, spin))";
    app.look(script, &[]).await
}

async fn first_statement(app: &App) -> Result<f64> {
    loop {
        sleep(BETWEEN_LOOKS).await;
        // A page that is busy for long does not reply to the driver: then there is nothing yet.
        if let Ok(Some(first)) = app.look::<Option<f64>>("return bench.first", &[]).await {
            return Ok(first);
        }
    }
}

/// Answers every statement of the first elements.
async fn answer_all(app: &App, page: Page, answers: &mut Vec<Answer>) -> Result {
    for element in 0..ELEMENTS {
        if element > 0 {
            app.look::<Value>(page.next(), &[]).await?;
        }
        see_open_statements(app).await?;
        for statement in 0..STATEMENTS {
            let answer = answer(app, statement, statement + element, answers.len()).await?;
            answers.push(answer);
            if page.shows_count() && answer.shown != Some(answers.len()) {
                let text = format!("{answer:?} is painted, but not counted");
                return Err(Failure::new(text));
            }
        }
    }
    Ok(())
}

/// Waits for a page of statements that have no answer.
async fn see_open_statements(app: &App) -> Result {
    let script = "const radios = all('input[type=radio]');
        return radios.some(radio => radio.checked)
            ? 0 : new Set(radios.map(radio => radio.name)).size";
    loop {
        sleep(BETWEEN_LOOKS).await;
        if app.look::<usize>(script, &[]).await.is_ok_and(|open| open == STATEMENTS) {
            return Ok(());
        }
    }
}

/// Clicks on an answer, and waits until it is painted. `before` answers have been given already.
async fn answer(app: &App, statement: usize, choice: usize, before: usize) -> Result<Answer> {
    let radio = "
        const radios = all('input[type=radio]');
        const names = [...new Set(radios.map(radio => radio.name))];
        const group = radios.filter(radio => radio.name === names[arguments[0]]);
        const radio = group[arguments[1] % group.length];
    ";
    let arguments = [statement.into(), choice.into()];
    let aim = format!(
        "{radio}
        const label = radio.labels[0];
        label.scrollIntoView({{ block: 'center', behavior: 'instant' }});
        const {{ x, y, width, height }} = label.getBoundingClientRect();
        return [x + width / 2, y + height / 2]"
    );
    let (x, y): (f64, f64) = app.look(&aim, &arguments).await?;
    mouse(app, "mouseMoved", x, y).await?;
    sleep(REST).await;
    mouse(app, "mousePressed", x, y).await?;
    mouse(app, "mouseReleased", x, y).await?;
    let look = format!("{radio} return [bench.answers, radio.checked]");
    loop {
        sleep(REST).await;
        let (answers, checked): (Vec<Answer>, bool) = app.look(&look, &arguments).await?;
        match answers.get(before) {
            Some(answer) if checked => return Ok(*answer),
            Some(_) => return Err(Failure::new("the click has chosen something else")),
            None => {}
        }
    }
}

async fn mouse(app: &App, what: &str, x: f64, y: f64) -> Result {
    let button = if what == "mouseMoved" { "none" } else { "left" };
    let event = json!({ "type": what, "x": x, "y": y, "button": button, "clickCount": 1 });
    app.browser.cdp("Input.dispatchMouseEvent", event).await?;
    Ok(())
}
