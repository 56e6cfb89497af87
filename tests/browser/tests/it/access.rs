//! Everybody can use every page: axe finds nothing, nothing needs scrolling sideways, nothing moves
//! for those who asked for that, and forced colours hide nothing.

use bellwether_browser_tests::display::Display;
use bellwether_browser_tests::fixtures::{Stored, entries};
use bellwether_browser_tests::{App, Result, axe, story};
use thirtyfour::Key;

#[test]
fn axe_finds_nothing_on_a_desktop() -> Result {
    axe_finds_nothing(&[(1280, 1000)])
}

#[test]
fn axe_finds_nothing_on_phones() -> Result {
    axe_finds_nothing(&[(360, 740), (320, 568)])
}

#[test]
fn axe_finds_nothing_on_what_cannot_be_loaded() -> Result {
    story(async |app| {
        app.forgive("404 (Not Found)");
        app.visit("#/framework/nonsense").await?;
        app.see_heading("This is not here").await?;
        assert_eq!(axe::violations(app).await?, [""; 0]);
        Ok(())
    })
}

/// The smallest phone; and WCAG 2.2, 1.4.10: 1280 by 1024 pixels at 400 per cent.
#[test]
fn no_page_scrolls_sideways_on_the_smallest_phone_or_at_four_times_the_size() -> Result {
    story(async |app| {
        app.tour(async |page| {
            for (width, height) in [(320, 568), (320, 256)] {
                app.resize(width, height).await?;
                assert_eq!(app.too_wide().await?, [""; 0], "{page} at {width} × {height}");
            }
            Ok(())
        })
        .await
    })
}

/// WCAG 2.2, 2.4.11: a bar that stays in view must not cover what has the focus.
#[test]
fn what_has_the_focus_is_in_view_also_at_four_times_the_size() -> Result {
    story(async |app| {
        app.resize(320, 256).await?;
        app.start_full().await?;
        for forwards in [true, false] {
            for _ in 0..18 {
                let keys = app.browser.driver.action_chain();
                let keys = if forwards {
                    keys.send_keys(Key::Tab)
                } else {
                    keys.key_down(Key::Shift).send_keys(Key::Tab).key_up(Key::Shift)
                };
                keys.perform().await?;
                let focus = app.focus().await?;
                if focus.tag == "body" {
                    // Once round: it is with the browser's own buttons.
                    continue;
                }
                assert!(is_in_view(app).await?, "{focus:?} is covered or out of sight");
            }
        }
        Ok(())
    })
}

/// And WCAG 2.2, 1.4.12: with wide spacing nothing goes out of sight.
#[test]
fn nothing_moves_for_those_who_asked_for_that_and_wide_text_fits() -> Result {
    story(async |app| {
        app.display(Display::ReducedMotion).await?;
        let wide = "document.addEventListener('DOMContentLoaded', () => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important;'
                + 'word-spacing: 0.16em !important } p { margin-bottom: 2em !important }');
            document.adoptedStyleSheets = [sheet];
        })";
        app.browser.before_page(wide).await?;
        app.tour(async |page| {
            assert_eq!(app.moving().await?, [""; 0], "{page}");
            assert_eq!(app.too_wide().await?, [""; 0], "{page}");
            Ok(())
        })
        .await
    })
}

#[test]
fn in_forced_colours_the_chosen_answer_can_be_told_from_the_others() -> Result {
    story(async |app| {
        app.display(Display::ForcedColours).await?;
        app.start_full().await?;
        let statement = app.statements().await?.remove(0);
        let item = format!("div:has(> #{statement}-is-4)");
        let unchosen = look_away(app, &item).await?;
        app.answer(1, 4).await?;
        let chosen = look_away(app, &item).await?;
        assert!(unchosen != chosen, "the picture of the answer is the same");
        app.answer(1, 2).await?;
        assert!(look_away(app, &item).await? == unchosen, "it was the choice that made it differ");
        Ok(())
    })
}

#[test]
fn in_forced_colours_the_focus_can_be_seen() -> Result {
    story(async |app| {
        app.display(Display::ForcedColours).await?;
        app.start_full().await?;
        let statement = app.statements().await?.remove(0);
        let item = format!("fieldset:has(#{statement}-is-1)");
        let without = look_away(app, &item).await?;
        app.tab_to("the first answer", |focus| focus.tag == "input").await?;
        assert!(app.picture(&item).await? != without, "an answer looks the same with the focus");
        Ok(())
    })
}

#[test]
fn in_forced_colours_bars_can_be_told_from_their_ground() -> Result {
    story(async |app| {
        let answers = |number: usize| if number == 1 { vec![5; 4] } else { vec![1; 4] };
        let done = Stored::full("a1", &app.framework, |number, _| answers(number)).finished();
        app.put_in_storage(&entries(&app.framework, &[done])).await?;
        app.visit("#/assessment/a1/result").await?;
        app.see_heading("Your result").await?;
        app.display(Display::ForcedColours).await?;
        let colours = "const shown = name => {
                const style = getComputedStyle(document.querySelector('.bellwether-bars__' + name));
                return style.fill;
            };
            return [shown('fill'), shown('ground')]";
        let colours: Vec<String> = app.look(colours, &[]).await?;
        assert_ne!(colours[0], colours[1]);
        let bar = |nth: usize| format!(".bellwether-bars tbody tr:nth-child({nth}) svg");
        assert!(app.picture(&bar(1)).await? != app.picture(&bar(2)).await?, "5 looks like 1");
        assert!(app.picture(&bar(2)).await? == app.picture(&bar(3)).await?, "1 looks like 1");
        Ok(())
    })
}

fn axe_finds_nothing(sizes: &[(u32, u32)]) -> Result {
    story(async |app| {
        let mut all = Vec::new();
        app.tour(async |page| {
            for (width, height) in sizes {
                app.resize(*width, *height).await?;
                let found = axe::violations(app).await?;
                all.extend(found.into_iter().map(|what| format!("{page} at {width}: {what}")));
            }
            Ok(())
        })
        .await?;
        assert!(all.is_empty(), "axe has found:\n{}", all.join("\n"));
        Ok(())
    })
}

/// Whether some point of what has the focus can be seen: not covered, not scrolled away.
async fn is_in_view(app: &App) -> Result<bool> {
    let script = "const on = document.activeElement;
        const parts = on.labels?.length ? [on, ...on.labels] : [on];
        return parts.some(part => [...part.getClientRects()].some(box =>
            [0.1, 0.5, 0.9].some(share => {
                const hit = document.elementFromPoint(
                    box.left + box.width / 2, box.top + box.height * share);
                return hit && (hit === part || part.contains(hit) || parts.includes(hit));
            })))";
    app.look(script, &[]).await
}

/// A picture with neither focus nor mouse on anything.
async fn look_away(app: &App, css: &str) -> Result<Vec<u8>> {
    app.browser.run("document.activeElement.blur()", &[]).await?;
    app.browser.driver.action_chain().move_to(1, 1).perform().await?;
    app.picture(css).await
}
