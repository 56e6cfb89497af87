//! What can be counted of plain words, for all texts that people read.

/// Words that take people for men or women.
pub(crate) const GENDERED: [&str; 12] = [
    "he", "she", "his", "her", "him", "hers", "himself", "herself", "mankind", "chairman",
    "manpower", "layman",
];

/// Words that tire a reader, or hide who does what.
pub(crate) const JARGON: [&str; 13] = [
    "stakeholder",
    "stakeholders",
    "leverage",
    "facilitate",
    "facilitates",
    "proactive",
    "proactively",
    "holistic",
    "synergy",
    "utilise",
    "robust",
    "paradigm",
    "empower",
];

/// What words have in them that are not spelt as in British English.
pub(crate) const AMERICAN: [&str; 7] =
    ["behavior", "organiz", "prioritiz", "recogniz", "analyz", "judgment", "color"];

/// The words of a text.
pub(crate) fn words(text: &str) -> Vec<&str> {
    let edge = |c: char| !c.is_alphanumeric() && !"'’-".contains(c);
    text.split(edge).filter(|word| !word.is_empty()).collect()
}

/// The Flesch–Kincaid grade of some sentences: years of school in the United States that it takes
/// to read them; 7 is an age of about 12.
pub(crate) fn grade(sentences: &[&str]) -> f64 {
    let words: Vec<&str> = sentences.iter().flat_map(|text| words(text)).collect();
    let syllables: usize = words.iter().map(|word| syllables_of(word)).sum();
    let words = words.len() as f64;
    0.39 * words / sentences.len() as f64 + 11.8 * syllables as f64 / words - 15.59
}

/// The usual estimate: one syllable for each group of vowels, less a silent `e` or `ed` at the end
/// (not the `le` of “little” or the `ed` of “reported”), but at least one. It is off by one in a
/// few words, up as often as down (“times”, “idea”), which hardly moves the mean of hundreds.
fn syllables_of(word: &str) -> usize {
    let word = word.to_lowercase();
    let is_vowel = |c: char| "aeiouy".contains(c);
    let groups = word.split(|c| !is_vowel(c)).filter(|group| !group.is_empty()).count();
    let after_consonant =
        |end: &str| word.strip_suffix(end).is_some_and(|s| !s.ends_with(is_vowel));
    let silent_e = after_consonant("e") && !after_consonant("le");
    let silent_ed = after_consonant("ed") && !word.ends_with("ted") && !word.ends_with("ded");
    groups.saturating_sub(usize::from(silent_e || silent_ed)).max(1)
}

#[test]
fn the_syllable_counter_is_right_for_words_that_are_asked() {
    for (word, syllables) in [
        ("I", 1),
        ("make", 1),
        ("asked", 1),
        ("reported", 3),
        ("little", 2),
        ("patient", 2),
        ("decision", 3),
        ("services", 3),
        ("organisation", 5),
    ] {
        assert_eq!(syllables_of(word), syllables, "{word}");
    }
}
