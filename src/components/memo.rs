//! Drawing again only what has changed.
//!
//! Yew compares every node of a page with what it drew before. Most of a page is as it was: after an
//! answer, all questions but one. What is drawn by [`memo`] is compared as a whole.

use std::fmt;
use std::rc::Rc;
use yew::prelude::*;

/// What `draw` makes, drawn again when `of`, all that it is made from, has changed.
pub fn memo(of: String, draw: impl Fn() -> Html + 'static) -> Html {
    html! { <Memo {of} draw={Draw(Rc::new(draw))} /> }
}

#[derive(Clone)]
struct Draw(Rc<dyn Fn() -> Html>);

impl fmt::Debug for Draw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Draw")
    }
}

impl PartialEq for Draw {
    /// What it draws is in `of`.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

#[derive(Debug, PartialEq, Properties)]
struct Drawn {
    of: String,
    draw: Draw,
}

#[derive(Debug)]
struct Memo;

impl Component for Memo {
    type Message = ();
    type Properties = Drawn;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        (ctx.props().draw.0)()
    }
}
