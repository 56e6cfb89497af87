//! A host can lose or damage what it serves. The page then says so, and what the person has is safe.

use bellwether_browser_tests::{Result, Served, story};

#[test]
fn content_that_does_not_come_or_is_damaged_is_told_and_the_record_is_safe() -> Result {
    story(async |app| {
        app.forgive("404 (Not Found)");
        app.forgive("ERR_EMPTY_RESPONSE");
        app.start_short().await?;
        app.answer(1, 4).await?;
        let (page, saved) = (app.hash().await?, app.saved().await?);
        let framework = format!("frameworks/{}.json", app.framework.id);
        let whole = app.site.read(&framework)?;
        let cut_off = whole.as_bytes()[..whole.len() / 2].to_vec();
        let elsewhere = whole.replace("\"short_form\"", "\"short_forn\"").into_bytes();
        for (served, heading) in [
            (Served::Missing, "This is not here"),
            (Served::Nothing, "The content could not be loaded"),
            (Served::Bytes(cut_off), "This cannot be used"),
            (Served::Bytes(elsewhere), "This cannot be used"),
            (Served::Bytes(vec![0xff; 64]), "This cannot be used"),
        ] {
            app.note(format!("the host serves something else: {heading}"));
            app.site.change(&framework, served);
            app.reload().await?;
            app.see_heading(heading).await?;
            app.see("Your record is safe.").await?;
            assert_eq!(app.saved().await?, saved);
        }
        app.site.change(&framework, Served::Bytes(whole.into_bytes()));
        app.reload().await?;
        app.see_element(1).await?;
        assert_eq!(app.hash().await?, page);
        app.see_answers(&[Some(4)]).await
    })
}

#[test]
fn a_catalogue_that_does_not_come_or_is_damaged_is_told() -> Result {
    story(async |app| {
        app.forgive("404 (Not Found)");
        app.forgive("ERR_EMPTY_RESPONSE");
        for (served, heading) in [
            (Served::Missing, "This is not here"),
            (Served::Nothing, "The content could not be loaded"),
            (Served::Bytes(b"{\"frameworks\":[".to_vec()), "This cannot be used"),
        ] {
            app.note(format!("the host serves something else: {heading}"));
            app.site.change("frameworks/catalogue.json", served);
            app.visit("#/").await?;
            app.reload().await?;
            app.see_heading(heading).await?;
            app.press("your record").await?;
            app.see_heading("Your record").await?;
        }
        Ok(())
    })
}
