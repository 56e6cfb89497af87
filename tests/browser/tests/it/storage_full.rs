//! Storage without room never stops the person: the page says so, goes on, offers the record as a
//! file, and stores what waits once there is room.

use bellwether_browser_tests::fixtures::{self, Stored, entries};
use bellwether_browser_tests::{App, Result, breakable, story, story_of, until_is};
use serde_json::Value;
use std::collections::BTreeMap;

#[test]
fn storage_that_fills_up_half_way_loses_nothing() -> Result {
    story(async |app| {
        app.start_short().await?;
        app.answer(1, 5).await?;
        assert_eq!(app.banner().await?, None, "there is room");
        app.see("Saved on this device").await?;
        fill_storage(app).await?;

        app.next().await?;
        app.see_element(2).await?;
        app.answer(1, 4).await?;
        let banner = app.banner().await?.unwrap_or_default();
        assert!(banner.contains("Your answers are not being stored"), "{banner}");
        assert!(banner.contains("storage is full"), "{banner}");
        app.see("Not stored").await?;
        app.next().await?;
        app.see_element(3).await?;
        app.answer(1, 3).await?;
        app.see_progress(3, 20).await?;
        app.press("Back").await?;
        app.see_element(2).await?;
        app.see_answers(&[Some(4)]).await?;
        assert_eq!(app.saved_answers().await?, 1, "only the first has found room");

        app.press("Save my record as a file").await?;
        let answers = answers_in_file(app).await?;
        assert_eq!(answers, 3, "the file has what storage has not");

        make_room(app).await?;
        app.answer(1, 2).await?;
        app.see_saved_answers(3).await?;
        assert_eq!(app.banner().await?, None, "all is stored again");
        app.see("Saved on this device").await?;
        app.reload().await?;
        app.see_element(2).await?;
        app.see_answers(&[Some(2)]).await?;
        app.see_progress(3, 20).await
    })
}

#[test]
fn storage_that_is_full_from_the_start_lets_a_person_finish_and_keep_the_result() -> Result {
    story(async |app| {
        fill_storage(app).await?;
        app.start_short().await?;
        app.answer(1, 4).await?;
        app.next().await?;
        app.see_element(2).await?;
        app.answer(1, 2).await?;
        app.finish_now().await?;
        assert!(app.banner().await?.is_some(), "nothing was stored");
        assert_eq!(app.saved_keys().await?, [""; 0]);
        let expected = app.titled(&[(1, "4.0"), (2, "2.0")])?;
        assert_eq!(app.scores().await?[..2], expected);
        app.visit("#/record").await?;
        app.see("It is in this page only").await?;
        make_room(app).await?;
        // Whatever is changed next takes along all that waits, in order.
        app.press_starting("See the result").await?;
        app.see_heading("Your result").await?;
        app.press("Change answers").await?;
        app.see_heading("Your assessment").await?;
        app.see_saved_answers(2).await?;
        assert_eq!(app.banner().await?, None);
        app.reload().await?;
        app.see_heading("Your assessment").await?;
        app.see_progress(2, 20).await
    })
}

#[test]
fn whichever_write_finds_no_room_nothing_is_lost_once_there_is_some() -> Result {
    story_of(&breakable(), async |app| {
        let needed = tries_with_no_room_for(app, "false").await?;
        assert_eq!(needed, 5, "the assessment, two places and two answers");
        for n in 0..needed {
            for which in [format!("n === {n}"), format!("n >= {n}")] {
                tries_with_no_room_for(app, &which).await?;
                app.refuse_writes("false").await?;
                app.answer(1, 3).await?;
                until_is("the banner", None, async || app.banner().await).await?;
                app.see("Saved on this device").await?;
                app.reload().await?;
                app.see_element(2).await?;
                app.see_answers(&[Some(3)]).await?;
                app.see_progress(2, 20).await?;
                app.press("Back").await?;
                app.see_element(1).await?;
                app.see_answers(&[Some(4)]).await?;
                assert_eq!(app.notices().await?, [], "no room for {which}");
            }
        }
        Ok(())
    })
}

