//! What a person does with mouse and keyboard.

use crate::app::App;
use crate::failure::{Context, Failure, Result};
use crate::wait::until;
use serde::Deserialize;
use thirtyfour::{Key, WebElement};

/// Links, buttons and other things with a name that a person can press.
const PRESSABLE: &str = "
    return all('a[href], button, summary')
        .filter(node => seen(node) && (text(node) === arguments[0]
            || arguments[1] && text(node).startsWith(arguments[0])));
";

/// What has the focus.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Focus {
    /// The element's tag in small letters.
    pub tag: String,
    /// Its id, or nothing.
    pub id: String,
    /// Its name, for a link, button or heading; the value of a radio button.
    pub name: String,
}

impl App {
    /// Clicks on the link or button with this name.
    ///
    /// # Errors
    /// If there is none, or more than one.
    pub async fn press(&self, name: &str) -> Result {
        self.press_one(name, false).await
    }

    /// Clicks on the link or button with a name that begins so.
    ///
    /// # Errors
    /// If there is none, or more than one.
    pub async fn press_starting(&self, name: &str) -> Result {
        self.press_one(name, true).await
    }

    async fn press_one(&self, name: &str, starts: bool) -> Result {
        self.note(format!("presses “{name}”"));
        let target = until(format!("one link or button “{name}”"), async || {
            let found = self.elements(PRESSABLE, &[name.into(), starts.into()]).await?;
            match <[WebElement; 1]>::try_from(found) {
                Ok([only]) => Ok(Some(only)),
                Err(found) => Err(Failure::new(format!("{} of that name", found.len()))),
            }
        });
        Ok(target.await?.click().await?)
    }

    /// Whether there is a visible link or button of this name.
    ///
    /// # Errors
    /// If the page does not tell.
    pub async fn offers(&self, name: &str) -> Result<bool> {
        Ok(!self.elements(PRESSABLE, &[name.into(), false.into()]).await?.is_empty())
    }

    /// What has the focus.
    ///
    /// # Errors
    /// If the page does not tell.
    pub async fn focus(&self) -> Result<Focus> {
        let script = "const on = document.activeElement;
            const name = on.type === 'radio' ? on.value : on === document.body ? '' : text(on);
            return { tag: on.localName, id: on.id, name: name.slice(0, 200) }";
        self.look(script, &[]).await
    }

    /// Presses a key with whatever has the focus.
    ///
    /// # Errors
    /// If the browser does not take it.
    pub async fn key(&self, key: Key) -> Result {
        self.note(format!("key {key:?}"));
        Ok(self.browser.driver.action_chain().send_keys(key).perform().await?)
    }

    /// Types with whatever has the focus.
    ///
    /// # Errors
    /// If the browser does not take it.
    pub async fn type_in(&self, text: &str) -> Result {
        self.note(format!("types “{text}”"));
        Ok(self.browser.driver.action_chain().send_keys(text).perform().await?)
    }

    /// Presses Tab until something has the focus that is wanted, as one looks for a way on.
    ///
    /// # Errors
    /// If all that can have the focus has had it.
    pub async fn tab_to(&self, what: &str, wanted: impl Fn(&Focus) -> bool) -> Result<Focus> {
        const MOST: usize = 60;
        let mut passed = Vec::new();
        for _ in 0..MOST {
            self.key(Key::Tab).await?;
            let focus = self.focus().await?;
            if wanted(&focus) {
                return Ok(focus);
            }
            passed.push(focus);
        }
        None.or_say(|| format!("Tab does not come to {what}, only to {passed:?}"))
    }

    /// Presses Tab until the link or button with this name has the focus, then Enter.
    ///
    /// # Errors
    /// If it never has.
    pub async fn press_by_keyboard(&self, name: &str) -> Result {
        self.tab_to(name, |focus| focus.name == name).await?;
        self.key(Key::Enter).await
    }
}
