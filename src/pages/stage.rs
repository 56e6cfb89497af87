//! Where a program is shown, again and again: the script of a page that takes an element out keeps the
//! node, and shows the next element in it. Yew never gives back what it has put up to listen at a node
//! that it draws into, so nodes are not thrown away (docs/decisions/0007-elements-reuse-nodes.md).

use super::program::Program;
use super::root::Root;
use crate::browser::{Mount, handover};
use gloo_events::EventListener;
use std::marker::PhantomData;
use yew::prelude::*;

/// Where a program is shown.
#[derive(Debug, Clone, PartialEq, Properties)]
pub(super) struct Place {
    /// The node, with what the script has set up for it.
    pub(super) mount: Mount,
}

/// Shows a program, or nothing, as the script says.
#[derive(Debug)]
pub(super) struct Stage<P> {
    program: PhantomData<P>,
    shows: bool,
    _listeners: [EventListener; 2],
}

impl<P: Program> Component for Stage<P> {
    /// Whether the program is to be shown.
    type Message = bool;
    type Properties = Place;

    fn create(ctx: &Context<Self>) -> Self {
        let call = ctx.link().callback(|shows| shows);
        let listeners = handover::on_show(&ctx.props().mount, move |shows| call.emit(shows));
        Self { program: PhantomData, shows: true, _listeners: listeners }
    }

    fn update(&mut self, _: &Context<Self>, shows: bool) -> bool {
        self.shows = shows;
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        if !self.shows {
            return Html::default();
        }
        let mount = ctx.props().mount.clone();
        html! { <Root<P> {mount} /> }
    }
}
