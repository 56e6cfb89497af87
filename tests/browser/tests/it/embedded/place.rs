//! Where the element stands in the page around it: it takes nothing of it but its own room.

use super::{ONE, SCRIPT, host, in_host, one, page};
use bellwether_browser_tests::{Result, Served, Setup, axe, story_of};
use serde_json::Value;

#[test]
fn an_assessment_is_taken_to_its_result_without_touching_the_page_around() -> Result {
    story_of(&Setup::default(), async |app| {
        one(app).await?;
        let before: Vec<Value> = in_host(app, PAGE).await?;
        app.take_short_form(|number| (number % 5 + 1) as u8).await?;
        app.see("Sessions that fit").await?;
        app.press("Learning").await?;
        app.see_heading("Learning").await?;
        app.press("Bellwether").await?;
        app.see_heading(&app.framework.title).await?;
        let after: Vec<Value> = in_host(app, PAGE).await?;
        assert_eq!(before, after, "address, history and title of the page, and what is in it");
        Ok(())
    })
}

/// What of a page everybody sees.
const PAGE: &str = "return [location.href, history.length, document.title,
    document.head.childElementCount, document.body.childElementCount]";

#[test]
fn the_page_gains_no_global_but_the_element() -> Result {
    story_of(&Setup::default(), async |app| {
        host(app, "", ONE).await?;
        let before: Vec<String> = in_host(app, "return Object.getOwnPropertyNames(window)").await?;
        one(app).await?;
        app.start_short().await?;
        let mut after: Vec<String> =
            in_host(app, "return Object.getOwnPropertyNames(window)").await?;
        // These are the driver's, which has looked into the element.
        let drivers = ["ret_nodes", "se_exportedFunctionSymbol"];
        after.retain(|name| !before.contains(name) && !drivers.contains(&&**name));
        assert_eq!(after, [""; 0]);
        let defined = "return Boolean(customElements.get('bellwether-assessment'))";
        assert!(in_host::<bool>(app, defined).await?);
        Ok(())
    })
}

#[test]
fn an_element_loads_nothing_but_its_script_until_it_comes_near() -> Result {
    story_of(&Setup::default(), async |app| {
        let far = format!("<div style='height: 5000px'></div>{ONE}");
        host(app, SCRIPT, &far).await?;
        let asked = |app: &bellwether_browser_tests::App| -> Vec<String> {
            app.site.requests().into_iter().map(|request| request.path).collect()
        };
        // Two frames: whatever would begin by itself has begun.
        let frames = "return new Promise(done =>
            requestAnimationFrame(() => requestAnimationFrame(() => done(true))))";
        assert!(in_host::<bool>(app, frames).await?);
        assert_eq!(asked(app), ["/host.html", "/embed.js"]);
        let _: Value = in_host(app, "scrollTo(0, 4800)").await?;
        app.see_heading(&app.framework.title).await?;
        assert!(asked(app).iter().any(|path| path.ends_with(".wasm")));
        Ok(())
    })
}

#[test]
fn with_address_the_address_leads_to_a_page_and_back_goes_back() -> Result {
    story_of(&Setup::default(), async |app| {
        let element = "<bellwether-assessment id=one framework=clinical-leadership address>\
            </bellwether-assessment><h2 id=below>Below</h2>";
        host(app, SCRIPT, element).await?;
        app.see_heading(&app.framework.title).await?;
        app.press("Your record").await?;
        app.see_heading("Your record").await?;
        let hash = async || in_host::<String>(app, "return location.hash").await;
        assert_eq!(hash().await?, "#/record");
        app.browser.driver.back().await?;
        app.see_heading(&app.framework.title).await?;
        app.start_short().await?;
        assert!(hash().await?.starts_with("#/assessment/"));
        app.reload().await?;
        app.see_element(1).await?;
        let _: Value = in_host(app, "location.hash = '#below'").await?;
        assert_eq!(hash().await?, "#below", "a place in the page around is none of ours");
        app.see_element(1).await
    })
}

