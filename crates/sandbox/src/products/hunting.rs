//! Advanced hunting in Defender for Endpoint, Defender XDR and Graph: one engine, three
//! envelopes.
//!
//! Tables show the organization, not later changes of records: an alert that was resolved
//! through the API is unchanged here. Rows that a test posts to the control address come behind them. The limits by rows, size and CPU time are replaced by
//! a limit of rows and of steps.
//!
//! Source: `run-advanced-query-api.md`, `api-advanced-hunting.md`,
//! `security-security-runhuntingquery.md`; schemas of tables in
//! `advanced-hunting-*-table.md`.

mod schema;
mod tables;
mod timespan;
mod wording;

use jiff::Timestamp;
use kql::{Cell, Column, Data, Limits, Schema, Table};
use serde_json::{Value, json};

use crate::answer::Answer;
use crate::call::{Call, Outcome};
use crate::generic::{self, body, list};
use crate::refusal::Refusal;
use crate::store::Store;
use crate::wire::json_type;
use timespan::Timespan;

/// The operations that run a query.
pub(super) const ROWS: [&str; 3] = [
    "mde.advanced_hunting.run",
    "xdr.advanced_hunting.run",
    "graph.hunting.run",
];

/// The documented name of a table, in any letter case.
pub(super) fn table(name: &str) -> Option<&'static str> {
    schema::table(name).map(|described| described.name.as_str())
}

/// Whether a process event exists. Creating an alert by reference names one.
pub(super) fn event(store: &Store, device: &str, report: &str, at: Option<Timestamp>) -> bool {
    let estate = store.estate();
    estate.alerts.iter().any(|alert| {
        let same = estate.device_of(alert).id == device && alert.process_id.to_string() == report;
        same && at == Some(alert.first_event)
    })
}

/// `POST /api/advancedqueries/run` of Defender for Endpoint.
pub(super) fn run_mde(call: &mut Call<'_>) -> Outcome {
    let table = run(call)?;
    Ok(ordered_answer(
        call,
        &[
            ("Schema", schema(&table, "Name", "Type").to_string()),
            ("Results", rows(&table)),
        ],
    ))
}

/// `POST /api/advancedhunting/run` of Defender XDR, with made-up statistics.
pub(super) fn run_xdr(call: &mut Call<'_>) -> Outcome {
    let table = run(call)?;
    let count = table.rows.len();
    let stats = json!({
        "ExecutionTime": 0.015,
        "resource_usage": {
            "cache": {"memory": {"hits": count, "misses": 0, "total": count},
                      "disk": {"hits": 0, "misses": 0, "total": 0}},
            "cpu": {"user": "00:00:00.0156250", "kernel": "00:00:00", "total cpu": "00:00:00.0156250"},
            "memory": {"peak_per_node": 1_048_576},
        },
        "dataset_statistics": [{"table_row_count": count, "table_size": count * 51}],
    });
    Ok(ordered_answer(
        call,
        &[
            ("Stats", stats.to_string()),
            ("Schema", schema(&table, "Name", "Type").to_string()),
            ("Results", rows(&table)),
        ],
    ))
}

/// `POST /v1.0/security/runHuntingQuery` of Graph.
pub(super) fn run_graph(call: &mut Call<'_>) -> Outcome {
    let table = run(call)?;
    Ok(ordered_answer(
        call,
        &[
            (
                "@odata.context",
                Value::from(list::context(call, true)).to_string(),
            ),
            ("schema", schema(&table, "name", "type").to_string()),
            ("results", rows(&table)),
        ],
    ))
}

