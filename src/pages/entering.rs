//! Somebody comes in to their record, or leaves it: the root goes on with another.

use super::doorkeeper::{Doorkeeper, Step};
use super::program::Program;
use super::root::{Message, Root, writer};
use crate::app::{Action, Deed, Route};
use crate::browser::{Mount, address, in_turn, page};
use yew::prelude::*;

impl<P: Program> Root<P> {
    /// What another tab has stored, as an entry of the record that is open; nothing, if it is none.
    pub(super) fn heard(&mut self, action: Action) -> Option<Action> {
        match action {
            Action::StoredElsewhere { key, text } => {
                let (key, text) = self.door.hears(key, text)?;
                Some(Action::StoredElsewhere { key, text })
            }
            action => Some(action),
        }
    }

    /// Has something about profiles done: at once, or when it is this tab's turn; and, where it takes a
    /// moment, when the page says so.
    pub(super) fn about(&mut self, ctx: &Context<Self>, deed: Deed) {
        if !P::WHOLE {
            return;
        }
        let link = ctx.link().clone();
        let (is_slow, takes_turns) = (deed.is_slow(), deed.takes_turns());
        if !is_slow && !takes_turns {
            return self.does(deed, &ctx.props().mount);
        }
        let visit = self.state.more.people.visits;
        let act = move || link.send_message(Message::Does(deed, visit));
        let act = move || if takes_turns { in_turn(move |_| act()) } else { act() };
        if is_slow { page::after_drawing(act) } else { act() }
    }

    pub(super) fn does(&mut self, deed: Deed, mount: &Mount) {
        if !P::WHOLE {
            return;
        }
        let done = self.door.does(deed, &mut self.state, &mut self.keeper, &writer());
        if let Some(changes) = done {
            self.keep(&changes, mount);
            // A guest who has entered nothing yet, or nobody, has nothing to lose.
            if self.state.record.is_empty() {
                self.unsaved.set(self.door.holds());
            }
            // Whoever comes next finds nothing in the address of who was before.
            if !self.door.hides(Step::Replaced(&self.state.route)) {
                address::replace(mount, &self.state.route);
            }
            self.shown = Some(Route::Unknown);
            self.act.emit(Action::Visit(self.state.route.clone()));
        }
    }
}
