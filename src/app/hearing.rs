//! What other tabs do that concerns the people who share a store: to their profiles, and to the record of
//! whoever is in.

use super::affair::Affair;
use super::company::Company;
use super::people::Who;
use crate::profile::{self, PROFILES, Told};
use crate::record::Store;

impl<S: Store + Clone> Company<S> {
    /// What another tab has stored or removed, as an entry of the record that is open, if it is one.
    /// What it says of profiles the app is to hear.
    pub fn hears(
        &mut self,
        key: &str,
        text: Option<&str>,
    ) -> (Option<(String, Option<String>)>, Vec<Affair>) {
        if let Some(entry) = self.hears_of_record(key, text) {
            return (Some(entry), Vec::new());
        }
        let affairs =
            if key.starts_with(PROFILES) { self.hears_of_profiles(key, text) } else { Vec::new() };
        (None, affairs)
    }

    /// Where the record was moved a moment ago, what a tab has written to where it was comes along.
    fn hears_of_record(&self, key: &str, text: Option<&str>) -> Option<(String, Option<String>)> {
        match (&self.opened, &self.who) {
            (Some(opened), _) => opened.place.heard(key, text).or_else(|| {
                let (key, text) = opened.before.as_ref()?.heard(key, text)?;
                opened.takes_along(&key, text?)
            }),
            (None, Who::Anyone) if !key.starts_with(PROFILES) => {
                Some((key.to_owned(), text.map(str::to_owned)))
            }
            _ => None,
        }
    }

    fn hears_of_profiles(&mut self, key: &str, text: Option<&str>) -> Vec<Affair> {
        if profile::is_call_to_let_go(key, text) {
            self.held.clear();
            self.removed.clear();
            self.undo = None;
            return std::iter::once(Affair::LetGo).chain(self.who_there_is()).collect();
        }
        let store = self.profiles.store().clone();
        let told = self.opened.as_mut().and_then(|opened| opened.told(&store, key, text).ok()?);
        self.is_told |= matches!(told, Some(Told::Leave | Told::Moved));
        let affair = match told {
            Some(Told::Leave) => Some(Affair::Leave),
            Some(Told::Moved) => {
                self.moved_to = self.opened.as_ref().map(|opened| opened.profile().id);
                Some(Affair::Leave)
            }
            Some(Told::Changed(profile)) => Some(Affair::Is(profile)),
            None if self.who == Who::Anyone => {
                // The record that belonged to the browser is somebody's now.
                profile::record_taken_by(key, text).map(|id| {
                    self.moved_to = self.may_be.then_some(id);
                    Affair::Leave
                })
            }
            None => None,
        };
        affair.into_iter().chain(self.who_there_is()).collect()
    }
}
