//! The app in a frame: where a page's policy blocks WebAssembly, and where a page puts it into one.

use super::{ONE, SCRIPT, enter, in_host, page};
use bellwether_browser_tests::{App, Result, START, Served, Setup, Site, story_of, until_is};
use serde_json::Value;

/// A host of another site than the app's: another name of this machine.
struct Theirs(Site);

impl Theirs {
    fn new() -> Result<Self> {
        Ok(Self(Site::of_release()?))
    }

    fn url(&self, path: &str) -> String {
        self.0.url(path).replace("127.0.0.1", "localhost")
    }
}

const IN_ELEMENT: &str = "return [...(window.document.querySelector('#one').shadowRoot?.querySelectorAll('iframe') ?? [])]";

/// A page of theirs that shows the element under a policy without WebAssembly.
fn strict(app: &App) -> Vec<u8> {
    let ours = app.site.url("");
    let policy = format!(
        "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'; img-src data:; \
        script-src 'unsafe-inline' {ours}; connect-src {ours}; frame-src {ours}\">"
    );
    let listening = "<script>window.told = [];
        document.addEventListener('bellwether-progress', ({ detail }) => told.push(detail.answered))
        window.heard = [];
        addEventListener('message', ({ data }) => heard.push(data))</script>";
    let head =
        format!("{policy}{listening}{}", SCRIPT.replace("embed.js", &app.site.url("embed.js")));
    page(&head, ONE)
}

#[test]
fn where_the_policy_blocks_webassembly_the_element_shows_the_same_in_a_frame() -> Result {
    story_of(&Setup::default(), async |app| {
        app.forgive("wasm-unsafe-eval");
        app.forgive("WebAssembly");
        let theirs = Theirs::new()?;
        app.site.allow_any_origin();
        theirs.0.change("host.html", Served::Bytes(strict(app)));
        app.browser.driver.goto(theirs.url("host.html")).await?;
        enter(app, IN_ELEMENT).await?;
        app.see_heading(&app.framework.title).await?;
        app.see("Your answers are not being stored").await?;
        app.start_short().await?;
        app.answer(1, 4).await?;
        app.see_progress(1, 20).await?;
        app.browser.driver.enter_default_frame().await?;
        until_is("what the page is told", vec![0, 1], async || {
            in_host::<Vec<u64>>(app, "return told").await
        })
        .await?;

        app.note("the frame is as high as what is in it");
        let height = "return document.querySelector('#one').shadowRoot.querySelector('iframe')
            .getBoundingClientRect().height";
        let high: f64 = in_host(app, height).await?;
        let message = "heard.filter(({ height }) => height).pop().height";
        let told: f64 = in_host(app, &format!("return {message}")).await?;
        assert_eq!(high, told);

        app.note("messages from elsewhere are not heeded");
        let others = "return new Promise(done => {
            addEventListener('message', () => done(true), { once: true });
            postMessage({ bellwether: 1, height: 12345, news: { type: 'progress', answered: 99 } }, '*');
        })";
        assert!(in_host::<bool>(app, others).await?);
        assert_eq!(in_host::<f64>(app, height).await?, high);
        assert_eq!(in_host::<Vec<u64>>(app, "return told").await?, [0, 1]);

        app.note("the record is not given to a page of another origin");
        let refused =
            "return document.querySelector('#one').export().then(String, error => error.message)";
        assert!(in_host::<String>(app, refused).await?.contains("another origin"));
        let asks =
            "const frame = document.querySelector('#one').shadowRoot.querySelector('iframe');
            frame.contentWindow.postMessage({ bellwether: 1, ask: 'export' }, '*')";
        let _: Value = in_host(app, asks).await?;
        // Something that comes after it, so that an answer would have come too.
        enter(app, IN_ELEMENT).await?;
        app.clear(1).await?;
        app.see_progress(0, 20).await?;
        app.browser.driver.enter_default_frame().await?;
        until_is("what the page is told", vec![0, 1, 0], async || {
            in_host::<Vec<u64>>(app, "return told").await
        })
        .await?;
        let answers = "return heard.filter(({ to, answer }) => to || answer).length";
        assert_eq!(in_host::<usize>(app, answers).await?, 0);
        Ok(())
    })
}

