//! The door: who is using this page?

use super::asked_twice::going_on_at;
use super::passphrases::{PASSPHRASE, one_moment, wrong_to_open};
use super::profiles::{delete, make, wipe};
use super::view::View;
use crate::app::{Action, Affair, Form};
use crate::browser::page;
use crate::components::markup::{Inside, Tag, all, details, h1, h2, node, p, unseen};
use crate::components::{Field, form, quiet_button, submit_button, text_button};
use crate::profile::Profile;
use web_sys::Element;
use yew::prelude::*;

/// The page.
pub(super) fn door(view: &View<'_>) -> Html {
    let people = &view.state.more.people;
    let profiles = &people.listing.profiles;
    let mut inside = vec![h1("", "Who is using this page?")];
    if profiles.is_empty() {
        inside.push(p("There is no profile on this device that can be opened."));
    } else {
        let entries = profiles.iter().map(|profile| entry(view, profile));
        inside.push(p("Several people use this device. Each has a record of their own."));
        inside.push(node("ul", "bellwether-list", all(entries.collect())));
    }
    if people.waits {
        inside.push(p(WAITS));
    }
    if people.listing.damaged > 0 {
        inside.push(p(DAMAGED));
    }
    inside.push(h2("Without a profile"));
    if people.listing.has_other {
        inside.push(p(
            "There is a record on this device that belongs to no profile. Anyone can open it.",
        ));
    }
    if people.listing.has_other || profiles.is_empty() || people.waits {
        inside.push(does(view, Affair::BeAnyone, "Go on without a profile"));
    }
    inside.push(p(
        "As a guest you can do everything, and nothing is kept. You can save it as a file.",
    ));
    inside.push(does(view, Affair::BeGuest, "Go on as a guest"));
    inside.push(h2("New here?"));
    inside.push(details("Make a profile", vec![make(view)]));
    inside.push(wipe(view));
    all(inside)
}

const WAITS: &str = "Something that was entered here could not be stored on this device. It is still in this \
    page, for whoever entered it: leave the page open until they have come in and it says “Saved on this device”.";

const DAMAGED: &str = "There is a profile here whose beginning is damaged, so it cannot be opened. If its \
    record was saved as a file, make a new profile and load the file there.";

fn does(view: &View<'_>, affair: Affair, says: &'static str) -> Html {
    quiet_button(view.act.reform(move |_| Action::About(affair.clone())), says)
}

fn entry(view: &View<'_>, profile: &Profile) -> Html {
    let is_asked = view.state.more.people.asked.as_ref() == Some(&profile.id);
    let state = if profile.is_locked() { "Locked" } else { "Not locked" };
    let choose = going_on_at(view, PASSPHRASE, Affair::Choose(profile.id.clone()));
    let open = vec!["Open".html(), unseen(&format!(" the record of {}", profile.name))];
    let what = vec![node("strong", "", &*profile.name), node("span", "", state)];
    let mut inside = vec![node("p", "bellwether-list__what", what)];
    if is_asked {
        inside.push(ask(view, profile));
    } else {
        inside.push(node("p", "bellwether-list__ways", text_button(choose, all(open))));
    }
    let class = if is_asked {
        "bellwether-list__item bellwether-list__item--open"
    } else {
        "bellwether-list__item"
    };
    let item = Tag::new("li", &["class"], [class.into()]);
    item.key(&profile.id.to_string()).inside(inside)
}

/// Asks for the passphrase.
fn ask(view: &View<'_>, profile: &Profile) -> Html {
    let id = profile.id.clone();
    let enter = view.act.reform(move |form: Element| {
        let passphrase = page::passphrase(&form, PASSPHRASE);
        Action::About(Affair::Enter(id.clone(), passphrase))
    });
    let says = format!("Passphrase of {}", profile.name);
    let field = Field {
        id: PASSPHRASE,
        kind: "password",
        says: &says,
        hint: "",
        value: "",
        wrong: wrong_to_open(view, Form::Enter),
    };
    let inside = vec![field.html(), submit_button("Open", false), one_moment(view, Form::Enter)];
    node("div", "bellwether-list__form", vec![form(enter, inside), forgotten(view, profile)])
}

fn forgotten(view: &View<'_>, profile: &Profile) -> Html {
    details("Forgotten the passphrase?", vec![p(FORGOTTEN), delete(view, profile)])
}

const FORGOTTEN: &str = "Nobody can find it out, and without it nothing opens this record. If you saved it \
    as a file, you can make a new profile and load the file there. If not, what is in it is lost.";
