//! What is stored can be damaged. What cannot be read is told, put aside as it is, and the rest is
//! there.

use bellwether_browser_tests::{App, Result, story, until_is};
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
fn damage_that_cannot_be_put_aside_for_want_of_room_stays_where_it_is() -> Result {
    story(async |app| {
        app.start_short().await?;
        app.answer(1, 5).await?;
        let key = response(&app.saved().await?);
        let mut entries = app.saved().await?;
        entries.insert(key.clone(), "damage".to_owned());
        app.put_in_storage(&entries).await?;
        app.browser
            .before_page(
                "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') }",
            )
            .await?;
        app.visit(&app.home()).await?;
        app.see("Part of your record could not be read").await?;
        assert_eq!(app.saved().await?[&key], "damage");
        Ok(())
    })
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
