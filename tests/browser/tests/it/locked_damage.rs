//! A locked profile of which something stored is damaged: it is mended, or named, and all else is there.

use bellwether_browser_tests::fixtures::{Stored, entries};
use bellwether_browser_tests::{App, DOOR, Result, story};

const PASSPHRASE: &str = "heron kettle bicycle";

/// Has two assessments in a locked profile, one entry each.
async fn begin(app: &App) -> Result {
    let answered = |id| {
        Stored::full(id, &app.framework, |number, _| match number {
            1 => vec![4, 2, 5],
            _ => vec![],
        })
    };
    app.put_in_storage(&entries(&app.framework, &[answered("one"), answered("two")])).await?;
    app.make_profile("Ann", Some(PASSPHRASE)).await
}

/// Puts something else in place of what is stored under the first key that has a part, and loads the page
/// anew. Returns the key. `how` is an expression in JavaScript, of the `whole` text.
async fn damage(app: &App, part: &str, how: &str) -> Result<String> {
    app.note(format!("{part} is damaged: {how}"));
    let script = "const key = Object.keys(localStorage).find(key => key.includes(arguments[0]));
        localStorage[key] = new Function('whole', 'return ' + arguments[1])(localStorage[key]);
        return key";
    let key = app.look(script, &[part.into(), how.into()]).await?;
    app.reload().await?;
    Ok(key)
}

/// Whether the head and its copy say the same.
async fn is_stored_twice(app: &App) -> Result<bool> {
    let script =
        "const of = part => Object.entries(localStorage).find(([key]) => key.includes(part))[1];
        return of('/head/') === of('/copy/')";
    app.look(script, &[]).await
}

#[test]
fn a_sealed_entry_that_was_cut_off_is_named_and_put_aside_wherever_it_was_cut() -> Result {
    story(async |app| {
        let cuts =
            ["''", "whole.slice(0, 9)", "whole.slice(0, whole.length / 2)", "whole.slice(0, -1)"];
        for cut in cuts {
            begin(app).await?;
            let key = damage(app, "/sealed/", cut).await?;
            app.come_in("Ann", Some(PASSPHRASE)).await?;
            app.see("Part of your record could not be read").await?;
            app.see("an entry that was locked").await?;
            let stored = app.all_stored().await?;
            assert!(stored.contains(&format!("bellwether/aside/1/{key}")), "{cut}: {stored}");
            app.visit_within("#/record").await?;
            app.see_heading("Your record").await?;
            app.see("3 answered").await?;
            assert_eq!(app.text().await?.matches("3 answered").count(), 1, "{cut}");
            app.reload().await?;
            app.come_in("Ann", Some(PASSPHRASE)).await?;
            app.see_member("Ann").await?;
            assert_eq!(app.notices().await?, [], "it is told once");
        }
        Ok(())
    })
}

/// Each way a text can be damaged in: cut off, emptied, changed where it would still be read.
const HEADS: [&str; 5] = [
    "''",
    "whole.slice(0, whole.length / 2)",
    "whole.slice(0, 4) + 'x' + whole.slice(5)",
    "whole.replace('Ann', 'Amn')",
    "whole.replace('salt\":\"', 'salt\":\"A')",
];

#[test]
fn a_damaged_head_is_mended_by_its_copy_and_a_copy_by_the_head() -> Result {
    story(async |app| {
        for (number, how) in HEADS.into_iter().enumerate() {
            begin(app).await?;
            let part = if number % 2 == 0 { "/head/" } else { "/copy/" };
            damage(app, part, how).await?;
            assert!(!is_stored_twice(app).await?);
            app.come_in("Ann", Some(PASSPHRASE)).await?;
            app.see_member("Ann").await?;
            assert_eq!(app.notices().await?, [], "{part}: {how}");
            assert!(is_stored_twice(app).await?, "{part}: {how}");
            // With the other damaged next it is still there.
            let other = if number % 2 == 0 { "/copy/" } else { "/head/" };
            damage(app, other, how).await?;
            app.come_in("Ann", Some(PASSPHRASE)).await?;
            app.see_member("Ann").await?;
            app.visit_within("#/record").await?;
            app.see_heading("Your record").await?;
            app.see("3 answered").await?;
        }
        Ok(())
    })
}

#[test]
fn where_head_and_copy_are_damaged_the_page_says_so_and_goes_on() -> Result {
    story(async |app| {
        for how in HEADS {
            begin(app).await?;
            damage(app, "/head/", how).await?;
            damage(app, "/copy/", how).await?;
            app.see_heading(DOOR).await?;
            app.see("There is a profile here whose beginning is damaged").await?;
            assert!(!app.offers("Open the record of Ann").await?, "{how}");
            let sealed =
                "return Object.keys(localStorage).filter(key => key.includes('/sealed/')).length";
            assert_eq!(app.look::<usize>(sealed, &[]).await?, 2, "what is sealed stays: {how}");
            app.press("Make a profile").await?;
            app.fill_in_profile("Ann", None).await?;
            app.see_member("Ann").await?;
            app.reload().await?;
            app.see("There is a profile here whose beginning is damaged").await?;
            app.come_in("Ann", None).await?;
            app.see_member("Ann").await?;
            assert_eq!(
                app.look::<usize>(sealed, &[]).await?,
                2,
                "it stays after a new start: {how}"
            );
        }
        Ok(())
    })
}
