//! One build runs anywhere: without a network, as one file from a disk, and on nginx in a subfolder under
//! the strictest policy. In each a person takes an assessment, sees its result and works on a session.

use bellwether_browser_tests::{
    App, Context as _, Result, START, Served, Setup, story_of, until_is,
};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// From the start page to a result and a session, by what is on the pages alone.
async fn flow(app: &App) -> Result {
    app.see_heading(START).await?;
    app.press(&app.framework.title).await?;
    app.see_heading(&app.framework.title).await?;
    app.take_short_form(|number| (number % 5 + 1) as u8).await?;
    app.see("Sessions that fit").await?;
    app.press("Learning").await?;
    app.see_heading("Learning").await?;
    app.press("Find a session").await?;
    app.see_heading("Sessions").await?;
    app.press("One small test").await?;
    app.see_heading("One small test").await?;
    app.press("Begin").await?;
    app.see("page 1 of").await
}

fn with_worker() -> Setup {
    Setup { service_worker: true, ..Setup::default() }
}

/// Waits until the app is kept for use without a network.
async fn kept(app: &App) -> Result {
    let script = "return navigator.serviceWorker.ready.then(({ active }) => active.state)";
    until_is("the worker", "activated".to_owned(), async || app.look::<String>(script, &[]).await)
        .await
}

#[test]
fn after_one_visit_everything_works_without_a_network() -> Result {
    story_of(&with_worker(), async |app| {
        app.visit("#/").await?;
        app.see_heading(START).await?;
        kept(app).await?;
        app.site.vanish();
        app.reload().await?;
        flow(app).await
    })
}

#[test]
fn a_new_version_is_offered_and_taken_only_when_the_person_says_so() -> Result {
    story_of(&with_worker(), async |app| {
        app.open().await?;
        kept(app).await?;
        app.start_short().await?;
        app.answer(1, 4).await?;
        renew(app, "<!-- newer -->", &[])?;
        app.reload().await?;
        app.see("A new version of this page is ready").await?;
        app.see_answers(&[Some(4)]).await?;
        assert!(!is_newer(app).await?, "it is only offered");
        app.press("Use it now").await?;
        until_is("the new version", true, async || is_newer(app).await).await?;
        app.see_answers(&[Some(4)]).await
    })
}

#[test]
fn a_version_that_comes_only_in_part_is_never_used() -> Result {
    story_of(&with_worker(), async |app| {
        app.open().await?;
        kept(app).await?;
        app.forgive("404");
        renew(app, "<!-- newer -->", &["not-there.js"])?;
        // The browser looks for a new version, and finds that it cannot have all of it.
        let tried = "return navigator.serviceWorker.getRegistration()
            .then(registration => registration.update())
            .then(registration => new Promise(done => {
                const worker = registration.installing ?? registration.waiting;
                if (!worker) return done('none');
                worker.addEventListener('statechange', () =>
                    worker.state === 'redundant' && done('redundant'));
            }), error => 'none')";
        let state: String = app.look(tried, &[]).await?;
        assert!(["redundant", "none"].contains(&&*state), "{state}");
        app.site.vanish();
        app.reload().await?;
        app.see_heading(&app.framework.title).await?;
        assert!(
            !is_newer(app).await? && !app.text().await?.contains("A new version"),
            "the old one goes on"
        );
        let caches: Vec<String> = app.look("return caches.keys()", &[]).await?;
        assert_eq!(caches.len(), 1, "nothing half is left: {caches:?}");
        Ok(())
    })
}

/// Serves another version: another page, and a worker that also wants some files.
fn renew(app: &App, mark: &str, also: &[&str]) -> Result {
    let page = app.site.read("index.html")?.replace("<body>", &format!("<body>{mark}"));
    let also: String = also.iter().map(|file| format!(",\"{file}\"")).collect();
    let worker = app.site.read("sw.js")?;
    let worker = worker.replace("\"bellwether.html\"", "\"index.html\"");
    let worker = worker.replacen("\"index.html\"", &format!("\"index.html\"{also}"), 1);
    let (from, to) = version(&worker)?;
    let worker = worker.replacen(&worker[from..to], "0123456789abcdef", 1);
    app.site.change("index.html", Served::Bytes(page.into()));
    app.site.change("sw.js", Served::Bytes(worker.into()));
    Ok(())
}

/// Where the version stands in the worker: sixteen hexadecimal digits in quotes.
fn version(worker: &str) -> Result<(usize, usize)> {
    let is = |text: &str| text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let found = worker.match_indices('"').map(|(at, _)| at + 1);
    let mut found = found.filter(|at| worker.get(*at..at + 16).is_some_and(is));
    let at = found.next().or_say(|| "the worker has no version")?;
    Ok((at, at + 16))
}

async fn is_newer(app: &App) -> Result<bool> {
    app.look("return document.body.innerHTML.includes('<!-- newer -->')", &[]).await
}

