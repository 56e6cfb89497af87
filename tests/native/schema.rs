//! Guards the JSON Schema beside the frameworks: it is generated from the Rust types, which are the
//! format's only definition, so the two may never differ.

use crate::support::{clinical_text, text_of};
use bellwether::framework::{self, Framework};
use serde_json::Value;

#[test]
fn the_schema_beside_the_data_is_the_one_that_the_types_make() {
    let stored = text_of("frameworks/schema/framework.schema.json");
    let made = format!("{:#}\n", framework::schema());
    assert!(
        stored == made,
        "frameworks/schema/framework.schema.json is stale: run `./dev generate`"
    );
}

#[test]
fn framework_files_point_editors_to_the_schema() {
    let framework: Framework = serde_json::from_str(&clinical_text()).unwrap();
    assert_eq!(framework.schema.as_deref(), Some("schema/framework.schema.json"));
}

#[test]
fn every_field_and_every_type_of_the_schema_says_what_it_is_for() {
    fn describe(value: &Value, at: &str, silent: &mut Vec<String>) {
        let properties = value.get("properties").and_then(Value::as_object);
        for (name, property) in properties.into_iter().flatten() {
            if property.get("description").is_none() {
                silent.push(format!("{at}.{name}"));
            }
        }
    }
    let schema = framework::schema();
    let mut silent = Vec::new();
    describe(&schema, "Framework", &mut silent);
    for (name, definition) in schema["$defs"].as_object().unwrap() {
        assert!(definition.get("description").is_some(), "{name} says nothing");
        describe(definition, name, &mut silent);
    }
    assert_eq!(silent, [""; 0], "fields without a doc comment");
}
