//! Where a link from outside leads.

/// The host that a link leads to, to be shown beside it; `None` if it is nothing to make a link of.
///
/// Only `https://` and `http://` lead to a page and nowhere else: a `javascript:` link would run as if it were
/// ours. The host is the one that browsers go to (the URL standard of WHATWG): it ends at a backslash too, and
/// what stands before an `@` is a name to log in with, whatever it looks like. A host that is not plain is refused,
/// since browsers read it as another one: they leave out tabs, skip a third slash, decode `%2e`, and change letters
/// that only look like others.
pub fn host_of(link: &str) -> Option<&str> {
    let rest = link.strip_prefix("https://").or_else(|| link.strip_prefix("http://"))?;
    // Byte by byte, which is smaller than the searches of texts: all that is looked for is ASCII.
    let (mut start, mut end) = (0, rest.len());
    let mut is_plain = true;
    for (place, byte) in rest.bytes().enumerate() {
        match byte {
            b'/' | b'?' | b'#' | b'\\' => {
                end = place;
                break;
            }
            b'@' => (start, is_plain) = (place + 1, true),
            _ => is_plain &= byte.is_ascii_alphanumeric() || b".-_:[]".contains(&byte),
        }
    }
    rest.get(start..end).filter(|host| is_plain && !host.is_empty())
}
