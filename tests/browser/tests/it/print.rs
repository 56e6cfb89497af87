//! The result on paper: a clean A4 report with all that it should have, and nothing for the screen.

use bellwether_browser_tests::display::Display;
use bellwether_browser_tests::fixtures::{Stored, entries, line};
use bellwether_browser_tests::{App, Result, Setup, story, story_of};
use serde_json::json;
use std::io::Write;
use std::process::{Command, Stdio};

#[test]
fn the_report_has_all_it_should_and_nothing_for_the_screen() -> Result {
    story(async |app| {
        open_result(app).await?;
        assert!(app.text().await?.contains("Change answers"), "on screen it can be acted on");
        app.display(Display::Print).await?;
        is_whole(app, &app.text().await?)?;
        let for_screen = "return all('header, footer, nav, button, input, summary, [role=status]')
            .filter(node => seen(node) && node.getClientRects().length && text(node))
            .map(node => text(node))";
        assert_eq!(app.look::<Vec<String>>(for_screen, &[]).await?, [""; 0]);
        let bars: usize =
            app.look("return all('.bellwether-bars svg').filter(seen).length", &[]).await?;
        assert_eq!(bars, 20, "bars are printed");
        Ok(())
    })
}

#[test]
fn the_report_fits_on_a4() -> Result {
    story(async |app| {
        open_result(app).await?;
        let pdf = app.pdf().await?;
        let sizes = page_sizes(&pdf);
        // 210 by 297 millimetres in points, rounded.
        assert!(sizes.iter().all(|size| *size == (595, 842)), "{sizes:?}");
        assert!((3..=9).contains(&sizes.len()), "{} pages", sizes.len());
        if let Some(text) = pdf_text(&pdf)? {
            is_whole(app, &text)?;
            assert!(
                !text.contains("Change answers") && !text.contains("Independent tool"),
                "{text}"
            );
        }
        // The paper less its margins, at 96 pixels an inch. The browser makes fit what is only a
        // little wider.
        app.display(Display::Print).await?;
        app.browser.cdp("Emulation.setScrollbarsHidden", json!({ "hidden": true })).await?;
        app.resize(672, 986).await?;
        let beyond = "const page = document.scrollingElement;
            return page.scrollWidth - page.clientWidth";
        let beyond: i32 = app.look(beyond, &[]).await?;
        assert!(beyond <= 5, "{beyond} pixels at the right do not fit");
        Ok(())
    })
}

#[test]
fn a_name_is_optional_and_kept() -> Result {
    story(async |app| {
        open_result(app).await?;
        let name = "Zoë <b>O’Neill</b>";
        app.tab_to("the name", |focus| focus.id == "name").await?;
        app.key(thirtyfour::Key::Delete).await?;
        app.type_in(name).await?;
        app.key(thirtyfour::Key::Tab).await?;
        app.see("That name was not kept").await?;
        assert_eq!(app.facts().await?["Name"], "Sam Łoś", "the one before is kept");

        app.tab_to("the name", |focus| focus.id == "name").await?;
        app.browser.run("document.activeElement.select()", &[]).await?;
        app.key(thirtyfour::Key::Delete).await?;
        app.key(thirtyfour::Key::Tab).await?;
        app.reload().await?;
        app.see_heading("Your result").await?;
        app.display(Display::Print).await?;
        assert!(!app.text().await?.contains("Name"), "without a name there is no line for one");
        Ok(())
    })
}

#[test]
fn the_button_prints() -> Result {
    let count = "window.printed = 0; window.print = () => { window.printed += 1 }";
    let setup = Setup { before_page: Some(count.to_owned()), ..Setup::default() };
    story_of(&setup, async |app| {
        open_result(app).await?;
        app.press("Print or save as PDF").await?;
        assert_eq!(app.look::<u32>("return window.printed", &[]).await?, 1);
        Ok(())
    })
}

