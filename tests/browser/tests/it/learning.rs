//! Learning: sessions from the first page to the certificate, pathways, search, and what comes next.

use bellwether_browser_tests::fixtures::{Stored, entries, line};
use bellwether_browser_tests::{App, Framework, Result, START, Served, story, until_is};
use serde_json::Value;
use thirtyfour::Key;

const SESSION: &str = "speaking-up-in-the-moment";

/// What is stored as a note about the session.
async fn note(app: &App, name: &str) -> Result<Option<String>> {
    let saved = app.saved().await?;
    let text = saved.get(&format!("bellwether/1/note/{SESSION}/{name}"));
    Ok(text.and_then(|text| text.split_once(" =")).map(|(_, text)| text.to_owned()))
}

async fn see_note(app: &App, name: &str, text: &str) -> Result {
    let wanted = Some(text.to_owned());
    until_is("what is stored", wanted, async || note(app, name).await).await
}

#[test]
fn a_session_is_worked_through_with_the_keyboard_alone_and_come_back_to() -> Result {
    story(async |app| {
        app.visit(&format!("#/learn/session/{SESSION}")).await?;
        app.see_heading("Speaking up in the moment").await?;
        app.press_by_keyboard("Begin").await?;
        app.see_heading("Take it as read").await?;
        app.tab_to("the note", |focus| focus.id == "case").await?;
        app.type_in("Please wait").await?;
        see_note(app, "case", "Please wait").await?;
        app.press_by_keyboard("Continue").await?;
        app.see_heading("What helps").await?;
        app.press_by_keyboard("Continue").await?;
        app.see_heading("Try it").await?;
        app.tab_to("an answer", |focus| focus.tag == "input").await?;
        app.key(Key::Space).await?;
        app.key(Key::Down).await?;
        see_note(app, "answer-a", "b").await?;
        app.press_by_keyboard("Look at my answer").await?;
        app.see("The reasons stand with each answer").await?;

        // Away, and back at the same page with the same answer.
        app.reload().await?;
        app.see_heading("Try it").await?;
        app.see("The reasons stand with each answer").await?;
        app.visit("#/learn").await?;
        app.see_heading("Learning").await?;
        app.press_by_keyboard("Go on where you were").await?;
        app.see("page 3 of 7").await?;
        for page in 4..=7 {
            app.press_by_keyboard("Continue").await?;
            app.see(&format!("page {page} of 7")).await?;
        }
        app.see("Please wait").await?;
        app.tab_to("the note", |focus| focus.id == "reflection").await?;
        app.type_in("I was quiet.").await?;
        app.press_by_keyboard("I have done this session").await?;
        app.press_by_keyboard("See your certificate").await?;
        app.see_heading("Certificate of completion").await?;
        let facts = app.facts().await?;
        assert_eq!(facts["Session"], "Speaking up in the moment");
        assert!(facts["Reference"].starts_with("BW-"), "{facts:?}");
        app.see("Not assessed and not accredited").await?;
        see_note(app, "reflection", "I was quiet.").await
    })
}

#[test]
fn what_is_done_is_done_in_both_pathways_and_stands_in_the_log() -> Result {
    story(async |app| {
        let key = format!("bellwether/1/note/{SESSION}/done");
        app.put_in_storage(&[(key, line(&"=1793520000000"))].into()).await?;
        for pathway in ["by-domain", "by-theme"] {
            app.visit(&format!("#/learn/pathway/{pathway}")).await?;
            app.see("1 of 62 done").await?;
        }
        app.visit("#/learn/log").await?;
        app.see_heading("What you have done").await?;
        app.see("1 thing done, 12 minutes in all").await?;
        app.press("Save as a table (CSV)").await?;
        let (name, table) = app.saved_file().await?;
        assert!(name.ends_with(".csv"), "{name}");
        assert!(
            table.contains("2026-11-01,Speaking up in the moment,12,Ensuring patient safety"),
            "{table}"
        );
        Ok(())
    })
}