/// `GET /beta/security/getHuntingSchema` of Graph: the tables, columns and functions that a query can use. The
/// emulator has no saved functions.
pub(super) fn schema_graph(call: &mut Call<'_>) -> Outcome {
    let known = schema::known();
    let columns = |columns: &[Column]| -> Vec<Value> {
        let column = |column: &Column| json!({"name": column.name, "dataType": column.kind.wire_name(), "description": null});
        columns.iter().map(column).collect()
    };
    let tables: Vec<Value> = known
        .tables()
        .filter_map(|name| Some((name, known.columns(name)?)))
        .map(|(name, all)| json!({"name": name, "description": null, "columns": columns(all)}))
        .collect();
    let functions: Vec<Value> = known
        .functions()
        .filter_map(|name| Some((name, known.function(name)?)))
        .map(|(name, function)| json!({"name": name, "outputColumns": columns(&function.columns)}))
        .collect();
    let functions = json!({"builtInFunctions": functions, "savedFunctions": []});
    Ok(generic::entity_answer(
        call,
        json!({"tables": tables, "functions": functions}),
    ))
}

/// A response with its members in this order. The services send the schema before the rows,
/// and the cells of a row in the order of the columns; clients that stream depend on it.
fn ordered_answer(call: &Call<'_>, members: &[(&str, String)]) -> Answer {
    let members = members
        .iter()
        .map(|(name, text)| (Value::from(*name).to_string(), text.clone()));
    Answer::bytes(200, json_type(call.request.service), object(members))
}

/// An object from names and values that are JSON.
fn object(members: impl Iterator<Item = (String, String)>) -> String {
    let members: Vec<_> = members
        .map(|(name, text)| format!("{name}:{text}"))
        .collect();
    format!("{{{}}}", members.join(","))
}

/// The tables of an organization within a timespan.
struct Tables<'s> {
    store: &'s Store,
    timespan: Timespan,
}

impl Data for Tables<'_> {
    fn schema(&self) -> &Schema {
        schema::known()
    }

    fn rows(&self, table: &str) -> Vec<Vec<Cell>> {
        tables::rows(self.store, table, &|time| self.timespan.holds(time))
    }
}

/// Runs the query in the body.
///
/// # Errors
///
/// 400 without a query, for a timespan that cannot be read, and for a query with an error.
/// The message of the last names line and position.
fn run(call: &mut Call<'_>) -> Result<Table, Refusal> {
    let members = if call.operation.id == "graph.hunting.run" {
        // The page writes Query and Timespan, the model query and timespan. Both are accepted.
        let params = &call.operation.params;
        let documented = |(name, value): (String, Value)| {
            let known = params
                .iter()
                .find(|param| param.name.eq_ignore_ascii_case(&name));
            (known.map_or(name, |param| param.name.clone()), value)
        };
        let members = body::checked(call, call.body()?.into_iter().map(documented).collect())?;
        let lower = |(name, value): (String, Value)| (name.to_ascii_lowercase(), value);
        members.into_iter().map(lower).collect()
    } else {
        let query = body::check(call)?.remove("Query").unwrap_or_default();
        serde_json::Map::from_iter([("query".to_owned(), query)])
    };
    let text = |name: &str| members.get(name).and_then(Value::as_str);
    let query = text("query")
        .filter(|text| !text.trim().is_empty())
        .ok_or_else(|| Refusal::missing_parameter("Query"))?;
    let timespan = Timespan::read(text("timespan"), call.now)
        .ok_or_else(|| Refusal::new(400, "BadRequest", "The timespan is not valid."))?;
    let tables = Tables {
        store: call.store,
        timespan,
    };
    let mut table = kql::evaluate(query, &tables, Limits::default(), call.now)
        .map_err(|problem| wording::refusal(&problem, query))?;
    // The services drop further rows without an error.
    table.rows.truncate(call.hunting_rows);
    Ok(table)
}

/// The rows as JSON.
fn rows(table: &Table) -> String {
    let names: Vec<_> = table
        .columns
        .iter()
        .map(|column| Value::from(column.name.as_str()).to_string())
        .collect();
    let row = |row: &Vec<Cell>| {
        let values = row.iter().map(|cell| Cell::to_json(cell).to_string());
        object(names.iter().cloned().zip(values))
    };
    let rows: Vec<_> = table.rows.iter().map(row).collect();
    format!("[{}]", rows.join(","))
}

/// The columns, with the member names of the service.
fn schema(table: &Table, name: &str, kind: &str) -> Value {
    table
        .columns
        .iter()
        .map(|column| json!({name: column.name, kind: column.kind.wire_name()}))
        .collect()
}
