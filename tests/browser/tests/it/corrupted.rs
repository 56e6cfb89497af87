//! What is stored can be damaged. What cannot be read is told, put aside as it is, and the rest is
//! there.

use bellwether_browser_tests::fixtures::{self, Stored, line};
use bellwether_browser_tests::{App, Result, breakable, story, story_of, until_is};
use serde_json::{Value, json};
use std::collections::BTreeMap;

type Entries = BTreeMap<String, String>;

#[test]
fn whatever_part_is_damaged_is_put_aside_and_the_rest_is_there() -> Result {
    story(async |app| {
        let whole = stored_parts(app).await?;
        assert_eq!(
            whole.len(),
            6,
            "name, assessment, position, finished and two answers: {whole:?}"
        );
        let address = app.hash().await?;
        for key in whole.keys() {
            for (how, damaged) in damages(&whole[key]) {
                app.note(format!("{key} is {how}"));
                let mut entries = whole.clone();
                entries.insert(key.clone(), damaged.clone());
                app.put_in_storage(&entries).await?;
                app.visit(&address).await?;
                app.see("Part of your record could not be read").await?;
                app.see("It has been put aside as it was").await?;
                let after = app.saved().await?;
                assert_eq!(after.get(&format!("bellwether/aside/1/{key}")), Some(&damaged));
                if key.starts_with("bellwether/1/assessment/") {
                    everything_is_aside(&entries, &after);
                    app.see_heading("This assessment is not in this browser").await?;
                } else {
                    the_rest_is_there(app, key).await?;
                }
            }
        }
        Ok(())
    })
}

#[test]
fn damage_is_told_once_and_never_overwritten_by_the_next() -> Result {
    story(async |app| {
        app.start_short().await?;
        app.answer(1, 5).await?;
        let whole = app.saved().await?;
        let key = response(&whole);
        for (n, text) in [(1, "first damage"), (2, "second damage")] {
            let mut entries = app.saved().await?;
            entries.insert(key.clone(), text.to_owned());
            app.put_in_storage(&entries).await?;
            app.visit(&app.home()).await?;
            app.see("could not be read: an answer.").await?;
            let after = app.saved().await?;
            assert_eq!(after[&format!("bellwether/aside/{n}/{key}")], text);
            assert_eq!(after[&format!("bellwether/aside/1/{key}")], "first damage");
            assert!(!after.contains_key(&key));
            app.reload().await?;
            app.see_heading(&app.framework.title).await?;
            assert_eq!(app.notices().await?, [], "it was told before");
        }
        Ok(())
    })
}

#[test]
fn what_a_newer_version_stored_is_left_alone_and_told() -> Result {
    story(async |app| {
        app.start_short().await?;
        app.answer(1, 5).await?;
        let newer = [
            ("bellwether/2/assessment/a1", "something of tomorrow"),
            ("bellwether/1/plan/a1", "{\"goals\":[]}"),
        ];
        let mut entries = app.saved().await?;
        entries.extend(newer.map(|(key, text)| (key.to_owned(), text.to_owned())));
        app.put_in_storage(&entries).await?;
        app.visit(&app.home()).await?;
        app.see("Your record was last used with a newer version").await?;
        app.see("1 of 20 statements answered").await?;
        app.press("Go on where you were").await?;
        app.see_element(1).await?;
        app.see_answers(&[Some(5)]).await?;
        app.answer(1, 4).await?;
        let after = app.saved().await?;
        for (key, text) in newer {
            assert_eq!(after[key], text);
        }
        Ok(())
    })
}

