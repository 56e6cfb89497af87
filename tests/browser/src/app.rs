//! The page as a person sees it.

use crate::browser::{Browser, Setup};
use crate::failure::{Context, Failure, Result};
use crate::framework::Framework;
use crate::server::Site;
use crate::wait::until;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::cell::RefCell;
use thirtyfour::WebElement;

/// Runs before every look at the page: how the texts of a person's eye are read from it.
const EYES: &str = "
    const text = node => node ? node.textContent.replace(/\\s+/g, ' ').trim() : '';
    const seen = node => node.checkVisibility({ visibilityProperty: true });
    const all = (selector, root = document) => [...root.querySelectorAll(selector)];
    const without = (node, selector) => {
        if (!node) return '';
        const copy = node.cloneNode(true);
        all(selector, copy).forEach(part => part.remove());
        return text(copy);
    };
";

/// Puts what an element has inside in place of the document, for all that looks at the page.
const INTO: &str = "
    const inside = window.document.querySelector('ELEMENT').shadowRoot;
    const document = new Proxy(inside, { get(of, name) {
        if (name === 'body') return of.querySelector('.bellwether-app') ?? of.host;
        const value = of[name];
        return typeof value === 'function' ? value.bind(of) : value;
    } });
";

/// The app in a browser, on a site. Its verbs are those of a person, and write a journal that is
/// shown when the test fails.
#[derive(Debug)]
pub struct App {
    /// The browser it runs in.
    pub browser: Browser,
    /// Where it comes from.
    pub site: Site,
    /// What it asks.
    pub framework: Framework,
    journal: RefCell<Vec<String>>,
    forgiven: RefCell<Vec<String>>,
    /// The element of a host's page that is looked into.
    within: RefCell<Option<String>>,
}

/// The heading of the page that has all frameworks.
pub const START: &str = "See where you stand in clinical leadership";

impl App {
    /// Opens a browser on a site, without going anywhere yet.
    ///
    /// # Errors
    /// If there is no browser.
    pub async fn on(site: Site, setup: &Setup) -> Result<Self> {
        let framework = Framework::of(&site)?;
        let browser = Browser::open(setup).await?;
        let (journal, forgiven, within) = Default::default();
        Ok(Self { browser, site, framework, journal, forgiven, within })
    }

    /// Kills the browser with all its processes, as a power cut would. What it has on disk stays.
    pub fn kill_browser(&self) {
        self.note("the browser is killed");
        self.browser.kill();
    }

    /// The same site, at the same address, in another browser.
    pub fn again(&self, browser: Browser) -> Self {
        let (site, framework) = (self.site.clone(), self.framework.clone());
        let (journal, forgiven, within) = Default::default();
        Self { browser, site, framework, journal, forgiven, within }
    }

    /// Goes to the start page and waits until it is there.
    ///
    /// # Errors
    /// If it does not come.
    pub async fn open(&self) -> Result {
        self.visit(&self.home()).await?;
        self.see_heading(&self.framework.title).await
    }

    /// The address of the framework's own page.
    pub fn home(&self) -> String {
        format!("#/framework/{}", self.framework.id)
    }

    /// Types an address of the site into the address bar.
    ///
    /// # Errors
    /// If there is nothing there.
    pub async fn visit(&self, address: &str) -> Result {
        self.note(format!("goes to /{address}"));
        self.browser.driver.goto(self.site.url(address)).await.or_say(|| address.to_owned())
    }

    /// Loads the page anew.
    ///
    /// # Errors
    /// If the browser does not.
    pub async fn reload(&self) -> Result {
        self.note("reloads");
        Ok(self.browser.driver.refresh().await?)
    }

    /// The part of the address after `#`, with it.
    ///
    /// # Errors
    /// If the page does not tell.
    pub async fn hash(&self) -> Result<String> {
        self.look("return location.hash", &[]).await
    }

    /// The main heading, without its caption; nothing if there is none.
    ///
    /// # Errors
    /// If the page does not tell.
    pub async fn heading(&self) -> Result<String> {
        self.look("return without(document.querySelector('h1'), '[class*=caption]')", &[]).await
    }

