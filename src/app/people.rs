//! Whose record it is, where several people share a browser: coming in, leaving, and what a person does
//! with their profile.

use super::action::{Effect, Now};
use super::affair::{Affair, Deed, Form, Mistake, Sure, Twice};
use super::files::{load_file, note_saved};
use super::notice::Notice;
use super::state::State;
use super::undo::{erased, is_over, let_go};
use super::whole_notice::{Done, WholeNotice};
use crate::profile::{Listing, Passphrase, Profile, ProfileId, Refusal};
use crate::record::{clean_name, to_file};
use std::rc::Rc;

/// Whose record it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Who {
    /// Whoever uses this browser; no profile is asked for.
    #[default]
    Anyone,
    /// Nobody has come in yet.
    Nobody,
    /// A guest, of whom nothing is kept.
    Guest,
    /// Somebody with a profile.
    Member(Profile),
}

impl Who {
    /// Whether the record is locked for all others.
    pub fn is_locked_up(&self) -> bool {
        matches!(self, Self::Member(profile) if profile.is_locked())
    }

    /// Whether nothing may stay of what is looked at.
    pub fn leaves_no_trace(&self) -> bool {
        self.is_locked_up() || *self == Self::Guest
    }
}

/// What the app knows of who shares this browser.
#[derive(Debug, Default)]
pub struct People {
    /// Whether there can be profiles here: not where a page around the app has the record.
    pub may_be: bool,
    /// Whose record it is.
    pub who: Who,
    /// How often somebody has come in or left: what was wanted before is nobody's wish any more.
    pub visits: u32,
    /// The profiles that there are.
    pub listing: Listing,
    /// Whether something waits in this tab that could not be stored of somebody who is not in.
    pub waits: bool,
    /// The profile whose passphrase is asked for.
    pub asked: Option<ProfileId>,
    /// Why what was last wanted was not done, and in which form.
    pub mistake: Option<(Form, Mistake)>,
    /// The form whose deed is under way.
    pub under_way: Option<Form>,
    /// Whether the person has said that they want something that cannot be undone, and is asked again.
    pub is_sure: Option<Sure>,
    /// The names of the profiles that were deleted and can be put back, the last one last.
    pub removed: Vec<Rc<str>>,
    /// Whether what somebody has ended can be undone.
    pub can_undo: bool,
    /// A file that was chosen, and needs a passphrase.
    pub sealed_file: Option<Rc<[u8]>>,
}

/// Does what a person wants done about profiles.
pub(super) fn about(state: &mut State, affair: Affair, now: Now) -> Vec<Effect> {
    let people = &mut state.more.people;
    let is_gone = people.who == Who::Nobody;
    let (form, wanted) = match affair {
        Affair::Are(listing) => {
            people.listing = listing;
            return Vec::new();
        }
        Affair::Is(profile) => {
            people.who = Who::Member(profile);
            return Vec::new();
        }
        Affair::BeSure(sure) => {
            people.mistake = None;
            people.is_sure = sure;
            return Vec::new();
        }
        Affair::Choose(id) => return choose(state, id),
        // It took a moment, and the person has left meanwhile.
        Affair::Done(Done::FileSaved) | Affair::Opened(_) if is_gone => {
            return finished(state, None);
        }
        Affair::Done(Done::FileSaved) => {
            finished(state, Some(WholeNotice::Done(Done::FileSaved)));
            return note_saved(state, now.time);
        }
        Affair::Done(done) => {
            if done == Done::Back {
                people.removed.pop();
            }
            return finished(state, Some(WholeNotice::Done(done)));
        }
        Affair::Refused(refusal) => return refused(state, refusal),
        Affair::Removed(name) => {
            people.removed.push(name.clone());
            return finished(state, Some(WholeNotice::ProfileDeleted(name)));
        }
        Affair::Erased => {
            erased(state);
            return Vec::new();
        }
        Affair::UndoIsOver => {
            // It may have been wanted too late.
            people.under_way.take_if(|form| *form == Form::Button);
            is_over(state);
            return vec![Effect::About(Deed::EndUndo)];
        }
        Affair::Opened(bytes) => {
            finished(state, None);
            return load_file(state, &bytes, now.time);
        }
        Affair::Enter(id, passphrase) => (Form::Enter, Ok(Deed::Open(id, passphrase))),
        Affair::BeGuest => (Form::Enter, Ok(Deed::BeGuest)),
        Affair::BeAnyone => (Form::Enter, Ok(Deed::BeAnyone)),
        Affair::Leave => (Form::Enter, Ok(Deed::Leave)),
        Affair::BeAway => (Form::Enter, Ok(Deed::BeAway)),
        Affair::Make { name, lock, takes_record } => {
            let deed = named(&name).and_then(|name| {
                let passphrase = lock.map(agreed).transpose()?;
                Ok(Deed::Make(name, passphrase, takes_record))
            });
            (Form::Make, deed)
        }
        Affair::Lock(twice) => (Form::Lock, agreed(twice).map(|with| Deed::SetLock(Some(with)))),
        Affair::Unlock => (Form::Button, Ok(Deed::SetLock(None))),
        Affair::Change(name, idle) => {
            (Form::Change, named(&name).map(|name| Deed::Change(name, idle)))
        }
        Affair::Delete(id) => (Form::Button, Ok(Deed::Delete(id))),
        // It stays until it is back: there may be no room for it yet.
        Affair::PutBack if people.removed.is_empty() => return Vec::new(),
        Affair::PutBack => (Form::Button, Ok(Deed::PutBack)),
        Affair::Undo if people.can_undo => (Form::Button, Ok(Deed::Undo)),
        Affair::Undo => return Vec::new(),
        Affair::Wipe => (Form::Button, Ok(Deed::Wipe)),
        Affair::Forget => (Form::Button, Ok(Deed::Forget)),
        Affair::LetGo => {
            let_go(state);
            // Of a guest there was nothing to erase.
            if state.more.people.who == Who::Guest {
                return Vec::new();
            }
            (Form::Button, Ok(Deed::LetGo))
        }
        Affair::SaveFile(twice) => {
            let text = to_file(&state.record, now.time);
            (Form::SaveFile, agreed(twice).map(|with| Deed::SaveFile(text, with)))
        }
        Affair::OpenFile(passphrase) => match people.sealed_file.clone() {
            Some(file) => (Form::OpenFile, Ok(Deed::OpenFile(file, passphrase))),
            None => return Vec::new(),
        },
    };
    ask(state, form, wanted)
}