#[test]
fn a_certificate_and_a_trainers_page_each_fit_on_one_page_of_a4() -> Result {
    story(async |app| {
        let library: serde_json::Value =
            serde_json::from_str(&app.site.read("frameworks/learning.json")?)?;
        let sessions = library["sessions"].as_array().cloned().unwrap_or_default();
        assert_eq!(sessions.len(), 62);
        let ids = || sessions.iter().filter_map(|session| session["id"].as_str());
        let done = |id: &str| (format!("bellwether/1/note/{id}/done"), line(&"=1793520000000"));
        app.put_in_storage(&ids().map(done).collect()).await?;
        for session in ids() {
            for (page, heading) in
                [("certificate", "Certificate of completion"), ("trainer", "Trainer’s notes")]
            {
                app.visit(&format!("#/learn/session/{session}/{page}")).await?;
                app.see_heading(heading).await?;
                assert_eq!(page_sizes(&app.pdf().await?), [(595, 842)], "{session} {page}");
            }
        }
        Ok(())
    })
}

/// The result of a full form with all kinds of answers, of a person with a name.
async fn open_result(app: &App) -> Result {
    let answers = |number: usize| match number {
        2 => vec![0, 0, 0, 0],
        3 => vec![1, 5],
        _ => vec![4, 3, 2, (number % 5 + 1) as u8],
    };
    let done = Stored::full("a1", &app.framework, |number, _| answers(number)).finished();
    let mut stored = entries(&app.framework, &[done]);
    stored.insert("bellwether/1/name".to_owned(), line(&"Sam Łoś"));
    app.put_in_storage(&stored).await?;
    app.visit("#/assessment/a1/result").await?;
    app.see_heading("Your result").await
}

/// Name, date, framework and version, scores, and every statement with its answer.
fn is_whole(app: &App, text: &str) -> Result {
    let text = squeezed(text);
    let version = format!("Clinical leadership, full form, version {}", app.framework.version);
    for fact in ["Sam Łoś", "1 November 2026", &version, "Not enough answers", "Not in your role"]
    {
        // The third element has a score: half of its statements are rated.
        if fact != "Not enough answers" {
            assert!(text.contains(&squeezed(fact)), "{fact} is missing from: {text}");
        }
    }
    for element in &app.framework.elements {
        for words in element.texts.iter().chain([&element.title, &element.domain]) {
            assert!(text.contains(&squeezed(words)), "“{words}” is missing from: {text}");
        }
    }
    let count = |words: &str| text.matches(&squeezed(words)).count();
    // One of four statements in 18 elements, and those that come out so by the element's number.
    assert!(count("2 – Now and then") >= 18, "{}", count("2 – Now and then"));
    assert_eq!(count("No answer"), 2);
    assert!(count("4 – Most of the time") >= 18);
    Ok(())
}

/// Without any space: where lines break is no matter.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Width and height of each page in points, rounded.
fn page_sizes(pdf: &[u8]) -> Vec<(u32, u32)> {
    let text = String::from_utf8_lossy(pdf);
    let boxes = text.split("/MediaBox [").skip(1).filter_map(|rest| rest.split(']').next());
    boxes
        .filter_map(|numbers| {
            let numbers: Vec<f64> =
                numbers.split_whitespace().filter_map(|number| number.parse().ok()).collect();
            match numbers.as_slice() {
                [_, _, width, height] => Some((width.round() as u32, height.round() as u32)),
                _ => None,
            }
        })
        .collect()
}

/// The text of a PDF, where there is a program on PATH that reads it.
fn pdf_text(pdf: &[u8]) -> Result<Option<String>> {
    let started = Command::new("pdftotext")
        .args(["-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let Ok(mut program) = started else { return Ok(None) };
    if let Some(mut input) = program.stdin.take() {
        input.write_all(pdf)?;
    }
    Ok(Some(String::from_utf8_lossy(&program.wait_with_output()?.stdout).into_owned()))
}
