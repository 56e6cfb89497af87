//! Files that a person loads: a good one brings everything, a bad one is refused with a reason and
//! changes nothing.

use bellwether_browser_tests::{App, Browser, Result, Setup, fixtures, story};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// One after the other: name, content, and words of the reason that a person is given.
type Bad = (&'static str, Vec<u8>, &'static str);

#[test]
fn bad_files_are_refused_with_a_reason_and_change_nothing() -> Result {
    story(async |app| {
        app.start_short().await?;
        app.answer(1, 5).await?;
        app.visit("#/record").await?;
        app.see_heading("Your record").await?;
        let before = app.saved().await?;
        assert!(!before.is_empty());
        for (name, content, reason) in bad_files(app) {
            app.load_file(name, &content).await?;
            refuses(app, name, reason).await?;
            assert_eq!(app.saved().await?, before, "after {name}");
            app.see("1 answered, last on").await?;
            app.press("Close this message").await?;
        }
        let harmed: bool = app.look("return 'harmed' in window", &[]).await?;
        assert!(!harmed, "nothing in a file is ever run");
        app.reload().await?;
        app.see_heading("Your record").await?;
        app.see("1 answered, last on").await?;
        assert_eq!(app.saved().await?, before, "after a reload");
        Ok(())
    })
}

#[test]
fn a_file_of_a_record_gives_the_same_result_on_another_device() -> Result {
    story(async |app| {
        app.start_full().await?;
        app.answer_all(&[5, 4, 0, 3]).await?;
        app.next().await?;
        app.see_element(2).await?;
        app.answer_all(&[1, 2]).await?;
        app.finish_now().await?;
        app.tab_to("the name", |focus| focus.id == "name").await?;
        app.type_in("Sam O’Neill-Łoś").await?;
        app.key(thirtyfour::Key::Tab).await?;
        app.press("Save my record as a file").await?;
        let (name, text) = app.saved_file().await?;
        assert!(name.starts_with("bellwether-record-"), "{name}");
        let (hash, result, facts) = (app.hash().await?, app.text().await?, app.facts().await?);
        assert_eq!(facts["Name"], "Sam O’Neill-Łoś");

        let other = app.again(Browser::open(&Setup::default()).await?);
        other.visit(&hash).await?;
        other.see_heading("This assessment is not in this browser").await?;
        other.visit("#/record").await?;
        other.see_heading("Your record").await?;
        other.load_file(&name, text.as_bytes()).await?;
        other.see("Your file has been loaded").await?;
        other.see("1 assessment added").await?;
        other.press_starting("See the result").await?;
        other.see_heading("Your result").await?;
        assert_eq!(other.hash().await?, hash);
        assert_eq!(other.text().await?, result);
        assert_eq!(other.facts().await?, facts);

        let saved = other.saved().await?;
        other.visit("#/record").await?;
        other.see_heading("Your record").await?;
        other.load_file(&name, text.as_bytes()).await?;
        other.see("Nothing new in that file").await?;
        assert_eq!(other.saved().await?, saved, "the second time adds nothing");
        assert_eq!(other.complaints().await?, [""; 0]);
        Ok(())
    })
}

#[test]
fn a_file_brings_later_answers_and_keeps_those_given_here_since() -> Result {
    story(async |app| {
        app.start_full().await?;
        app.answer(1, 1).await?;
        let page = app.hash().await?;
        app.visit("#/record").await?;
        app.press("Save my record as a file").await?;
        let (_, text) = app.saved_file().await?;
        // On another device the second statement was answered, long ago and so before any stamp here.
        let mut file: Value = serde_json::from_str(&text)?;
        let element = app.framework.element(1)?;
        let responses = file["assessments"][0]["responses"].as_array_mut();
        let second = format!("{} 1 0 w2 4", element.statements[1]);
        responses.unwrap().push(second.into());
        // Here the first is changed since.
        app.visit(&page).await?;
        app.see_element(1).await?;
        app.answer(1, 5).await?;

        app.visit("#/record").await?;
        app.see_heading("Your record").await?;
        app.load_file("other.json", file.to_string().as_bytes()).await?;
        app.see("1 assessment brought up to date").await?;
        app.visit(&page).await?;
        app.see_element(1).await?;
        app.see_answers(&[Some(5), Some(4), None, None]).await?;
        app.reload().await?;
        app.see_answers(&[Some(5), Some(4), None, None]).await
    })
}

async fn refuses(app: &App, name: &str, reason: &str) -> Result {
    app.see("That file was not loaded").await?;
    let notices = app.notices().await?;
    let [(_, text)] = notices.as_slice() else { panic!("{name}: {notices:?}") };
    assert!(text.contains(reason), "{name}: {text}");
    assert!(text.contains("Please "), "{name} says what to do: {text}");
    assert!(text.contains("Your record is as it was."), "{name}: {text}");
    Ok(())
}