    /// Waits for the page with this main heading.
    ///
    /// # Errors
    /// If it does not come.
    pub async fn see_heading(&self, heading: &str) -> Result {
        let what = format!("the page “{heading}”");
        let found = until(what, async || {
            let loading = self.look::<bool>("return text(document.body).includes('Loading…')", &[]);
            Ok((self.heading().await? == heading && !loading.await?).then_some(()))
        });
        match found.await {
            Ok(()) => Ok(()),
            Err(failure) => {
                Err(Failure::new(format!("{failure}; it says: {}", self.text().await?)))
            }
        }
    }

    /// All visible text of the page, with single spaces.
    ///
    /// # Errors
    /// If the page does not tell.
    pub async fn text(&self) -> Result<String> {
        self.look("return document.body.innerText.replace(/\\s+/g, ' ')", &[]).await
    }

    /// Waits until the page says something.
    ///
    /// # Errors
    /// If it does not.
    pub async fn see(&self, words: &str) -> Result {
        let said = until(format!("the words “{words}”"), async || {
            Ok(self.text().await?.contains(words).then_some(()))
        });
        match said.await {
            Ok(()) => Ok(()),
            Err(failure) => {
                Err(Failure::new(format!("{failure}; it says: {}", self.text().await?)))
            }
        }
    }

    /// What is told in passing: each notice's heading and text.
    ///
    /// # Errors
    /// If the page does not tell.
    pub async fn notices(&self) -> Result<Vec<(String, String)>> {
        let script = "return all('.bellwether-notices section')
            .map(notice => [text(notice.querySelector('h2')), text(notice.querySelector('p'))])";
        self.look(script, &[]).await
    }

    /// The banner that says that answers are not stored, if it is there.
    ///
    /// # Errors
    /// If the page does not tell.
    pub async fn banner(&self) -> Result<Option<String>> {
        self.look(
            "const banner = document.querySelector('section[role=alert]');
            return banner && seen(banner) ? text(banner) : null",
            &[],
        )
        .await
    }

    /// Runs a script that looks at the page, and reads what it returns.
    ///
    /// # Errors
    /// If it throws, or returns something else.
    pub async fn look<T: DeserializeOwned>(&self, script: &str, arguments: &[Value]) -> Result<T> {
        let returned = self.browser.run(&self.with_eyes(script), arguments).await?;
        Ok(serde_json::from_value(returned)?)
    }

    /// The elements that a script returns.
    ///
    /// # Errors
    /// If it throws, or returns something else.
    pub async fn elements(&self, script: &str, arguments: &[Value]) -> Result<Vec<WebElement>> {
        let driver = &self.browser.driver;
        Ok(driver.execute(self.with_eyes(script), arguments.to_vec()).await?.elements()?)
    }

    /// From now on looks at what is in an element of a host's page, or, without a selector, at the page
    /// again.
    pub fn look_into(&self, element: Option<&str>) {
        self.note(format!("looks at {}", element.unwrap_or("the page")));
        self.within.replace(element.map(str::to_owned));
    }

    fn with_eyes(&self, script: &str) -> String {
        let within = self.within.borrow();
        let within = within.as_ref().map(|element| INTO.replace("ELEMENT", element));
        format!("{}{EYES}{script}", within.unwrap_or_default())
    }

    /// Makes the window this large, in CSS pixels, as a phone or a zoomed page would be.
    ///
    /// # Errors
    /// If the browser refuses it.
    pub async fn resize(&self, width: u32, height: u32) -> Result {
        self.note(format!("{width} × {height} pixels"));
        let size =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.browser.cdp("Emulation.setDeviceMetricsOverride", size).await?;
        Ok(())
    }

    /// Writes into the journal what a person does.
    pub fn note(&self, what: impl Into<String>) {
        self.journal.borrow_mut().push(what.into());
    }

    /// What was done so far.
    pub fn journal(&self) -> Vec<String> {
        self.journal.borrow().clone()
    }

    /// Errors in the console that have these words are part of the test.
    pub fn forgive(&self, words: &str) {
        self.forgiven.borrow_mut().push(words.to_owned());
    }

    /// Errors in the console that are not part of the test.
    ///
    /// # Errors
    /// If the browser does not tell.
    pub async fn complaints(&self) -> Result<Vec<String>> {
        let mut complaints = self.browser.complaints().await?;
        let forgiven = self.forgiven.borrow();
        complaints.retain(|text| !forgiven.iter().any(|words| text.contains(words)));
        Ok(complaints)
    }
}
