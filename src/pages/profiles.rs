//! Profiles: making one, locking it, changing and deleting it, being a guest, and erasing everything.

use super::asked_twice::AskedTwice;
use super::passphrases::{
    NAME, name_field, new_passphrase, no_back_door, one_moment, typed_twice, typed_twice_or_not,
};
use super::unavailable::{Why, unavailable};
use super::view::View;
use crate::app::{Action, Affair, Form, Sure, Who};
use crate::browser::page;
use crate::components::markup::{all, bullets, details, h1, h2, li, node, p};
use crate::components::{button, form, quiet_button, submit_button, tick_box};
use crate::profile::{IDLE_CHOICES, IDLE_USUAL, Profile};
use web_sys::Element;
use yew::prelude::*;

const TAKES: &str = "take-record";
const IDLE: &str = "idle";

/// The page.
pub(super) fn profiles(view: &View<'_>) -> Html {
    let people = &view.state.more.people;
    if !people.may_be {
        return unavailable(&Why::NoSuchPage);
    }
    let mut inside = match &people.who {
        Who::Member(profile) => own(view, profile),
        Who::Guest => guest(view),
        Who::Anyone | Who::Nobody => anyone(view),
    };
    inside.push(wipe(view));
    all(inside)
}

fn to(view: &View<'_>, affair: Affair) -> Callback<MouseEvent> {
    view.act.reform(move |_| Action::About(affair.clone()))
}

fn anyone(view: &View<'_>) -> Vec<Html> {
    let mut inside = vec![
        h1("", "Profiles"),
        p(
            "Where several people use the same device, each can have a record of their own, and lock it \
           with a passphrase. Without a profile, anyone who uses this browser can read what you enter.",
        ),
    ];
    if !view.state.more.people.listing.profiles.is_empty() {
        inside.push(button(to(view, Affair::Leave), "Choose a profile"));
    }
    inside.push(h2("Make a profile"));
    inside.push(make(view));
    inside.push(h2("Be a guest"));
    inside.push(p(
        "As a guest you can do everything, and nothing is kept: when the page is closed it is \
                   gone, unless you save it as a file. What is here now stays as it is.",
    ));
    inside.push(quiet_button(to(view, Affair::BeGuest), "Go on as a guest"));
    inside
}

/// The form for a new profile.
pub(super) fn make(view: &View<'_>) -> Html {
    let sent = view.act.reform(|form: Element| {
        Action::About(Affair::Make {
            name: page::entered(&form, NAME),
            lock: typed_twice_or_not(&form),
            takes_record: page::is_ticked(&form, TAKES),
        })
    });
    let mut inside = vec![name_field(view, Form::Make, "")];
    if !view.state.record.is_empty() {
        inside.push(tick_box(TAKES, "Take what I have entered here into it"));
    }
    inside.push(node("h3", "", "Lock it"));
    inside.push(no_back_door());
    let hint = "Leave both fields empty if anyone who uses this browser may read the record.";
    inside.push(new_passphrase(view, Form::Make, hint));
    inside.push(submit_button("Make the profile", false));
    inside.push(one_moment(view, Form::Make));
    form(sent, inside)
}

fn guest(view: &View<'_>) -> Vec<Html> {
    vec![
        h1("", "You are a guest"),
        p(
            "What you enter is in this page only. When you close it, or press the button below, it is gone.",
        ),
        h2("Keep it"),
        p("Save it as a file, which you can load later, here or on another device:"),
        quiet_button(view.act.reform(|_| Action::SaveFile), "Save my record as a file"),
        details("Or make a profile on this device", vec![make(view)]),
        h2("Finish"),
        finish(view),
    ]
}

fn finish(view: &View<'_>) -> Html {
    let asked = AskedTwice {
        place: "finish",
        sure: Sure::Forget,
        says: "Forget what I entered",
        question: "Forget it now? You can undo that for half a minute, and not after that.",
        yes: (Affair::Forget, "Yes, forget it"),
        no: "No, go on",
    };
    asked.html(view)
}

