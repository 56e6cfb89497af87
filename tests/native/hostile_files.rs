//! Guards that a file which means harm, or is none of ours, is refused with a reason that a person
//! can act on.

use crate::support::{answer, fixture};
use bellwether::record::{MAX_FILE_BYTES, from_file};
use serde_json::{Value, json};

const DAMAGED: &str = "it is damaged, or was changed by hand";
const FOREIGN: &str = "it is not a record that was saved from here";
const NO_DATE: &str = "it holds a date that no calendar has";
const NOBODY: &str = "it says that something was written by nobody we know of";
const NO_NAME: &str = "the name in it has characters that no name has, or too many";
const NO_SCALE: &str = "it holds an answer that is on no rating scale";
const NO_STATEMENT: &str = "an answer belongs to no valid statement";
const NO_FRAMEWORK: &str = "it does not say validly which framework was answered";

/// Why a file is refused.
fn refused(bytes: &[u8]) -> String {
    match from_file(bytes) {
        Ok(record) => panic!("taken as {record:?}"),
        Err(problem) => {
            assert!(!problem.remedy.is_empty(), "{problem}");
            problem.what
        }
    }
}

/// The text of the first version's file with one value replaced. What is put in stands there as it
/// is, so it can be what no JSON writer would write.
fn with(pointer: &str, text: &str) -> String {
    const MARK: &str = "\u{1}";
    let mut file: Value = serde_json::from_str(&fixture("records/record-v1.json")).unwrap();
    *file.pointer_mut(pointer).unwrap_or_else(|| panic!("no {pointer}")) = json!(MARK);
    file.to_string().replace(&json!(MARK).to_string(), text)
}

/// The same, with a text.
fn with_text(pointer: &str, text: &str) -> String {
    with(pointer, &json!(text).to_string())
}

#[test]
fn a_value_replaced_by_itself_leaves_the_file_as_good_as_it_was() {
    assert!(from_file(with("/assessments/0/started", "1795330000000").as_bytes()).is_ok());
    assert!(from_file(with_text("/name", "1795330000000 2 w1f Ada L").as_bytes()).is_ok());
    let response = "self-awareness-1 1795330010000 0 w1f 4";
    assert!(from_file(with_text("/assessments/0/responses/0", response).as_bytes()).is_ok());
}

#[test]
fn a_script_where_an_id_or_a_name_belongs_is_refused() {
    let script = "<script>alert(1)</script>";
    for (pointer, text, why) in [
        ("/name", format!("1 0 w {script}"), NO_NAME),
        ("/name", format!("1 0 {script} Ada"), NOBODY),
        ("/assessments/0/id", script.to_owned(), DAMAGED),
        ("/assessments/0/framework", script.to_owned(), NO_FRAMEWORK),
        ("/assessments/0/framework_version", script.to_owned(), NO_FRAMEWORK),
        ("/assessments/0/form", script.to_owned(), DAMAGED),
        ("/assessments/0/position", format!("1 0 w {script}"), DAMAGED),
        ("/assessments/0/finished", format!("1 0 w {script}"), DAMAGED),
        ("/assessments/0/responses/0", format!("{script} 1 0 w 4"), NO_STATEMENT),
        ("/assessments/0/responses/0", format!("planning-1 1 0 w {script}"), NO_SCALE),
        ("/assessments/0/responses/0", format!("planning-1 1 0 {script} 4"), NOBODY),
    ] {
        assert_eq!(refused(with_text(pointer, &text).as_bytes()), why, "{pointer}: {text}");
    }
}

#[test]
fn ids_that_lead_elsewhere_and_names_that_are_none_are_refused() {
    let long = "a".repeat(65);
    for id in ["../a", "a/b", "", "A", "a b", "__proto__", "é", &long] {
        assert_eq!(refused(with_text("/assessments/1/id", id).as_bytes()), DAMAGED, "{id}");
    }
    let long = "a".repeat(101);
    for name in [&long, "a\u{0}b", "a\u{1b}[2J", "a\nb"] {
        let file = with_text("/name", &format!("1 0 w {name}"));
        assert_eq!(refused(file.as_bytes()), NO_NAME, "{name:?}");
    }
}

