//! A session file: read back the same, found by its title, and its questions take any answer.

#![no_main]
#![forbid(unsafe_code)]

use bellwether::learning::search::{Words, WordsMaker};
use bellwether::learning::{Question, Session, Shelves, read_session, validate_session};
use bellwether::link::host_of;
use bellwether_fuzz::{json, reads_back, text};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};

fuzz_target!(|data: &[u8]| {
    let shelves = Shelves { frameworks: &[], sessions: &[], pathways: &[] };
    let problems = validate_session(data, None, &shelves);
    let text = text(data);
    let Ok(session) = read_session(&text) else { return };
    assert!(problems.iter().all(|problem| !problem.to_string().is_empty()));
    reads_back(&session, |text| read_session(text).ok());
    session.exercise.iter().for_each(|question| answered(question, &session));
    found(&session);
    for reading in &session.reading {
        assert!(host_of(&reading.link).is_some(), "no link to the web: {}", reading.link);
    }
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    // Bytes now and then, so that what is no JSON is tried too.
    let varied = if seed.is_multiple_of(8) { None } else { json::vary(data, size, seed) };
    varied.unwrap_or_else(|| fuzzer_mutate(data, size, max_size))
});

/// Whatever the record has for an answer: it may be from another version, or from a file.
fn answered(question: &Question, session: &Session) {
    let all: Vec<&str> = question.options.iter().map(|option| option.id.as_str()).collect();
    for answer in ["", " ", &all.join(" "), &all.join(":1 "), &session.reflection] {
        let ordered = question.ordered(answer);
        assert!(ordered.len() <= question.options.len());
        assert_eq!(question.shown().len(), question.options.len());
        let _ = (question.is_answered(answer), question.is_right(answer));
        for (place, option) in question.options.iter().enumerate() {
            let id = option.id.as_str();
            let _ = question.mark(answer, option, place);
            for is in [true, false] {
                let _ = (question.choose(answer, id, is), question.shift(answer, id, is));
                let _ = question.sort(answer, id, u8::from(is));
            }
        }
    }
}

/// By its own title, unless that has no word.
fn found(session: &Session) {
    let mut maker = WordsMaker::default();
    maker.add_session(session);
    let words = Words::parse(&maker.into_text()).expect("a short list");
    if let Some(found) = words.find(&session.title) {
        assert_eq!(found, [&session.id.shared()]);
    }
}