#[test]
fn in_a_frame_of_our_own_origin_the_methods_work() -> Result {
    story_of(&Setup::default(), async |app| {
        app.forgive("wasm-unsafe-eval");
        app.forgive("WebAssembly");
        let policy = "<meta http-equiv=Content-Security-Policy content=\"script-src 'self'\">";
        super::host(app, &format!("{policy}{SCRIPT}"), ONE).await?;
        enter(app, IN_ELEMENT).await?;
        app.see_heading(&app.framework.title).await?;
        assert!(!app.text().await?.contains("Your answers are not being stored"));
        app.start_short().await?;
        app.answer(1, 4).await?;
        app.browser.driver.enter_default_frame().await?;
        let script = "return document.querySelector('#one').export()";
        let file: Value = serde_json::from_str(&in_host::<String>(app, script).await?)?;
        assert_eq!(file["assessments"].as_array().map_or(0, Vec::len), 1);
        Ok(())
    })
}

#[test]
fn in_a_frame_without_an_origin_it_works_in_memory_and_says_so() -> Result {
    story_of(&Setup::default(), async |app| {
        let theirs = Theirs::new()?;
        app.site.allow_any_origin();
        let ours = app.site.url("index.html");
        // Without allow-same-origin a frame has no storage of its own: browsers treat it as one whose
        // storage is blocked.
        let frame = format!(
            "<iframe sandbox='allow-scripts allow-downloads' src={ours} width=900 height=900></iframe>"
        );
        theirs.0.change("host.html", Served::Bytes(page("", &frame)));
        app.browser.driver.goto(theirs.url("host.html")).await?;
        enter(app, "return [...window.document.querySelectorAll('iframe')]").await?;
        app.see_heading(START).await?;
        app.press(&app.framework.title).await?;
        app.see_heading(&app.framework.title).await?;
        app.see("Your answers are not being stored").await?;
        app.start_short().await?;
        app.answer(1, 3).await?;
        app.press("Save my record as a file").await?;
        let (_, text) = app.saved_file().await?;
        assert!(text.contains("self-awareness-1"), "{text}");
        app.answer_everything(|_, _| vec![3]).await?;
        app.finish().await
    })
}

#[test]
fn where_a_frame_may_not_store_it_works_in_memory_and_says_so() -> Result {
    story_of(&Setup { forbid_storing: true, ..Setup::default() }, async |app| {
        let theirs = Theirs::new()?;
        let frame =
            format!("<iframe src={} width=900 height=900></iframe>", app.site.url("index.html"));
        theirs.0.change("host.html", Served::Bytes(page("", &frame)));
        app.browser.driver.goto(theirs.url("host.html")).await?;
        enter(app, "return [...window.document.querySelectorAll('iframe')]").await?;
        app.see_heading(START).await?;
        app.press(&app.framework.title).await?;
        app.see("Your answers are not being stored").await?;
        app.start_short().await?;
        app.answer(1, 3).await?;
        app.press("Save my record as a file").await?;
        let (_, text) = app.saved_file().await?;
        assert!(text.contains("self-awareness-1"), "{text}");
        Ok(())
    })
}

/// Browsers give such a frame a storage that only this site and that one share; nothing is put there.
#[test]
fn where_third_party_storage_is_partitioned_it_works_in_memory_and_says_so() -> Result {
    story_of(&Setup::default(), async |app| {
        let theirs = Theirs::new()?;
        let frame =
            format!("<iframe src={} width=900 height=900></iframe>", app.site.url("index.html"));
        theirs.0.change("host.html", Served::Bytes(page("", &frame)));
        app.browser.driver.goto(theirs.url("host.html")).await?;
        let find = "return [...window.document.querySelectorAll('iframe')]";
        enter(app, find).await?;
        app.see_heading(START).await?;
        let works =
            "localStorage.setItem('probe', ''); localStorage.removeItem('probe'); return true";
        assert!(app.look::<bool>(works, &[]).await?, "this browser has storage for frames");
        app.press(&app.framework.title).await?;
        app.see("Your answers are not being stored").await?;
        app.start_short().await?;
        app.answer(1, 5).await?;
        app.press("Save my record as a file").await?;
        let (_, text) = app.saved_file().await?;
        assert!(text.contains("bellwether-record"), "{text}");
        app.note("what was entered goes along to the pages of the whole program");
        app.press("Your record").await?;
        app.see("1 answered").await?;
        assert_eq!(app.saved().await?.len(), 0);
        Ok(())
    })
}
