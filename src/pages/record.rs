//! All assessments; saving, loading and deleting.

use super::sealed_files;
use super::view::View;
use crate::app::{Action, Route, State};
use crate::assessment::{Form, Summary};
use crate::browser::{clock, files};
use crate::catalogue::Catalogue;
use crate::components::markup::{Inside, Tag, all, h1, h2, node, p, unseen};
use crate::components::{nav_link, quiet_button, text_button};
use crate::profile::MAX_SEALED_BYTES;
use crate::record::Kept;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

const STORED: &str = "It is kept in this browser, on this device, and nowhere else. Anyone who can \
    use this browser can read it.";
const LOCKED: &str = "It is kept in this browser, on this device, and nowhere else, and only your \
    passphrase opens it.";
const BY_HOST: &str =
    "It is kept by the website that this page is part of; ask there who can read it.";
const IN_MEMORY: &str = "It is in this page only, and gone when you close it, unless you save it as \
    a file.";
const WHY_A_FILE: &str = "A browser can lose what it stores, when its data is cleared or the device \
    is reset. A file is yours to keep. It holds your answers as plain text, so keep it where only \
    you can read it, or lock it.";

const MERGED: &str = "What is in the file is added to what is here. Where both have an answer to the \
    same statement of the same assessment, the later one counts.";

/// The page: `summaries` has all assessments, the one worked on last first; the catalogue, once it is
/// here, gives the frameworks' titles.
pub(super) fn record_page(
    summaries: &[Summary],
    catalogue: Option<&Catalogue>,
    view: &View<'_>,
) -> Html {
    let View { state, act } = *view;
    let none = || p(vec!["There are none yet. ".html(), nav_link(&Route::Start, "", "Start one")]);
    let items = summaries.iter().map(|summary| assessment(summary, catalogue, act));
    let list = if summaries.is_empty() {
        none()
    } else {
        node("ul", "bellwether-list", all(items.collect()))
    };
    all(vec![
        h1("", "Your record"),
        where_it_is(state),
        h2("Assessments"),
        list,
        h2("Keep a copy, or move to another device"),
        p(WHY_A_FILE),
        quiet_button(act.reform(|_| Action::SaveFile), "Save my record as a file"),
        sealed_files::save(view),
        load(view),
        sealed_files::open(view),
    ])
}

/// Where the record is kept, and who can read it.
fn where_it_is(state: &State) -> Html {
    let people = &state.more.people;
    let told = match (state.kept, &people.who) {
        (Kept::InMemory(_), _) => IN_MEMORY,
        (Kept::Stored, _) if state.kept_by_host => BY_HOST,
        (Kept::Stored, who) if who.is_locked_up() => LOCKED,
        (Kept::Stored, _) => STORED,
    };
    let may_lock = told == STORED && people.may_be;
    let way = || nav_link(&Route::Profiles, "", "Lock it, or keep it apart from others’");
    p(if may_lock { vec![told.html(), " ".html(), way()] } else { vec![told.html()] })
}

fn assessment(summary: &Summary, catalogue: Option<&Catalogue>, act: &Callback<Action>) -> Html {
    let title =
        catalogue.map_or_else(|| summary.framework.shared(), |c| c.title(&summary.framework));
    let form = match summary.form {
        Form::Full => "full form",
        Form::Short => "short form",
    };
    let (state, to, way) = match summary.finished {
        Some(finished) => (
            format!("Finished on {}", clock::date(finished)),
            Route::Result(summary.id.clone()),
            "See the result",
        ),
        None => (
            format!("{} answered, last on {}", summary.answered, clock::date(summary.changed)),
            Route::Tasks(summary.id.clone()),
            "Go on",
        ),
    };
    let of = format!(" of {title}, {form}, begun on {}", clock::date(summary.started));
    let id = summary.id.clone();
    let delete = act.reform(move |_| Action::Delete(id.clone()));
    let what = vec![node("strong", "", format!("{title}, {form}")), node("span", "", state)];
    let ways = vec![
        nav_link(&to, "", vec![way.html(), unseen(&of)]),
        text_button(delete, all(vec!["Delete".html(), unseen(&of)])),
    ];
    let inside =
        vec![node("p", "bellwether-list__what", what), node("p", "bellwether-list__ways", ways)];
    let item = Tag::new("li", &["class"], ["bellwether-list__item".into()]);
    item.key(summary.id.as_str()).inside(inside)
}

fn load(view: &View<'_>) -> Html {
    let visit = view.state.more.people.visits;
    let onchange = {
        let act = view.act.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
            // So that choosing the same file again is a change again.
            input.set_value("");
            let act = act.clone();
            spawn_local(async move {
                let file = read(file).await.into();
                act.emit(Action::LoadFile { file, visit });
            });
        })
    };
    let says = Tag::new("label", &["class", "for"], ["nhsuk-label".into(), "load".into()]);
    let hint = Tag::new("div", &["class", "id"], ["nhsuk-hint".into(), "load-hint".into()]);
    let values = [
        "bellwether-file".into(),
        "file".into(),
        "load".into(),
        ".json,application/json".into(),
        "load-hint".into(),
    ];
    let names = &["class", "type", "id", "accept", "aria-describedby"];
    let input = Tag::new("input", names, values).on_change(onchange);
    let inside = vec![says.inside("Load a record from a file"), hint.inside(MERGED), input.html()];
    node("div", "nhsuk-form-group bellwether-load", inside)
}

/// The content of a file; of one that is too large, or cannot be read, only as much as shows that.
async fn read(file: web_sys::File) -> Vec<u8> {
    if file.size() > MAX_SEALED_BYTES as f64 {
        return vec![b' '; MAX_SEALED_BYTES + 1];
    }
    files::read(&file).await.unwrap_or_default()
}
