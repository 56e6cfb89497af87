//! Records from before: of every earlier form of the file and of storage, and of a framework that has
//! changed since.

use bellwether_browser_tests::fixtures::{Stored, entries, in_order};
use bellwether_browser_tests::{App, Context as _, Result, Served, story};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The assessments that every fixture holds.
const SHORT: &str = "a1a201ce2400-0000002a";
const FULL: &str = "a1a201f00000-deadbeef";

/// The records that earlier versions have written.
fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/records")
}

#[test]
fn files_of_every_earlier_version_are_loaded_whole() -> Result {
    story(async |app| {
        let mut names = Vec::new();
        for entry in std::fs::read_dir(fixtures())? {
            names.push(entry?.file_name().to_string_lossy().into_owned());
        }
        names.retain(|name| name.starts_with("record-v"));
        assert!(names.len() >= 2, "{names:?}");
        for name in names {
            let text = std::fs::read_to_string(fixtures().join(&name))?;
            app.put_in_storage(&BTreeMap::new()).await?;
            app.visit("#/record").await?;
            app.see_heading("Your record").await?;
            app.load_file(&name, text.as_bytes()).await?;
            app.see("3 assessments added, your name taken over").await?;
            is_stored(&serde_json::from_str(&text)?, &app.saved().await?)?;
            app.reload().await?;
            is_shown(app).await?;
        }
        Ok(())
    })
}

#[test]
fn storage_of_the_first_version_is_read_whole_and_left_as_it_is() -> Result {
    story(async |app| {
        let text = std::fs::read_to_string(fixtures().join("storage-v1.json"))?;
        let mut stored: BTreeMap<String, String> = serde_json::from_str(&text)?;
        app.put_in_storage(&stored).await?;
        app.visit("#/record").await?;
        app.see("Your record was last used with a newer version").await?;
        app.see_heading("Your record").await?;
        let lost = "Part of your record could not be read";
        assert!(app.notices().await?.iter().all(|(heading, _)| heading != lost));
        stored.retain(|key, _| key.starts_with("bellwether/"));
        assert_eq!(app.saved().await?, stored);
        is_shown(app).await
    })
}

/// All that a file holds is stored, each part in its place.
fn is_stored(file: &Value, saved: &BTreeMap<String, String>) -> Result {
    let stored = |key: &str| {
        let text = saved.get(&format!("bellwether/1/{key}"));
        text.or_say(|| format!("nothing is stored as {key}: {saved:#?}"))
    };
    let list = |name: &str| file[name].as_array().cloned().unwrap_or_default();
    for assessment in list("assessments") {
        let id = assessment["id"].as_str().unwrap_or_default();
        let there = in_order(stored(&format!("assessment/{id}"))?)?;
        assert_eq!(there, in_order(&assessment.to_string())?);
    }
    for note in list("notes") {
        let (key, line) = note.as_str().and_then(|note| note.split_once(' ')).or_say(|| "none")?;
        assert_eq!(stored(&format!("note/{key}"))?, line);
    }
    assert_eq!(Some(stored("name")?.as_str()), file["name"].as_str());
    Ok(())
}

/// The page shows what all fixtures hold.
async fn is_shown(app: &App) -> Result {
    app.visit("#/record").await?;
    app.see_heading("Your record").await?;
    app.see("another, full form").await?;
    app.visit(&format!("#/assessment/{SHORT}/result")).await?;
    app.see_heading("Your result").await?;
    let facts = app.facts().await?;
    assert_eq!(facts["Name"], "Zoë O’Neill-Ångström");
    assert!(facts["Answers"].starts_with("1 of 20"), "{}", facts["Answers"]);
    assert!(!facts["Date"].contains("not finished"), "{}", facts["Date"]);
    // Opened again after it was finished, and one of its answers taken back.
    app.visit(&format!("#/assessment/{FULL}")).await?;
    app.see_heading("Your assessment").await?;
    app.see_progress(2, 80).await?;
    for (element, first) in [("planning", Some(5)), ("integrity", Some(1))] {
        app.visit(&format!("#/assessment/{FULL}/element/{element}")).await?;
        app.see_answers(&[first, None, None, None]).await?;
    }
    Ok(())
}

#[test]
fn answers_to_statements_that_are_gone_stay_and_do_not_count_and_new_ones_are_open() -> Result {
    story(async |app| {
        let path = format!("frameworks/{}.json", app.framework.id);
        let before = app.site.read(&path)?;
        let element = app.framework.element(1)?;
        let gone = element.statements[0].clone();
        let new = format!("{}-new", element.id);
        let after = before.replace(&format!("\"{gone}\""), &format!("\"{new}\""));
        let version = |of: &str| format!("\"version\":\"{of}\"");
        let after = after.replace(&version(&app.framework.version), &version("99.0.0"));
        assert!(after.contains(&new) && after.contains("99.0.0") && !after.contains(&gone));

        let under_way = Stored::full("a1", &app.framework, |_, _| vec![5; 4]).at(&element.id);
        let stored = entries(&app.framework, &[under_way]);
        app.put_in_storage(&stored).await?;
        app.site.change(&path, Served::Bytes(after.into()));
        app.visit(&format!("#/assessment/a1/element/{}", element.id)).await?;
        app.see_element(1).await?;
        app.see_answers(&[None, Some(5), Some(5), Some(5)]).await?;
        app.see_progress(79, 80).await?;
        assert_eq!(app.saved().await?, stored, "looking at it changes nothing");
        app.answer(1, 1).await?;
        app.see_progress(80, 80).await?;
        app.finish_now().await?;
        assert!(score(app).await?.starts_with("4.0"), "the answer that is gone counts");
        app.reload().await?;
        app.see_heading("Your result").await?;
        let saved = app.saved().await?;
        let whole = &saved["bellwether/1/assessment/a1"];
        for statement in [&gone, &new] {
            assert!(whole.contains(&format!("\"{statement} ")), "{statement} in {whole}");
        }
        app.press("Save my record as a file").await?;
        assert!(app.saved_file().await?.1.contains(&format!("\"{gone} ")));

        // Should the statement come back, so does its answer.
        app.site.change(&path, Served::Bytes(before.into()));
        app.reload().await?;
        app.see_heading("Your result").await?;
        assert!(score(app).await?.starts_with("5.0"));
        Ok(())
    })
}

/// What the first element scores.
async fn score(app: &App) -> Result<String> {
    let title = &app.framework.element(1)?.title;
    let all = app.scores().await?;
    all.into_iter().find(|(of, _)| of == title).map(|(_, score)| score).or_say(|| "no score")
}