#[test]
fn numbers_out_of_range_are_refused() {
    for (pointer, numbers, why) in [
        ("/assessments/0/started", &["8640000000000001", "18446744073709551615"][..], NO_DATE),
        ("/assessments/0/started", &["-1", "1.5", "18446744073709551616"], DAMAGED),
        ("/assessments/0/started", &["\"1\"", "null", "[]"], DAMAGED),
        // No JSON reader takes this for a number.
        ("/assessments/0/started", &["1e400", "01", "0x1", "NaN"], FOREIGN),
        ("/version", &["-1", "1e400", "1.0", "\"1\"", "null"], FOREIGN),
        ("/saved", &["-1", "null", "1.5"], DAMAGED),
    ] {
        for number in numbers {
            assert_eq!(refused(with(pointer, number).as_bytes()), why, "{pointer}: {number}");
        }
    }
}

#[test]
fn lines_with_numbers_out_of_range_or_parts_missing_are_refused() {
    for (pointer, lines, why) in [
        ("/name", &["8640000000000001 0 w Ada", "18446744073709551615 0 w Ada"][..], NO_DATE),
        ("/name", &["-1 0 w Ada", "+1 0 w Ada", "01 0 w Ada", "1e3 0 w Ada", "1.0 0 w A"], DAMAGED),
        ("/name", &["18446744073709551616 0 w Ada", "1 4294967296 w Ada", "1 -1 w Ada"], DAMAGED),
        ("/name", &["", "1", "1 0", "1 0 w", "one two three four", " 1 0 w Ada"], DAMAGED),
        ("/assessments/0/finished", &["1 0 w 8640000000000001"], NO_DATE),
        ("/assessments/0/finished", &["1 0 w ", "1 0 w null", "1 0 w -1", "1 0 w 1 "], DAMAGED),
        ("/assessments/0/position", &["1 0 w ", "1 0 w a b", "1 0 w Planning"], DAMAGED),
        ("/assessments/0/responses/0", &["s1", "", "s1 1 0 w"], DAMAGED),
        (
            "/assessments/0/responses/0",
            &[
                "s1 1 0 w 0",
                "s1 1 0 w 10",
                "s1 1 0 w 256",
                "s1 1 0 w -1",
                "s1 1 0 w 4 ",
                "s1 1 0 w ",
            ],
            NO_SCALE,
        ),
        ("/assessments/0/responses/0", &[" 1 0 w 4"], NO_STATEMENT),
    ] {
        for line in lines {
            assert_eq!(refused(with_text(pointer, line).as_bytes()), why, "{pointer}: {line}");
        }
    }
}

#[test]
fn nesting_two_hundred_deep_is_refused_wherever_it_stands() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let deep = format!("{}1{}", open.repeat(200), close.repeat(200));
        refused(deep.as_bytes());
        for pointer in ["/name", "/assessments", "/assessments/0/responses", "/kind", "/saved"] {
            refused(with(pointer, &deep).as_bytes());
        }
        refused(format!("{{\"kind\":\"bellwether-record\",\"x\":{deep}}}").as_bytes());
    }
    // Never closed, and far deeper than any stack.
    refused("[".repeat(1_000_000).as_bytes());
}

#[test]
fn a_file_larger_than_any_record_is_refused() {
    let mut huge = fixture("records/record-v1.json").into_bytes();
    huge.resize(17_000_000, b' ');
    assert_eq!(refused(&huge), "it is far larger than any record");
    huge.truncate(MAX_FILE_BYTES);
    assert!(from_file(&huge).is_ok(), "white space behind it does no harm");
}

