//! Learning: opening the list, a pathway and a session, and searching, with the sessions of the release
//! and with 5,000 made of them.

use crate::measure::THROTTLE;
use bellwether_browser_tests::{App, Context as _, Result, Served, Setup, Site};
use serde_json::{Value, json};

/// How often each is done; the middle one counts.
const ROUNDS: usize = 5;

/// With how many sessions it is measured besides those of the release.
const MANY: usize = 5_000;

/// Milliseconds from a change of the address until the frame with a page's heading has been painted.
const OPEN: &str = "const [hash, heading] = arguments;
    const painted = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
    const begun = performance.now();
    location.hash = hash;
    while (!document.querySelector('h1')?.textContent.includes(heading)) await painted();
    await painted();
    return performance.now() - begun";

/// Milliseconds from typing a letter until the frame with what it finds has been painted: of a word
/// typed letter by letter, the slowest, and the script's part of it.
const SEARCH: &str = "const field = document.querySelector('#search');
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
    const painted = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
    const times = [];
    for (let length = 1; length <= arguments[0].length; length++) {
        set.call(field, arguments[0].slice(0, length));
        const begun = performance.now();
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        await Promise.resolve();
        await new Promise(done => setTimeout(done));
        const script = performance.now() - begun;
        await painted();
        times.push([performance.now() - begun, script]);
    }
    set.call(field, '');
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await painted();
    return [Math.max(...times.map(([all]) => all)), Math.max(...times.map(([, script]) => script))]";

/// Prints how long everything takes.
pub(crate) async fn bench() -> Result {
    println!(
        "\nlearning, main thread {THROTTLE} times slower, milliseconds, the middle of {ROUNDS}"
    );
    println!(
        "{:>9} {:>10} {:>10} {:>10} {:>22}",
        "sessions", "list", "pathway", "session", "letter typed (script)"
    );
    for many in [false, true] {
        let site = Site::of_release()?;
        let count = if many { multiply(&site)? } else { 62 };
        let app = App::on(site, &Setup::default()).await?;
        app.visit("#/method").await?;
        app.see_heading("How results are worked out").await?;
        app.browser.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": THROTTLE })).await?;
        let mut times: [Vec<f64>; 5] = Default::default();
        for round in 0..ROUNDS {
            app.visit("#/method").await?;
            app.see_heading("How results are worked out").await?;
            let session = [
                "one-small-test",
                "who-decides",
                "did-it-help",
                "owning-a-mistake",
                "room-to-disagree",
            ];
            let session = session.get(round).copied().unwrap_or("who-decides");
            times[0].push(open(&app, "#/learn/sessions", "Sessions").await?);
            app.see(&format!("{count} sessions")).await?;
            let [all, script]: [f64; 2] = app.look(&awaited(SEARCH), &["handover".into()]).await?;
            times[3].push(all);
            times[4].push(script);
            times[1].push(open(&app, "#/learn/pathway/by-theme", "All sessions by theme").await?);
            times[2].push(open(&app, &format!("#/learn/session/{session}/2"), "What helps").await?);
        }
        let [list, pathway, opened, typed, script] = times.map(middle);
        println!(
            "{count:>9} {list:>10.0} {pathway:>10.0} {opened:>10.0} {typed:>13.0} ({script:.0})"
        );
    }
    Ok(())
}

async fn open(app: &App, hash: &str, heading: &str) -> Result<f64> {
    app.look(&awaited(OPEN), &[hash.into(), heading.into()]).await
}

/// A script that waits: the driver waits for a promise too.
fn awaited(script: &str) -> String {
    format!("return (async function () {{ {script} }}).apply(null, arguments)")
}

fn middle(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// Puts many sessions in place of those of the release: the same again and again, under other names.
/// The pathway by theme has all of them.
fn multiply(site: &Site) -> Result<usize> {
    let mut library: Value = serde_json::from_str(&site.read("frameworks/learning.json")?)?;
    let sessions = library["sessions"].as_array().cloned().or_say(|| "no sessions")?;
    let times = MANY.div_ceil(sessions.len());
    let id = |id: &Value, again: usize| match (id.as_str(), again) {
        (Some(id), 0) => id.to_owned(),
        (id, again) => format!("{}-{again}", id.unwrap_or_default()),
    };
    let all: Vec<Value> = (0..times)
        .flat_map(|again| {
            sessions.iter().map(move |session| {
                let mut session = session.clone();
                session["id"] = id(&session["id"], again).into();
                session
            })
        })
        .collect();
    let ids: Vec<Value> = all.iter().map(|session| session["id"].clone()).collect();
    library["sessions"] = all.into();
    let mut pathway: Value =
        serde_json::from_str(&site.read("frameworks/pathways/by-theme.json")?)?;
    pathway["first"] = json!([]);
    let modules = pathway["modules"].as_array_mut().or_say(|| "no modules")?;
    let each = ids.len().div_ceil(modules.len());
    for (module, ids) in modules.iter_mut().zip(ids.chunks(each)) {
        module["sessions"] = ids.to_vec().into();
    }
    let words = site.read("frameworks/words.txt")?;
    let mut lines = words.lines();
    let names: Vec<&str> = lines.next().unwrap_or_default().split(' ').collect();
    let mut text: Vec<String> = vec![
        (0..times)
            .flat_map(|again| names.iter().map(move |name| id(&json!(name), again)))
            .collect::<Vec<_>>()
            .join(" "),
    ];
    for line in lines {
        let (word, places) = line.split_once(' ').unwrap_or((line, ""));
        let mut longer = word.to_owned();
        for again in 0..times {
            for place in places.split(' ') {
                let digits = place.trim_end_matches(['t', 's']);
                let number: usize = digits.parse().or_say(|| "no place")?;
                let mark = &place[digits.len()..];
                longer.push_str(&format!(" {}{mark}", number + again * names.len()));
            }
        }
        text.push(longer);
    }
    site.change("frameworks/learning.json", Served::Bytes(library.to_string().into()));
    site.change("frameworks/pathways/by-theme.json", Served::Bytes(pathway.to_string().into()));
    site.change("frameworks/words.txt", Served::Bytes(text.join("\n").into()));
    Ok(ids.len())
}
