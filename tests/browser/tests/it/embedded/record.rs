//! Where the record of an element lives, and that elements of a page agree on it.

use super::{ONE, SCRIPT, host, in_host, one};
use bellwether_browser_tests::{App, Result, Setup, story_of, until_is};
use serde_json::Value;

const TWO: &str = "<bellwether-assessment id=two framework=clinical-leadership loading=eager>\
    </bellwether-assessment>";

/// Names that would lead into what the page has of its own, or another namespace.
#[test]
fn a_namespace_may_be_anything() -> Result {
    story_of(&Setup::default(), async |app| {
        for namespace in ["bellwether", "bellwether-profiles", "a/bellwether/1", "Sam's ward"] {
            let one = ONE.replace("id=one", &format!("id=one namespace=\"{namespace}\""));
            host(app, SCRIPT, &one).await?;
            app.see_heading(&app.framework.title).await?;
            app.start_short().await?;
            app.answer(1, 4).await?;
            app.reload().await?;
            app.see_heading(&app.framework.title).await?;
            app.see("1 of 20").await?;
        }
        app.note("neither the page nor another namespace has anything to do with them");
        app.look_into(None);
        app.visit("#/record").await?;
        app.see_heading("Your record").await?;
        app.see("There are none yet.").await?;
        assert_eq!(app.notices().await?, []);
        host(app, SCRIPT, &ONE.replace("id=one", "id=one namespace=a")).await?;
        app.see_heading(&app.framework.title).await?;
        assert_eq!(app.notices().await?, []);
        Ok(())
    })
}

/// Begins in the first element and opens the same page in the second.
async fn both_at_the_first_element(app: &App) -> Result {
    app.look_into(Some("#one"));
    app.see_heading(&app.framework.title).await?;
    app.start_short().await?;
    let same = "document.querySelector('#two').route = document.querySelector('#one').route";
    let _: Value = in_host(app, same).await?;
    app.look_into(Some("#two"));
    app.see_element(1).await
}

#[test]
fn two_elements_show_each_others_answers() -> Result {
    story_of(&Setup::default(), async |app| {
        host(app, SCRIPT, &format!("{ONE}{TWO}")).await?;
        both_at_the_first_element(app).await?;
        app.answer(1, 4).await?;
        app.look_into(Some("#one"));
        app.see_answers(&[Some(4)]).await?;
        app.clear(1).await?;
        app.look_into(Some("#two"));
        app.see_answers(&[None]).await?;
        app.answer(1, 2).await?;
        app.look_into(Some("#one"));
        app.see_answers(&[Some(2)]).await?;
        let loaded = "return performance.getEntriesByType('resource')
            .filter(({ name }) => /bellwether-[0-9a-f]+_bg.wasm$/.test(name)).length";
        assert_eq!(in_host::<usize>(app, loaded).await?, 1, "both share one module");
        app.reload().await?;
        app.see_heading(&app.framework.title).await?;
        app.see("1 of 20").await
    })
}

#[test]
fn two_elements_agree_also_where_nothing_can_be_stored() -> Result {
    story_of(&Setup { forbid_storing: true, ..Setup::default() }, async |app| {
        host(app, SCRIPT, &format!("{ONE}{TWO}")).await?;
        both_at_the_first_element(app).await?;
        app.see("Your answers are not being stored").await?;
        app.answer(1, 4).await?;
        app.look_into(Some("#one"));
        app.see_answers(&[Some(4)]).await?;
        app.answer(1, 2).await?;
        app.answer(1, 5).await?;
        app.look_into(Some("#two"));
        app.see_answers(&[Some(5)]).await?;
        app.note("an element that comes later has it too");
        let later = "const three = document.createElement('bellwether-assessment');
            Object.assign(three, { id: 'three', loading: 'eager', framework: 'clinical-leadership' });
            document.querySelector('main').append(three)";
        let _: Value = in_host(app, later).await?;
        app.look_into(Some("#three"));
        app.see("1 of 20").await
    })
}

