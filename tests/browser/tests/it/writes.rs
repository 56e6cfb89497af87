//! What one answer costs: one small write, whatever else there is.

use bellwether_browser_tests::fixtures::{self, Stored, entries};
use bellwether_browser_tests::{App, Context as _, Result, Served, Setup, generated, story_of};
use serde_json::{Value, json};

/// Counts what the page asks of its storage, and how much it writes.
const COUNTER: &str = "
    window.asked = [];
    for (const verb of ['setItem', 'getItem', 'removeItem', 'key']) {
        const real = Storage.prototype[verb];
        Storage.prototype[verb] = function (...given) {
            window.asked.push([verb, ...given.map(String)]);
            return real.apply(this, given);
        };
    }";

/// Bytes that an answer with its stamp may take: four short values.
const MOST_BYTES: usize = 60;
/// The same where it is sealed: with the key that it would have, in Base64 with a nonce and a tag.
const MOST_BYTES_SEALED: usize = 200;
/// Bytes by which two answers may differ: the stamp counts those of the same moment.
const MAY_DIFFER: usize = 2;

#[test]
fn an_answer_is_one_small_write_however_many_there_are() -> Result {
    story_of(&counting(), async |app| {
        app.open().await?;
        app.start_full().await?;
        let mut sizes = Vec::new();
        for number in 1..=5 {
            app.see_element(number).await?;
            for nth in 1..=4 {
                asked(app).await?;
                app.answer(nth, 3).await?;
                sizes.push(size_of_one_write(app, nth).await?);
            }
            app.next().await?;
        }
        app.see_element(6).await?;
        app.see_progress(20, 80).await?;
        let grown = sizes.iter().max().copied().unwrap_or(0) - sizes[0];
        assert!(grown <= MAY_DIFFER, "an answer grows with their number: {sizes:?}");
        Ok(())
    })
}

#[test]
fn an_answer_is_one_small_write_however_many_past_results_there_are() -> Result {
    story_of(&counting(), async |app| {
        let past: Vec<Stored> = (0..1_000)
            .map(|number| {
                Stored::full(&format!("a{number}"), &app.framework, |_, _| vec![3; 4]).finished()
            })
            .collect();
        app.put_in_storage(&entries(&app.framework, &past)).await?;
        app.open().await?;
        app.start_full().await?;
        for (nth, answer) in [(1, 5), (2, 0), (2, 1)] {
            asked(app).await?;
            app.answer(nth, answer).await?;
            size_of_one_write(app, nth).await?;
        }
        asked(app).await?;
        app.clear(1).await?;
        size_of_one_write(app, 1).await?;
        Ok(())
    })
}

#[test]
fn an_answer_in_a_locked_profile_is_one_small_write_however_many_past_results_there_are() -> Result
{
    story_of(&counting(), async |app| {
        let mut sizes = Vec::new();
        // There has to be room for them twice.
        for past in [0, 300] {
            let past: Vec<Stored> = (0..past)
                .map(|number| {
                    Stored::full(&format!("a{number}"), &app.framework, |_, _| vec![3; 4])
                        .finished()
                })
                .collect();
            app.put_in_storage(&entries(&app.framework, &past)).await?;
            app.make_profile("Ann", Some("heron kettle bicycle")).await?;
            app.visit_within(&app.home()).await?;
            app.see_heading(&app.framework.title).await?;
            app.start_full().await?;
            for (nth, answer) in [(1, 5), (2, 2), (2, 1), (4, 3)] {
                asked(app).await?;
                app.answer(nth, answer).await?;
                let (name, text) = one_write(app).await?;
                assert!(name.starts_with("bellwether-profiles/1/sealed/"), "{name}");
                assert!(text.len() <= MOST_BYTES_SEALED, "{} bytes: {text}", text.len());
                sizes.push(text.len());
            }
        }
        let (few, many) = sizes.split_at(sizes.len() / 2);
        for (few, many) in few.iter().zip(many) {
            // Base64 goes by four letters at a time.
            assert!(few.abs_diff(*many) <= 4 * MAY_DIFFER, "an answer grows with them: {sizes:?}");
        }
        Ok(())
    })
}

