//! Every framework of the release works through the whole flow, and what only some have can be used.

use bellwether_browser_tests::fixtures::{Stored, entries};

use bellwether_browser_tests::{App, Framework, Result, START, axe, story};

const HEADING_OF_OFFERS: &str = "Your assessment";

/// A framework of the release that some test is about.
fn named(app: &App, id: &str) -> Result<Framework> {
    Framework::named(&app.site, id)
}

/// Begins the full form of a framework, and waits for its first element.
async fn begin(app: &App, framework: &Framework) -> Result {
    app.visit(&format!("#/framework/{}", framework.id)).await?;
    app.see_heading(&framework.title).await?;
    app.press("Start the full form").await
}

/// Puts a finished assessment of a framework into storage, and opens its result.
async fn see_result(app: &App, framework: &Framework) -> Result {
    let rated = |number: usize| {
        move |statement: usize| u8::try_from((number + 2 * statement) % 5 + 1).unwrap_or(1)
    };
    let done = Stored::full("a1", framework, |number, element| {
        (0..element.statements.len()).map(rated(number)).collect()
    });
    app.put_in_storage(&entries(framework, &[done.finished()])).await?;
    app.visit("#/assessment/a1/result").await?;
    app.see_heading("Your result").await
}

#[test]
fn every_framework_can_be_found_begun_and_answered() -> Result {
    story(async |app| {
        let ids = Framework::ids(&app.site)?;
        assert!(ids.len() > 10, "{ids:?}");
        for id in ids {
            let framework = named(app, &id)?;
            app.visit("#/").await?;
            app.see_heading(START).await?;
            app.press(&framework.title).await?;
            app.see_heading(&framework.title).await?;
            app.press("Start the full form").await?;
            if app.site.read(&format!("frameworks/{id}.json"))?.contains("\"offer\"") {
                app.see_heading(HEADING_OF_OFFERS).await?;
                app.press("Begin").await?;
            }
            app.see_heading(&framework.elements[0].title).await?;
            app.answer(1, 3).await?;
            assert_eq!(app.answers().await?[0], Some(3), "{id}");
            app.next().await?;
            app.see_heading(&framework.elements[1].title).await?;
        }
        Ok(())
    })
}

#[test]
fn every_framework_has_a_result_that_fits_a_phone_and_that_axe_has_nothing_against() -> Result {
    story(async |app| {
        for id in Framework::ids(&app.site)? {
            see_result(app, &named(app, &id)?).await?;
            app.resize(320, 568).await?;
            assert_eq!(app.too_wide().await?, [""; 0], "{id}");
            app.resize(1280, 1000).await?;
            assert_eq!(axe::violations(app).await?, [""; 0], "{id}");
        }
        Ok(())
    })
}

#[test]
fn a_result_leads_with_what_its_framework_is_for() -> Result {
    story(async |app| {
        for (id, leads) in [
            ("healthcare-leadership", "Important and low"),
            ("career-tiers", "The tier that your answers fit"),
            ("ai-deployment", "What is in place, and what is not yet"),
            ("team-conditions", "Strengths to use"),
        ] {
            see_result(app, &named(app, id)?).await?;
            app.see(leads).await?;
        }
        Ok(())
    })
}

#[test]
fn an_optional_part_is_asked_of_who_takes_it_and_kept_when_left_out_again() -> Result {
    story(async |app| {
        begin(app, &named(app, "healthcare-leadership")?).await?;
        app.see_heading(HEADING_OF_OFFERS).await?;
        app.see_progress(0, 45).await?;
        app.press("Yes, ask me about this too").await?;
        app.see_progress(0, 72).await?;
        app.press("Begin").await?;
        app.see("What your team says or does").await?;
        app.answer(8, 4).await?;
        app.visit(&format!("#/assessment/{}", app.assessment().await?)).await?;
        app.press("Leave this part out again").await?;
        app.see_progress(0, 45).await?;
        app.reload().await?;
        app.press("Yes, ask me about this too").await?;
        app.see_progress(1, 72).await
    })
}

#[test]
fn an_answer_counts_in_the_framework_that_builds_on_this_one() -> Result {
    story(async |app| {
        begin(app, &named(app, "clinical-leadership")?).await?;
        app.see_element(1).await?;
        app.answer(1, 4).await?;
        begin(app, &named(app, "leadership-framework")?).await?;
        app.see_element(1).await?;
        app.see("Some of this is answered already").await?;
        app.see_progress(1, 112).await?;
        assert_eq!(app.answers().await?[0], Some(4));
        app.answer(2, 2).await?;
        app.visit("#/take/clinical-leadership/full").await?;
        app.see_progress(2, 80).await?;
        assert_eq!(app.answers().await?[..2], [Some(4), Some(2)]);
        Ok(())
    })
}

#[test]
fn three_questions_lead_to_a_framework() -> Result {
    story(async |app| {
        app.visit("#/").await?;
        app.see_heading(START).await?;
        app.press_by_keyboard("Which one is for me?").await?;
        app.see("What do you want to look at?").await?;
        app.press_by_keyboard("How I lead").await?;
        app.press_by_keyboard("Primary care").await?;
        app.press_by_keyboard("Five minutes").await?;
        app.see("These fit best").await?;
        app.press(&named(app, "collective-primary-care")?.title).await?;
        app.see_heading(&named(app, "collective-primary-care")?.title).await
    })
}

#[test]
fn the_example_is_that_of_the_career_stage_which_is_chosen_once() -> Result {
    story(async |app| {
        let file: serde_json::Value =
            serde_json::from_str(&app.site.read("frameworks/clinical-leadership.json")?)?;
        let example = |element: usize| {
            let at = format!("/domains/0/elements/{element}/examples/1/text");
            file.pointer(&at).and_then(|text| text.as_str()).unwrap_or("none").to_owned()
        };
        app.start_full().await?;
        app.tab_to("the stage", |focus| focus.id == "stage").await?;
        app.type_in("Postgraduate").await?;
        app.see(&example(0)).await?;
        app.answer(1, 4).await?;
        app.next().await?;
        app.see_element(2).await?;
        app.see(&example(1)).await?;
        app.reload().await?;
        app.see_element(2).await?;
        app.see(&example(1)).await
    })
}
