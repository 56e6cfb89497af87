//! A locked profile: what can be read without its passphrase, and when it locks.

use argon2::{Algorithm, Argon2, Params, Version};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use bellwether_browser_tests::{App, Context as _, DOOR, Failure, Result, Setup, story, story_of};
use serde_json::{Value, json};
use std::path::Path;

const PASSPHRASE: &str = "heron kettle bicycle";
pub(crate) const SECRET: &str = "I froze when the registrar shouted.";
const REFLECTION: &str = "#/learn/session/speaking-up-in-the-moment/7";

/// Short words of what is stored: what is sealed is Base64, in which anything can stand by chance.
fn readable(stored: &str) -> Vec<&str> {
    let words = stored.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '+');
    words.filter(|word| word.len() < 40).collect()
}

/// Words that nobody may find who has not the passphrase.
fn private(app: &App, assessment: &str) -> Vec<String> {
    let of = &app.framework;
    let elements = of.elements.iter().map(|element| element.id.clone());
    let statements = of.elements.iter().flat_map(|element| element.statements.clone());
    let kinds = ["assessment", "response", "position", "note", "short"].map(String::from);
    let ids = [assessment.to_owned(), of.id.clone()];
    elements.chain(statements).chain(kinds).chain(ids).collect()
}

#[test]
fn a_locked_record_opens_with_its_passphrase_and_tells_nothing_without() -> Result {
    story(async |app| {
        app.start_short().await?;
        app.answer(1, 4).await?;
        let assessment = app.assessment().await?;
        app.make_profile("Ann", Some(PASSPHRASE)).await?;
        app.see_member("Ann").await?;
        let stored = app.all_stored().await?;
        assert!(stored.contains("Ann"), "the name is not secret: {stored}");
        for word in private(app, &assessment) {
            assert!(!readable(&stored).contains(&&*word), "{word} in {stored}");
        }
        app.reload().await?;
        app.see_heading(DOOR).await?;
        let before = app.all_stored().await?;
        app.come_in("Ann", Some("heron kettle bicycles")).await?;
        app.see("That is not the passphrase.").await?;
        assert_eq!(app.all_stored().await?, before, "a wrong passphrase changes nothing");
        app.fill("passphrase", PASSPHRASE).await?;
        app.press("Open").await?;
        app.see_member("Ann").await?;
        app.press("Go on where you were").await?;
        app.see_answers(&[Some(4)]).await
    })
}

/// Every file of a folder that has some bytes in it, as they are or in UTF-16.
pub(crate) fn files_with(folder: &Path, words: &str) -> Vec<String> {
    let wide: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let has = |bytes: &[u8], wanted: &[u8]| bytes.windows(wanted.len()).any(|part| part == wanted);
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files_with(&path, words));
        } else {
            let bytes = std::fs::read(&path).unwrap_or_default();
            if has(&bytes, words.as_bytes()) || has(&bytes, &wide) {
                found.push(path.display().to_string());
            }
        }
    }
    found
}

/// Answers a statement and writes a reflection, which nobody else is to find; returns the statement.
pub(crate) async fn answers_and_reflects(app: &App) -> Result<String> {
    app.visit_within(&app.home()).await?;
    app.see_heading(&app.framework.title).await?;
    app.start_short().await?;
    app.answer(1, 4).await?;
    let statement = app.statements().await?.remove(0);
    app.visit_within(REFLECTION).await?;
    app.see_heading("Take it to work").await?;
    app.fill("reflection", SECRET).await?;
    Ok(statement)
}

/// Not only in its storage: browsers write down addresses, titles, and what stands in fields.
#[test]
fn nothing_of_a_locked_record_is_in_any_file_of_the_browser_but_the_name() -> Result {
    story_of(&Setup::default(), async |app| {
        app.make_profile("Annabel-Lee", Some(PASSPHRASE)).await?;
        let statement = answers_and_reflects(app).await?;
        assert_eq!(app.hash().await?, "#/");
        // Browsers write most of it down after some seconds, or when they are closed.
        app.close_browser().await?;
        let folder = app.browser.profile.folder();
        assert!(!files_with(folder, "Annabel-Lee").is_empty(), "the files were not looked through");
        let element = &app.framework.elements[0].id;
        for words in [
            SECRET,
            &statement,
            &format!("element/{element}"),
            "assessment/a",
            "learn/session/speaking-up",
            PASSPHRASE,
        ] {
            assert_eq!(files_with(folder, words), [""; 0], "{words}");
        }
        Ok(())
    })
}

#[test]
fn while_a_locked_record_is_open_the_address_tells_nothing_and_back_works() -> Result {
    story(async |app| {
        app.start_short().await?;
        app.make_profile("Ann", Some(PASSPHRASE)).await?;
        let says_nothing = async || -> Result {
            assert_eq!(app.hash().await?, "#/");
            let title: String = app.look("return window.document.title", &[]).await?;
            assert_eq!(title, "Bellwether");
            Ok(())
        };
        says_nothing().await?;
        app.press("Your record").await?;
        app.see_heading("Your record").await?;
        says_nothing().await?;
        app.press_starting("Go on").await?;
        app.see_heading("Your assessment").await?;
        app.press("Begin").await?;
        app.see_element(1).await?;
        says_nothing().await?;
        for heading in ["Your assessment", "Your record", "Your profile"] {
            app.browser.driver.back().await?;
            app.see_heading(heading).await?;
        }
        app.browser.driver.forward().await?;
        app.see_heading("Your record").await?;
        says_nothing().await?;
        app.press("Lock now").await?;
        app.see_heading(DOOR).await?;
        app.browser.driver.back().await?;
        app.see_heading(DOOR).await
    })
}