#[test]
fn an_answer_is_one_small_write_among_ten_thousand_statements_with_answers() -> Result {
    const STATEMENTS: usize = 10_000;
    story_of(&counting(), async |app| {
        let own = format!("frameworks/{}.json", app.framework.id);
        let own: Value = serde_json::from_str(&app.site.read(&own)?)?;
        let framework = generated::framework(&own, STATEMENTS)?;
        let id = framework["id"].as_str().or_say(|| "no id")?;
        let file = framework.to_string().into_bytes();
        app.site.change(&format!("frameworks/{id}.json"), Served::Bytes(file));
        let all = framework["domains"].as_array().into_iter().flatten();
        let all = all.flat_map(|domain| domain["elements"].as_array().into_iter().flatten());
        let all = all.flat_map(|element| element["statements"].as_array().into_iter().flatten());
        let answer = |statement: &Value| {
            statement["id"].as_str().map(|id| format!("{id} {}", fixtures::line(&3)))
        };
        let answers: Vec<String> = all.filter_map(answer).collect();
        assert_eq!(answers.len(), STATEMENTS);
        let under_way = json!({
            "id": "a1", "framework": id, "framework_version": framework["version"], "form": "full",
            "started": 1, "responses": answers,
        });
        let under_way = ("bellwether/1/assessment/a1".to_owned(), under_way.to_string());
        app.put_in_storage(&[under_way].into()).await?;
        app.visit("#/assessment/a1/element/element-1").await?;
        app.see_progress(STATEMENTS, STATEMENTS).await?;
        for (nth, answer) in [(1, 5), (2, 0), (2, 1)] {
            asked(app).await?;
            app.answer(nth, answer).await?;
            size_of_one_write(app, nth).await?;
        }
        Ok(())
    })
}

#[test]
fn the_same_answer_again_and_a_walk_through_the_pages_write_no_answers() -> Result {
    story_of(&counting(), async |app| {
        app.open().await?;
        app.start_full().await?;
        app.tab_to("the first answer", |focus| focus.tag == "input").await?;
        app.type_in("3").await?;
        asked(app).await?;
        app.type_in("3").await?;
        assert_eq!(asked(app).await?, [[""; 0]; 0], "nothing has changed");
        app.next().await?;
        app.see_element(2).await?;
        let mut written = asked(app).await?;
        written.retain(|call| call[0] != "getItem");
        let [write] = written.as_slice() else { panic!("{written:?}") };
        assert!(write[1].starts_with("bellwether/1/position/"), "only where one is: {write:?}");
        Ok(())
    })
}

fn counting() -> Setup {
    Setup { before_page: Some(COUNTER.to_owned()), ..Setup::default() }
}

/// What was asked of the storage since the last call.
async fn asked(app: &App) -> Result<Vec<Vec<String>>> {
    app.look("return window.asked.splice(0)", &[]).await
}

/// What was written since the last call, if that was one entry.
async fn one_write(app: &App) -> Result<(String, String)> {
    let asked = asked(app).await?;
    let reads = asked.iter().filter(|call| call[0] == "getItem");
    let (of_profile, reads): (Vec<_>, Vec<_>) = reads.partition(|call| call[1].contains("/head/"));
    assert!(
        reads.len() <= 2,
        "it looks whether the assessment and this answer are there: {asked:?}"
    );
    assert!(of_profile.len() <= 1, "and whether the profile is: {asked:?}");
    let writes: Vec<_> = asked.iter().filter(|call| call[0] != "getItem").collect();
    let [write] = writes.as_slice() else { panic!("one write for an answer, but: {asked:?}") };
    let [verb, key, text] = write.as_slice() else { panic!("{write:?}") };
    assert_eq!(verb, "setItem");
    Ok((key.clone(), text.clone()))
}

/// How much was written since the last call, if that was one answer to the n-th statement alone.
async fn size_of_one_write(app: &App, nth: usize) -> Result<usize> {
    let (key, text) = one_write(app).await?;
    let statement = app.statements().await?.remove(nth - 1);
    assert!(key.ends_with(&format!("/{statement}")), "{key}");
    assert!(text.len() <= MOST_BYTES, "{} bytes: {text}", text.len());
    Ok(text.len())
}
