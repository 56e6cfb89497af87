//! Asking an element for something at an awkward moment. Whatever is asked, whoever asks next is answered.

use super::{ONE, SCRIPT, enter, host, in_host, page};
use bellwether_browser_tests::{Result, Served, Setup, story_of, until_is};
use serde_json::{Value, json};

/// Runs a script with `one`, the element, that returns a promise; in place of one that never settles it
/// has “late”.
fn in_time(script: &str) -> String {
    format!(
        "const one = document.querySelector('#one');
        const late = new Promise(resolve => setTimeout(resolve, 8000, 'late'));
        return Promise.race([late, (async () => {{ {script} }})()])"
    )
}

#[test]
fn an_element_that_goes_while_it_is_asked_refuses() -> Result {
    story_of(&Setup::default(), async |app| {
        super::one(app).await?;
        let script = in_time(
            "const asked = one.export().then(() => 'answered', ({ message }) => message);
            one.remove();
            const next = document.createElement('bellwether-assessment');
            Object.assign(next, { loading: 'eager', framework: 'clinical-leadership' });
            document.querySelector('main').append(next);
            return [await asked, JSON.parse(await next.export()).kind]",
        );
        let found: Value = in_host(app, &script).await?;
        assert_eq!(found, json!(["the app has gone", "bellwether-record"]));
        Ok(())
    })
}

/// Shows the element in a frame.
const POLICY: &str = "<meta http-equiv=Content-Security-Policy content=\"script-src 'self'\">";

#[test]
fn a_frame_answers_what_it_was_asked_before_it_was_there_and_each_question_for_itself() -> Result {
    story_of(&Setup::default(), async |app| {
        app.forgive("wasm-unsafe-eval");
        app.forgive("WebAssembly");
        host(app, &format!("{POLICY}{SCRIPT}"), &ONE.replace(" id=one", " id=one loading=eager"))
            .await?;
        let script = in_time(
            "await customElements.whenDefined('bellwether-assessment');
            const file = await one.export();
            const all = [one.export(), one.import('{}').catch(() => 'refused'), one.import(file),
                one.export()];
            const [first, refused, taken, second] = await Promise.all(all);
            return [JSON.parse(first).kind, refused, taken ?? 'taken', JSON.parse(second).kind]",
        );
        let found: Value = in_host(app, &script).await?;
        assert_eq!(found, json!(["bellwether-record", "refused", "taken", "bellwether-record"]));
        app.note("and refuses once it is taken away");
        let script = in_time(
            "const asked = one.export().then(() => 'answered', ({ message }) => message);
            await new Promise(done => setTimeout(done));
            one.remove();
            return asked",
        );
        assert_eq!(in_host::<String>(app, &script).await?, "the app has gone");
        Ok(())
    })
}

#[test]
fn a_frame_refuses_what_it_does_not_know_and_gives_numbers_back() -> Result {
    story_of(&Setup::default(), async |app| {
        let frame = "<script>window.heard = [];
            addEventListener('message', ({ data }) => heard.push(data))</script>
            <iframe src=index.html width=900 height=900></iframe>";
        app.site.change("host.html", Served::Bytes(page("", frame)));
        app.visit("host.html").await?;
        enter(app, "return [...window.document.querySelectorAll('iframe')]").await?;
        app.see_heading(bellwether_browser_tests::START).await?;
        app.browser.driver.enter_default_frame().await?;
        let ask = "const ask = (what) => document.querySelector('iframe').contentWindow
                .postMessage({ bellwether: 1, ...what }, location.origin);
            ask({ ask: 'nonsense', number: 1 }); ask({ ask: 'export', number: 'two' });
            ask({ ask: 'export' }); return null";
        let _: Value = in_host(app, ask).await?;
        let answers = "return heard.filter(({ to }) => to)
            .map(({ to, answer, number = 'none' }) => [to, number, typeof answer])";
        let wanted = json!([
            ["nonsense", 1, "undefined"],
            ["export", "two", "string"],
            ["export", "none", "string"]
        ]);
        until_is("the answers", wanted, async || in_host::<Value>(app, answers).await).await
    })
}
