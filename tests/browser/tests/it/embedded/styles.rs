//! The styles of a page change nothing inside the element, and ours nothing outside.

use super::{ONE, SCRIPT, host, in_host};
use bellwether_browser_tests::{App, Context as _, Result, Served, Setup, story_of};
use serde_json::Value;
use std::path::Path;

/// What a page does to its own parts.
const HOSTILE: [(&str, &str); 4] = [
    ("another size of letters", "html { font-size: 62.5% }"),
    (
        "a reset of everything",
        "* { margin: 0; padding: 0; color: #f0f; font: italic 900 30px/3 monospace; letter-spacing: 5px;
            text-transform: uppercase; text-align: center; word-spacing: 1em; text-indent: 20px;
            list-style: none; cursor: wait; white-space: pre; visibility: visible; border: 0 }
        *::before, *::after { content: 'x' !important }",
    ),
    ("buttons unset", "button, a, input, select, fieldset, legend, details { all: unset }"),
    ("a dark ground", "html { color-scheme: dark; background: #000; color: #eee } a { color: #0ff }"),
];

#[test]
fn no_style_of_a_page_changes_anything_inside() -> Result {
    story_of(&Setup::default(), async |app| {
        let wanted = inside(app, "", "").await?;
        assert!(wanted.len() > 4, "there is something to compare");
        for (name, css) in HOSTILE {
            let found = inside(app, &format!("<style>{css}</style>"), "").await?;
            same(name, &wanted, &found)?;
        }
        same("right to left", &wanted, &inside(app, "", "dir=rtl lang=ar").await?)
    })
}

#[test]
fn bootstrap_and_nhsuk_frontend_change_nothing_inside() -> Result {
    story_of(&Setup::default(), async |app| {
        let wanted = inside(app, "", "").await?;
        app.forgive("not-here/");
        for file in [
            "bootstrap/dist/css/bootstrap.min.css",
            "nhsuk-frontend/dist/nhsuk/nhsuk-frontend.min.css",
        ] {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../node_modules").join(file);
            let css = std::fs::read_to_string(&path).or_say(|| path.display().to_string())?;
            // Its typefaces are on a host that no test is to ask.
            let css = css.replace("https://assets.nhs.uk/", "not-here/");
            app.site.change("theirs.css", Served::Bytes(css.into()));
            let head = "<link rel=stylesheet href=theirs.css>";
            let outside = outside(app, head).await?;
            same(file, &wanted, &inside(app, head, "class=app").await?)?;
            app.look_into(None);
            let with_ours: Vec<String> = in_host(app, OUTSIDE).await?;
            same("outside", &outside, &with_ours)?;
        }
        Ok(())
    })
}

#[test]
fn a_page_sets_colours_and_styles_parts() -> Result {
    story_of(&Setup::default(), async |app| {
        let head = format!(
            "{SCRIPT}<style>#one {{ --bellwether-brand: rgb(90, 20, 60) }}
            #one::part(footer) {{ background: rgb(1, 2, 3) }}</style>"
        );
        host(app, &head, ONE).await?;
        app.see_heading(&app.framework.title).await?;
        let colours = "return ['.bellwether-header', '.bellwether-footer']
            .map(css => getComputedStyle(document.querySelector(css)).backgroundColor)";
        let found: Vec<String> = app.look(colours, &[]).await?;
        assert_eq!(found, ["rgb(90, 20, 60)", "rgb(1, 2, 3)"]);
        Ok(())
    })
}

#[test]
fn in_a_narrow_column_of_a_wide_window_it_looks_as_on_a_phone() -> Result {
    story_of(&Setup::default(), async |app| {
        let narrow = format!("<div style='width: 320px'>{ONE}</div>");
        host(app, SCRIPT, &narrow).await?;
        app.see_heading(&app.framework.title).await?;
        app.start_short().await?;
        let wide = "const most = document.body.getBoundingClientRect();
            const left = all('.nhsuk-radios__item').map(node => node.getBoundingClientRect().left);
            return [most.width, new Set(left).size, all('*')
                .filter(node => node.getBoundingClientRect().right > most.right + 0.5).length]";
        let found: Vec<f64> = app.look(wide, &[]).await?;
        assert_eq!(found, [320.0, 1.0, 0.0], "its width, columns of answers, what stands out");
        Ok(())
    })
}

/// Two pages of the element with all their computed styles and places, node by node, in a column of
/// a page with this head and these attributes.
async fn inside(app: &App, head: &str, attributes: &str) -> Result<Vec<String>> {
    let body = format!(
        "<div {attributes} style='width: 700px !important; padding: 0; text-indent: 0'>{ONE}</div>"
    );
    host(app, &format!("{head}{SCRIPT}"), &body).await?;
    // Nothing is to be there from the time before.
    let _: Value = in_host(app, "localStorage.clear()").await?;
    host(app, &format!("{head}{SCRIPT}"), &body).await?;
    app.see_heading(&app.framework.title).await?;
    app.see_whole_program().await?;
    let mut found: Vec<String> = app.look(INSIDE, &[]).await?;
    let _: Value =
        in_host(app, "document.querySelector('#one').route = '#/take/clinical-leadership/short'")
            .await?;
    app.see_element(1).await?;
    // Whatever has the focus here had it by other ways there.
    let _: Value = app.look("document.activeElement?.blur()", &[]).await?;
    found.extend(app.look::<Vec<String>>(INSIDE, &[]).await?);
    Ok(found)
}

const INSIDE: &str = "
    const from = document.body.getBoundingClientRect();
    return [document.body, ...all('.bellwether-app *')].flatMap(node => [null, '::before', '::after'].map(part => {
        const style = getComputedStyle(node, part);
        const told = [...style].map(name => `${name}: ${style.getPropertyValue(name)}`);
        const { left, top, width, height } = node.getBoundingClientRect();
        // What is not drawn is nowhere.
        const isDrawn = width + height > 0;
        const place = isDrawn && [left - from.left, top - from.top, width, height].map(Math.round);
        const name = `${node.localName}.${node.getAttribute('class')}${part ?? ''}`;
        return [name, `place: ${place}`, ...told.filter(line => !line.startsWith('--'))].join('\\n');
    }))";

/// The computed styles of a page's own parts, before ours are there.
async fn outside(app: &App, head: &str) -> Result<Vec<String>> {
    host(app, head, ONE).await?;
    in_host(app, OUTSIDE).await
}

const OUTSIDE: &str = "return [...document.querySelectorAll('html, body, main, h1')].map(node => {
    const style = getComputedStyle(node);
    const size = /size|height|width|origin|^(top|bottom|inset)/;
    return [...style].filter(name => !size.test(name))
        .map(name => `${name}: ${style.getPropertyValue(name)}`).join('\\n')
})";

/// Says what differs, and where.
fn same(what: &str, wanted: &[String], found: &[String]) -> Result {
    for (wanted, found) in wanted.iter().zip(found) {
        let differs = wanted.lines().zip(found.lines()).filter(|(wanted, found)| wanted != found);
        let differs: Vec<String> =
            differs.map(|(wanted, found)| format!("{wanted}, but {found}")).collect();
        let node = wanted.lines().next().unwrap_or_default();
        differs.is_empty().then_some(()).or_say(|| format!("{what}: {node}: {differs:#?}"))?;
    }
    assert_eq!(wanted.len(), found.len(), "{what}");
    Ok(())
}
