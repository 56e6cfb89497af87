//! What the page around the app, or the program before this one, hands over as a record.

#![no_main]
#![forbid(unsafe_code)]

use bellwether::app::{Action, Ask, Effect, State, apply, leave_behind};
use bellwether::record::{Record, from_file, with_room};
use bellwether_fuzz::{json, records, text};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use std::collections::VecDeque;

fuzz_target!(|data: &[u8]| {
    let text = text(data);
    let mut state = records::begun(Record::default());
    let answer = asked(&mut state, Ask::Import(text.as_str().into()));
    let read = from_file(text.as_bytes()).and_then(|read| with_room(read, records::NOW.time));
    assert_eq!(answer.is_ok(), read.is_ok(), "{answer:?}");
    assert_eq!(state.record, read.unwrap_or_default());
    records::hold(&state.record);

    // Exported and imported elsewhere, it is the same.
    let file = asked(&mut state, Ask::Export).expect("it can always be exported");
    let mut there = records::begun(Record::default());
    assert_eq!(asked(&mut there, Ask::Import(file.into())), Ok(String::new()));
    assert_eq!(there.record, state.record);

    // Left behind for the next program, which storage has nothing for.
    let left = leave_behind(&state, true, Some(&VecDeque::new()), records::NOW.time);
    let mut next = records::begun(Record::default());
    apply(&mut next, Action::TakeOver(left.into()), records::NOW);
    assert_eq!(next.record, state.record);
    apply(&mut next, Action::TakeOver(text.into()), records::NOW);

    // After a reset nothing of it comes back from an older copy but whole assessments.
    let before = state.record.clone();
    let deleted = asked(&mut state, Ask::Reset).expect("it can always be deleted");
    assert!(state.record.assessments.is_empty() && state.record.name().is_none());
    assert!(state.record.notes.values().all(|note| note.value.is_none()));
    let copy = Record { assessments: Default::default(), ..there.record };
    assert!(state.record.merge(copy).is_nothing() || state.record.name().is_none());
    assert!(state.record.notes.values().all(|note| note.value.is_none()));

    // What was deleted brings all of it back.
    assert_eq!(asked(&mut state, Ask::Import(deleted.into())), Ok(String::new()));
    assert_eq!(state.record.assessments, before.assessments);
    assert_eq!(state.record.name(), before.name());
    let noted = |record: &Record| -> Vec<_> {
        record.notes.iter().map(|(key, note)| (key.clone(), note.value.clone())).collect()
    };
    assert_eq!(noted(&state.record), noted(&before));
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    // Bytes now and then, so that what is no JSON is tried too.
    let varied = if seed.is_multiple_of(8) { None } else { json::vary(data, size, seed) };
    varied.unwrap_or_else(|| fuzzer_mutate(data, size, max_size))
});

fn asked(state: &mut State, ask: Ask) -> Result<String, String> {
    let effects = apply(state, Action::Asked(ask), records::NOW);
    let mut answers = effects.into_iter().filter_map(|effect| match effect {
        Effect::Answer(answer) => Some(answer),
        _ => None,
    });
    let answer = answers.next().expect("each is answered");
    assert_eq!(answers.next(), None, "each is answered once");
    answer
}
