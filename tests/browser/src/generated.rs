//! A questionnaire of any length, as each of the pages that are measured wants it.

use crate::failure::{Context, Result};
use serde_json::{Value, json};

/// Statements an element has, and elements a domain.
const BRANCHES: usize = 4;

/// A framework of so many statements.
///
/// Everything but its domains is the release's own framework; its texts are made of that one's words
/// in random order, the same each time, so that they compress about as prose does.
///
/// # Errors
/// If that one is none.
pub fn framework(release: &Value, statements: usize) -> Result<Value> {
    let words = words(release)?;
    let text = |kind: usize, number: usize, length: usize| sentence(&words, kind, number, length);
    let elements: Vec<Value> = (0..statements.div_ceil(BRANCHES))
        .map(|e| {
            let numbers = (e * BRANCHES..statements).take(BRANCHES);
            json!({
                "id": format!("element-{}", e + 1),
                "title": text(0, e, 3),
                "description": text(1, e, 22),
                "overuse": text(2, e, 18),
                "statements": numbers
                    .map(|s| json!({ "id": statement_id(s), "text": text(3, s, 13) }))
                    .collect::<Vec<_>>(),
            })
        })
        .collect();
    let domains: Vec<Value> = (0..)
        .zip(elements.chunks(BRANCHES))
        .map(|(d, elements)| {
            json!({
                "id": format!("domain-{}", d + 1),
                "title": text(4, d, 3),
                "description": text(5, d, 22),
                "elements": elements,
            })
        })
        .collect();
    let short_form: Value = (0..statements).step_by(BRANCHES).map(statement_id).collect();
    let mut framework = release.clone();
    let fields = framework.as_object_mut().or_say(|| "the release's framework is no object")?;
    fields.insert("id".to_owned(), format!("generated-{statements}").into());
    fields.insert("title".to_owned(), format!("{statements} statements").into());
    fields.insert("domains".to_owned(), domains.into());
    fields.insert("short_form".to_owned(), short_form);
    Ok(framework)
}

/// The catalogue that names only this framework.
pub fn catalogue(framework: &Value, statements: usize) -> Value {
    json!({ "frameworks": [{
        "id": text(framework, "id"),
        "title": text(framework, "title"),
        "summary": text(framework, "summary"),
        "statements": statements,
        "short_form": list(framework, "short_form").count(),
    }] })
}

/// The same for SurveyJS: a page for an element, a group of radio buttons for a statement.
pub fn surveyjs(framework: &Value) -> Value {
    let choices: Vec<Value> = choices(framework)
        .into_iter()
        .map(|(value, text)| json!({ "value": value, "text": text }))
        .collect();
    let pages = elements(framework).map(|element| {
        let questions = list(element, "statements").map(|statement| {
            json!({
                "type": "radiogroup",
                "name": text(statement, "id"),
                "title": text(statement, "text"),
                "choices": choices,
            })
        });
        json!({
            "name": text(element, "id"),
            "title": text(element, "title"),
            "description": text(element, "description"),
            "elements": questions.collect::<Vec<_>>(),
        })
    });
    json!({ "title": text(framework, "title"), "pages": pages.collect::<Vec<_>>() })
}

/// The first element's statements as HTML, marked up as the app's are.
pub fn questions(framework: &Value) -> String {
    let choices = choices(framework);
    let statements = elements(framework).take(1).flat_map(|first| list(first, "statements"));
    let question = |statement: &Value| {
        let (id, text) = (text(statement, "id"), text(statement, "text"));
        let radios: String = choices
            .iter()
            .map(|(value, label)| {
                let id_of_radio = format!("{id}-is-{value}");
                format!(
                    r#"<div class="nhsuk-radios__item"><input class="nhsuk-radios__input" type="radio" id="{id_of_radio}" name="{id}" value="{value}" /><label class="nhsuk-label nhsuk-radios__label" for="{id_of_radio}">{label}</label></div>"#
                )
            })
            .collect();
        format!(
            r#"<div class="nhsuk-form-group bellwether-question" id="{id}"><fieldset class="nhsuk-fieldset"><legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{text}</legend><div class="nhsuk-radios bellwether-scale">{radios}</div></fieldset></div>"#
        )
    };
    statements.map(question).collect()
}

/// What can be answered to every statement: the value and its label.
fn choices(framework: &Value) -> Vec<(u8, &str)> {
    let scale = get(framework, "rating_scale");
    let points = (1..).zip(list(scale, "points"));
    let points = points.map(|(value, point)| (value, text(point, "label")));
    points.chain([(0, text(get(scale, "not_applicable"), "label"))]).collect()
}

fn statement_id(number: usize) -> Value {
    format!("element-{}-{}", number / BRANCHES + 1, number % BRANCHES + 1).into()
}

/// All words of a framework's statements, as often as they occur, without marks.
fn words(framework: &Value) -> Result<Vec<String>> {
    let statements = elements(framework).flat_map(|element| list(element, "statements"));
    let words: Vec<String> = statements
        .flat_map(|statement| text(statement, "text").split(|c: char| !c.is_alphabetic()))
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    (!words.is_empty()).then_some(words).or_say(|| "the release's framework has no statements")
}

fn sentence(words: &[String], kind: usize, number: usize, length: usize) -> String {
    let mut state = (kind as u64 + 1) << 32 | number as u64;
    let mut sentence = String::new();
    for _ in 0..length {
        // SplitMix64: neighbouring seeds give unrelated numbers.
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = (state ^ state >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        let nth = (mixed ^ mixed >> 31) as usize % words.len();
        if let Some(word) = words.get(nth) {
            sentence.push_str(if sentence.is_empty() { "" } else { " " });
            sentence.push_str(word);
        }
    }
    sentence
}

fn elements(framework: &Value) -> impl Iterator<Item = &Value> {
    list(framework, "domains").flat_map(|domain| list(domain, "elements"))
}

fn list<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> + use<'a> {
    get(value, key).as_array().into_iter().flatten()
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    get(value, key).as_str().unwrap_or_default()
}

/// What is not there is null: a page without it shows at once that it is missing.
fn get<'a>(value: &'a Value, key: &str) -> &'a Value {
    value.get(key).unwrap_or(&Value::Null)
}