#[test]
fn every_session_and_every_pathway_opens() -> Result {
    story(async |app| {
        let library: Value = serde_json::from_str(&app.site.read("frameworks/learning.json")?)?;
        let list = |name: &str| library[name].as_array().cloned().unwrap_or_default();
        let (sessions, pathways) = (list("sessions"), list("pathways"));
        assert_eq!((sessions.len(), pathways.len()), (62, 7));
        for session in sessions {
            app.visit(&format!("#/learn/session/{}", session["id"].as_str().unwrap_or_default()))
                .await?;
            app.see_heading(session["title"].as_str().unwrap_or_default()).await?;
        }
        for pathway in pathways {
            app.visit(&format!("#/learn/pathway/{}", pathway["id"].as_str().unwrap_or_default()))
                .await?;
            app.see_heading(pathway["title"].as_str().unwrap_or_default()).await?;
        }
        Ok(())
    })
}

/// The titles in the list of sessions.
async fn listed(app: &App) -> Result<Vec<String>> {
    app.look("return all('.bellwether-sessions h3').map(text)", &[]).await
}

#[test]
fn search_finds_as_one_types_and_filters_narrow() -> Result {
    story(async |app| {
        app.visit("#/learn/sessions").await?;
        app.see("62 sessions").await?;
        app.tab_to("the search", |focus| focus.id == "search").await?;
        app.type_in("h").await?;
        app.see("The first 12 are shown").await?;
        app.type_in("andov").await?;
        let first = Some("A handover that protects".to_owned());
        until_is("the first found", first, async || Ok(listed(app).await?.into_iter().next()))
            .await?;
        let found = listed(app).await?.len();
        assert!((2..30).contains(&found), "{found}");
        app.type_in(" xyzzy").await?;
        app.see("No session fits").await?;
        for _ in 0.." xyzzy".len() {
            app.key(Key::Backspace).await?;
        }
        // The next fields are the filters: the element, the length, whose case, the stage.
        app.tab_to("the profession", |focus| focus.id == "profession").await?;
        app.type_in("Nurses").await?;
        until_is("the address", true, async || Ok(app.hash().await?.contains("profession-nurse")))
            .await?;
        let narrowed = listed(app).await?;
        assert!(!narrowed.is_empty() && narrowed.len() < found, "{narrowed:?}");
        Ok(())
    })
}

#[test]
fn after_an_assessment_sessions_are_ranked_and_the_person_has_the_last_word() -> Result {
    story(async |app| {
        // The nine dimensions: the crosswalk leads from them to what there is to learn.
        let framework = Framework::named(&app.site, "healthcare-leadership")?;
        let done = Stored::full("a1", &framework, |number, element| {
            let rating = if number == 3 { 1 } else { 5 };
            element
                .statements
                .iter()
                .map(|id| if id.contains("importance") { 5 } else { rating })
                .collect()
        });
        app.put_in_storage(&entries(&framework, &[done.finished()])).await?;
        app.visit("#/assessment/a1/result").await?;
        app.see_heading("Your result").await?;
        app.see("Sessions that fit").await?;
        app.see("Because of Evaluating information: 1.0 in your result").await?;
        app.visit("#/learn").await?;
        app.see_heading("Learning").await?;
        app.see("From your result in Healthcare leadership").await?;
        let before = listed(app).await?;
        app.press(&format!("Not for me: {}", before[0])).await?;
        until_is("the first", before[1].clone(), async || Ok(listed(app).await?[0].clone()))
            .await?;
        app.press_by_keyboard(&format!("Put first: {}", before[2])).await?;
        until_is("the first", before[2].clone(), async || Ok(listed(app).await?[0].clone()))
            .await?;
        assert_ne!(app.focus().await?.tag, "body", "the focus is not lost");
        app.reload().await?;
        app.see_heading("Learning").await?;
        app.see("You have put it first.").await?;
        assert_eq!(listed(app).await?[..2], [before[2].clone(), before[1].clone()]);
        app.press("Sessions that you do not want to be shown here").await?;
        app.press(&format!("Show it again: {}", before[0])).await?;
        until_is("the second", before[0].clone(), async || Ok(listed(app).await?[1].clone())).await
    })
}