#[test]
fn damage_that_cannot_be_put_aside_for_want_of_room_is_not_overwritten_until_it_can() -> Result {
    story_of(&breakable(), async |app| {
        app.open().await?;
        app.start_full().await?;
        app.answer(1, 5).await?;
        let key = response(&app.saved().await?);
        let aside = format!("bellwether/aside/1/{key}");
        let mut entries = app.saved().await?;
        entries.insert(key.clone(), "damage".to_owned());
        let page = app.hash().await?;
        app.put_in_storage(&entries).await?;
        app.browser.before_page("faults.refuse = (n, key) => key.includes('/aside/')").await?;
        app.visit(&page).await?;
        app.see("could not be read: an answer.").await?;
        app.see_answers(&[None; 4]).await?;
        assert_eq!(app.saved().await?, entries, "it stays where it is");

        app.answer(1, 3).await?;
        app.see("Your answers are not being stored").await?;
        app.answer(2, 4).await?;
        let mut there = app.saved().await?;
        assert_eq!((there.get(&key), there.get(&aside)), (Some(&"damage".to_owned()), None));
        assert_eq!(there.len(), entries.len() + 1, "the other answer is stored");

        app.refuse_writes("false").await?;
        app.answer(2, 1).await?;
        until_is("the banner", None, async || app.banner().await).await?;
        there = app.saved().await?;
        assert_eq!(there.get(&aside), Some(&"damage".to_owned()));
        assert!(there[&key].ends_with(" 3"), "{there:#?}");
        app.reload().await?;
        app.see_element(1).await?;
        app.see_answers(&[Some(3), Some(1), None, None]).await
    })
}

#[test]
fn wherever_an_entry_is_cut_off_or_changed_it_is_read_or_named_and_the_rest_is_there() -> Result {
    story(async |app| {
        let whole = every_kind(app)?;
        app.put_in_storage(&whole).await?;
        app.open().await?;
        assert_eq!(app.saved().await?, whole);
        let (mut read, mut lost) = (0, 0);
        for (key, text) in &whole {
            for damaged in cut_off(text).chain(changed(text)) {
                app.note(format!("{key} is {damaged:?}"));
                let mut entries = whole.clone();
                entries.insert(key.clone(), damaged.clone());
                replace_storage(app, &entries).await?;
                app.reload().await?;
                app.see_heading(&app.framework.title).await?;
                if is_read_or_named(app, key, &entries).await? {
                    assert!(damaged.len() * 5 > text.len() * 2, "so little holds no value");
                    read += 1;
                } else {
                    lost += 1;
                }
                assert_eq!(app.complaints().await?, [""; 0], "{key} as {damaged:?}");
            }
        }
        assert!(read > 10 && lost > 50, "{read} were read, {lost} were not");
        Ok(())
    })
}

/// Whether a damaged entry was read; otherwise it was named and is aside. Anything else has to be where it
/// was, but for parts of an assessment that itself could not be read.
async fn is_read_or_named(app: &App, key: &str, before: &Entries) -> Result<bool> {
    let after = app.saved().await?;
    let is_aside = |of: &str| {
        let aside = after.get(&format!("bellwether/aside/1/{of}"));
        !after.contains_key(of) && aside == before.get(of)
    };
    let is_read = after.get(key) == before.get(key);
    let told = app.text().await?.contains("Part of your record could not be read");
    assert!(is_read != is_aside(key) && is_read != told, "{key}, told {told}: {after:#?}");
    let id = key.rsplit_once("/assessment/").map(|(_, id)| id);
    for of in before.keys().filter(|of| *of != key) {
        let is_orphan = !is_read && id.is_some_and(|id| of.split('/').nth(3) == Some(id));
        let is_there = if is_orphan { is_aside(of) } else { after.get(of) == before.get(of) };
        assert!(is_there, "{of} is gone: {after:#?}");
    }
    Ok(is_read)
}

/// One entry of every kind that there is.
fn every_kind(app: &App) -> Result<Entries> {
    let first = app.framework.element(1)?;
    let none = Stored::full("a1", &app.framework, |number, _| vec![3; usize::from(number == 2)]);
    let mut all = fixtures::entries(&app.framework, &[none]);
    for (key, value) in [
        (format!("response/a1/{}", first.statements[0]), "4"),
        (format!("response/a1/{}", first.statements[1]), "not-applicable"),
        ("position/a1".to_owned(), &first.id),
        ("choices/a1".to_owned(), "-"),
        ("finished/a1".to_owned(), "none"),
        ("deleted/a0".to_owned(), "deleted"),
        ("note/speaking-up/case".to_owned(), "=I would ask."),
        ("name".to_owned(), "Sam"),
        ("saved".to_owned(), "file"),
    ] {
        all.insert(format!("bellwether/1/{key}"), line(&value));
    }
    Ok(all)
}