fn bad_files(app: &App) -> Vec<Bad> {
    let good = good_file(app);
    let whole = good.to_string();
    let with = |pointer: &str, value: Value| {
        let mut file = good.clone();
        if let Some(place) = file.pointer_mut(pointer) {
            *place = value;
        }
        assert_ne!(file, good, "{pointer} is a place in a record");
        file.to_string().into_bytes()
    };
    let script =
        "<img src=x onerror=\"window.harmed = true\"><script>window.harmed = true</script>";
    let first = app.framework.elements[0].statements[0].clone();
    let answer = |line: &str| with("/assessments/0/responses/0", format!("{first} {line}").into());
    let nested = |depth| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    let with_deep =
        |depth| whole.replacen("\"saved\":", &format!("\"deep\":{},\"saved\":", nested(depth)), 1);
    let mut large = whole.clone().into_bytes();
    large.resize(17 * 1024 * 1024, b' ');
    let in_id = whole.replace("a1-imported", "<script>harmed()</script>");
    let in_statement = with("/assessments/0/responses/0", "<script> 1 0 w1 3".into());
    let huge = "1".repeat(400);
    vec![
        ("empty.json", Vec::new(), "it ends in the middle"),
        ("blank.json", b"  \n ".to_vec(), "it ends in the middle"),
        ("cut-off.json", whole.as_bytes()[..whole.len() / 2].to_vec(), "it ends in the middle"),
        ("foreign.json", br#"{"name":"package","version":"1.0.0"}"#.to_vec(), "not a record"),
        ("list.json", b"[1, 2, 3]".to_vec(), "not a record"),
        ("script-in-kind.json", with("/kind", script.into()), "not a record"),
        ("script-in-name.json", with("/name", name(script)), "the name in it"),
        ("long-name.json", with("/name", name(&"x".repeat(5000))), "the name in it"),
        ("script-in-id.json", in_id.into_bytes(), "it is damaged"),
        ("script-in-statement.json", in_statement, "no valid statement"),
        ("script-in-writer.json", answer(&format!("1 0 {script} 3")), "by nobody we know"),
        ("script-in-answer.json", answer(&format!("1 0 w1 {script}")), "no rating scale"),
        ("rating-of-ten.json", answer("1 0 w1 10"), "no rating scale"),
        ("rating-of-none.json", answer("1 0 w1 -1"), "no rating scale"),
        ("rating-of-half.json", answer("1 0 w1 2.5"), "no rating scale"),
        ("huge-rating.json", answer(&format!("1 0 w1 {huge}")), "no rating scale"),
        ("huge-moment.json", answer(&format!("{huge} 0 w1 3")), "it is damaged"),
        ("huge-count.json", answer("1 4294967296 w1 3"), "it is damaged"),
        ("answer-of-none.json", answer(""), "it is damaged"),
        ("far-ahead.json", answer("8640000000000000 0 w1 3"), "a thousand years from now"),
        ("huge-date.json", with("/assessments/0/started", json!(u64::MAX)), "no calendar has"),
        ("exponent.json", with("/assessments/0/started", json!(1e300)), "it is damaged"),
        ("twice.json", with("/assessments", twice(&good)), "the same assessment twice"),
        ("unknown-field.json", with("/assessments/0", json!({ "id": "a1" })), "it is damaged"),
        ("nested.json", nested(200).into_bytes(), "not a record"),
        ("deep.json", with_deep(200).into_bytes(), "it is "),
        ("abyss.json", with_deep(100_000).into_bytes(), "it is "),
        ("large.json", large, "far larger than any record"),
        ("newer.json", with("/version", 3.into()), "saved by another version"),
        ("binary.json", (0..=255).cycle().take(4096).collect(), "not a text file"),
        ("picture.png", b"\x89PNG\r\n\x1a\n".to_vec(), "not a text file"),
    ]
}

fn good_file(app: &App) -> Value {
    let all = fixtures::Stored::full("a1-imported", &app.framework, |_, _| vec![3; 4]);
    let mut file = fixtures::file(&app.framework, &[all.finished()]);
    file["name"] = name("Sam");
    file
}

fn name(name: &str) -> Value {
    fixtures::line(&name).into()
}

fn twice(file: &Value) -> Value {
    let one = &file["assessments"][0];
    json!([one, one])
}

#[test]
fn what_the_bad_files_are_made_from_is_good() -> Result {
    story(async |app| {
        app.visit("#/record").await?;
        app.see_heading("Your record").await?;
        app.load_file("good.json", good_file(app).to_string().as_bytes()).await?;
        app.see("Your file has been loaded").await?;
        let saved: BTreeMap<String, String> = app.saved().await?;
        assert!(saved.contains_key("bellwether/1/assessment/a1-imported"), "{saved:?}");
        Ok(())
    })
}
