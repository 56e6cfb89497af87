//! An element that is taken out of a page leaves nothing behind.

use super::{SCRIPT, host, in_host};
use bellwether_browser_tests::{App, Result, Setup, story_of};
use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Counts {
    documents: u64,
    nodes: u64,
    js_event_listeners: u64,
}

/// Puts an element in and takes it out again so many times, each time when all of it is there.
async fn in_and_out(app: &App, times: usize) -> Result {
    let script = format!(
        "return (async () => {{
            for (let n = 0; n < {times}; n++) {{
                const one = document.createElement('bellwether-assessment');
                Object.assign(one, {{ loading: 'eager', session: n % 2 ? 'one-small-test' : '',
                    framework: 'clinical-leadership' }});
                document.querySelector('main').append(one);
                while (!/Begin|Start the short/.test(one.shadowRoot.textContent))
                    await new Promise(done => requestAnimationFrame(done));
                one.remove();
                while (one.shadowRoot.querySelector('.bellwether-app'))
                    await new Promise(done => requestAnimationFrame(done));
            }}
        }})()"
    );
    let _: Value = in_host(app, &script).await?;
    Ok(())
}

async fn counts(app: &App) -> Result<(Counts, u64, u64)> {
    app.browser.cdp("HeapProfiler.collectGarbage", json!({})).await?;
    let counts = app.browser.cdp("Memory.getDOMCounters", json!({})).await?;
    let heap = app.browser.cdp("Runtime.getHeapUsage", json!({})).await?;
    let memories = "return memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0)";
    let used = heap["usedSize"].as_f64().unwrap_or_default() as u64;
    Ok((serde_json::from_value(counts)?, used, in_host(app, memories).await?))
}

#[test]
fn a_hundred_elements_come_and_go_without_a_trace() -> Result {
    // To see how much memory the programs have.
    let watch = "window.memories = [];
        for (const name of ['instantiate', 'instantiateStreaming']) {
            const was = WebAssembly[name];
            WebAssembly[name] = async (...given) => {
                const made = await was.apply(WebAssembly, given);
                const { exports } = made.instance ?? made;
                memories.push(Object.values(exports).find(one => one instanceof WebAssembly.Memory));
                return made;
            };
        }";
    story_of(&Setup { before_page: Some(watch.to_owned()), ..Setup::default() }, async |app| {
        host(app, SCRIPT, "").await?;
        in_and_out(app, 10).await?;
        let (before, heap_before, memory_before) = counts(app).await?;
        in_and_out(app, 100).await?;
        let (after, heap_after, memory_after) = counts(app).await?;
        let told = format!("{before:?}, {heap_before}, then {after:?}, {heap_after}");
        assert_eq!(before.documents, after.documents, "{told}");
        assert!(after.nodes <= before.nodes + 10, "{told}");
        assert!(after.js_event_listeners <= before.js_event_listeners, "{told}");
        // Less than one kilobyte for each.
        assert!(heap_after < heap_before + 100_000, "{told}");
        assert_eq!(memory_before, memory_after, "memory of the programs");
        Ok(())
    })
}
