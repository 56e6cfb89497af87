//! The list of words: what it finds is what every line of it says, one by one.

#![no_main]
#![forbid(unsafe_code)]

use bellwether::learning::search::{Words, WordsMaker};
use bellwether_fuzz::text;
use libfuzzer_sys::fuzz_target;
use std::rc::Rc;

fuzz_target!(|data: &[u8]| {
    let text = text(data);
    // The first line is what is sought, the others are the list.
    let (query, list) = text.split_once('\n').unwrap_or((&text, ""));
    let words = Words::parse(list).expect("a short list");
    if let Some(found) = words.find(query)
        && let Some(said) = said(query, list)
    {
        let ids: Vec<&str> =
            list.lines().next().unwrap_or_default().split_terminator(' ').collect();
        let all = ids.iter().enumerate().filter(|(place, _)| said.contains(place));
        let mut all: Vec<&str> = all.map(|(_, id)| *id).collect();
        let mut found: Vec<&str> = found.iter().map(|id| &***id).collect();
        all.sort_unstable();
        found.sort_unstable();
        assert_eq!(found, all);
    }
    made_from(&text);
});

/// The places that lines of the list give for a query of one plain word.
fn said(query: &str, list: &str) -> Option<Vec<usize>> {
    let plain =
        !query.is_empty() && query.len() < 24 && query.bytes().all(|b| b.is_ascii_lowercase());
    plain.then(|| {
        let lines = list.lines().skip(1).filter(|line| line.starts_with(query));
        let places = lines.flat_map(|line| line.split(' ').skip(1));
        places
            .filter_map(|place| {
                let mark = if place.ends_with('t') { 't' } else { 's' };
                place.trim_end_matches(mark).parse::<u32>().ok().map(|place| place as usize)
            })
            .collect()
    })
}

/// A list made of titles finds each title by itself.
fn made_from(text: &str) {
    let mut maker = WordsMaker::default();
    for (number, title) in text.lines().take(50).enumerate() {
        maker.add_title(&Rc::from(format!("t{number}")), title);
    }
    let words = Words::parse(&maker.into_text()).expect("a short list");
    for (number, title) in text.lines().take(50).enumerate() {
        let id = format!("t{number}");
        let found = words.find(title);
        assert!(found.is_none_or(|found| found.iter().any(|found| ***found == id)), "{title}");
    }
}
