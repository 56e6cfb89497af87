//! How ids, versions, languages and texts have to look, wherever they stand.

/// Longest id, in bytes.
const MAX_ID_LENGTH: usize = 64;

/// Whether a text can be an id: 1 to 64 lower-case letters, digits and hyphens, a letter first.
pub fn is_well_formed(id: &str) -> bool {
    id.len() <= MAX_ID_LENGTH
        && id.starts_with(|c: char| c.is_ascii_lowercase())
        && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// Longest label or title, in characters.
pub(crate) const MAX_TITLE: usize = 120;
/// Longest other text, in characters.
pub(crate) const MAX_TEXT: usize = 2_000;

/// Whether a text can be a label or title: there is one, and it is not too long.
pub(crate) fn is_title(text: &str) -> bool {
    is_text_within(text, MAX_TITLE)
}

/// Whether a text can stand anywhere else: there is one, and it is not endless.
pub(crate) fn is_text(text: &str) -> bool {
    is_text_within(text, MAX_TEXT)
}

fn is_text_within(text: &str, most: usize) -> bool {
    !text.trim().is_empty() && (text.len() <= most || text.chars().count() <= most)
}

pub(crate) fn is_version(text: &str) -> bool {
    let parts: Vec<&str> = text.split('.').collect();
    parts.len() == 3
        && parts
            .iter()
            .all(|part| (1..=6).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()))
}

/// The shape of a language tag (RFC 5646): a language of two or three letters, then subtags.
pub(crate) fn is_language_tag(text: &str) -> bool {
    let mut parts = text.split('-');
    let language = parts.next().unwrap_or_default();
    (2..=3).contains(&language.len())
        && language.bytes().all(|b| b.is_ascii_lowercase())
        && parts.all(|part| {
            (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
        })
}
