//! What a person does where several people share a browser.

use crate::app::App;
use crate::failure::{Context, Result};
use crate::wait::until;

/// The heading of the page that asks who is there.
pub const DOOR: &str = "Who is using this page?";

impl App {
    /// Fills a field that is seen, in place of what was in it.
    ///
    /// # Errors
    /// If there is none.
    pub async fn fill(&self, id: &str, text: &str) -> Result {
        self.note(format!("writes into the field {id}"));
        let field = until(format!("the field {id}"), async || {
            let found = "return all('#' + arguments[0]).filter(seen)";
            Ok(self.elements(found, &[id.into()]).await?.pop())
        })
        .await?;
        field.clear().await?;
        Ok(field.send_keys(text).await?)
    }

    /// Makes a profile on the page of profiles, and waits until it is made.
    ///
    /// # Errors
    /// If it is not.
    pub async fn make_profile(&self, name: &str, passphrase: Option<&str>) -> Result {
        self.visit("#/profiles").await?;
        self.see_heading("Profiles").await?;
        self.fill_in_profile(name, passphrase).await?;
        self.see("Your profile is made").await
    }

    /// Comes in as a guest, from the door or the page of profiles.
    ///
    /// # Errors
    /// If that is not offered, or does not come about.
    pub async fn be_guest(&self) -> Result {
        self.press("Go on as a guest").await?;
        self.see("You are a guest").await
    }

    /// Deletes the profile on the page.
    ///
    /// # Errors
    /// If it stays.
    pub async fn delete_profile(&self) -> Result {
        self.press("Delete this profile").await?;
        self.press("Yes, delete it").await?;
        self.see("Profile deleted").await
    }

    /// Erases everything, from the page of profiles or the door.
    ///
    /// # Errors
    /// If something stays.
    pub async fn wipe(&self) -> Result {
        self.press("Erase all that this page keeps on this device").await?;
        self.press("Wipe this laptop").await?;
        self.press("Yes, erase everything").await?;
        self.see("Everything is erased").await
    }

    /// Fills in the form for a profile and sends it.
    ///
    /// # Errors
    /// If there is no such form.
    pub async fn fill_in_profile(&self, name: &str, passphrase: Option<&str>) -> Result {
        self.fill("profile-name", name).await?;
        self.fill_in_passphrase(passphrase.unwrap_or_default()).await?;
        self.press("Make the profile").await
    }

    /// Types a passphrase that is to be set, twice.
    ///
    /// # Errors
    /// If there are no fields for it.
    pub async fn fill_in_passphrase(&self, passphrase: &str) -> Result {
        self.fill("new-passphrase", passphrase).await?;
        self.fill("new-passphrase-again", passphrase).await
    }

    /// Presses the button of a form that has this name, where something else has it too.
    ///
    /// # Errors
    /// If there is none.
    pub async fn send(&self, name: &str) -> Result {
        let buttons = "return all('button').filter(seen).filter(one => text(one) === arguments[0])";
        let button = self.elements(buttons, &[name.into()]).await?.pop();
        Ok(button.or_say(|| format!("no button “{name}”"))?.click().await?)
    }

    /// Comes in at the door.
    ///
    /// # Errors
    /// If there is no such profile, or no field for its passphrase.
    pub async fn come_in(&self, name: &str, passphrase: Option<&str>) -> Result {
        self.see_heading(DOOR).await?;
        self.press(&format!("Open the record of {name}")).await?;
        if let Some(passphrase) = passphrase {
            self.fill("passphrase", passphrase).await?;
            self.press("Open").await?;
        }
        Ok(())
    }

    /// Waits until the bar above the page says whose record it is.
    ///
    /// # Errors
    /// If it does not.
    pub async fn see_member(&self, name: &str) -> Result {
        until(format!("the record of {name}"), async || {
            let bar = "return text(document.querySelector('.bellwether-profile strong'))";
            Ok((self.look::<String>(bar, &[]).await? == name).then_some(()))
        })
        .await
    }

    /// Follows a link within the page, which no address bar ever has.
    ///
    /// # Errors
    /// If the page does not take it.
    pub async fn visit_within(&self, route: &str) -> Result {
        self.note(format!("follows a link to {route}"));
        let script = "const link = document.createElement('a');
            link.href = arguments[0];
            document.querySelector('main').append(link);
            link.click();
            link.remove()";
        self.look::<Option<()>>(script, &[route.into()]).await.map(drop)
    }

    /// Closes the browser as a person does, and waits until all is on disk.
    ///
    /// # Errors
    /// If it does not close.
    pub async fn close_browser(&self) -> Result {
        self.note("closes the browser");
        // It is gone before it has answered.
        let _ = self.browser.cdp("Browser.close", serde_json::json!({})).await;
        let lock = self.browser.profile.folder().join("profile/SingletonLock");
        until("the browser to be gone", async || Ok(lock.symlink_metadata().is_err().then_some(())))
            .await
    }

    /// The part of the tour where several people share the browser.
    pub(crate) async fn past_people(&self, at: &mut impl AsyncFnMut(&str) -> Result) -> Result {
        const PASSPHRASE: &str = "heron kettle bicycle";
        self.visit("#/profiles").await?;
        self.see_heading("Profiles").await?;
        at("profiles").await?;
        self.fill_in_profile("", Some("short")).await?;
        self.see("Enter a name.").await?;
        at("profiles-no-name").await?;
        self.fill_in_profile("Ann", Some("short")).await?;
        self.see("Use at least 12 characters.").await?;
        at("profiles-too-short").await?;
        self.fill_in_profile("Ann Example", Some(PASSPHRASE)).await?;
        self.see("Your profile is made").await?;
        at("profile-locked").await?;
        self.press("Change the passphrase").await?;
        self.press("Delete this profile").await?;
        self.press("Erase all that this page keeps on this device").await?;
        self.press("Wipe this laptop").await?;
        at("profile-locked-opened").await?;
        self.visit_within("#/record").await?;
        self.see_heading("Your record").await?;
        self.press("Save it locked with a passphrase").await?;
        at("record-of-profile").await?;
        self.press("Lock now").await?;
        self.see_heading(DOOR).await?;
        at("door").await?;
        self.come_in("Ann Example", Some("not this one at all")).await?;
        self.see("That is not the passphrase.").await?;
        self.press("Forgotten the passphrase?").await?;
        at("door-wrong-passphrase").await?;
        self.be_guest().await?;
        self.visit("#/profiles").await?;
        self.see_heading("You are a guest").await?;
        at("guest").await?;
        self.press("Forget what I entered").await?;
        at("guest-asked").await?;
        self.press("Yes, forget it").await?;
        self.come_in("Ann Example", Some(PASSPHRASE)).await?;
        self.see_member("Ann Example").await?;
        self.visit_within("#/profiles").await?;
        self.see_heading("Your profile").await?;
        self.delete_profile().await?;
        at("profile-deleted").await?;
        self.press("Put it back").await?;
        self.see_heading(DOOR).await?;
        self.wipe().await?;
        at("erased").await?;
        // Whoever comes after the tour finds no profile.
        self.look::<Option<()>>("localStorage.clear()", &[]).await.map(drop)
    }

    /// All that this browser has stored for the site, keys and texts, one after the other.
    ///
    /// # Errors
    /// If the page may not look.
    pub async fn all_stored(&self) -> Result<String> {
        let all = "return JSON.stringify(Object.entries(localStorage))";
        self.look(all, &[]).await.or_say(|| "what is stored")
    }
}
