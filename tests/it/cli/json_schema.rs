//! `defender schema`: what it says of records is compared with the records of the emulator.

use serde_json::Value;

use super::program::{Program, fixed};

/// The schema that a reference means. Every reference has to be below `$defs`.
fn resolved<'a>(root: &'a Value, schema: &'a Value) -> &'a Value {
    match schema["$ref"].as_str() {
        None => schema,
        Some(reference) => {
            let name = reference.strip_prefix("#/$defs/").expect(reference);
            let found = &root["$defs"][name];
            assert!(found.is_object(), "{reference}");
            resolved(root, found)
        }
    }
}

/// Compares a value with a schema: its type, and that its members are described. What is wrong is added to `wrong`.
fn compare(root: &Value, schema: &Value, value: &Value, at: &str, wrong: &mut Vec<String>) {
    let schema = resolved(root, schema);
    let branches = ["anyOf", "oneOf", "allOf"].iter();
    let mut branches = branches
        .filter_map(|name| schema[*name].as_array())
        .flatten();
    if branches.next().is_some() {
        // A derived type may have any of the members; the base alone is not compared.
        return;
    }
    let types: Vec<&str> = match &schema["type"] {
        Value::String(one) => vec![one],
        Value::Array(all) => all.iter().filter_map(Value::as_str).collect(),
        _ => return,
    };
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let fits = types.contains(&kind) || kind == "integer" && types.contains(&"number");
    if !fits {
        wrong.push(format!("{at}: {kind}, not {types:?}"));
    }
    for item in value.as_array().into_iter().flatten() {
        compare(root, &schema["items"], item, &format!("{at}[]"), wrong);
    }
    for (name, member) in value.as_object().into_iter().flatten() {
        let known = &schema["properties"][name];
        let at = format!("{at}.{name}");
        if known.is_null() && schema["properties"].is_object() && !name.contains('@') {
            wrong.push(format!("{at}: not described"));
        }
        compare(root, known, member, &at, wrong);
    }
}

/// Every reference of a schema resolves, and none leads out of it.
fn check_references(root: &Value, schema: &Value) {
    match schema {
        Value::Object(members) => {
            if members.contains_key("$ref") {
                resolved(root, schema);
            }
            members.values().for_each(|one| check_references(root, one));
        }
        Value::Array(items) => items.iter().for_each(|one| check_references(root, one)),
        _ => {}
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn records_are_as_their_schema_says() {
    let sandbox = fixed().devices(20).limits(false).start().await.unwrap();
    for command in [
        "mde alerts list",
        "mde machines list",
        "mde indicators list",
        "mde vulnerabilities list",
        "graph incidents list",
        "graph alerts list",
        "mde software list",
        "mdca alerts list",
        "xdr incidents list",
    ] {
        let schema = Program::line(&format!("schema {command}")).run().await;
        assert_eq!((schema.code, schema.stderr.as_str()), (Some(0), ""));
        let schema = schema.json();
        check_references(&schema, &schema);
        let records = Program::line(&format!("{command} -n 20 -o json -q"));
        let records = records.at(&sandbox).run().await.json();
        let records = records.as_array().unwrap();
        assert!(!records.is_empty(), "{command}");
        let mut wrong = Vec::new();
        for record in records {
            compare(&schema, &schema, record, "", &mut wrong);
        }
        wrong.sort();
        wrong.dedup();
        assert!(wrong.is_empty(), "{command}: {wrong:#?}");
    }
}

#[tokio::test]
async fn a_group_stands_for_its_list_and_inputs_have_a_schema_too() {
    let of = async |line: &str| Program::line(line).run().await;
    let group = of("schema mde alerts").await.json();
    assert_eq!(group["title"], "mde.alerts.list");
    assert_eq!(
        group["$schema"],
        "https://json-schema.org/draft/2020-12/schema"
    );
    let inputs = of("schema mde machines isolate --inputs").await.json();
    let required = inputs["required"].as_array().unwrap();
    assert!(required.contains(&"machine_id".into()), "{inputs}");
    let unknown = of("schema mde alrts").await;
    assert_eq!(unknown.code, Some(2), "{unknown}");
    assert!(unknown.stderr.contains("mde alerts"), "{unknown}");
    let nothing = of("schema mde indicators delete").await;
    assert_eq!(nothing.code, Some(2), "{nothing}");
    assert!(nothing.stderr.contains("--inputs"), "{nothing}");
}