#[test]
fn a_session_that_cannot_be_loaded_says_so_and_the_rest_works() -> Result {
    story(async |app| {
        app.forgive("404");
        app.site.change(&format!("frameworks/sessions/{SESSION}.json"), Served::Missing);
        app.visit(&format!("#/learn/session/{SESSION}")).await?;
        app.see_heading("This is not here").await?;
        app.see("Your record is safe").await?;
        app.site.change("frameworks/sessions/one-small-test.json", Served::Bytes("{".into()));
        app.visit("#/learn/session/one-small-test").await?;
        app.see_heading("This cannot be used").await?;
        app.visit("#/learn/session/what-leading-looks-like").await?;
        app.see_heading("What leading looks like from where you stand").await
    })
}

#[test]
fn a_result_can_be_read_in_another_frameworks_words() -> Result {
    story(async |app| {
        let done = Stored::full("a1", &app.framework, |number, _| vec![(number % 5 + 1) as u8; 4]);
        app.put_in_storage(&entries(&app.framework, &[done.finished()])).await?;
        app.visit("#/assessment/a1/result").await?;
        app.see_heading("Your result").await?;
        app.press("See this result in the words of another framework").await?;
        app.press("FMLM standards (3rd edition, 2021)").await?;
        app.see_heading("Your result in the words of FMLM standards (3rd edition, 2021)").await?;
        app.see("these are no scores in that framework").await?;
        app.see("System leadership").await?;
        app.visit("#/").await?;
        app.see_heading(START).await?;
        app.press("See the frameworks side by side").await?;
        app.see_heading("Frameworks side by side").await?;
        app.press("Leading without a title at the bedside").await?;
        app.see("What they share").await
    })
}

#[test]
fn what_was_said_by_mistake_not_to_be_done_has_its_day_back() -> Result {
    const DAY: &str = "1793520000000";
    story(async |app| {
        let key = format!("bellwether/1/note/{SESSION}/done");
        app.put_in_storage(&[(key, line(&format!("={DAY}")))].into()).await?;
        app.visit(&format!("#/learn/session/{SESSION}/7")).await?;
        app.press("Not done after all").await?;
        until_is("what is stored", None, async || note(app, "done").await).await?;
        app.press("I have done this session").await?;
        see_note(app, "done", DAY).await
    })
}

#[test]
fn what_others_offer_stands_beside_the_sessions() -> Result {
    story(async |app| {
        let mut library: Value = serde_json::from_str(&app.site.read("frameworks/learning.json")?)?;
        library["elsewhere"] = serde_json::json!([{
            "id": "ld-12", "title": "Feedback, given well", "code": "LD 12", "minutes": 25,
            "link": "https://example.org/ld12", "provider": "A trust", "elements": ["planning"],
        }]);
        app.site.change("frameworks/learning.json", Served::Bytes(library.to_string().into()));
        app.visit("#/learn/sessions/element-planning").await?;
        app.reload().await?;
        app.see("4 sessions").await?;
        app.see("Feedback, given well (example.org)").await?;
        app.press_starting("I have done it").await?;
        app.see("Done; not done after all").await?;
        app.visit("#/learn/log").await?;
        app.see("1 thing done, 25 minutes in all").await
    })
}

#[test]
fn a_completed_pathway_has_a_certificate_of_its_own() -> Result {
    story(async |app| {
        let pathway: Value =
            serde_json::from_str(&app.site.read("frameworks/pathways/ai-programme.json")?)?;
        let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
        let mut ids = list(&pathway["first"]);
        for module in list(&pathway["modules"]) {
            ids.extend(list(&module["sessions"]));
            ids.extend(list(&module["activities"]).iter().map(|one| one["id"].clone()));
        }
        let done = |id: &Value| {
            let id = id.as_str().unwrap_or_default();
            (format!("bellwether/1/note/{id}/done"), line(&"=1793520000000"))
        };
        let mut stored: std::collections::BTreeMap<_, _> = ids.iter().skip(1).map(done).collect();
        app.put_in_storage(&stored).await?;
        app.visit("#/learn/pathway/ai-programme/certificate").await?;
        app.see_heading("There is no certificate yet").await?;
        stored.extend(ids.first().map(done));
        app.put_in_storage(&stored).await?;
        app.visit("#/learn/pathway/ai-programme/certificate").await?;
        app.see_heading("Certificate of completion").await?;
        let facts = app.facts().await?;
        assert_eq!(facts["Completed on"], "1 November 2026");
        assert_eq!(Some(&*facts["Pathway"]), pathway["title"].as_str());
        Ok(())
    })
}