/// Has something done, or says what is wrong with it.
fn ask(state: &mut State, form: Form, wanted: Result<Deed, Mistake>) -> Vec<Effect> {
    let people = &mut state.more.people;
    // One after the other: what is under way goes by what there was before. Leaving does not wait.
    if people.under_way.is_some() && !matches!(wanted, Ok(Deed::Leave | Deed::BeAway | Deed::LetGo))
    {
        return Vec::new();
    }
    people.is_sure = None;
    people.mistake = None;
    let is_of_before = |notice: &Notice| matches!(notice, Notice::OfWhole(WholeNotice::Refused(_)));
    state.notices.retain(|notice| !is_of_before(notice));
    match wanted {
        Ok(deed) => {
            people.under_way = Some(form);
            vec![Effect::About(deed)]
        }
        Err(mistake) => {
            people.mistake = Some((form, mistake));
            Vec::new()
        }
    }
}

/// Who is not locked comes in at once; others are asked for their passphrase.
fn choose(state: &mut State, id: ProfileId) -> Vec<Effect> {
    let people = &mut state.more.people;
    let is_locked = people.listing.profiles.iter().any(|one| one.id == id && one.is_locked());
    if is_locked {
        people.mistake = None;
        people.asked = Some(id);
        return Vec::new();
    }
    ask(state, Form::Enter, Ok(Deed::Open(id, Passphrase::new(String::new()))))
}

/// Something was done; `told` is what the person hears of it.
fn finished(state: &mut State, told: Option<WholeNotice>) -> Vec<Effect> {
    let people = &mut state.more.people;
    people.under_way = None;
    people.sealed_file = None;
    tell(state, told);
    Vec::new()
}

/// Tells the person something about profiles in place of what was told before.
pub(super) fn tell(state: &mut State, told: Option<WholeNotice>) {
    let (before, others): (Vec<_>, Vec<_>) = std::mem::take(&mut state.notices)
        .into_iter()
        .partition(|notice| matches!(notice, Notice::OfWhole(old) if old.is_about_profiles()));
    state.notices = others;
    // What was deleted can be put back until the page is closed, whatever is done meanwhile.
    let is_deleted = |notice: &WholeNotice| matches!(notice, WholeNotice::ProfileDeleted(_));
    let offers = before.iter().any(|old| matches!(old, Notice::OfWhole(old) if is_deleted(old)));
    let offers = offers && !told.as_ref().is_some_and(is_deleted);
    let deleted = state.more.people.removed.last().filter(|_| offers);
    let deleted = deleted.map(|name| WholeNotice::ProfileDeleted(name.clone()));
    state.notices.extend(deleted.into_iter().chain(told).map(Notice::OfWhole));
}

/// Says what was refused: in the form that wanted it, if that has a place for it.
fn refused(state: &mut State, refusal: Refusal) -> Vec<Effect> {
    let people = &mut state.more.people;
    let has_place = |form: &Form| match form {
        Form::Button => false,
        Form::Change => refusal == Refusal::NameTaken,
        _ => true,
    };
    match people.under_way.take().filter(has_place) {
        Some(form) => people.mistake = Some((form, Mistake::Refused(refusal))),
        None => state.notices.push(Notice::OfWhole(WholeNotice::Refused(refusal))),
    }
    Vec::new()
}

fn named(name: &str) -> Result<Rc<str>, Mistake> {
    let name = clean_name(name).ok_or(Mistake::NotAName)?;
    if name.is_empty() { Err(Mistake::NoName) } else { Ok(name) }
}

fn agreed(Twice(one, other): Twice) -> Result<Passphrase, Mistake> {
    if one != other {
        Err(Mistake::Different)
    } else if !one.is_long_enough() {
        Err(Mistake::TooShort)
    } else {
        Ok(one)
    }
}
