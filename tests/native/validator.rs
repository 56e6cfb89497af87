//! Guards that an author is told everything that is wrong with a framework file at once: where, what
//! and what to do. The faults of content are in tests/fixtures/frameworks/faults.txt.

use crate::support::{clinical_text, fixture};
use bellwether::framework::{Framework, is_sound, parse, validate};
use std::time::{Duration, Instant};

/// What the validator says of a file that should be `small.json`.
fn told(file: impl AsRef<[u8]>) -> Vec<String> {
    validate(file.as_ref(), Some("small")).iter().map(ToString::to_string).collect()
}

fn small() -> String {
    fixture("frameworks/small.json")
}

#[test]
fn a_sound_file_has_no_problems() {
    assert_eq!(told(small()), [""; 0]);
    assert_eq!(validate(small().as_bytes(), None), []);
    assert!(parse(small().as_bytes()).is_ok());
    let null = small().replace("\"Too much?\"", "null");
    assert_eq!(told(null), [""; 0], "a field that may be left out may be null");
}

/// One block of a file of faults: the broken framework, and what is to be said of it.
fn broken(sound: &str, block: &str) -> (String, Vec<String>) {
    let mut file = sound.to_owned();
    let mut lines = block.lines().peekable();
    while let Some(from) = lines.peek().and_then(|line| line.strip_prefix('-')) {
        let to = lines.nth(1).and_then(|line| line.strip_prefix('+')).unwrap().trim();
        assert!(file.contains(from.trim()), "nothing to change: {block}");
        file = file.replacen(from.trim(), to, 1);
    }
    (file, lines.map(str::to_owned).collect())
}

#[test]
fn every_fault_of_content_is_told_with_its_line_what_is_wrong_and_what_to_do() {
    for (name, faults, at_least) in [("small", "faults.txt", 35), ("rich", "rich-faults.txt", 27)] {
        let sound = fixture(&format!("frameworks/{name}.json"));
        assert_eq!(validate(sound.as_bytes(), Some(name)), []);
        let faults = fixture(&format!("frameworks/{faults}"));
        let blocks: Vec<&str> = faults.split("\n\n").skip(1).map(str::trim_end).collect();
        assert!(blocks.len() >= at_least, "{}", blocks.len());
        for block in blocks {
            let (file, expected) = broken(&sound, block);
            assert!(!expected.is_empty(), "{block}");
            let found = validate(file.as_bytes(), Some(name));
            let found: Vec<String> = found.iter().map(ToString::to_string).collect();
            assert_eq!(found, expected, "{block}");
            // What could be read at all, a page judges by itself.
            if let Ok(framework) = serde_json::from_str::<Framework>(&file) {
                let is_named = framework.id.as_str() != name;
                assert!(is_named || !is_sound(&framework), "a page would take this: {block}");
            }
        }
        let sound: Framework = serde_json::from_str(&sound).unwrap();
        assert!(is_sound(&sound), "a page would refuse {name}");
    }
}

#[test]
fn a_file_with_many_faults_has_them_all_told_in_the_order_of_lines() {
    let faults = fixture("frameworks/faults.txt");
    let (file, _) = broken(&small(), faults.split("\n\n").last().unwrap().trim_end());
    let lines: Vec<Option<usize>> =
        validate(file.as_bytes(), Some("small")).iter().map(|problem| problem.place.line).collect();
    assert!(lines.len() >= 15, "{lines:?}");
    assert!(lines.is_sorted(), "{lines:?}");
}