#[test]
fn the_lock_button_locks_all_tabs() -> Result {
    story(async |app| {
        app.make_profile("Ann", Some(PASSPHRASE)).await?;
        let (one, other) = app.new_tab().await?;
        app.visit("#/").await?;
        app.come_in("Ann", Some(PASSPHRASE)).await?;
        app.see_member("Ann").await?;
        app.press("Lock now").await?;
        app.see_heading(DOOR).await?;
        app.look_at(&one).await?;
        app.see_heading(DOOR).await?;
        assert!(!app.all_stored().await?.contains("call-to-lock"), "nothing of the call stays");
        app.look_at(&other).await
    })
}

#[test]
fn it_locks_itself_when_nobody_has_touched_the_page() -> Result {
    let clock = "window.ahead = 0;
        const now = Date.now;
        Date.now = () => now() + ahead;";
    story_of(&Setup { before_page: Some(clock.to_owned()), ..Setup::default() }, async |app| {
        app.make_profile("Ann", Some(PASSPHRASE)).await?;
        let _: Value = app.look("ahead = 9 * 60e3", &[]).await?;
        app.key(thirtyfour::Key::Shift).await?;
        app.see_member("Ann").await?;
        app.note("nine minutes after that, and eleven");
        let _: Value = app.look("ahead = 18 * 60e3", &[]).await?;
        app.see_member("Ann").await?;
        let (one, other) = app.new_tab().await?;
        app.visit("#/").await?;
        app.come_in("Ann", Some(PASSPHRASE)).await?;
        app.see_member("Ann").await?;
        app.look_at(&one).await?;
        let _: Value = app.look("ahead = 20 * 60e3", &[]).await?;
        app.see_heading(DOOR).await?;
        app.look_at(&other).await?;
        app.note("where somebody is at work it stays open");
        app.see_member("Ann").await
    })
}

#[test]
fn it_is_locked_when_somebody_comes_back_to_a_page_that_was_left() -> Result {
    story(async |app| {
        app.forgive("favicon.ico");
        app.make_profile("Ann", Some(PASSPHRASE)).await?;
        app.browser.driver.goto(app.site.url("icon.svg")).await?;
        app.browser.driver.back().await?;
        app.see_heading(DOOR).await?;
        app.come_in("Ann", Some(PASSPHRASE)).await?;
        app.see_member("Ann").await
    })
}

/// The key that follows from the passphrase by what a lock says, made by another than the page.
fn key_of(lock: &Value) -> Result<Vec<u8>> {
    let number = |name: &str| lock[name].as_u64().unwrap_or_default() as u32;
    let salt = BASE64_STANDARD.decode(lock["salt"].as_str().unwrap_or_default());
    let salt = salt.map_err(|error| Failure::new(error))?;
    let params = Params::new(number("memory"), number("passes"), 1, None);
    let params = params.map_err(|error| Failure::new(error))?;
    let mut key = vec![0; 32];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(PASSPHRASE.as_bytes(), &salt, &mut key)
        .map_err(|error| Failure::new(error))?;
    Ok(key)
}

/// The two keys of the one record that is locked, of 32 bytes each, and what is sealed with the first.
async fn unsealed(app: &App) -> Result<(Vec<u8>, Vec<String>)> {
    let entries: Vec<(String, String)> =
        app.look("return Object.entries(localStorage)", &[]).await?;
    let head = entries.iter().find(|(key, _)| key.contains("/head/"));
    let (place, head) = head.or_say(|| "no head")?;
    let head: Value = serde_json::from_str(head.split_once(' ').or_say(|| "no check")?.1)?;
    let key = key_of(&head["lock"])?;
    let script = "const [entries, place, sealed, key] = arguments;
        const bytes = text => Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
        const open = async (key, place, sealed) => {
            const raw = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['decrypt']);
            const all = bytes(sealed);
            const how = { name: 'AES-GCM', iv: all.slice(0, 12),
                additionalData: new TextEncoder().encode(place) };
            return new Uint8Array(await crypto.subtle.decrypt(how, raw, all.slice(12)));
        };
        return (async () => {
            const keys = await open(new Uint8Array(key), place, sealed);
            const opened = [];
            for (const [name, text] of entries.filter(([name]) => name.includes('/sealed/')))
                opened.push(new TextDecoder().decode(await open(keys.slice(0, 32), name, text)));
            return [[...keys], opened];
        })()";
    app.look(script, &[json!(entries), json!(place), head["lock"]["sealed"].clone(), json!(key)])
        .await
}

/// docs/record.md describes the form; here a browser's own cryptography reads it.
#[test]
fn what_is_sealed_is_ordinary_aes_256_gcm() -> Result {
    story(async |app| {
        app.start_short().await?;
        app.answer(1, 4).await?;
        app.make_profile("Ann", Some(PASSPHRASE)).await?;
        let (keys, opened) = unsealed(app).await?;
        let is_answer = |text: &&String| text.contains("/response/") && text.ends_with(" 4");
        assert_eq!(opened.iter().filter(is_answer).count(), 1, "{opened:?}");
        app.note("every lock has keys of its own");
        app.press("Take the lock off").await?;
        app.send("Take the lock off").await?;
        app.see("The lock is off").await?;
        app.fill_in_passphrase(PASSPHRASE).await?;
        app.press("Lock the record").await?;
        app.see("Your record is locked").await?;
        let (others, _) = unsealed(app).await?;
        assert_eq!((keys.len(), others.len()), (64, 64));
        let all = [keys, others].concat();
        let mut each: Vec<&[u8]> = all.chunks(32).collect();
        each.sort_unstable();
        each.dedup();
        assert_eq!(each.len(), 4, "neither is the same as another");
        Ok(())
    })
}
