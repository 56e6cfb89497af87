//! A pathway file: read back the same, and what is done of it is never more than there is.

#![no_main]
#![forbid(unsafe_code)]

use bellwether::learning::progress::{DONE, completed_at, far};
use bellwether::learning::{Shelves, read_pathway, validate_pathway};
use bellwether::record::{Record, note_key};
use bellwether::time::{Stamp, Stamped, Timestamp};
use bellwether_fuzz::{json, reads_back, text};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};

fuzz_target!(|data: &[u8]| {
    let shelves = Shelves { frameworks: &[], sessions: &[], pathways: &[] };
    let problems = validate_pathway(data, None, &shelves);
    assert!(problems.iter().all(|problem| !problem.to_string().is_empty()));
    let Ok(pathway) = read_pathway(&text(data)) else { return };
    reads_back(&pathway, |text| read_pathway(text).ok());
    let mut record = Record::default();
    assert_eq!(far(&record, &pathway).0, 0);
    for (number, id) in pathway.sessions().enumerate() {
        let stamp = Stamp { time: Timestamp(number as u64), count: 0, writer: "w".into() };
        let done = Stamped { value: Some("1".into()), stamp };
        record.set_note(note_key(id.as_str(), DONE), done);
    }
    let (done, all) = far(&record, &pathway);
    assert!(done <= all);
    assert!(completed_at(&record, &pathway).is_none() || done == all);
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    // Bytes now and then, so that what is no JSON is tried too.
    let varied = if seed.is_multiple_of(8) { None } else { json::vary(data, size, seed) };
    varied.unwrap_or_else(|| fuzzer_mutate(data, size, max_size))
});