#[test]
fn a_newer_version_is_refused_as_one_whatever_else_is_new_in_it() {
    let why = "it was saved by another version of this app";
    assert_eq!(refused(with("/version", "3").as_bytes()), why);
    assert_eq!(refused(br#"{"kind":"bellwether-record","version":3,"all":"else"}"#), why);
}

#[test]
fn files_of_other_kinds_are_refused_as_such() {
    assert_eq!(refused(br#"{"kind":"shopping-list","version":1}"#), FOREIGN);
    for other in ["[]", "null", "7", "\"x\"", "{}", "<html></html>", "PK\u{3}\u{4}", "\u{feff}{}"] {
        assert_eq!(refused(other.as_bytes()), FOREIGN, "{other}");
    }
    assert_eq!(refused(b""), "it ends in the middle");
    assert_eq!(refused(b"\xff\xfe\x00"), "it is not a text file");
}

#[test]
fn unknown_missing_and_repeated_fields_are_refused() {
    let file = fixture("records/record-v1.json");
    for (from, to) in [
        ("\"saved\"", "\"admin\": true, \"saved\""),
        ("\"form\": \"short\"", "\"form\": \"short\", \"score\": 5"),
        ("\"form\": \"short\",", ""),
        ("\"form\": \"short\"", "\"form\": \"short\", \"form\": \"full\""),
        ("\"started\": 0,", ""),
    ] {
        let changed = file.replacen(from, to, 1);
        assert_ne!(changed, file, "{from}");
        assert_eq!(refused(changed.as_bytes()), DAMAGED, "{to}");
    }
}

#[test]
fn a_file_with_one_assessment_twice_is_refused() {
    let twice = with_text("/assessments/1/id", "a1a201ce2400-0000002a");
    assert_eq!(refused(twice.as_bytes()), "it holds the same assessment twice");
}

/// Refusing it would be as good; what counts is that the order in the file does not decide.
#[test]
fn of_two_answers_to_one_statement_in_a_file_the_later_counts() {
    for order in [r#"["s1 20 0 w 4","s1 10 0 w 2"]"#, r#"["s1 10 0 w 2","s1 20 0 w 4"]"#] {
        let record = from_file(with("/assessments/0/responses", order).as_bytes()).unwrap();
        let first = record.assessments.values().next().unwrap();
        assert_eq!(first.response(&"s1".into()), answer('4'));
    }
}

#[test]
fn more_assessments_or_answers_than_anybody_has_are_refused() {
    let rest = r#""framework":"a","framework_version":"1.0.0","form":"full","started":0"#;
    let assessments: Vec<String> =
        (0..=5_000).map(|n| format!("{{\"id\":\"a{n}\",{rest},\"responses\":[]}}")).collect();
    let file = with("/assessments", &format!("[{}]", assessments.join(",")));
    assert_eq!(refused(file.as_bytes()), "it has more assessments than a career holds");
    let answers: Vec<String> = (0..=50_000).map(|n| format!("\"s{n} 0 0 w 1\"")).collect();
    let file = with("/assessments/0/responses", &format!("[{}]", answers.join(",")));
    assert_eq!(
        refused(file.as_bytes()),
        "it has more answers than any questionnaire has statements"
    );
}

/// Of what is not even of the right kind millions fit into a file, and each would be made an assessment, and a
/// fault with its place and two sentences.
#[test]
fn assessments_are_counted_before_they_are_read() {
    let zeros = |many: usize| format!("[0{}]", ",0".repeat(many));
    for (pointer, many, why) in [
        ("/assessments", 1_000_000, "it has more assessments than a career holds"),
        ("/assessments", 5_000, "it has more assessments than a career holds"),
        ("/assessments", 4_000, DAMAGED),
        ("/assessments/1/responses", 1_000_000, DAMAGED),
        ("/name", 1_000_000, DAMAGED),
    ] {
        let file = with(pointer, &zeros(many));
        assert_eq!(refused(file.as_bytes()), why, "{pointer}");
    }
}
