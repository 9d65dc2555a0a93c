//! What the records of a list are, and what is read first of them.

use std::fmt::Write as _;

use serde_json::Value;

use super::docs::literal;
use super::literals::words;
use super::names::pascal;
use super::table::{Operation, list, text, texts};

pub(super) fn print(operation: &Operation) -> String {
    let mut out = String::new();
    let record = &operation.value["record"];
    if !record.is_null() {
        let _ = write!(out, ".record(&{})", self::record(record));
    }
    let columns: String = list(&operation.value["columns"])
        .iter()
        .map(column)
        .collect();
    if !columns.is_empty() {
        let _ = write!(out, ".columns(&[{columns}])");
    }
    out
}

fn column(column: &Value) -> String {
    let cell = column["as"].as_str().unwrap_or("text");
    let mut out = format!(
        "Column::new({}, Cell::{})",
        literal(&text(&column["member"])),
        pascal(cell)
    );
    let named = texts(&column["words"]);
    if !named.is_empty() {
        let _ = write!(out, ".words({})", words(&named));
    }
    out + ","
}

fn record(record: &Value) -> String {
    let mut out = format!(
        "Record::new(RecordKind::{})",
        pascal(&text(&record["kind"]))
    );
    let key = texts(&record["key"]);
    if !key.is_empty() {
        let _ = write!(out, ".key({})", words(&key));
    }
    for name in ["version", "created", "seen"] {
        let member = text(&record[name]);
        if !member.is_empty() {
            let _ = write!(out, ".{name}({})", literal(&member));
        }
    }
    let newest = &record["newest"];
    if !newest.is_null() {
        let inputs = newest["inputs"].as_object().into_iter().flatten();
        let inputs: String = inputs
            .map(|(name, value)| format!("({}, {}),", literal(name), literal(&text(value))))
            .collect();
        let member = literal(&text(&newest["member"]));
        let most = newest["most"].as_u64();
        let most = most.map_or(String::new(), |most| format!(".most({most})"));
        let _ = write!(out, ".newest(Newest::new({member}, &[{inputs}]){most})");
    }
    let since = &record["since"];
    for form in ["filter", "input", "field"] {
        let Some(name) = since[form].as_str() else {
            continue;
        };
        let _ = write!(
            out,
            ".since(Since::new({}, SinceForm::{}({})))",
            literal(&text(&since["member"])),
            pascal(form),
            literal(name)
        );
    }
    out
}
