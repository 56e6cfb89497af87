//! Attributes, properties, events and methods of the element.

use super::super::anywhere::release;
use super::{ONE, SCRIPT, host, in_host, one};
use bellwether_browser_tests::fixtures::line;
use bellwether_browser_tests::{Result, Served, Setup, story_of, until_is};
use serde_json::{Value, json};

#[test]
fn the_page_is_told_of_progress_and_completion_but_never_of_an_answer() -> Result {
    story_of(&Setup::default(), async |app| {
        let listening =
            "<script>window.told = []; for (const type of ['progress', 'complete', 'error'])
            document.addEventListener(`bellwether-${type}`, ({ type, detail, composed, target }) =>
                told.push({ type, detail, composed, id: target.id }))</script>";
        host(app, &format!("{listening}{SCRIPT}"), ONE).await?;
        app.see_heading(&app.framework.title).await?;
        app.take_short_form(|_| 4).await?;
        let told: Vec<Value> = in_host(app, "return told").await?;
        let progress: Vec<&Value> =
            told.iter().filter(|one| one["type"] == "bellwether-progress").collect();
        let answered: Vec<u64> =
            progress.iter().filter_map(|one| one["detail"]["answered"].as_u64()).collect();
        assert_eq!(answered, (0..=20).collect::<Vec<u64>>());
        let last = told.last().cloned().unwrap_or_default();
        assert_eq!(last["type"], "bellwether-complete");
        assert_eq!(last["id"], "one");
        assert_eq!(last["composed"], true);
        assert_eq!(last["detail"]["framework"], "clinical-leadership");
        assert_eq!(last["detail"]["total"], 20);
        for one in &told {
            let names = one["detail"].as_object().into_iter().flatten().map(|(name, _)| name);
            let names: Vec<&String> = names.collect();
            assert_eq!(names, ["answered", "assessment", "framework", "total"], "no answers");
        }
        Ok(())
    })
}

#[test]
fn what_goes_wrong_is_told_with_a_code() -> Result {
    story_of(&Setup { forbid_storing: true, ..Setup::default() }, async |app| {
        app.forgive("404 (Not Found)");
        let listening = "<script>window.told = []; document.addEventListener('bellwether-error',
            ({ detail }) => told.push(detail))</script>";
        let element = ONE.replace("clinical-leadership", "no-such-framework");
        host(app, &format!("{listening}{SCRIPT}"), &element).await?;
        app.see_heading("This is not here").await?;
        let told: Vec<Value> = in_host(app, "return told").await?;
        let codes: Vec<&str> = told.iter().filter_map(|one| one["code"].as_str()).collect();
        assert_eq!(codes, ["storage-off", "content-missing"]);
        assert!(told.iter().all(|one| one["message"].as_str().is_some_and(|text| text.len() > 10)));
        Ok(())
    })
}

#[test]
fn where_the_app_does_not_come_the_page_is_told_and_what_it_put_inside_is_seen() -> Result {
    story_of(&Setup::default(), async |app| {
        app.forgive("404");
        let programs = std::fs::read_dir(release())?
            .filter_map(|file| file.ok()?.file_name().into_string().ok());
        for wasm in programs.filter(|name| name.ends_with(".wasm")) {
            app.site.change(&wasm, Served::Missing);
        }
        let listening = "<script>window.told = []; document.addEventListener('bellwether-error',
            ({ detail }) => told.push(detail.code))</script>";
        let element = ONE.replace("></", "><p>Ask for the paper form.</p></");
        host(app, &format!("{listening}{SCRIPT}"), &element).await?;
        let told = async || in_host::<Vec<String>>(app, "return told").await;
        until_is("what is told", vec!["program-unreachable".to_owned()], told).await?;
        let shown = "return document.querySelector('#one p').checkVisibility()";
        assert!(in_host::<bool>(app, shown).await?);
        Ok(())
    })
}

#[test]
fn the_record_is_exported_imported_and_reset() -> Result {
    story_of(&Setup::default(), async |app| {
        let entered = [("name", line(&"Sam")), ("note/for-you/pinned", line(&"=one"))];
        let entered = entered.map(|(key, text)| (format!("bellwether/1/{key}"), text));
        app.put_in_storage(&entered.into()).await?;
        one(app).await?;
        app.start_short().await?;
        app.answer(1, 4).await?;
        let script = "const one = document.querySelector('#one');
            const file = await one.export();
            await one.reset();
            const empty = JSON.parse(await one.export());
            let refused;
            await one.import('{}').catch(error => refused = error.message);
            await one.import(new Blob([file]));
            const back = JSON.parse(await one.export());
            const deleted = await one.reset();
            await one.import(deleted);
            return [JSON.parse(file), empty, refused, back, JSON.parse(await one.export())]";
        let script = format!("return (async () => {{ {script} }})()");
        let found: Vec<Value> = in_host(app, &script).await?;
        let assessments = |file: &Value| file["assessments"].as_array().map_or(0, Vec::len);
        assert_eq!(found.iter().map(assessments).collect::<Vec<_>>(), [1, 0, 0, 1, 1]);
        assert_eq!(found[0]["kind"], "bellwether-record");
        assert!(found[2].as_str().is_some_and(|why| !why.is_empty()), "{}", found[2]);
        assert_eq!(found[0]["assessments"], found[3]["assessments"], "nothing is lost on the way");
        assert_eq!(found[3]["assessments"], found[4]["assessments"], "and a reset is undone");
        let name = |file: &Value| file["name"].as_str().map(|line| line.ends_with(" Sam"));
        let pinned = |file: &Value| file["notes"][0].as_str().map(|line| line.ends_with(" =one"));
        for (number, file) in found.iter().enumerate().filter(|(number, _)| *number != 2) {
            let is_there = Some(number != 1);
            assert_eq!((name(file), pinned(file)), (is_there, is_there), "in file {number}");
        }
        Ok(())
    })
}

