//! Which sessions come next for a person. This is all of the rule.
//!
//! 1. A result says which elements lack most ([`crate::crosswalk::needs`]): where importance was
//!    asked, what is important and low; otherwise what is low.
//! 2. Of these, the first [`ELEMENTS`] count. They take turns: the first session of each, the
//!    neediest element first, then the second of each, and so on. Of an element, what is written for
//!    the person's career stage comes first, then the others in their own order.
//! 3. What was done, and what the person does not want, is left out. What the person has put first
//!    stands first, in their order, whatever the result says.

use super::ids::SessionId;
use super::library::Library;
use crate::crosswalk::Need;
use crate::framework::CareerStageId;
use std::rc::Rc;

/// How many elements count: people act on few goals.
pub const ELEMENTS: usize = 5;

/// A session that is recommended, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recommended {
    /// The session.
    pub session: SessionId,
    /// Why it is there.
    pub why: Reason,
}

/// Why a session is recommended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// The person has put it first.
    Pinned,
    /// A result shows a need.
    Need(Need),
}

/// What a person has done and wants.
#[derive(Debug, Clone, Default)]
pub struct Wishes<'a> {
    /// What was done.
    pub done: Vec<&'a str>,
    /// What they have put first, in their order.
    pub pinned: Vec<&'a str>,
    /// What they do not want.
    pub dropped: Vec<&'a str>,
    /// Their career stage.
    pub stage: Option<&'a CareerStageId>,
}

/// The sessions that come next for a person, the first first.
pub fn recommend(library: &Library, needs: &[Need], wishes: &Wishes<'_>) -> Vec<Recommended> {
    let is_open = |id: &SessionId| !wishes.done.contains(&id.as_str());
    let is_wanted = |id: &SessionId| {
        !wishes.dropped.contains(&id.as_str()) && !wishes.pinned.contains(&id.as_str())
    };
    let pinned = wishes.pinned.iter().filter_map(|id| library.session(id));
    let mut all: Vec<Recommended> = pinned
        .filter(|session| is_open(&session.id))
        .map(|session| Recommended { session: session.id.clone(), why: Reason::Pinned })
        .collect();
    let mut turns: Vec<(&Need, std::vec::IntoIter<SessionId>)> = needs
        .iter()
        .take(ELEMENTS)
        .map(|need| {
            let mut of_element: Vec<_> = library
                .sessions
                .iter()
                .filter(|session| session.element.as_ref() == Some(&need.element))
                .collect();
            of_element.sort_by_key(|session| Some(&session.level) != wishes.stage);
            let open = of_element.into_iter().map(|session| session.id.clone());
            let open: Vec<SessionId> = open.filter(is_open).filter(is_wanted).collect();
            (need, open.into_iter())
        })
        .collect();
    loop {
        let mut found = false;
        for (need, open) in &mut turns {
            if let Some(session) = open.next() {
                found = true;
                all.push(Recommended { session, why: Reason::Need((*need).clone()) });
            }
        }
        if !found {
            return all;
        }
    }
}

/// A list of ids as it is kept.
pub fn kept(ids: &[&str]) -> Rc<str> {
    ids.join(" ").into()
}
