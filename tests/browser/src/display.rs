//! The page as it is displayed: other media, other colours, other sizes.

use crate::app::App;
use crate::failure::Result;
use serde_json::{Value, json};
use thirtyfour::By;

/// How the page is displayed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Display {
    /// As ever.
    Plain,
    /// As on paper.
    Print,
    /// In the few colours that the person has chosen for everything.
    ForcedColours,
    /// For a person whom movement makes ill.
    ReducedMotion,
}

impl App {
    /// Displays the page otherwise.
    ///
    /// # Errors
    /// If the browser cannot.
    pub async fn display(&self, display: Display) -> Result {
        self.note(format!("display: {display:?}"));
        let features = match display {
            Display::ForcedColours => json!([{ "name": "forced-colors", "value": "active" }]),
            Display::ReducedMotion => {
                json!([{ "name": "prefers-reduced-motion", "value": "reduce" }])
            }
            Display::Plain | Display::Print => json!([]),
        };
        let media = if display == Display::Print { "print" } else { "" };
        let emulated = json!({ "media": media, "features": features });
        self.browser.cdp("Emulation.setEmulatedMedia", emulated).await?;
        Ok(())
    }

    /// A picture of one element, for comparison with another.
    ///
    /// # Errors
    /// If there is no such element.
    pub async fn picture(&self, css: &str) -> Result<Vec<u8>> {
        Ok(self.browser.driver.find(By::Css(css)).await?.screenshot_as_png().await?)
    }

    /// What stands out of the window to the right, with what says which it is; nothing if the page
    /// needs no scrolling sideways.
    ///
    /// # Errors
    /// If the page does not tell.
    pub async fn too_wide(&self) -> Result<Vec<String>> {
        let script = "const page = document.scrollingElement;
            if (page.scrollWidth <= page.clientWidth) return [];
            const wide = all('body *')
                .filter(node => node.getBoundingClientRect().right > page.clientWidth + 0.5)
                .map(node => `${node.localName}.${node.getAttribute('class')}`);
            return [`${page.scrollWidth} of ${page.clientWidth} pixels`, ...wide.slice(0, 8)]";
        self.look(script, &[]).await
    }

    /// Everything that moves or would move: running animations, and styles that start some.
    ///
    /// # Errors
    /// If the page does not tell.
    pub async fn moving(&self) -> Result<Vec<String>> {
        let script = "const named = node => `${node.localName}.${node.getAttribute('class')}`;
            const times = text => text.split(',').some(time => parseFloat(time) > 0);
            const styled = all('*').flatMap(node => [node, '::before', '::after'].map(part => {
                const style = part === node ? getComputedStyle(node) : getComputedStyle(node, part);
                const moves = times(style.transitionDuration)
                    || style.animationName !== 'none' && times(style.animationDuration)
                    || style.scrollBehavior === 'smooth';
                return moves ? `${named(node)} ${part === node ? '' : part}` : '';
            })).filter(text => text);
            return [...document.getAnimations().map(a => `running: ${a.constructor.name}`), ...styled]";
        self.look(script, &[]).await
    }

    /// The page as a PDF with the paper that its styles ask for.
    ///
    /// # Errors
    /// If the browser does not print.
    pub async fn pdf(&self) -> Result<Vec<u8>> {
        let options = json!({ "preferCSSPageSize": true, "printBackground": false });
        let printed: Value = self.browser.cdp("Page.printToPDF", options).await?;
        let base64 = printed.get("data").and_then(Value::as_str).unwrap_or_default();
        // The browser's own decoder: no reason to bring another.
        let script = "return [...Uint8Array.fromBase64(arguments[0])]";
        self.look(script, &[base64.into()]).await
    }
}