#[test]
fn as_one_file_from_a_disk_everything_works_and_is_kept() -> Result {
    let watch = "window.asked = 0;
        StorageManager.prototype.persist = async () => { asked += 1; return true }";
    story_of(&Setup { before_page: Some(watch.to_owned()), ..Setup::default() }, async |app| {
        let file = release().join("bellwether.html");
        let size = std::fs::metadata(&file).or_say(|| file.display().to_string())?.len();
        assert!(size <= 1_500_000, "{size} bytes");
        // Away from all other files.
        let alone = app.make_file("bellwether.html", &std::fs::read(&file)?)?;
        let address = format!("file://{}", alone.display());
        app.browser.driver.goto(&address).await?;
        flow(app).await?;
        let asked: u64 = app.look("return asked", &[]).await?;
        assert_eq!(asked, 1, "the browser is asked to keep what is stored");
        app.press("Your record").await?;
        app.see_heading("Your record").await?;
        app.press("Save my record as a file").await?;
        let (_, text) = app.saved_file().await?;
        assert!(text.contains("bellwether-record"), "{text}");
        app.reload().await?;
        app.see_heading("Your record").await?;
        app.press_starting("See the result").await?;
        app.see_heading("Your result").await?;
        assert!(app.pdf().await?.len() > 10_000, "it can be printed");
        Ok(())
    })
}

#[test]
fn on_nginx_in_a_subfolder_under_the_strictest_policy_everything_works() -> Result {
    // `./dev test` sets it, to nothing where nginx is not there and could not be installed.
    if std::env::var("NGINX").is_ok_and(|program| program.is_empty()) {
        println!("NOT RUN: there is no nginx here");
        return Ok(());
    }
    let nginx = Nginx::start()?;
    story_of(&Setup::default(), async |app| {
        app.browser.driver.goto(&nginx.address()).await?;
        flow(app).await?;
        let types = "return Promise.all(['', 'sw.js', 'frameworks/words.txt'].map(async path => {
            const response = await fetch(path);
            return `${response.status} ${response.headers.get('content-encoding')}`
        }))";
        let told: Vec<String> = app.look(types, &[]).await?;
        assert_eq!(told, ["200 gzip"; 3], "the copies beside the files are served");
        let caching =
            "return Promise.all([...document.querySelectorAll('link[rel=stylesheet]')].slice(0, 1)
            .map(({ href }) => fetch(href).then(({ headers }) => headers.get('cache-control'))))";
        let told: Vec<String> = app.look(caching, &[]).await?;
        assert!(told.iter().all(|value| value.contains("immutable")), "{told:?}");
        Ok(())
    })
}

#[test]
fn where_webassembly_is_off_the_page_says_so() -> Result {
    let without = "delete globalThis.WebAssembly".to_owned();
    story_of(&Setup { before_page: Some(without), ..Setup::default() }, async |app| {
        app.forgive("WebAssembly");
        app.visit("#/").await?;
        app.see("This page needs WebAssembly, which is switched off here").await
    })
}

/// The folder of the release, as a site finds it.
pub(crate) fn release() -> PathBuf {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist");
    let folder = std::env::var_os("BELLWETHER_DIST").map_or(beside, PathBuf::from);
    folder.canonicalize().unwrap_or(folder)
}

/// nginx as docs/hosting.md sets it up, for as long as this is there.
struct Nginx {
    process: Child,
    port: u16,
    _folder: tempfile::TempDir,
}

impl Nginx {
    fn start() -> Result<Self> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let folder = tempfile::tempdir()?;
        let server = include_str!("../../../../docs/nginx.conf")
            .replace("listen 80;", &format!("listen 127.0.0.1:{port};"))
            .replace("/var/www/bellwether/", &format!("{}/", release().display()));
        let work = folder.path().display();
        let config = format!(
            "pid {work}/pid; error_log stderr; daemon off; events {{}}\n\
             http {{ include /etc/nginx/mime.types; access_log off;\n\
             client_body_temp_path {work}/b; proxy_temp_path {work}/p; fastcgi_temp_path {work}/f;\n\
             uwsgi_temp_path {work}/u; scgi_temp_path {work}/s;\n{server}\n}}"
        );
        let path = folder.path().join("nginx.conf");
        std::fs::write(&path, config)?;
        let program = std::env::var("NGINX").unwrap_or_else(|_| "nginx".to_owned());
        let process = Command::new(&program)
            .arg("-c")
            .arg(&path)
            .stderr(Stdio::null())
            .spawn()
            .or_say(|| {
                format!("{program} is not there; NGINX can name another, Debian has nginx-light")
            })?;
        Ok(Self { process, port, _folder: folder })
    }

    fn address(&self) -> String {
        // It listens a moment after it was started.
        let begun = std::time::Instant::now();
        while TcpStream::connect(("127.0.0.1", self.port)).is_err()
            && begun.elapsed().as_secs() < 10
        {
            std::thread::yield_now();
        }
        format!("http://127.0.0.1:{}/tools/leadership/", self.port)
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // Its workers end with it.
        drop(self.process.kill());
        drop(self.process.wait());
    }
}