/// Begins anew and answers twice, while there is no room for some writes, and looks after each step whether
/// the page says so. Returns how many writes were tried.
async fn tries_with_no_room_for(app: &App, which: &str) -> Result<usize> {
    app.put_in_storage(&BTreeMap::new()).await?;
    app.open().await?;
    app.refuse_writes(which).await?;
    app.start_short().await?;
    says_what_waits(app).await?;
    app.answer(1, 4).await?;
    says_what_waits(app).await?;
    app.next().await?;
    app.see_element(2).await?;
    says_what_waits(app).await?;
    app.answer(1, 2).await?;
    says_what_waits(app).await?;
    Ok(app.writes().await?.0)
}

/// Something waits as long as the last write was refused.
async fn says_what_waits(app: &App) -> Result {
    let (_, waits) = app.writes().await?;
    until_is("the banner", waits, async || Ok(app.banner().await?.is_some())).await?;
    let banner = app.banner().await?.unwrap_or_default();
    assert!(!waits || banner.contains("storage is full"), "{banner}");
    Ok(())
}

/// As many as docs/record.md says that there is room for, with stamps as long as those of the app.
#[test]
fn there_is_room_for_1100_results_and_for_one_assessment_of_50000_answers() -> Result {
    story(async |app| {
        let longest = |text: String| text.replace(" w1 ", " w1fffffffffffff ");
        let results: Vec<Stored> = (1..=1_100)
            .map(|n| {
                Stored::full(&format!("a1a201ce2400-{n:08x}"), &app.framework, |_, _| vec![3; 4])
            })
            .map(Stored::finished)
            .collect();
        let stored = entries(&app.framework, &results).into_iter();
        app.put_in_storage(&stored.map(|(key, text)| (key, longest(text))).collect()).await?;
        app.visit("#/assessment/a1a201ce2400-0000044c/result").await?;
        app.see_heading("Your result").await?;
        assert!(app.facts().await?["Answers"].starts_with("80 of 80"));

        let answers: Vec<String> =
            (0..50_000).map(|n| longest(format!("s{n} {}", fixtures::line(&3)))).collect();
        let mut one =
            Stored::full("a1", &app.framework, |_, _| Vec::new()).document(&app.framework);
        one["responses"] = answers.into();
        let one = ("bellwether/1/assessment/a1".to_owned(), one.to_string());
        app.put_in_storage(&[one].into()).await?;
        app.visit("#/record").await?;
        app.see("50000 answered, last on").await?;
        assert_eq!(app.notices().await?, []);
        Ok(())
    })
}

#[test]
fn other_keys_of_the_host_are_never_touched() -> Result {
    story(async |app| {
        fill_storage(app).await?;
        let junk = "return Object.entries(localStorage).filter(([key]) => key.startsWith('junk'))
            .map(([key, text]) => key + text.length).sort()";
        let before: Value = app.look(junk, &[]).await?;
        app.start_short().await?;
        app.answer(1, 4).await?;
        app.reload().await?;
        app.see("This assessment is not in this browser").await?;
        assert_eq!(app.look::<Value>(junk, &[]).await?, before);
        Ok(())
    })
}

/// Fills the site's storage to the last byte, as other pages of the same host might.
async fn fill_storage(app: &App) -> Result {
    app.note("storage fills up");
    let script = "let number = 0;
        for (let size = 1 << 20; size >= 1; ) {
            try { localStorage.setItem('junk' + number, 'x'.repeat(size)); number += 1; }
            catch { size >>= 1; }
        }
        return number";
    let pieces: u32 = app.look(script, &[]).await?;
    assert!(pieces > 1, "it could be filled");
    Ok(())
}

async fn make_room(app: &App) -> Result {
    app.note("there is room again");
    let script = "Object.keys(localStorage).filter(key => key.startsWith('junk'))
        .forEach(key => localStorage.removeItem(key))";
    app.look(script, &[]).await
}

async fn answers_in_file(app: &App) -> Result<usize> {
    let (name, text) = app.saved_file().await?;
    assert!(name.starts_with("bellwether-record-") && name.ends_with(".json"), "{name}");
    let file: Value = serde_json::from_str(&text)?;
    assert_eq!(file["version"], 2, "a file says its version");
    let assessment = &file["assessments"][0];
    assert_eq!(assessment["framework_version"], app.framework.version.as_str());
    Ok(assessment["responses"].as_array().map_or(0, |responses| responses.len()))
}
