//! Answers and how their values are typed.

use http_core::ErrorKind;
use http_core::{Timestamp, Value};
use serde_json::json;

use super::*;
use crate::graph::hunting::HuntingQueryResults;

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

#[test]
fn a_row_that_does_not_decode_names_operation_row_and_member() {
    #[derive(Debug, serde::Deserialize)]
    #[expect(dead_code, reason = "only its failure is looked at")]
    struct Seen {
        #[serde(rename = "Count")]
        count: i64,
    }
    let table = table(json!({"schema": [], "results": [{"Count": 2}, {"Count": "wks-7"}]}));
    let error = table.decode::<Seen>().unwrap_err();
    assert_eq!((error.row(), error.kind()), (Some(2), ErrorKind::Decode));
    let text = error.to_string();
    assert!(
        text.starts_with("graph.hunting.run: row 2: member `Count`: "),
        "{text}"
    );
    let alone = table.rows[1].decode::<Seen>().unwrap_err().to_string();
    assert!(
        alone.contains("graph.hunting.run: member `Count`"),
        "{alone}"
    );
}

#[test]
fn absent_values_are_null_however_they_are_written() {
    let table = table(json!({
        "schema": [
            {"name": "At", "type": "DateTime"}, {"name": "Count", "type": "Int64"}, {"name": "On", "type": "SByte"},
            {"name": "More", "type": "Object"}, {"name": "Took", "type": "TimeSpan"}, {"name": "Name", "type": "String"},
        ],
        "results": [
            {"At": "", "Count": "null", "On": "", "More": "null", "Took": "", "Name": "null"},
            {"At": null, "Count": null, "On": null, "More": "", "Took": "null", "Name": ""},
            {"More": null},
        ],
    }));
    for (row, name) in table.rows.iter().zip([
        Cell::Text("null".to_owned()),
        Cell::Text(String::new()),
        Cell::Null,
    ]) {
        let mut cells: Vec<_> = table.cells(row).collect();
        assert_eq!(cells.pop(), Some(name));
        assert!(cells.iter().all(|cell| *cell == Cell::Null), "{cells:?}");
        assert_eq!(row.dynamic("More"), None);
    }
}

#[test]
fn numbers_that_no_type_holds_are_written_as_they_came() {
    let text = r#"{"D":0.1234567890123456789012345,"E":1.038518E+07,"L":123456789012345678901234567890,"H":1e999,"I":7}"#;
    let row = HuntingRow::read(text.as_bytes()).unwrap();
    for (column, number) in [
        ("D", "0.1234567890123456789012345"),
        ("E", "1.038518E+07"),
        ("L", "123456789012345678901234567890"),
        ("H", "1e999"),
        ("I", "7"),
    ] {
        assert_eq!(row.number_text(column).as_deref(), Some(number));
    }
    let names =
        ["D", "E", "L", "H", "I"].map(|name| HuntingColumn::new(name.to_owned(), "Decimal"));
    let table = HuntingTable {
        columns: names.to_vec(),
        rows: vec![row],
        is_truncated: false,
    };
    assert_eq!(
        serde_json::to_string(&table.in_order(&table.rows[0])).unwrap(),
        text
    );
}

#[test]
fn what_describes_members_is_no_column() {
    let table = table(json!({"schema": [], "results": [
        {"@odata.type": "#row", "N@odata.type": "#Int64", "N": 1, "P": {"a@odata.type": "#x", "a": [{"@odata.type": "#y"}]}},
    ]}));
    let members = Value::Object(table.rows[0].members().clone());
    assert_eq!(members, json!({"N": 1, "P": {"a": [{}]}}));
}
