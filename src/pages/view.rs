//! What pages are drawn from: the state, and whom to tell what the person did.

use super::unavailable::{Why, loading, unavailable};
use super::welcome::welcome;
use crate::app::{Action, Available, Sitting, State};
use crate::assessment::Assessment;
use crate::catalogue::Catalogue;
use crate::framework::Framework;
use yew::prelude::*;

/// The state, and the way back to it.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    /// All that the app knows.
    pub state: &'a State,
    /// Is told what the person did.
    pub act: &'a Callback<Action>,
}

impl View<'_> {
    /// Draws with the catalogue, once it is here.
    pub(super) fn with_catalogue(&self, draw: impl FnOnce(&Catalogue) -> Html) -> Html {
        with(self.state.catalogue.as_ref(), draw)
    }

    /// The page of the framework that the address is about.
    pub(super) fn welcome(&self) -> Html {
        with(self.state.framework(), |framework| {
            let mut mine = self.state.record.summaries();
            mine.retain(|summary| summary.framework == framework.id);
            welcome(framework, &mine, self.act)
        })
    }

    /// Draws with the assessment that the address is about, once its framework is here.
    pub(super) fn with_assessment(&self, draw: impl FnOnce(&Sitting, &Assessment) -> Html) -> Html {
        if self.state.assessment().is_none() {
            return unavailable(&Why::NoSuchAssessment);
        }
        with(self.state.framework(), |_: &std::rc::Rc<Framework>| match self.state.on_screen() {
            Some((sitting, assessment)) => draw(sitting, assessment),
            None => loading(),
        })
    }
}

/// Draws with content, or says that it is on its way or why it will not come.
pub(super) fn with<T>(content: Option<&Available<T>>, draw: impl FnOnce(&T) -> Html) -> Html {
    match content {
        None | Some(Available::Loading) => loading(),
        Some(Available::Failed(failure)) => unavailable(&Why::Content(failure.clone())),
        Some(Available::Ready(content)) => draw(content),
    }
}
