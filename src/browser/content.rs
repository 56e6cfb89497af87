//! Fetching content from beside the page.

use crate::app::Failure;
use crate::catalogue::{self, Catalogue};
use crate::framework::{self, Framework, FrameworkId};
use crate::problem::{Place, Problem};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// Fetches the catalogue.
pub async fn catalogue() -> Result<Catalogue, Failure> {
    let text = text(catalogue::ADDRESS).await?;
    Catalogue::parse(&text).ok_or_else(|| {
        let problem =
            Problem::new(Place::whole(), "the catalogue is damaged", "build the site anew");
        Failure::Unusable(vec![problem])
    })
}

/// Fetches a framework and checks it.
pub async fn framework(id: &FrameworkId) -> Result<Rc<Framework>, Failure> {
    let address = catalogue::address(id).ok_or(Failure::Missing)?;
    let text = text(&address).await?;
    framework::parse(text.as_bytes()).map(Rc::new).map_err(Failure::Unusable)
}

/// The text at an address.
///
/// The browser's own promises do; gloo-net would add some kilobytes for headers and queries that
/// nobody sends.
async fn text(address: &str) -> Result<String, Failure> {
    let window = web_sys::window().ok_or(Failure::Unreachable)?;
    let response = JsFuture::from(window.fetch_with_str(address)).await;
    let response: Response =
        response.and_then(JsCast::dyn_into).map_err(|_| Failure::Unreachable)?;
    match response.status() {
        404 => return Err(Failure::Missing),
        200..=299 => {}
        _ => return Err(Failure::Unreachable),
    }
    let text = response.text().map(JsFuture::from).map_err(|_| Failure::Unreachable)?;
    text.await.ok().and_then(|text| text.as_string()).ok_or(Failure::Unreachable)
}