#[test]
fn a_route_that_is_none_leads_to_what_the_element_shows() -> Result {
    story_of(&Setup::default(), async |app| {
        one(app).await?;
        for none in ["undefined", "null", "5", "''", "{}"] {
            app.press("Your record").await?;
            app.see_heading("Your record").await?;
            app.note(format!("the route is {none}"));
            let script = format!("document.querySelector('#one').route = {none}");
            let _: Value = in_host(app, &script).await?;
            app.see_heading(&app.framework.title).await?;
        }
        app.start_short().await?;
        let hash = in_host::<String>(app, "return location.hash").await?;
        assert_eq!(hash, "", "the address is the page's own");
        Ok(())
    })
}

#[test]
fn axe_finds_nothing_in_a_page_with_two_elements() -> Result {
    story_of(&Setup::default(), async |app| {
        let two = format!(
            "{ONE}<h2>More</h2><bellwether-assessment id=two session=one-small-test loading=eager>\
            </bellwether-assessment>"
        );
        host(app, SCRIPT, &two).await?;
        app.see_heading(&app.framework.title).await?;
        app.start_short().await?;
        app.look_into(Some("#two"));
        app.see_heading("One small test").await?;
        app.look_into(None);
        assert_eq!(axe::violations(app).await?, [""; 0]);
        Ok(())
    })
}

#[test]
fn by_keyboard_one_goes_in_through_and_out_again() -> Result {
    story_of(&Setup::default(), async |app| {
        host(app, SCRIPT, &format!("<a href=#a>Before</a>{ONE}<a href=#b>After</a>")).await?;
        app.see_heading(&app.framework.title).await?;
        app.look_into(None);
        app.tab_to("the link before", |focus| focus.name == "Before").await?;
        app.look_into(Some("#one"));
        app.press_by_keyboard("Start the short form").await?;
        app.see_element(1).await?;
        app.tab_to("the first answer", |focus| focus.tag == "input").await?;
        app.type_in("4").await?;
        app.see_answers(&[Some(4)]).await?;
        app.look_into(None);
        app.tab_to("the link after", |focus| focus.name == "After").await?;
        Ok(())
    })
}

#[test]
fn the_page_that_shows_it_works_under_the_strictest_policy() -> Result {
    story_of(&Setup::default(), async |app| {
        app.visit("embed.html").await?;
        app.look_into(Some("#shown"));
        app.see_heading(&app.framework.title).await?;
        app.start_short().await?;
        app.answer(1, 4).await?;
        app.look_into(None);
        app.see("\"answered\":1").await?;
        app.see("Address of a framework file of your own").await?;
        for (what, heading) in [
            ("catalogue", "See where you stand in clinical leadership"),
            ("pathway=by-theme", "All sessions by theme"),
            ("session=one-small-test", "One small test"),
        ] {
            let choose = format!(
                "const what = document.getElementById('what');
                what.value = '{what}'; what.dispatchEvent(new Event('change'))"
            );
            let _: Value = in_host(app, &choose).await?;
            app.look_into(Some("#shown"));
            app.see_heading(heading).await?;
            app.look_into(None);
        }
        app.press("Call export()").await?;
        app.see("export() gave the record").await?;
        assert_eq!(axe::violations(app).await?, [""; 0]);
        Ok(())
    })
}

#[test]
fn a_page_of_another_origin_shows_it_too() -> Result {
    story_of(&Setup::default(), async |app| {
        let theirs = bellwether_browser_tests::Site::of_release()?;
        app.site.allow_any_origin();
        let head = SCRIPT.replace("embed.js", &app.site.url("embed.js"));
        theirs.change("host.html", Served::Bytes(page(&head, ONE)));
        app.browser.driver.goto(theirs.url("host.html")).await?;
        app.look_into(Some("#one"));
        app.see_heading(&app.framework.title).await?;
        app.take_short_form(|_| 3).await?;
        app.see("Sessions that fit").await?;
        let of_theirs: Vec<String> =
            theirs.requests().into_iter().map(|request| request.path).collect();
        assert_eq!(of_theirs, ["/host.html"], "all comes from where the script came from");
        Ok(())
    })
}
