//! Advanced hunting: a few tables of the estate, and the plain operators over them.
//!
//! Known: `where`, `project`, `take`/`limit`, `top`, `sort`/`order`, `count`, `distinct`. A query
//! with anything else is refused with 400, as the services refuse what they cannot read.

mod query;
mod tables;

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::answer::Answer;
use crate::call::{Call, Outcome};
use crate::generic::{body, entity_answer};
use crate::refusal::Refusal;
use crate::store::Store;
use query::Table;

/// Whether a process event of a device exists, as creating an alert by reference asks.
pub(super) fn event(store: &Store, device: &str, report: &str, at: Option<Timestamp>) -> bool {
    let estate = store.estate();
    estate.alerts.iter().any(|alert| {
        let same = estate.device_of(alert).id == device && alert.process_id.to_string() == report;
        same && at == Some(alert.first_event)
    })
}

/// `POST /api/advancedqueries/run`.
pub(super) fn run_mde(call: &mut Call<'_>) -> Outcome {
    let table = run(call)?;
    Ok(Answer::json(
        200,
        json!({"Schema": schema(&table, "Name", "Type"), "Results": table.rows}),
    ))
}

/// `POST /api/advancedhunting/run`.
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
    let body =
        json!({"Stats": stats, "Schema": schema(&table, "Name", "Type"), "Results": table.rows});
    Ok(Answer::json(200, body))
}

/// `POST /v1.0/security/runHuntingQuery`.
pub(super) fn run_graph(call: &mut Call<'_>) -> Outcome {
    let table = run(call)?;
    let body = json!({"schema": schema(&table, "name", "type"), "results": table.rows});
    Ok(entity_answer(call, body))
}

fn run(call: &mut Call<'_>) -> Result<Table, Refusal> {
    let text = if call.row.id == "graph.hunting.run" {
        // The page writes Query, the model query: both are taken.
        let members = call.body()?;
        let query = members
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case("query"));
        query.and_then(|(_, query)| query.as_str().map(str::to_owned))
    } else {
        body::check(call)?
            .get("Query")
            .and_then(Value::as_str)
            .map(str::to_owned)
    };
    let text = text
        .filter(|text| !text.trim().is_empty())
        .ok_or_else(|| Refusal::missing_parameter("Query"))?;
    let (store, now) = (&*call.store, call.now);
    query::run(&text, |name| tables::table(store, name), now)
        .map_err(|why| Refusal::new(400, "BadRequest", why))
}

fn schema(table: &Table, name: &str, kind: &str) -> Value {
    table
        .columns
        .iter()
        .map(|column| json!({name: column.name, kind: column.kind}))
        .collect()
}
