//! The columns of streams, from the tables that describe the services.

use std::collections::HashMap;

use lake::{Column, Kind};
use operations::openapi::Tables;
use serde::Deserialize;

/// The columns of a stream: the members of the entity that its list returns. None for a stream that the tables do not have.
///
/// Objects, arrays and values of any type become JSON text. The columns of an export by files take members in any letter case. A member that
/// is not described becomes a column when the first record has it: text of a string, JSON of other values.
///
/// ```
/// use jobs::collect::lake::{Column, Kind, columns};
/// use operations::openapi::Tables;
///
/// let tables = Tables {
///     name: "x",
///     operations: r#"[{"id": "x.alerts.list", "response": {"entity": "Alert"}}]"#,
///     entities: r#"{"Alert": {"fields": [
///         {"name": "id", "type": "string"},
///         {"name": "seen", "type": "datetime"},
///         {"name": "evidence", "type": "array:object:Evidence"}
///     ]}}"#,
///     answers: None,
/// };
/// let found = columns(&[tables], "x.alerts");
/// assert_eq!(found[1], Column::new("seen", Kind::Time));
/// assert_eq!(found[2], Column::new("evidence", Kind::Json));
/// ```
pub fn columns(tables: &[Tables<'_>], stream: &str) -> Vec<Column> {
    let found = tables.iter().find_map(|tables| of(tables, stream));
    found.unwrap_or_default()
}

/// The columns of the rows of a query.
///
/// ```
/// use jobs::collect::lake::{Column, Kind, columns_of_query};
///
/// let result = [kql::Column::new("Timestamp", kql::Kind::Time), kql::Column::new("IsLocal", kql::Kind::Bool)];
/// let found = columns_of_query(&result);
/// assert_eq!(found[0], Column::new("Timestamp", Kind::Time));
/// assert_eq!(found[1], Column::new("IsLocal", Kind::Label));
/// ```
pub fn columns_of_query(result: &[kql::Column]) -> Vec<Column> {
    let column = |column: &kql::Column| Column::new(column.name.as_str(), of_query(column.kind));
    result.iter().map(column).collect()
}

/// The kind of a column for a type of the language. Where a service may write a value in two ways the column takes both.
fn of_query(kind: kql::Kind) -> Kind {
    match kind {
        kql::Kind::Time => Kind::Time,
        kql::Kind::Text | kql::Kind::Guid => Kind::Text,
        kql::Kind::Int | kql::Kind::Long => Kind::Long,
        kql::Kind::Real => Kind::Double,
        // `true` or `1`; a number or, with more digits than a double has, text; a length of time as text.
        kql::Kind::Bool | kql::Kind::Decimal | kql::Kind::Span => Kind::Label,
        _ => Kind::Json,
    }
}

/// An operation, as far as its columns need it.
#[derive(Deserialize)]
struct Row<'a> {
    id: &'a str,
    #[serde(default, borrow)]
    response: Answer<'a>,
}

#[derive(Default, Deserialize)]
struct Answer<'a> {
    #[serde(default)]
    entity: Option<&'a str>,
    /// The entity of the rows, where the answer has only the addresses of files.
    #[serde(default)]
    row: Option<&'a str>,
}

#[derive(Deserialize)]
struct Entity {
    fields: Vec<Field>,
}

#[derive(Deserialize)]
struct Field {
    name: String,
    r#type: String,
    #[serde(default)]
    wire: Option<String>,
}

/// The columns of a stream in the tables of one product. `None` if it has no such list, or the list has no entity.
fn of(tables: &Tables<'_>, stream: &str) -> Option<Vec<Column>> {
    let rows: Vec<Row<'_>> = serde_json::from_str(tables.operations).ok()?;
    let is_it = |row: &Row<'_>| row.id == stream || row.id.strip_suffix(".list") == Some(stream);
    let answer = &rows.iter().find(|row| is_it(row))?.response;
    let entity = answer.row.or(answer.entity)?;
    let mut entities: HashMap<String, Entity> = serde_json::from_str(tables.entities).ok()?;
    let fields = entities.remove(entity)?.fields;
    // The names in files have another letter case than those of the tables, and which is not documented.
    let is_of_files = answer.row.is_some();
    let column = |field: Field| {
        let kind = kind(&field.r#type, field.wire.as_deref());
        let column = Column::new(field.name, kind);
        match is_of_files {
            true => column.in_any_case(),
            false => column,
        }
    };
    Some(fields.into_iter().map(column).collect())
}

/// The kind of a column for the type of a member, and for the form in which the service writes it.
///
/// Dates as milliseconds and dates as text are both times: the column takes either. A number that the service writes as a number or as
/// text stays as it is.
fn kind(of: &str, wire: Option<&str>) -> Kind {
    match (of, wire) {
        (_, Some("number_or_text")) => Kind::Label,
        ("string", Some("date_and_time")) | ("datetime", _) => Kind::Time,
        ("string" | "guid" | "enum", _) => Kind::Text,
        ("int32" | "int64", _) => Kind::Long,
        ("double", _) => Kind::Double,
        ("bool", _) => Kind::Bool,
        _ => Kind::Json,
    }
}
