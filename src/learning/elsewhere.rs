//! What others offer: an organisation's own catalogue, as Rust types.

use super::ids::SessionId;
use crate::framework::{ElementId, FrameworkId};
use crate::json::document;
use serde::Serialize;
use std::rc::Rc;

document! {
    /// A catalogue of learning that lies elsewhere, such as an employer's e-learning.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    #[cfg_attr(feature = "validate", derive(serde::Deserialize, schemars::JsonSchema))]
    #[cfg_attr(feature = "validate", serde(deny_unknown_fields))]
    pub struct Elsewhere {
        /// Where the JSON Schema of this format lies; for editors, ignored otherwise.
        #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
        pub schema as "$schema": Option<Rc<str>>,
        /// Version of the file format; this one is 1.
        pub format: u32,
        /// Version of the content: three numbers with dots. Raised with every change.
        pub version: Rc<str>,
        /// Language of the texts, as a tag such as en-GB or cy.
        pub language: Rc<str>,
        /// Who offers it.
        pub provider: Rc<str>,
        /// The framework that the elements are of.
        pub framework: FrameworkId,
        /// What there is.
        pub entries: Vec<Offer>,
    }

    /// Something that is offered elsewhere.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    #[cfg_attr(feature = "validate", derive(serde::Deserialize, schemars::JsonSchema))]
    #[cfg_attr(feature = "validate", serde(deny_unknown_fields))]
    pub struct Offer {
        /// Name for ever, unlike that of any session.
        pub id: SessionId,
        /// What it is called.
        pub title: Rc<str>,
        /// What those who offer it call it for short.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub code: Option<Rc<str>>,
        /// How long it takes.
        pub minutes: u32,
        /// Address, http or https.
        pub link: Rc<str>,
        /// The elements that it helps with.
        pub elements: Vec<ElementId>,
    }
}
