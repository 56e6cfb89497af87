//! Fields for names and passphrases, and what is wrong with what was entered in them.

use super::view::View;
use crate::app::{Form, Mistake, Twice, in_words};
use crate::browser::page;
use crate::components::Field;
use crate::components::markup::{Inside, Tag, bullets, li, node, p, status};
use crate::profile::Refusal;
use web_sys::Element;
use yew::prelude::*;

/// The names of the fields on the page.
pub(super) const NAME: &str = "profile-name";
/// Of one that opens something.
pub(super) const PASSPHRASE: &str = "passphrase";
/// Of one that is set.
const NEW: &str = "new-passphrase";
const AGAIN: &str = "new-passphrase-again";

const HOW_LONG: &str = "At least 12 characters. Three or four words that have nothing to do with each \
    other are easy to remember and hard to guess.";

/// What is wrong in a form, if something is.
fn mistake(view: &View<'_>, form: Form) -> Option<Mistake> {
    view.state.more.people.mistake.filter(|(of, _)| *of == form).map(|(_, mistake)| mistake)
}

/// What is wrong with a passphrase that opens something.
pub(super) fn wrong_to_open(view: &View<'_>, form: Form) -> Option<&'static str> {
    match mistake(view, form)? {
        Mistake::Refused(refusal) => Some(in_words(refusal)),
        _ => None,
    }
}

/// The field for a name.
pub(super) fn name_field(view: &View<'_>, form: Form, value: &str) -> Html {
    let wrong = match mistake(view, form) {
        Some(Mistake::NoName) => Some("Enter a name."),
        Some(Mistake::NotAName) => Some("A name can have up to 100 characters, without < and >."),
        Some(Mistake::Refused(Refusal::NameTaken)) => Some(in_words(Refusal::NameTaken)),
        _ => None,
    };
    let hint = "Anyone who uses this browser sees it, also of a locked profile.";
    Field { id: NAME, kind: "text", says: "Name of the profile", hint, value, wrong }.html()
}

/// Two fields for a passphrase that is to be set, after what has to be known before.
pub(super) fn new_passphrase(view: &View<'_>, form: Form, hint: &'static str) -> Html {
    let (wrong, wrong_again) = match mistake(view, form) {
        Some(Mistake::TooShort) => (Some("Use at least 12 characters."), None),
        Some(Mistake::Different) => (None, Some("The two are not the same. Type both again.")),
        Some(Mistake::Refused(refusal)) if refusal != Refusal::NameTaken => {
            (Some(in_words(refusal)), None)
        }
        _ => (None, None),
    };
    let hint = if hint.is_empty() { HOW_LONG.to_owned() } else { format!("{HOW_LONG} {hint}") };
    let one =
        Field { id: NEW, kind: "password", says: "Passphrase", hint: &hint, value: "", wrong };
    let says = "The same passphrase again";
    let again =
        Field { id: AGAIN, kind: "password", says, hint: "", value: "", wrong: wrong_again };
    // New fields once it is set: whoever is at the page next does not find there what was typed.
    let visit = view.state.more.people.visits.to_string();
    Tag::new("div", &[], []).key(&visit).inside(vec![one.html(), again.html()])
}

/// What a person has to know before a record is locked.
pub(super) fn no_back_door() -> Html {
    let inside = vec![
        p(node("strong", "", "Nobody can open a locked record without its passphrase.")),
        bullets(vec![
            li(
                "There is no way to reset it or to find it out: not for you, not for us, not for an \
                administrator. If you forget it, what is in the record is lost.",
            ),
            li(
                "Write it down and keep it where you keep other things of value, not on this device.",
            ),
            li("Save the record as a file now and then, and keep that elsewhere too."),
        ]),
    ];
    node("div", "nhsuk-inset-text", inside)
}

/// A passphrase as it was typed twice.
pub(super) fn typed_twice(form: &Element) -> Twice {
    Twice(page::passphrase(form, NEW), page::passphrase(form, AGAIN))
}

/// The same, and nothing of it stays in the form.
pub(super) fn taken_twice(form: &Element) -> Twice {
    let twice = typed_twice(form);
    [NEW, AGAIN].iter().for_each(|id| page::empty(form, id));
    twice
}

/// The same; nothing where both fields are empty.
pub(super) fn typed_twice_or_not(form: &Element) -> Option<Twice> {
    let twice = typed_twice(form);
    (!twice.0.is_empty() || !twice.1.is_empty()).then_some(twice)
}

/// What is said while a key is made.
pub(super) fn one_moment(view: &View<'_>, form: Form) -> Html {
    let is_under_way = view.state.more.people.under_way == Some(form);
    let told = if is_under_way { "One moment…".html() } else { Html::default() };
    status("p", "bellwether-moment", told)
}
