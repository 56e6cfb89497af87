//! The whole way through with the mouse. Every expected figure is worked out by hand.

use bellwether_browser_tests::{Result, story};

#[test]
fn the_short_form_can_be_taken_with_the_mouse() -> Result {
    story(async |app| {
        app.start_short().await?;
        assert_eq!(app.progress().await?, (0, 20));
        assert_eq!(app.statement_count().await?, 1, "the short form asks one for each element");
        // 1, 2, 3, 4, 5, 1, 2 and so on from the first element to the last.
        app.answer_everything(|number, _| vec![((number - 1) % 5 + 1) as u8]).await?;
        app.see_progress(20, 20).await?;
        app.see("Every statement has an answer.").await?;
        app.see("20 of 20 elements have enough answers for a score.").await?;
        app.finish().await?;

        // Within each domain the highest stands first: the elements' numbers and scores.
        let expected = [
            (4, "4.0"),
            (3, "3.0"),
            (2, "2.0"),
            (1, "1.0"),
            (5, "5.0"),
            (8, "3.0"),
            (7, "2.0"),
            (6, "1.0"),
            (10, "5.0"),
            (9, "4.0"),
            (12, "2.0"),
            (11, "1.0"),
            (15, "5.0"),
            (14, "4.0"),
            (13, "3.0"),
            (16, "1.0"),
            (20, "5.0"),
            (19, "4.0"),
            (18, "3.0"),
            (17, "2.0"),
        ];
        assert_eq!(app.scores().await?, app.titled(&expected)?);
        // 10, 11, 12, 13 and 14 quarters; a half is rounded up.
        assert_eq!(app.domain_scores().await?, ["2.5", "2.8", "3.0", "3.3", "3.5"]);
        // Four elements have a 5 and four a 1: those who share a score are named together.
        assert_eq!(
            app.titles_under("Strengths to use").await?,
            app.framework.titles(&[5, 10, 15, 20])?
        );
        let lowest = app.framework.titles(&[1, 6, 11, 16])?;
        assert_eq!(app.titles_under("Elements to work on").await?, lowest);
        let facts = app.facts().await?;
        assert_eq!(facts["Answers"], "20 of 20 statements rated, 0 “Not in my role”");
        let version = &app.framework.version;
        let expected = format!("Clinical leadership, short form, version {version}");
        assert_eq!(facts["Framework"], expected);
        Ok(())
    })
}

#[test]
fn the_full_form_can_be_taken_with_the_mouse_and_its_result_is_right() -> Result {
    story(async |app| {
        app.start_full().await?;
        assert_eq!(app.progress().await?, (0, 80));
        assert_eq!(app.statement_count().await?, 4);
        app.answer_everything(|number, _| pattern(number)).await?;

        app.see_progress(77, 80).await?;
        app.see("3 statements have no answer yet.").await?;
        app.see("17 of 20 elements have enough answers for a score.").await?;
        let left = app.framework.element(18)?;
        assert!(app.offers(&left.title).await?, "what is open is one click away");
        app.finish().await?;

        let not_enough = "Not enough answers";
        let expected = [
            (1, "5.0"),
            (2, "3.0"),
            (4, "3.0"),
            (3, "2.0"),
            (6, "4.8"),
            (5, "3.0"),
            (7, "3.0"),
            (8, "3.0"),
            (11, "4.5"),
            (12, "4.0"),
            (10, "3.0"),
            (9, "1.0"),
            (15, "3.0"),
            (16, "1.5"),
            (14, "1.3"),
            (13, not_enough),
            (20, "4.3"),
            (19, "3.0"),
            (17, "Not in your role"),
            (18, not_enough),
        ];
        assert_eq!(app.scores().await?, app.titled(&expected)?);
        // 13/4, 13.75/4, 12.5/4, 5.75/3 and 7.25/2.
        assert_eq!(app.domain_scores().await?, ["3.3", "3.4", "3.1", "1.9", "3.6"]);
        app.see("(from 3 of 4 elements)").await?;
        app.see("(from 2 of 4 elements)").await?;

        assert_eq!(app.titles_under("Strengths to use").await?, app.framework.titles(&[1, 6, 11])?);
        let lowest = app.framework.titles(&[9, 14, 16])?;
        assert_eq!(app.titles_under("Elements to work on").await?, lowest);
        let strengths = app.named_under("Strengths to use").await?;
        for ((title, text), number) in strengths.iter().zip([1, 6, 11]) {
            let asked = &app.framework.element(number)?.overuse;
            assert!(text.contains(asked), "{title} is a strength, so its overuse is asked about");
        }
        let facts = app.facts().await?;
        assert_eq!(facts["Answers"], "68 of 80 statements rated, 9 “Not in my role”");

        let answers: Vec<String> =
            app.all_answers().await?.into_iter().map(|(_, answer)| answer).collect();
        assert_eq!(answers.len(), 80);
        assert_eq!(answers[0], "5 – Nearly every time");
        assert_eq!(answers[32..36], ["1 – Hardly ever"; 4]);
        assert_eq!(answers[44], "Not in my role");
        assert_eq!(
            answers[68..72],
            ["4 – Most of the time", "No answer", "No answer", "No answer"]
        );
        Ok(())
    })
}

/// Answers with something of everything: 0 is “not in my role”, a missing one is left out.
fn pattern(element: usize) -> Vec<u8> {
    match element {
        1 => vec![5, 5, 5, 5],
        3 => vec![2, 2, 2, 2],
        // 4.75, shown as 4.8.
        6 => vec![5, 5, 5, 4],
        9 => vec![1, 1, 1, 1],
        11 => vec![4, 4, 5, 5],
        // Half are rated: just enough, and the mean of these two.
        12 => vec![0, 0, 4, 4],
        // A quarter is not, however high.
        13 => vec![0, 0, 0, 5],
        // 1.25, shown as 1.3.
        14 => vec![1, 2, 1, 1],
        16 => vec![2, 1, 2, 1],
        17 => vec![0, 0, 0, 0],
        18 => vec![4],
        // High, but three are higher.
        20 => vec![4, 4, 4, 5],
        _ => vec![3, 3, 3, 3],
    }
}