#[test]
fn a_namespace_keeps_records_apart() -> Result {
    story_of(&Setup::default(), async |app| {
        let two = TWO.replace("id=two", "id=two namespace=ward-b");
        host(app, SCRIPT, &format!("{ONE}{two}")).await?;
        app.look_into(Some("#two"));
        app.see_heading(&app.framework.title).await?;
        app.start_short().await?;
        app.answer(1, 4).await?;
        let keys: Vec<String> = in_host(app, "return Object.keys(localStorage)").await?;
        let all_apart = keys.iter().all(|key| key.starts_with("ward-b/bellwether/"));
        assert!(all_apart && keys.len() > 1, "{keys:?}");
        app.reload().await?;
        app.look_into(Some("#one"));
        app.see_heading(&app.framework.title).await?;
        app.press("Your record").await?;
        app.see("There are none yet.").await?;
        app.look_into(Some("#two"));
        app.see("1 of 20").await
    })
}

#[test]
fn a_host_can_keep_the_record_itself() -> Result {
    story_of(&Setup::default(), async |app| {
        // Stands for an account at the host: what is kept there is given back on the next visit.
        let keeping = "<script>
            const one = document.querySelector('#one');
            const kept = JSON.parse(sessionStorage.account ?? '{}');
            one.stored = kept;
            one.addEventListener('bellwether-store', ({ detail: { key, value } }) => {
                if (value === null) delete kept[key]; else kept[key] = value;
                sessionStorage.account = JSON.stringify(kept);
            });
        </script>";
        let element = ONE.replace("id=one", "id=one storage=host");
        host(app, SCRIPT, &format!("{element}{keeping}")).await?;
        app.see_heading(&app.framework.title).await?;
        app.see("What you enter is kept by the website that this is part of.").await?;
        app.start_short().await?;
        app.answer(1, 4).await?;
        let keys: Vec<String> = in_host(app, "return Object.keys(localStorage)").await?;
        assert_eq!(keys, [""; 0], "nothing is in this browser's storage");
        app.reload().await?;
        app.see_heading(&app.framework.title).await?;
        app.see("1 of 20").await?;

        app.note("another device changes it");
        let route: String = in_host(
            app,
            "const one = document.querySelector('#one');
            const part = Object.keys(one.stored).find(key => key.includes('/assessment/'));
            return one.route = '#/assessment/' + part.split('/').pop() + '/element/self-awareness'",
        )
        .await?;
        assert!(route.contains("/element/"));
        app.see_answers(&[Some(4)]).await?;
        let later = "const one = document.querySelector('#one');
            const stored = one.stored;
            const key = Object.keys(stored).find(key => key.includes('/response/'));
            const [time, count, writer] = stored[key].split(' ');
            stored[key] = stored[key].replace(time, Number(time) + 1e6).replace(/4$/, '2');
            one.stored = stored;
            return stored[key]";
        let line: String = in_host(app, later).await?;
        app.note(line);
        app.see_answers(&[Some(2)]).await
    })
}

/// It may have read what it keeps before the last of it came there.
#[test]
fn what_a_host_does_not_have_yet_stays_and_what_it_says_is_deleted_goes() -> Result {
    story_of(&Setup::default(), async |app| {
        host(app, SCRIPT, &ONE.replace("id=one", "id=one storage=host")).await?;
        app.see_heading(&app.framework.title).await?;
        app.start_full().await?;
        app.answer(1, 4).await?;
        app.answer(2, 3).await?;
        // Its answer comes once the element has taken what the property was set to.
        let set_back = "const one = document.querySelector('#one');
            one.stored = {};
            return one.export().then(file => JSON.parse(file).assessments.length)";
        assert_eq!(in_host::<usize>(app, set_back).await?, 1);
        app.see_answers(&[Some(4), Some(3), None, None]).await?;
        app.answer(3, 5).await?;
        let stored = "return Object.entries(document.querySelector('#one').stored)
            .filter(([key]) => key.includes('/response/')).map(([_, line]) => line.at(-1)).sort()";
        assert_eq!(in_host::<Vec<String>>(app, stored).await?, ["3", "4", "5"]);
        app.note("it was deleted on another device");
        let delete = "const one = document.querySelector('#one');
            const part = Object.keys(one.stored).find(key => key.includes('/assessment/'));
            one.stored = { [part.replace('/assessment/', '/deleted/')]:
                `${Date.now() + 1e6} 0 other deleted` }";
        let _: Value = in_host(app, delete).await?;
        app.see("This assessment is not in this browser").await
    })
}

