//! Starts the page.

use bellwether::browser::panic_face;
use bellwether::pages::Root;

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    // The page has this node; without it there is nothing to draw into.
    if let Some(host) = gloo_utils::document().get_element_by_id("bellwether") {
        panic_face::install(host.clone());
        yew::Renderer::<Root>::with_root(host).render();
    }
}
