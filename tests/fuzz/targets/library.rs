//! The list of what there is to learn: read back the same, and all in it is found by its id.

#![no_main]
#![forbid(unsafe_code)]

use bellwether::learning::{Library, Wishes, recommend};
use bellwether::link::host_of;
use bellwether_fuzz::{json, reads_back, text};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};

fuzz_target!(|data: &[u8]| {
    let Some(library) = Library::parse(&text(data)) else { return };
    reads_back(&library, Library::parse);
    for session in &library.sessions {
        let id = session.id.as_str();
        assert_eq!(library.session(id).map(|found| &found.id), Some(&session.id));
        let _ = (library.title(id), library.stage_title(&session.level));
    }
    for offer in &library.elsewhere {
        let found = library.elsewhere(offer.id.as_str());
        assert_eq!(found.map(|found| &found.id), Some(&offer.id));
        assert!(host_of(&offer.link).is_some(), "no link to the web: {}", offer.link);
        for id in &offer.elements {
            let known = library.elements.iter().any(|element| element.id == *id);
            assert!(known || *library.element_title(id) == *id.as_str());
        }
    }
    let pinned = library.sessions.iter().map(|session| session.id.as_str()).take(3).collect();
    let wishes = Wishes { done: Vec::new(), pinned, dropped: vec!["nothing"], stage: None };
    for recommended in recommend(&library, &[], &wishes) {
        let id = recommended.session.as_str();
        assert!(library.session(id).is_some() || library.elsewhere(id).is_some());
    }
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    // Bytes now and then, so that what is no JSON is tried too.
    let varied = if seed.is_multiple_of(8) { None } else { json::vary(data, size, seed) };
    varied.unwrap_or_else(|| fuzzer_mutate(data, size, max_size))
});