#[test]
fn an_element_that_is_moved_goes_on_where_it_was() -> Result {
    story_of(&Setup { forbid_storing: true, ..Setup::default() }, async |app| {
        one(app).await?;
        app.start_short().await?;
        app.answer(1, 4).await?;
        let _: Value = in_host(app, "document.body.append(document.querySelector('#one'))").await?;
        app.see_element(1).await?;
        app.see_answers(&[Some(4)]).await?;
        until_is("the count", (1, 20), async || app.progress().await).await
    })
}

/// Remembers what the element shows the app in.
async fn mark(app: &App) -> Result {
    let script = "window.isThatOfBefore = document.querySelector('#one').shadowRoot.firstChild;
        return null";
    in_host::<Value>(app, script).await.map(drop)
}

/// Waits until the element shows another than was marked.
async fn begins_anew(app: &App) -> Result {
    let script =
        "return document.querySelector('#one').shadowRoot.firstChild !== window.isThatOfBefore";
    until_is("a new beginning", true, async || in_host::<bool>(app, script).await).await
}

/// Whoever erases everything on a device means elements of its pages too.
#[test]
fn what_another_tab_has_erased_is_gone_from_elements_and_stays_so() -> Result {
    story_of(&Setup::default(), async |app| {
        for namespace in ["", " namespace=ward"] {
            host(app, SCRIPT, &ONE.replace(" id=one", &format!(" id=one{namespace}"))).await?;
            app.see_heading(&app.framework.title).await?;
            app.start_short().await?;
            app.answer(1, 4).await?;
            let stored = "return Object.keys(localStorage).find(key => key.includes('/response/'))";
            let answer: String = in_host(app, stored).await?;
            mark(app).await?;
            let (element, other) = app.new_tab().await?;
            app.look_into(None);
            app.visit("#/profiles").await?;
            app.see_heading("Profiles").await?;
            app.wipe().await?;
            app.look_at(&element).await?;
            app.look_into(Some("#one"));
            begins_anew(app).await?;
            app.see("This assessment is not in this browser").await?;
            let home = "document.querySelector('#one').route =
                '#/framework/clinical-leadership'";
            let _: Value = in_host(app, home).await?;
            app.see_heading(&app.framework.title).await?;
            app.start_short().await?;
            app.answer(1, 2).await?;
            let stored = "return JSON.stringify(Object.keys(localStorage))";
            let stored: String = in_host(app, stored).await?;
            assert!(!stored.contains(&answer), "{answer} came back: {stored}");
            app.look_at(&other).await?;
            app.browser.driver.close_window().await?;
            app.look_at(&element).await?;
        }
        Ok(())
    })
}

/// It has not heard of what happened meanwhile, and some browsers do not tell it later.
#[test]
fn an_element_of_a_page_that_the_browser_had_put_to_sleep_begins_anew() -> Result {
    story_of(&Setup::default(), async |app| {
        app.forgive("favicon.ico");
        one(app).await?;
        app.start_short().await?;
        app.answer(1, 4).await?;
        mark(app).await?;
        app.browser.driver.goto(app.site.url("icon.svg")).await?;
        app.browser.driver.back().await?;
        app.see_answers(&[Some(4)]).await?;
        begins_anew(app).await?;
        app.see_answers(&[Some(4)]).await
    })
}
