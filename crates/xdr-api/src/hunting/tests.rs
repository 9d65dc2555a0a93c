//! Answers and how their values are typed.

use http_core::{Timestamp, Value};
use serde_json::json;

use super::*;

fn table(answer: Value) -> HuntingTable {
    HuntingTable::from(serde_json::from_value::<HuntingQueryResults>(answer).unwrap())
}

#[test]
fn values_are_typed_by_their_columns_and_by_themselves() {
    let table = table(json!({
        "schema": [
            {"name": "At", "type": "DateTime"}, {"name": "Count", "type": "Int64"}, {"name": "On", "type": "SByte"},
            {"name": "More", "type": "Object"}, {"name": "Id", "type": "Guid"}, {"name": "New", "type": "Sparkle"},
            {"name": "Odd", "type": "Int64"}, {"name": "None", "type": "String"},
        ],
        "results": [{
            "At": "2026-01-01T00:00:00.1234567Z", "Count": "7", "On": 1, "More": "{\"a\":[1]}", "Id": "x", "New": 1.5,
            "Odd": "many", "None": null, "Extra": true,
        }],
    }));
    let row = &table.rows[0];
    let expected = [
        Cell::Time(Timestamp::from("2026-01-01T00:00:00.1234567Z")),
        Cell::Long(7),
        Cell::Bool(true),
        Cell::Dynamic(json!({"a": [1]})),
        Cell::Text("x".to_owned()),
        Cell::Real(1.5),
        Cell::Text("many".to_owned()),
        Cell::Null,
    ];
    assert_eq!(table.cells(row).collect::<Vec<_>>(), expected);
    assert_eq!(row.get("Extra"), Some(&Value::Bool(true)));
    let text = serde_json::to_string(&table.in_order(row)).unwrap();
    assert!(
        text.starts_with(r#"{"At":"2026-01-01T00:00:00.1234567Z","Count":"7","On":1,"#),
        "{text}"
    );
    assert!(text.ends_with(r#""None":null,"Extra":true}"#), "{text}");
}

#[test]
fn a_schema_in_capitals_is_read() {
    let table = table(json!({"schema": [{"Name": "A", "Type": "String"}], "results": []}));
    assert_eq!(table.column("A").unwrap().kind, ColumnType::Text);
}

#[test]
fn rows_decode_into_types() {
    #[derive(Debug, PartialEq, serde::Deserialize)]
    #[serde(rename_all = "PascalCase")]
    struct Seen {
        device_name: String,
        count: u32,
    }
    let table = table(json!({"schema": [], "results": [{"DeviceName": "a", "Count": 2}]}));
    let seen: Vec<Seen> = table.decode().unwrap();
    assert_eq!(
        seen,
        [Seen {
            device_name: "a".to_owned(),
            count: 2
        }]
    );
}
