//! How results are worked out, and what they are worth. The rules are those of
//! [`crate::assessment`]; the evidence is named with its source.

use crate::components::markup::{all, h1};
use crate::components::prose;
use yew::prelude::*;

/// The page.
pub(super) fn method() -> Html {
    all(vec![h1("", "How results are worked out"), prose(include_str!("../words/method.txt"))])
}
