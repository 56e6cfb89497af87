//! What others offer: what the validator lets pass a page takes, and all of it leads to the web.

#![no_main]
#![forbid(unsafe_code)]

use bellwether::framework::{Framework, parse};
use bellwether::learning::{Elsewhere, Library, Shelves, validate_elsewhere};
use bellwether::link::host_of;
use bellwether_fuzz::json;
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use std::rc::Rc;

fuzz_target!(|data: &[u8]| {
    let framework = FRAMEWORK.with(Rc::clone);
    let frameworks = std::slice::from_ref(&*framework);
    let problems = validate_elsewhere(data, &Shelves { frameworks, sessions: &[], pathways: &[] });
    assert!(problems.iter().all(|problem| !problem.to_string().is_empty()));
    let Ok(offers) = serde_json::from_slice::<Elsewhere>(data) else { return };
    let library = Library::of(&framework, &[], &[], &[offers]);
    let written = serde_json::to_string(&library).expect("a library can always be written");
    let taken = Library::parse(&written);
    assert!(taken.is_some() || !problems.is_empty(), "a page refuses what the validator lets pass");
    for offer in taken.iter().flat_map(|library| &library.elsewhere) {
        assert!(host_of(&offer.link).is_some_and(|host| !host.contains('@')), "{}", offer.link);
    }
    assert!(taken.is_none_or(|taken| taken == library));
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    // Bytes now and then, so that what is no JSON is tried too.
    let varied = if seed.is_multiple_of(8) { None } else { json::vary(data, size, seed) };
    varied.unwrap_or_else(|| fuzzer_mutate(data, size, max_size))
});

thread_local! {
    /// The framework that the elements are of.
    static FRAMEWORK: Rc<Framework> = {
        let text = include_bytes!("../../fixtures/frameworks/small.json");
        Rc::new(parse(text).expect("a framework"))
    };
}
