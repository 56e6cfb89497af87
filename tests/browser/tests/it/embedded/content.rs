//! What an element shows, and content of the host's own.

use super::{ONE, SCRIPT, host, in_host};
use bellwether_browser_tests::{Result, START, Served, Setup, story_of, until_is};
use serde_json::{Value, json};

#[test]
fn attributes_choose_what_is_shown() -> Result {
    story_of(&Setup::default(), async |app| {
        for (attributes, heading) in [
            ("", START),
            ("catalogue", START),
            ("framework=bedside", "Bedside leadership"),
            ("pathway=by-theme", "All sessions by theme"),
            ("session=one-small-test", "One small test"),
        ] {
            let element =
                format!("<bellwether-assessment id=one {attributes}></bellwether-assessment>");
            host(app, SCRIPT, &element).await?;
            let heading = match heading {
                "Bedside leadership" => title(&app.site.read("frameworks/bedside.json")?)?,
                heading => heading.to_owned(),
            };
            app.see_heading(&heading).await?;
        }
        app.note("an attribute changes");
        let _: Value =
            in_host(app, "document.querySelector('#one').session = 'a-plan-on-one-page'").await?;
        app.see_heading(&title(&app.site.read("frameworks/sessions/a-plan-on-one-page.json")?)?)
            .await
    })
}

fn title(file: &str) -> Result<String> {
    let file: Value = serde_json::from_str(file)?;
    Ok(file["title"].as_str().unwrap_or_default().to_owned())
}

#[test]
fn a_framework_of_the_hosts_own_is_taken_to_its_result() -> Result {
    story_of(&Setup::default(), async |app| {
        let own = include_str!("../../../../fixtures/frameworks/small.json");
        app.site.change("theirs/ours.json", Served::Bytes(own.into()));
        let element = "<bellwether-assessment id=one src=theirs/ours.json></bellwether-assessment>";
        host(app, SCRIPT, element).await?;
        app.see_heading(&title(own)?).await?;
        let own: Value = serde_json::from_str(own)?;
        let asked: Vec<String> =
            app.site.requests().into_iter().map(|request| request.path).collect();
        assert_eq!(asked.iter().filter(|path| path.contains("ours.json")).count(), 1, "{own}");
        Ok(())
    })
}

#[test]
fn a_catalogue_of_the_hosts_own_leads_to_the_frameworks_beside_it() -> Result {
    story_of(&Setup::default(), async |app| {
        let catalogue = app.site.read("frameworks/catalogue.json")?;
        let mut catalogue: Value = serde_json::from_str(&catalogue)?;
        let entries = catalogue["frameworks"].as_array().cloned().unwrap_or_default();
        let mut entries: Vec<Value> = entries.into_iter().take(2).collect();
        for (entry, id) in entries.iter_mut().zip(["first-of-ours", "second-of-ours"]) {
            entry["id"] = json!(id);
            entry["title"] = json!(format!("The {id}"));
            let mut framework: Value =
                serde_json::from_str(&app.site.read("frameworks/clinical-leadership.json")?)?;
            framework["id"] = json!(id);
            framework["title"] = json!(format!("The {id}"));
            let served = Served::Bytes(framework.to_string().into_bytes());
            app.site.change(&format!("theirs/{id}.json"), served);
        }
        catalogue["frameworks"] = json!(entries);
        let served = Served::Bytes(catalogue.to_string().into_bytes());
        app.site.change("theirs/catalogue.json", served);
        let element =
            "<bellwether-assessment id=one src=theirs/catalogue.json></bellwether-assessment>";
        host(app, SCRIPT, element).await?;
        app.see_heading(START).await?;
        app.press("The second-of-ours").await?;
        app.see_heading("The second-of-ours").await?;
        app.start_short().await?;
        app.answer(1, 3).await?;
        app.press("Bellwether").await?;
        app.see_heading(START).await
    })
}

#[test]
fn a_source_that_does_not_come_or_is_damaged_is_told() -> Result {
    story_of(&Setup::default(), async |app| {
        app.forgive("404 (Not Found)");
        for (served, heading) in [
            (Served::Missing, "This is not here"),
            (Served::Bytes(b"{ not json".to_vec()), "This cannot be used"),
            (
                Served::Bytes(b"{\"id\": \"<img onerror=alert(1)>\"}".to_vec()),
                "This cannot be used",
            ),
        ] {
            app.site.change("ours.json", served);
            host(app, SCRIPT, &ONE.replace("framework=clinical-leadership", "src=ours.json"))
                .await?;
            app.see_heading(heading).await?;
        }
        Ok(())
    })
}

#[test]
fn of_a_damaged_catalogue_and_an_address_that_is_none_the_page_is_told() -> Result {
    story_of(&Setup::default(), async |app| {
        let listening = "<script>window.told = []; document.addEventListener('bellwether-error',
            ({ detail }) => told.push(detail.code))</script>";
        for (src, catalogue, code) in [
            ("ours.json", json!([null]), "content-unusable"),
            ("ours.json", json!([{ "id": 5 }]), "content-unusable"),
            ("ours.json", json!(["text", { "id": { "toString": 1 } }]), "content-unusable"),
            ("http://", json!([]), "content-unreachable"),
        ] {
            let file = json!({ "frameworks": catalogue }).to_string();
            app.site.change("ours.json", Served::Bytes(file.clone().into_bytes()));
            let element = ONE.replace("framework=clinical-leadership", &format!("src={src}"));
            host(app, &format!("{listening}{SCRIPT}"), &element).await?;
            let told = async || in_host::<Vec<String>>(app, "return told").await;
            until_is(&format!("what is told of {src}, {file}"), vec![code.to_owned()], told)
                .await?;
        }
        Ok(())
    })
}

#[test]
fn an_id_that_frameworks_may_have_is_taken_from_the_hosts_own() -> Result {
    story_of(&Setup::default(), async |app| {
        let own = include_str!("../../../../fixtures/frameworks/small.json");
        for id in ["ours--and-theirs-", "a"] {
            let own = own.replace("\"id\": \"small\"", &format!("\"id\": \"{id}\""));
            app.site.change("ours.json", Served::Bytes(own.clone().into_bytes()));
            host(app, SCRIPT, &ONE.replace("framework=clinical-leadership", "src=ours.json"))
                .await?;
            app.see_heading(&title(&own)?).await?;
            let route: String = in_host(app, "return document.querySelector('#one').route").await?;
            assert_eq!(route, format!("#/framework/{id}"));
        }
        Ok(())
    })
}
