//! What others offer, from a table: a CSV file (RFC 4180) as spreadsheets write it.

use bellwether::framework::is_well_formed;
use bellwether::problem::{Place, Problem};
use serde_json::{Value, json};

/// The columns, in any order. `id` may be missing where there is a code; `code` may be missing.
const COLUMNS: [&str; 6] = ["id", "title", "code", "minutes", "link", "elements"];

/// A table as a document of what others offer, with the line of each entry; the provider is what the
/// file is called.
pub(super) fn from_table(bytes: &[u8], provider: &str) -> Result<(Value, Vec<usize>), Problem> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    // The reader counts lines by one kind of end only.
    let text = String::from_utf8_lossy(bytes).replace("\r\n", "\n");
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text.as_bytes());
    let header = reader.headers().map_err(|error| broken(&error))?.clone();
    let names: Vec<String> = header.iter().map(str::to_lowercase).collect();
    if let Some(unknown) = names.iter().find(|name| !COLUMNS.contains(&name.as_str())) {
        let what = format!("there is no column `{unknown}`");
        let remedy = format!("name the columns {}", COLUMNS.join(", "));
        return Err(Problem::new(Place::line(1, 1), what, remedy));
    }
    if let Some(missing) = ["title", "minutes", "link", "elements"]
        .iter()
        .find(|needed| !names.iter().any(|name| name == *needed))
    {
        let what = format!("the column `{missing}` is missing");
        return Err(Problem::new(Place::line(1, 1), what, "add it; the first line names them"));
    }
    let (mut entries, mut lines) = (Vec::new(), Vec::new());
    for row in reader.records() {
        let row = row.map_err(|error| broken(&error))?;
        let cell = |name: &str| {
            let place = names.iter().position(|known| known == name)?;
            row.get(place).filter(|text| !text.is_empty())
        };
        let line = row.position().map_or(0, |place| place.line() as usize);
        let minutes =
            cell("minutes").map(|text| text.parse::<u32>().map_or(json!(text), |n| json!(n)));
        let elements: Vec<&str> = cell("elements")
            .unwrap_or_default()
            .split([' ', ';', ','])
            .filter(|id| !id.is_empty())
            .collect();
        let id = cell("id").map_or_else(|| id_of(cell("code").unwrap_or_default()), str::to_owned);
        let mut entry = json!({ "id": id, "elements": elements });
        for (name, value) in [
            ("title", cell("title").map(|text| json!(text))),
            ("code", cell("code").map(|text| json!(text))),
            ("link", cell("link").map(|text| json!(text))),
            ("minutes", minutes),
        ] {
            if let (Some(value), Some(fields)) = (value, entry.as_object_mut()) {
                fields.insert(name.to_owned(), value);
            }
        }
        entries.push(entry);
        lines.push(line);
    }
    let document = json!({
        "format": 1, "version": "1.0.0", "language": "en-GB", "provider": provider,
        "framework": "", "entries": entries,
    });
    Ok((document, lines))
}

/// An id made of a code: `ABC 12.3` is `abc-12-3`.
fn id_of(code: &str) -> String {
    let id: String = code
        .to_lowercase()
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .collect();
    if is_well_formed(&id) || id.is_empty() { id } else { format!("offer-{id}") }
}

fn broken(error: &csv::Error) -> Problem {
    let line = error.position().map(|place| place.line() as usize);
    let place = Place { line, ..Place::whole() };
    let what = "this is not a table with the same number of cells in each line";
    Problem::new(place, what, "save it as CSV with commas, in UTF-8, and quote cells with commas")
}

#[cfg(test)]
mod tests {
    use super::*;
    use bellwether::learning::{Shelves, validate_elsewhere};
    use proptest::prelude::*;

    fn told(table: &str) -> Result<(Value, Vec<usize>), String> {
        from_table(table.as_bytes(), "A trust").map_err(|problem| problem.to_string())
    }

    #[test]
    fn a_table_as_spreadsheets_write_it_becomes_entries_with_their_lines() {
        let table = "\u{feff}Title,Code,Minutes,Link,Elements\r\n\
                     \"Feedback, given \"\"well\"\"\",LD 12.3,20,https://example.org/a,planning; networks\r\n\
                     Plain,x1,15,https://example.org/b,planning\r\n";
        let (document, lines) = told(table).unwrap();
        assert_eq!(lines, [2, 3]);
        assert_eq!(document["provider"], "A trust");
        let first = &document["entries"][0];
        assert_eq!(first["title"], "Feedback, given \"well\"");
        assert_eq!(first["id"], "ld-12-3");
        assert_eq!(first["minutes"], 20);
        assert_eq!(first["elements"], json!(["planning", "networks"]));
    }

    #[test]
    fn what_keeps_a_table_from_being_read_is_told_with_its_line() {
        for (table, expected) in [
            (
                "title,colour,minutes,link,elements\n",
                "line 1, column 1: there is no column `colour`; name the columns id, title, code, \
                 minutes, link, elements",
            ),
            (
                "title,minutes,link\n",
                "line 1, column 1: the column `elements` is missing; add it; the first line names them",
            ),
            (
                "title,minutes,link,elements\na,1,b,c\nd,2\n",
                "line 3: this is not a table with the same number of cells in each line; save it as \
                 CSV with commas, in UTF-8, and quote cells with commas",
            ),
        ] {
            assert_eq!(told(table).unwrap_err(), expected);
        }
    }

    #[test]
    fn a_number_that_is_none_is_left_for_the_validator_to_tell() {
        let (document, _) = told("title,minutes,link,elements\na,soon,b,c\n").unwrap();
        assert_eq!(document["entries"][0]["minutes"], "soon");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1_000) })]

        #[test]
        fn whatever_stands_in_a_table_it_is_told_or_becomes_entries_each_with_its_line(
            header in "(title,code,minutes,link,elements|id,title,minutes,link,elements|[a-z,\"\u{feff}]{0,20})",
            rows in r#"[a-zA-Z0-9 ,;:/."\r\n\u{0}é]{0,200}"#,
        ) {
            let table = format!("{header}\n{rows}");
            match told(&table) {
                Err(told) => prop_assert!(told.contains("; "), "{told}"),
                Ok((document, lines)) => {
                    let entries = document["entries"].as_array().unwrap();
                    prop_assert_eq!(entries.len(), lines.len());
                    prop_assert!(lines.is_sorted() && lines.iter().all(|line| *line > 1));
                    prop_assert!(entries.iter().all(|entry| entry["id"].is_string()));
                    let shelves = Shelves { frameworks: &[], sessions: &[], pathways: &[] };
                    let told = validate_elsewhere(document.to_string().as_bytes(), &shelves);
                    prop_assert!(!told.is_empty(), "there is no framework of no name");
                }
            }
        }
    }
}