fn own(view: &View<'_>, profile: &Profile) -> Vec<Html> {
    let is_locked = profile.is_locked();
    let state = if is_locked {
        "It is locked: stored so that only your passphrase opens it. While it is open, neither the address \
         nor the browser’s history says what you look at."
    } else {
        "It is not locked: anyone who uses this browser can open it."
    };
    vec![
        h1(&profile.name, "Your profile"),
        p(state),
        h2("Name and time"),
        change(view, profile),
        h2(if is_locked { "Passphrase" } else { "Lock" }),
        lock(view, is_locked),
        h2("Delete"),
        delete(view, profile),
    ]
}

fn change(view: &View<'_>, profile: &Profile) -> Html {
    let sent = view.act.reform(|form: Element| {
        let minutes = page::entered(&form, IDLE).parse().unwrap_or(IDLE_USUAL);
        Action::About(Affair::Change(page::entered(&form, NAME), minutes))
    });
    let mut inside = vec![name_field(view, Form::Change, &profile.name)];
    inside.extend(profile.idle.map(|minutes| {
        let says = |minutes: u32| match minutes {
            1 => "1 minute".to_owned(),
            _ => format!("{minutes} minutes"),
        };
        let choices = IDLE_CHOICES.map(|minutes| (minutes.to_string(), says(minutes)));
        let says = "Lock it when nobody has touched the page for";
        crate::components::select(IDLE, says, &choices, &minutes.to_string(), Callback::noop())
    }));
    inside.push(submit_button("Save", true));
    form(sent, inside)
}

fn lock(view: &View<'_>, is_locked: bool) -> Html {
    let sent = view.act.reform(|form: Element| Action::About(Affair::Lock(typed_twice(&form))));
    let says = if is_locked { "Change the passphrase" } else { "Lock the record" };
    let inside = vec![
        no_back_door(),
        new_passphrase(view, Form::Lock, ""),
        submit_button(says, true),
        one_moment(view, Form::Lock),
    ];
    if !is_locked {
        return form(sent, inside);
    }
    let unlock = vec![
        p("Then anyone who uses this browser can read the record."),
        quiet_button(to(view, Affair::Unlock), "Take the lock off"),
    ];
    all(vec![
        details("Change the passphrase", vec![form(sent, inside)]),
        details("Take the lock off", unlock),
    ])
}

/// Deleting a profile, asked twice.
pub(super) fn delete(view: &View<'_>, profile: &Profile) -> Html {
    let asked = AskedTwice {
        place: "delete-profile",
        sure: Sure::Delete(profile.id.clone()),
        says: "Delete this profile",
        question: "Delete the profile and its record from this device? You can put them back until you \
                   close that message or this page.",
        yes: (Affair::Delete(profile.id.clone()), "Yes, delete it"),
        no: "No, keep it",
    };
    asked.html(view)
}

/// Erasing everything, asked twice.
pub(super) fn wipe(view: &View<'_>) -> Html {
    let people = &view.state.more.people;
    let mut inside = vec![
        p("Before a device is passed on: this erases, from this browser,"),
        bullets(vec![
            li(match people.listing.profiles.len() {
                1 => "the profile with its record,".to_owned(),
                count => format!("all profiles ({count}) with their records,"),
            }),
            li(
                "the record that belongs to no profile, also of pages that show this page within theirs,",
            ),
            li("the copies of this page for use without a network."),
        ]),
        p(
            "It can be undone for half a minute, and not after that. Files that you saved are not touched.",
        ),
    ];
    let asked = AskedTwice {
        place: "wipe",
        sure: Sure::Wipe,
        says: "Wipe this laptop",
        question: "Erase everything, of everybody?",
        yes: (Affair::Wipe, "Yes, erase everything"),
        no: "No, keep it",
    };
    inside.push(asked.html(view));
    all(vec![
        h2("Wipe this laptop"),
        details("Erase all that this page keeps on this device", inside),
    ])
}
