//! An address: a page that writes it as it reads it, with nothing in it that needs escaping.

#![no_main]
#![forbid(unsafe_code)]

use bellwether::app::{Action, Route, apply, title};
use bellwether_fuzz::{records, text};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let route = Route::parse(&text(data));
    let written = route.to_string();
    assert!(written.starts_with("#/"));
    let plain =
        |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '#' | '/' | '-');
    assert!(written.chars().all(plain), "{written}");
    let leads_to = if route == Route::Unknown { &Route::Start } else { &route };
    assert_eq!(Route::parse(&written), *leads_to);
    let mut state = records::begun(Default::default());
    apply(&mut state, Action::Visit(route), records::NOW);
    assert!(!title(&state).is_empty());
    records::hold(&state.record);
});
