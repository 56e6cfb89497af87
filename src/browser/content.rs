//! Fetching content from beside the page. Where that is a secret, browsers are to keep no copy of it, which
//! would tell what somebody has looked at.

use super::handover;
use super::mount::Mount;
use crate::app::{Failure, Late, More, MoreContent};
use crate::catalogue::{self, Catalogue};
use crate::crosswalk::{self, Crosswalk};
use crate::framework::{self, Framework, FrameworkId};
use crate::learning::search::{self, Words};
use crate::learning::{self, Library};
use crate::problem::{Place, Problem};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestCache, RequestInit, Response};

/// Fetches the catalogue.
pub async fn catalogue(mount: &Mount, is_secret: bool) -> Result<Catalogue, Failure> {
    let text = text(mount, catalogue::ADDRESS, is_secret).await?;
    Catalogue::parse(&text).ok_or_else(|| {
        let problem =
            Problem::new(Place::whole(), "the catalogue is damaged", "build the site anew");
        Failure::Unusable(vec![problem])
    })
}

/// Fetches a framework and checks it.
pub async fn framework(
    mount: &Mount,
    id: &FrameworkId,
    is_secret: bool,
) -> Result<Rc<Framework>, Failure> {
    let address = catalogue::address(id).ok_or(Failure::Missing)?;
    let text = text(mount, &address, is_secret).await?;
    framework::parse(text.as_bytes()).map(Rc::new).map_err(Failure::Unusable)
}

/// Fetches content that only some pages need.
pub async fn more(mount: &Mount, more: More, is_secret: bool) -> MoreContent {
    let from = (mount, is_secret);
    match more {
        More::Crosswalk => MoreContent::Crosswalk(
            read(from, Some(crosswalk::ADDRESS.to_owned()), Crosswalk::parse).await,
        ),
        More::Library => MoreContent::Library(
            read(from, Some(learning::ADDRESS.to_owned()), |text| {
                Library::parse(text).ok_or_else(Vec::new)
            })
            .await,
        ),
        More::Words => MoreContent::Words(
            read(from, Some(search::ADDRESS.to_owned()), |text| {
                Words::parse(text).ok_or_else(Vec::new)
            })
            .await,
        ),
        More::Session(id) => {
            let came = read(from, learning::session_address(&id), learning::read_session).await;
            MoreContent::Session(id, came)
        }
        More::Pathway(id) => {
            let came = read(from, learning::pathway_address(&id), learning::read_pathway).await;
            MoreContent::Pathway(id, came)
        }
    }
}

async fn read<T: 'static>(
    (mount, is_secret): (&Mount, bool),
    address: Option<String>,
    read: impl FnOnce(&str) -> Result<T, Vec<Problem>>,
) -> Result<Late<T>, Failure> {
    let text = text(mount, &address.ok_or(Failure::Missing)?, is_secret).await?;
    read(&text).map(Late::from).map_err(Failure::Unusable)
}

/// The text at an address; fetched once, whichever program asks.
///
/// The browser's own promises do; gloo-net would add some kilobytes for headers and queries that
/// nobody sends.
async fn text(mount: &Mount, address: &str, is_secret: bool) -> Result<String, Failure> {
    if let Some(text) = handover::carried(mount, address) {
        return Ok(text);
    }
    let window = web_sys::window().ok_or(Failure::Unreachable)?;
    let address_here = mount.address_of(address);
    let asked = if is_secret {
        let how = RequestInit::new();
        how.set_cache(RequestCache::NoStore);
        window.fetch_with_str_and_init(&address_here, &how)
    } else {
        window.fetch_with_str(&address_here)
    };
    let response = JsFuture::from(asked).await;
    let response: Response =
        response.and_then(JsCast::dyn_into).map_err(|_| Failure::Unreachable)?;
    match response.status() {
        404 => return Err(Failure::Missing),
        200..=299 => {}
        _ => return Err(Failure::Unreachable),
    }
    let text = response.text().map(JsFuture::from).map_err(|_| Failure::Unreachable)?;
    let text = text.await.ok().and_then(|text| text.as_string()).ok_or(Failure::Unreachable)?;
    handover::carry(mount, address, &text);
    Ok(text)
}
