//! A record file: refused with a reason, or a record that keeps all promises.

#![no_main]
#![forbid(unsafe_code)]

use bellwether::record::{from_file, with_room};
use bellwether_fuzz::{json, records};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};

fuzz_target!(|data: &[u8]| {
    match from_file(data) {
        Ok(record) => {
            records::hold(&record);
            if let Ok(record) = with_room(record, records::NOW.time) {
                records::can_be_changed(&record);
            }
        }
        Err(problem) => assert!(!problem.to_string().is_empty()),
    }
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    // Bytes now and then, so that what is no JSON is tried too.
    let varied = if seed.is_multiple_of(8) { None } else { json::vary(data, size, seed) };
    varied.unwrap_or_else(|| fuzzer_mutate(data, size, max_size))
});
