//! The table of every list at a terminal of 80 columns: it says what its records are about, and cuts no id.

use http_core::{AnswerKind, Cell, Operation};
use output::{Format, Layout, Out, Rows};
use sandbox::Sandbox;
use serde_json::Value;

use super::client;
use super::inputs::{self, Finder};
use crate::support::Bench;

/// Width of the terminal.
const WIDTH: usize = 80;

/// Lists whose records have nothing but an id and times in the emulator, or in the service.
const IDS_ALONE: &[&str] = &["mde.alerts.list_ips", "mdca.discovery.list_categories"];

fn lists() -> impl Iterator<Item = &'static Operation> {
    let all = crate::pipeline::operations();
    all.filter(|one| one.is_read() && matches!(one.answer.kind, AnswerKind::Collection { .. }))
}

/// The table of these records, as a terminal shows it.
fn table(operation: &Operation, rows: &[Value]) -> String {
    let mut layout = Layout::new(Format::Table);
    layout.width = Some(WIDTH);
    layout.now = Some(std::time::UNIX_EPOCH + std::time::Duration::from_secs(1_800_000_000));
    let mut text = Vec::new();
    let mut out = Out::new(&mut text);
    let mut printed = Rows::new(&layout);
    printed.lead(operation.answer.columns);
    for row in rows {
        printed.row(row.to_string().as_bytes(), &mut out).unwrap();
    }
    printed.end(true, &mut out).unwrap();
    drop(out);
    String::from_utf8(text).unwrap()
}

/// What is wrong with a table. Empty: nothing.
fn faults(operation: &Operation, rows: &[Value], shown: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let header: Vec<&str> = shown.lines().next().unwrap().split_whitespace().collect();
    let columns = operation.answer.columns;
    let is_shown = |member: &str| {
        let cut = |name: &&str| {
            name.strip_suffix('…')
                .is_some_and(|name| member.starts_with(name))
        };
        header.iter().any(|name| *name == member || cut(name))
    };
    if shown.lines().any(|line| line.chars().count() > WIDTH) && header.len() > 1 {
        faults.push("a line is wider than the terminal".to_owned());
    }
    let mut telling = columns.iter().filter(|column| column.cell != Cell::Id);
    if !telling.any(|column| is_shown(column.member)) && !IDS_ALONE.contains(&operation.id) {
        faults.push(format!(
            "only {header:?} of {:?}",
            columns.iter().map(|one| one.member).collect::<Vec<_>>()
        ));
    }
    for column in columns
        .iter()
        .filter(|column| column.cell == Cell::Id && is_shown(column.member))
    {
        let ids = rows.iter().filter_map(|row| row[column.member].as_str());
        faults.extend(
            ids.filter(|id| !shown.contains(id))
                .map(|id| format!("{id} is cut")),
        );
    }
    if shown.lines().skip(1).any(|line| line.contains("{\"")) {
        faults.push(format!(
            "JSON in a cell: {}",
            shown.lines().nth(1).unwrap_or_default()
        ));
    }
    faults
}

#[tokio::test(start_paused = true)]
async fn every_list_is_readable_at_80_columns() {
    let bench = Bench::with(Sandbox::builder().limits(false)).await;
    let finder = Finder::new(&bench);
    let (mut count, mut found) = (0, Vec::new());
    for operation in lists() {
        let request = inputs::request(&finder, operation).await;
        let list = client(&bench, operation).rows(request.allow_retired());
        let rows = list.into_items::<Value>().collect_all().await;
        let Ok(rows) = rows.map(|rows| rows.into_iter().take(50).collect::<Vec<_>>()) else {
            continue;
        };
        if rows.is_empty() {
            continue;
        }
        count += 1;
        let shown = table(operation, &rows);
        let wrong = faults(operation, &rows, &shown);
        found.extend(
            wrong
                .into_iter()
                .map(|fault| format!("{}: {fault}", operation.id)),
        );
    }
    assert!(found.is_empty(), "{}\n{}", found.len(), found.join("\n"));
    assert!(count > 80, "{count} lists have records");
}