#[test]
fn what_was_reset_does_not_come_back() -> Result {
    story_of(&Setup::default(), async |app| {
        one(app).await?;
        app.start_short().await?;
        app.answer(1, 4).await?;
        app.press("Your record").await?;
        app.press_starting("Delete of").await?;
        app.see("Bring it back").await?;
        let reset = "return document.querySelector('#one').reset().then(() => true)";
        assert!(in_host::<bool>(app, reset).await?);
        until_is("what can be brought back", false, async || app.offers("Bring it back").await)
            .await?;
        app.press("Start one").await?;
        app.reload().await?;
        app.see_heading(&app.framework.title).await?;
        app.press("Your record").await?;
        app.see("There are none yet.").await?;
        let there: Vec<String> = in_host(app, "return Object.values(localStorage)").await?;
        assert!(there.iter().all(|text| text.ends_with(" deleted")), "{there:?}");
        Ok(())
    })
}

#[test]
fn the_browser_is_asked_to_keep_what_is_stored_here_but_not_what_the_host_keeps() -> Result {
    let watch = "window.asked = 0;
        StorageManager.prototype.persist = async () => { asked += 1; return true }";
    story_of(&Setup { before_page: Some(watch.to_owned()), ..Setup::default() }, async |app| {
        for (storage, wanted) in [("local", 1), ("host", 0)] {
            host(app, SCRIPT, &ONE.replace("id=one", &format!("id=one storage={storage}"))).await?;
            app.see_heading(&app.framework.title).await?;
            app.start_short().await?;
            app.answer(1, 4).await?;
            app.see_progress(1, 20).await?;
            assert_eq!(in_host::<u64>(app, "return asked").await?, wanted, "{storage}");
        }
        Ok(())
    })
}

#[test]
fn attributes_and_properties_are_one() -> Result {
    story_of(&Setup::default(), async |app| {
        let before = "<script>document.addEventListener('DOMContentLoaded', () =>
            document.querySelector('#one').framework = 'bedside')</script>";
        let element = "<bellwether-assessment id=one></bellwether-assessment>";
        // The property is set before the script comes that knows it.
        host(app, &format!("{before}{SCRIPT}"), element).await?;
        let text: Vec<Value> = in_host(
            app,
            "const one = document.querySelector('#one');
            const found = [one.getAttribute('framework'), one.catalogue];
            one.catalogue = true; one.namespace = 'a'; one.framework = null;
            return [...found, one.getAttribute('catalogue'), one.getAttribute('namespace'),
                one.hasAttribute('framework'), one.framework, one.address]",
        )
        .await?;
        assert_eq!(json!(text), json!(["bedside", false, "", "a", false, "", false]));
        app.see_heading("See where you stand in clinical leadership").await
    })
}

#[test]
fn what_is_documented_is_there() -> Result {
    story_of(&Setup::default(), async |app| {
        one(app).await?;
        let script = "const one = document.querySelector('#one');
            const text = await (await fetch('custom-elements.json')).text();
            const types = await (await fetch('embed.d.ts')).text();
            const { attributes, members, events, cssProperties, cssParts } =
                JSON.parse(text).modules[0].declarations[0];
            const tokens = [...one.shadowRoot.adoptedStyleSheets]
                .flatMap(sheet => [...sheet.cssRules]).map(rule => rule.cssText).join();
            const observed = one.constructor.observedAttributes;
            return [
                ...attributes.filter(({ name }) => !observed.includes(name)),
                ...observed.filter(name => !attributes.some(one => one.name === name)),
                ...members.filter(({ name, kind }) =>
                    kind === 'method' ? typeof one[name] !== 'function' : !(name in one)),
                ...members.filter(({ name }) => !new RegExp(`\\\\b${name}[:(]`).test(types)),
                ...events.filter(({ name }) => !types.includes(`\"${name}\"`)),
                ...cssProperties.filter(({ name }) => !tokens.includes(name)),
                ...cssParts.filter(({ name }) =>
                    name !== 'frame' && !one.shadowRoot.querySelector(`[part=${name}]`)),
            ].map(one => one.name ?? one)";
        let script = format!("return (async () => {{ {script} }})()");
        let missing: Vec<String> = in_host(app, &script).await?;
        assert_eq!(missing, [""; 0]);
        Ok(())
    })
}
