//! A browser of the test's own.

use crate::failure::{Context, Result};
use crate::process::Driver;
use serde_json::{Map, Value, json};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use tempfile::TempDir;
use thirtyfour::{Capabilities, WebDriver};

/// What a browser keeps on disk, in a folder that goes with the last user.
#[derive(Debug, Clone)]
pub struct Profile(Rc<TempDir>);

impl Profile {
    /// An empty one, as on a new device.
    ///
    /// # Errors
    /// If no folder can be made.
    pub fn new() -> Result<Self> {
        Ok(Self(Rc::new(tempfile::Builder::new().prefix("bellwether-browser-").tempdir()?)))
    }

    /// Where the browser keeps what pages store.
    pub fn local_storage(&self) -> PathBuf {
        self.0.path().join("profile/Default/Local Storage")
    }

    /// Where files go that a page saves.
    pub fn downloads(&self) -> PathBuf {
        self.0.path().join("downloads")
    }

    /// A folder for files of the test.
    pub fn folder(&self) -> &Path {
        self.0.path()
    }
}

/// How the browser is to be.
#[derive(Debug, Clone, Default)]
pub struct Setup {
    /// Where it keeps what it keeps; a new place if there is none.
    pub profile: Option<Profile>,
    /// Whether the person has forbidden all sites to store anything, as the browser's settings allow.
    pub forbid_storing: bool,
    /// Whether everything on the network is recorded.
    pub watch_network: bool,
    /// Whether the app may keep itself for use without a network. Elsewhere it would only answer for
    /// the site that a test changes.
    pub service_worker: bool,
    /// A script that runs in every page before the page's own.
    pub before_page: Option<String>,
}

/// A running browser with one session. Ends when it goes out of scope.
#[derive(Debug)]
pub struct Browser {
    /// Its session.
    pub driver: WebDriver,
    /// What it keeps on disk.
    pub profile: Profile,
    // Ends before the profile's folder is removed: fields are dropped in order, see `Drop`.
    process: Driver,
}

impl Browser {
    /// Starts one.
    ///
    /// # Errors
    /// If there is no driver or no browser.
    pub async fn open(setup: &Setup) -> Result<Self> {
        let profile = match &setup.profile {
            Some(profile) => profile.clone(),
            None => Profile::new()?,
        };
        let process = Driver::start()?;
        let driver = WebDriver::new(process.url(), capabilities(setup, &profile))
            .await
            .or_say(|| "the browser does not start; CHROME can name another")?;
        let browser = Self { driver, profile, process };
        // Where a page's saved file goes in a browser without a window.
        let downloads = json!({
            "behavior": "allow",
            "downloadPath": browser.profile.downloads(),
        });
        browser.cdp("Browser.setDownloadBehavior", downloads).await?;
        if !setup.service_worker {
            browser.keep_no_copies().await?;
        }
        if let Some(source) = &setup.before_page {
            browser.before_page(source).await?;
        }
        Ok(browser)
    }

    /// Has pages of this tab not keep themselves for use without a network.
    ///
    /// # Errors
    /// If the browser refuses it.
    pub async fn keep_no_copies(&self) -> Result {
        let none =
            "Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined })";
        self.before_page(none).await
    }

    /// Sends a command of the DevTools protocol.
    ///
    /// # Errors
    /// If the browser refuses it.
    pub async fn cdp(&self, method: &str, parameters: Value) -> Result<Value> {
        self.driver.cdp().send_raw(method, parameters).await.or_say(|| method.to_owned())
    }

    /// Runs a script in every page that is opened from now on, before the page's own.
    ///
    /// # Errors
    /// If the browser refuses it.
    pub async fn before_page(&self, source: &str) -> Result {
        let source = json!({ "source": source });
        self.cdp("Page.addScriptToEvaluateOnNewDocument", source).await?;
        Ok(())
    }

    /// Runs a script in the page and returns what it returns.
    ///
    /// # Errors
    /// If it throws.
    pub async fn run(&self, script: &str, arguments: &[Value]) -> Result<Value> {
        let returned = self.driver.execute(script, arguments.to_vec()).await;
        Ok(returned.or_say(|| script.to_owned())?.json().clone())
    }

    /// Errors in the console, caught or not, since the last call.
    ///
    /// # Errors
    /// If the browser does not tell.
    pub async fn complaints(&self) -> Result<Vec<String>> {
        let log = self.driver.get_log("browser").await?;
        let loud = log.into_iter().filter(|entry| entry.level == "SEVERE");
        Ok(loud.map(|entry| entry.message).collect())
    }

    /// Ends it at once with all its processes, as a power cut would. Its profile stays.
    pub fn kill(&self) {
        // Otherwise the session says goodbye to a driver that is gone, and waits for its answer.
        let _ = self.driver.clone().leak();
        self.process.kill();
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        self.kill();
    }
}

fn capabilities(setup: &Setup, profile: &Profile) -> Capabilities {
    let mut arguments: Vec<String> = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // The crash reporter would outlive the browser.
        "--disable-breakpad",
        // Two tests at a time on two cores: neither is to be slowed for being behind the other.
        "--disable-background-timer-throttling",
        "--disable-renderer-backgrounding",
        "--window-size=1280,1000",
        "--lang=en-GB",
    ]
    .map(str::to_owned)
    .to_vec();
    arguments.push(format!("--user-data-dir={}", profile.folder().join("profile").display()));
    let mut options = Map::from_iter([
        ("args".to_owned(), json!(arguments)),
        ("prefs".to_owned(), preferences(setup)),
    ]);
    if let Ok(chrome) = std::env::var("CHROME") {
        options.insert("binary".to_owned(), chrome.into());
    }
    let network = if setup.watch_network { "ALL" } else { "OFF" };
    let wanted = [
        ("browserName", json!("chrome")),
        ("goog:chromeOptions", options.into()),
        ("goog:loggingPrefs", json!({ "browser": "ALL", "performance": network })),
        // A dialog that nobody expects stays, so that the test fails on it.
        ("unhandledPromptBehavior", json!("ignore")),
    ];
    wanted.into_iter().map(|(name, value)| (name.to_owned(), value)).collect::<Map<_, _>>().into()
}

/// What the person has set in the browser.
fn preferences(setup: &Setup) -> Value {
    // 1 allows and 2 forbids; the setting for cookies is the one for all that sites store.
    let storing = if setup.forbid_storing { 2 } else { 1 };
    json!({
        "profile.default_content_setting_values.cookies": storing,
        // An empty page at the start: the usual one takes as long to load as a whole test.
        "session.restore_on_startup": 4,
        "session.startup_urls": ["about:blank"],
    })
}
