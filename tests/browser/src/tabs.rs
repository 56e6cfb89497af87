//! Several tabs of one browser.

use crate::app::App;
use crate::failure::Result;
use thirtyfour::WindowHandle;

impl App {
    /// Opens another tab, empty, and looks at it. Returns the one before and the new one.
    ///
    /// # Errors
    /// If the browser refuses it.
    pub async fn new_tab(&self) -> Result<(WindowHandle, WindowHandle)> {
        let before = self.browser.driver.window().await?;
        let new = self.browser.driver.new_tab().await?;
        self.look_at(&new).await?;
        Ok((before, new))
    }

    /// Looks at a tab.
    ///
    /// # Errors
    /// If it is not there.
    pub async fn look_at(&self, tab: &WindowHandle) -> Result {
        self.note("looks at another tab");
        Ok(self.browser.driver.switch_to_window(tab.clone()).await?)
    }
}
