//! Every page has its own address: the browser's buttons, bookmarks and other tabs work.

use bellwether_browser_tests::fixtures::{Stored, entries};
use bellwether_browser_tests::{Result, START, story, until_is};

#[test]
fn back_and_forward_walk_the_pages() -> Result {
    story(async |app| {
        let [first, second] = [1, 2].map(|number| app.framework.element(number));
        let (first, second) = (first?.title.clone(), second?.title.clone());
        app.start_short().await?;
        app.answer(1, 2).await?;
        app.next().await?;
        app.see_heading(&second).await?;
        app.press("All elements").await?;
        app.see_heading("Your assessment").await?;

        for heading in [&*second, &*first, &*app.framework.title] {
            app.note("back");
            app.browser.driver.back().await?;
            app.see_heading(heading).await?;
        }
        for heading in [&*first, &*second, "Your assessment"] {
            app.note("forward");
            app.browser.driver.forward().await?;
            app.see_heading(heading).await?;
        }
        assert_eq!(app.saved_answers().await?, 1, "walking about answers nothing");
        Ok(())
    })
}

#[test]
fn a_reload_shows_the_same_page_at_every_address() -> Result {
    story(async |app| {
        let done = Stored::full("a1", &app.framework, |number, _| vec![3; number % 5]);
        app.put_in_storage(&entries(&app.framework, &[done.finished()])).await?;
        let base = "#/assessment/a1".to_owned();
        let element = app.framework.element(7)?;
        for (hash, heading) in [
            ("#/".to_owned(), START),
            ("#/choose/person/student".to_owned(), "Which framework is for me?"),
            ("#/for/team".to_owned(), START),
            (base.clone(), "Your assessment"),
            (format!("{base}/element/{}", element.id), &element.title),
            (format!("{base}/check"), "Check your answers"),
            (format!("{base}/result"), "Your result"),
            ("#/record".to_owned(), "Your record"),
            ("#/method".to_owned(), "How results are worked out"),
            (format!("#/framework/{}", app.framework.id), &app.framework.title),
        ] {
            app.visit(&hash).await?;
            app.see_heading(heading).await?;
            let (text, title) = (app.text().await?, app.browser.driver.title().await?);
            app.reload().await?;
            app.see_heading(heading).await?;
            assert_eq!(app.hash().await?, hash);
            until_is(&format!("the text at {hash}"), text, async || app.text().await).await?;
            assert_eq!(app.browser.driver.title().await?, title, "at {hash}");
        }
        Ok(())
    })
}

#[test]
fn a_bookmarked_element_opens_in_a_new_tab_with_its_answers() -> Result {
    story(async |app| {
        app.start_full().await?;
        app.next().await?;
        app.see_element(2).await?;
        app.answer_all(&[1, 2, 3, 4]).await?;
        let bookmark = app.hash().await?;
        app.new_tab().await?;
        app.visit(&bookmark).await?;
        app.see_element(2).await?;
        app.see_answers(&[Some(1), Some(2), Some(3), Some(4)]).await
    })
}

#[test]
fn addresses_that_lead_nowhere_say_so_and_lose_nothing() -> Result {
    story(async |app| {
        // The framework that is not there.
        app.forgive("404 (Not Found)");
        app.start_short().await?;
        app.answer(1, 4).await?;
        let base = format!("#/assessment/{}", app.assessment().await?);
        let saved = app.saved().await?;
        for (hash, heading) in [
            ("#/nowhere", "Page not found"),
            ("#/assessment/a1/result", "This assessment is not in this browser"),
            (&*format!("{base}/element/nonsense"), "This element is not part of your assessment"),
            ("#/framework/nonsense", "This is not here"),
            ("#/take/nonsense/full", "This is not here"),
            ("#/take/../../record", "Page not found"),
            ("#/<script>alert(1)</script>", "Page not found"),
            ("#/%F0%9F%92%A9", "Page not found"),
        ] {
            app.visit(hash).await?;
            app.see_heading(heading).await?;
            assert_eq!(app.saved().await?, saved, "after {hash}");
            app.press("Go to the start").await?;
            app.see_heading(START).await?;
        }
        Ok(())
    })
}

#[test]
fn a_link_to_take_the_form_begins_once_and_does_not_trap_the_back_button() -> Result {
    story(async |app| {
        let link = format!("#/take/{}/short", app.framework.id);
        app.visit(&link).await?;
        app.see_element(1).await?;
        app.answer(1, 3).await?;
        let begun = app.assessment().await?;
        app.browser.driver.back().await?;
        app.see_heading(&app.framework.title).await?;
        app.visit(&link).await?;
        app.see_element(1).await?;
        assert_eq!(
            app.assessment().await?,
            begun,
            "the same link goes on with the same assessment"
        );
        app.see_answers(&[Some(3)]).await
    })
}

#[test]
fn an_answer_given_in_one_tab_shows_in_the_other() -> Result {
    story(async |app| {
        app.start_full().await?;
        let page = app.hash().await?;
        let (first, second) = app.new_tab().await?;
        app.visit(&page).await?;
        app.see_element(1).await?;
        app.answer(2, 5).await?;

        app.look_at(&first).await?;
        app.see_answers(&[None, Some(5), None, None]).await?;
        app.see_progress(1, 80).await?;
        app.answer(1, 1).await?;
        app.clear(2).await?;

        app.look_at(&second).await?;
        app.see_answers(&[Some(1), None, None, None]).await?;
        app.see_progress(1, 80).await?;
        app.reload().await?;
        app.see_element(1).await?;
        app.see_answers(&[Some(1), None, None, None]).await
    })
}

#[test]
fn an_assessment_deleted_in_one_tab_is_gone_in_the_other_and_can_come_back() -> Result {
    story(async |app| {
        app.start_short().await?;
        app.answer(1, 4).await?;
        let (first, second) = app.new_tab().await?;
        app.visit("#/record").await?;
        app.see_heading("Your record").await?;
        app.press_starting("Delete").await?;
        app.see("There are none yet.").await?;
        let left = app.saved().await?;
        assert!(left.values().all(|text| text.ends_with(" deleted")), "{left:?}");
        app.look_at(&first).await?;
        app.see_heading("This assessment is not in this browser").await?;
        app.look_at(&second).await?;
        app.press("Bring it back").await?;
        app.look_at(&first).await?;
        app.see_element(1).await?;
        app.see_answers(&[Some(4)]).await
    })
}

#[test]
fn leaving_asks_only_when_something_would_be_lost() -> Result {
    story(async |app| {
        app.start_short().await?;
        app.answer(1, 4).await?;
        assert!(!app.asks_before_it_is_left().await?, "everything is stored");
        let script = "Storage.prototype.setItem = () => { throw new Error('broken') }";
        app.browser.run(script, &[]).await?;
        app.answer(1, 5).await?;
        assert!(app.asks_before_it_is_left().await?, "the last answer is not");
        app.press("Save my record as a file").await?;
        app.saved_file().await?;
        assert!(!app.asks_before_it_is_left().await?, "it is in a file");
        Ok(())
    })
}
