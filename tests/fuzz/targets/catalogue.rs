//! The catalogue: read back the same, and only what fits is suggested.

#![no_main]
#![forbid(unsafe_code)]

use bellwether::catalogue::{Catalogue, Time, Wish, address, minutes};
use bellwether::framework::{Audience, Rates};
use bellwether_fuzz::{json, reads_back, text};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};

fuzz_target!(|data: &[u8]| {
    let Some(catalogue) = Catalogue::parse(&text(data)) else { return };
    reads_back(&catalogue, Catalogue::parse);
    for entry in &catalogue.frameworks {
        assert!(minutes(entry.statements) >= 1);
        assert!(minutes(entry.short_form) <= minutes(entry.short_form.max(entry.statements)));
        let _ = (address(&entry.id), catalogue.title(&entry.id));
    }
    for wish in wishes() {
        let suggested = catalogue.suggest(wish);
        assert!(suggested.len() <= 3);
        assert!(suggested.iter().all(|one| wish.rates.is_none_or(|rates| one.rates == rates)));
    }
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    // Bytes now and then, so that what is no JSON is tried too.
    let varied = if seed.is_multiple_of(8) { None } else { json::vary(data, size, seed) };
    varied.unwrap_or_else(|| fuzzer_mutate(data, size, max_size))
});

/// All that a person can say.
fn wishes() -> impl Iterator<Item = Wish> {
    fn or_not<T: Copy>(all: &'static [T]) -> impl Iterator<Item = Option<T>> + Clone {
        all.iter().copied().map(Some).chain([None])
    }
    or_not(Rates::ALL).flat_map(|rates| {
        or_not(Audience::ALL).flat_map(move |audience| {
            or_not(Time::ALL).map(move |time| Wish { rates, audience, time })
        })
    })
}
