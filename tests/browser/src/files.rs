//! Files that the page saves, and that a person gives it.

use crate::app::App;
use crate::failure::Result;
use crate::wait::until;
use std::fs;
use std::path::PathBuf;
use thirtyfour::By;

impl App {
    /// Waits for the file that the page was told to save, and takes it out of the downloads: its
    /// name and text.
    ///
    /// # Errors
    /// If none comes.
    pub async fn saved_file(&self) -> Result<(String, String)> {
        let folder = self.browser.profile.downloads();
        until("the file that the page saves", async || {
            for entry in fs::read_dir(&folder)? {
                let path = entry?.path();
                // While it is written it has another name, and an empty file keeps this one for it.
                if path.extension().is_some_and(|ending| ending == "json" || ending == "csv") {
                    let text = fs::read_to_string(&path)?;
                    if text.is_empty() {
                        continue;
                    }
                    fs::remove_file(&path)?;
                    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                    return Ok(Some((name, text)));
                }
            }
            Ok(None)
        })
        .await
    }

    /// Makes a file to give to the page.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn make_file(&self, name: &str, content: &[u8]) -> Result<PathBuf> {
        let path = self.browser.profile.folder().join(name);
        fs::write(&path, content)?;
        Ok(path)
    }

    /// Goes to the record page and loads a file of this content.
    ///
    /// # Errors
    /// If the page does not take files.
    pub async fn load_file(&self, name: &str, content: &[u8]) -> Result {
        self.note(format!("loads the file {name}"));
        let path = self.make_file(name, content)?;
        let input = self.browser.driver.find(By::Css("input[type=file]")).await?;
        Ok(input.send_keys(path.to_string_lossy().as_ref()).await?)
    }
}