#[test]
fn a_statement_named_twice_by_the_short_form_is_to_be_taken_out_not_renamed() {
    let told = told(small().replace(r#"["s1", "s4"]"#, r#"["s1", "s4", "s1"]"#));
    assert_eq!(told.len(), 1);
    assert!(told[0].starts_with("line 63, /short_form/2: "), "{told:?}");
    assert!(!told[0].contains("another id"), "following this breaks the file: {told:?}");
}

/// Pointers are compared part by part: what is wrong with the second of a list says nothing about
/// the eleventh.
#[test]
fn a_fault_in_the_second_of_a_list_does_not_hide_one_in_the_eleventh() {
    let statements: Vec<String> = (0..12)
        .map(|number| match number {
            1 => "7".to_owned(),
            10 => r#"{ "id": "x10", "text": "" }"#.to_owned(),
            _ => format!(r#"{{ "id": "x{number}", "text": "I do it." }}"#),
        })
        .collect();
    let file = small().replace(r#"{ "id": "s3", "text": "I do three." }"#, &statements.join(", "));
    let at = "line 45, /domains/0/elements/1/statements";
    assert_eq!(
        told(file),
        [
            format!("{at}/1: this is a number; write a group of fields in braces here"),
            format!("{at}/10/text: the text is empty; write the text"),
        ]
    );
}

#[test]
fn a_list_where_a_group_of_fields_belongs_is_refused_by_validator_and_app_alike() {
    let group = r#"{ "title": "Nowhere", "link": "https://example.org/" }"#;
    let file = small().replace(group, r#"["Nowhere", "https://example.org/"]"#);
    let expected = "line 9, /source: this is a list in square brackets; \
                    write a group of fields in braces here";
    assert_eq!(told(&file), [expected]);
    assert!(parse(file.as_bytes()).is_err());
}

#[test]
fn a_file_that_is_no_json_is_told_where_it_stops_being_it() {
    for (file, line, what) in [
        ("", "line 1", "the file ends in the middle"),
        ("  \n\n", "line 3", "the file ends in the middle"),
        ("hello", "line 1", "expected value"),
        ("<html>", "line 1", "expected value"),
        ("PK\u{3}\u{4}", "line 1", "expected value"),
        ("{\n  \"format\": 1,\n}", "line 3", "trailing comma"),
        ("{\n  \"format\": 1\n  \"id\": 2\n}", "line 3", "expected `,` or `}`"),
        ("{\n  // note\n}", "line 2", "key must be a string"),
        ("{\n 'id': 1}", "line 2", "key must be a string"),
        ("{\"format\": 01}", "line 1", "invalid number"),
        ("{\"format\": NaN}", "line 1", "expected value"),
        ("{\"format\": 1e400}", "line 1", "number out of range"),
        ("{} {}", "line 1", "trailing characters"),
        ("{\"id\": \"a\nb\"}", "line 2", "control character"),
        ("{\"id\": \"\\ud800\"}", "line 1", "hex escape"),
    ] {
        let told = told(file);
        assert_eq!(told.len(), 1, "{file:?}: {told:?}");
        assert!(told[0].starts_with(line) && told[0].contains(what), "{file:?}: {told:?}");
        assert!(told[0].contains("not JSON") || told[0].contains("ends in"), "{told:?}");
        assert!(told[0].contains("; "), "no remedy: {told:?}");
    }
}

#[test]
fn json_that_is_no_framework_is_told_what_it_is() {
    for (file, what) in [
        ("[]", "a list in square brackets"),
        ("null", "null"),
        ("\"small\"", "a text in quotes"),
        ("1.5", "a number"),
    ] {
        let expected = format!("this is {what}; write a group of fields in braces here");
        let told = told(file);
        assert!(told.len() == 1 && told[0].ends_with(&expected), "{file}: {told:?}");
    }
    // A file without an id has no wrong one.
    let told_once = told(small().replacen(r#""id": "small","#, "", 1));
    assert!(told_once.len() == 1 && told_once[0].contains("`id` is missing"), "{told_once:?}");
    // Every field that has to be there is named.
    assert_eq!(told("{}").len(), 14);
}

#[test]
fn a_byte_order_mark_is_told_as_such_or_does_no_harm() {
    let told = told(format!("\u{feff}{}", small()));
    assert!(
        told.is_empty() || (told.len() == 1 && told[0].contains("byte order mark")),
        "an editor does not show it, so “mend the text at this place” helps nobody: {told:?}"
    );
}

#[test]
fn a_file_that_is_not_utf8_is_told_the_line() {
    for bytes in [&b"\xff"[..], b"\xc3\x28", b"\xed\xa0\x80", b"\xf8\x88\x80\x80\x80"] {
        let mut file = b"{\n\"format\": 1,\n\"title\": \"".to_vec();
        file.extend(bytes);
        file.extend(b"\"}");
        assert_eq!(
            told(file),
            ["line 3: the file is not UTF-8 text; save it as UTF-8 in the editor that wrote it",]
        );
    }
    let utf16: Vec<u8> = small().encode_utf16().flat_map(u16::to_le_bytes).collect();
    let with_mark = [&b"\xff\xfe"[..], &utf16].concat();
    assert_eq!(told(with_mark).len(), 1);
}

#[test]
fn a_file_cut_off_anywhere_is_told_that_it_was() {
    let whole = clinical_text();
    let end = whole.trim_end().len();
    let mut tried = 0;
    for cut in (0..end).step_by(37).chain(end - 5..end) {
        let Some(file) = whole.get(..cut) else { continue };
        let told = told(file);
        let line = file.matches('\n').count() + 1;
        assert_eq!(told.len(), 1, "at {cut}");
        assert!(told[0].starts_with(&format!("line {line}, ")), "at {cut}: {told:?}");
        assert!(
            told[0].ends_with(
                "the file ends in the middle; get a whole copy of it; this one was cut off"
            ),
            "at {cut}: {told:?}"
        );
        tried += 1;
    }
    assert!(tried > 500, "{tried}");
}

#[test]
fn a_file_of_fifty_megabytes_is_told_to_be_too_large_at_once() {
    let huge = vec![b' '; 50_000_000];
    let begun = Instant::now();
    let expected = "the whole file: the file has 50 MB; \
                    it may have 8 MB; check that it is the right one";
    assert_eq!(told(&huge), [expected]);
    assert!(begun.elapsed() < Duration::from_secs(1), "{:?}", begun.elapsed());
    let mut most = small().into_bytes();
    most.resize(8 * 1024 * 1024, b' ');
    assert_eq!(told(&most), [""; 0], "white space up to the limit does no harm");
}

#[test]
fn deep_nesting_is_told_and_breaks_nothing() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        for depth in [100, 200, 100_000] {
            let deep = format!("{}1{}", open.repeat(depth), close.repeat(depth));
            assert!(!told(&deep).is_empty(), "{depth} × {open}");
            let inside = small().replace("\"Nobody\"", &deep);
            assert_eq!(told(inside).len(), 1, "{depth} × {open}");
        }
    }
}

#[test]
fn lines_are_right_behind_every_kind_of_text_and_line_end() {
    for text in
        ["\\ud83d\\ude00", "😀", "\\\"", "\\\\", "\\u2028", "\u{2028}", "a\\nb", "//", "/* */"]
    {
        let file = small().replace("\"Nobody\"", &format!("\"x{text}\"")).replace("\"e3\"", "\"\"");
        let expected = "line 55, /domains/1/elements/0/id: \
                        the id is empty; give it an id that will never change";
        assert_eq!(told(&file), [expected], "{text}");
        assert_eq!(told(file.replace('\n', "\r\n")), [expected], "{text}, with CR LF");
    }
}

#[test]
fn texts_ids_and_scales_have_their_limits() {
    for (from, fits, too_long) in [
        ("Small", "x".repeat(120), "x".repeat(121)),
        ("A small framework.", "é".repeat(2_000), "é".repeat(2_001)),
    ] {
        assert_eq!(told(small().replace(from, &fits)), [""; 0], "{from}");
        assert_eq!(told(small().replace(from, &too_long)).len(), 1, "{from}");
    }
    for (id, fits) in [("x".repeat(64), true), ("x".repeat(65), false), ("1x".into(), false)] {
        let told = told(small().replace("\"e2\"", &format!("\"{id}\"")));
        assert_eq!(told.is_empty(), fits, "{id}: {told:?}");
    }
    for (points, fits) in [(0, false), (1, false), (2, true), (9, true), (10, false)] {
        let point = |n: usize| format!(r#"{{ "value": {n}, "label": "L", "anchor": "A" }}"#);
        let points: Vec<String> = (1..=points).map(point).collect();
        let scale = small();
        let (start, end) = (scale.find("{ \"value\": 1").unwrap(), scale.find("\n    ],").unwrap());
        let told = told(format!("{}{}{}", &scale[..start], points.join(","), &scale[end..]));
        assert_eq!(told.is_empty(), fits, "{} points: {told:?}", points.len());
    }
}