/// A text cut off at five lengths.
fn cut_off(text: &str) -> impl Iterator<Item = String> {
    (0..5).map(|fifths| text[..text.len() * fifths / 5].to_owned())
}

/// A text with one bit changed, of five bytes from the first to the last, in two ways.
fn changed(text: &str) -> impl Iterator<Item = String> {
    (0..5).flat_map(move |quarter| {
        [1, 16].map(|bit| {
            let at = (text.len() - 1) * quarter / 4;
            let changed = text.bytes().enumerate();
            let changed = changed.map(|(n, byte)| if n == at { byte ^ bit } else { byte });
            changed.map(char::from).collect()
        })
    })
}

/// Puts these texts into storage in place of all that was there, while the page is open.
async fn replace_storage(app: &App, entries: &Entries) -> Result {
    let script = "localStorage.clear();
        for (const [key, text] of Object.entries(arguments[0])) localStorage.setItem(key, text)";
    app.look::<Value>(script, &[json!(entries)]).await?;
    Ok(())
}

/// A short form with two answers, finished, and a name: every kind of part under a key of its own.
async fn stored_parts(app: &App) -> Result<Entries> {
    // In the program that has the result: as it starts, it brings what is finished under one key.
    app.visit("#/method").await?;
    app.see_heading("How results are worked out").await?;
    app.visit(&app.home()).await?;
    app.see_heading(&app.framework.title).await?;
    app.start_short().await?;
    for answer in [5, 2] {
        app.answer(1, answer).await?;
        app.next().await?;
        app.see_element(if answer == 5 { 2 } else { 3 }).await?;
    }
    app.finish_now().await?;
    app.tab_to("the name", |focus| focus.id == "name").await?;
    app.type_in("Sam").await?;
    app.key(thirtyfour::Key::Tab).await?;
    until_is("the name", Some("Sam".to_owned()), async || Ok(app.facts().await?.remove("Name")))
        .await?;
    app.saved().await
}

fn damages(text: &str) -> [(&'static str, String); 4] {
    let mut flipped = text.to_owned();
    // One bit of the first byte: a bracket becomes a letter, a 1 becomes a 0.
    let first = flipped.remove(0);
    flipped.insert(0, char::from(first as u8 ^ 1));
    [
        ("cut off", text[..text.len() / 2].to_owned()),
        ("changed in a byte", flipped),
        ("not ours at all", "hello".to_owned()),
        ("gone but for its key", String::new()),
    ]
}

fn response(entries: &Entries) -> String {
    entries.keys().find(|key| key.contains("/response/")).cloned().unwrap_or_default()
}

/// Without its head, no part of an assessment has a place; all are put aside.
fn everything_is_aside(before: &Entries, after: &Entries) {
    for (key, text) in before.iter().filter(|(key, _)| !key.ends_with("/name")) {
        assert_eq!(after.get(&format!("bellwether/aside/1/{key}")), Some(text));
        assert!(!after.contains_key(key), "{key}");
    }
}

async fn the_rest_is_there(app: &App, damaged: &str) -> Result {
    app.see_heading("Your result").await?;
    let facts = app.facts().await?;
    let name = (!damaged.ends_with("/name")).then_some("Sam");
    assert_eq!(facts.get("Name").map(String::as_str), name);
    let unfinished = damaged.contains("/finished/");
    assert_eq!(facts["Date"].contains("not finished"), unfinished, "{}", facts["Date"]);
    let rated = if damaged.contains("/response/") { 1 } else { 2 };
    assert!(facts["Answers"].starts_with(&format!("{rated} of 20")), "{}", facts["Answers"]);
    Ok(())
}
