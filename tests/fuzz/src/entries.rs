//! Entries of a store, as a text that a fuzzer can vary and a person can read.

/// Between one entry and the next.
const NEXT: &str = "\n--\n";
/// Between what is stored and what comes from another tab.
const HEARD: &str = "\n====\n";

/// A key, with what is there.
pub type Entry = (String, Option<String>);

/// The entries that are stored, and those that another tab tells of afterwards. Each is a key, and
/// from the next line on its text; a key alone is of something that was removed.
pub fn read(text: &str) -> (Vec<Entry>, Vec<Entry>) {
    let (stored, heard) = text.split_once(HEARD).unwrap_or((text, ""));
    (all(stored), all(heard))
}

fn all(text: &str) -> Vec<Entry> {
    let entry = |entry: &str| match entry.split_once('\n') {
        Some((key, text)) => (key.to_owned(), Some(text.to_owned())),
        None => (entry.to_owned(), None),
    };
    text.split(NEXT).map(entry).collect()
}

/// Those that are there.
pub fn present(entries: Vec<Entry>) -> impl Iterator<Item = (String, String)> {
    entries.into_iter().filter_map(|(key, text)| Some((key, text?)))
}
