//! `limits`: how much of the services' limits is used.
//!
//! The services count calls in sliding windows, for an application in a tenant. What is counted here are the calls of this machine's
//! commands that used the same folder for state; calls of other programs with the same application are not known.
//!
//! Sends nothing. A command that finds its limit used up waits for the next free slot, and says so.

use std::time::SystemTime;

use auth_core::http_core::{BudgetRecord, Cell, Column, RateLimit};
use auth_core::settings::budgets::KeptBudgets;
use auth_core::settings::profiles::Folders;
use clap::{ArgMatches, Command};
use operations::Catalog;
use serde_json::{Value, json};

use crate::options::flag;
use terminal::{Console, Failure, Result, program};

/// The columns of a table, in this order.
const COLUMNS: &[Column] = &[
    Column::new("name", Cell::Name),
    Column::new("limit", Cell::Text),
    Column::new("used", Cell::Number),
    Column::new("left", Cell::Number),
    Column::new("nextFreeSeconds", Cell::Number),
    Column::new("tenant", Cell::Text),
    Column::new("application", Cell::Id),
];

/// `--tenant`, which every command has, leaves the rows of one.
pub fn command() -> Command {
    Command::new("limits")
        .after_help(program::examples(&["limits", "limits --all -o json"]))
        .arg(flag("all").help("Print the documented limits too that no call has used"))
}

/// Prints a record for each limit, those that are used first.
pub fn run(catalog: &Catalog, matches: &ArgMatches, console: &mut Console) -> Result<()> {
    let kept = KeptBudgets::in_folders(&Folders::of_process()?);
    let known = kept
        .read()
        .map_err(|error| Failure::machine("the kept limits cannot be read", &error))?;
    let now = SystemTime::now();
    let mut rows: Vec<_> = known.iter().flat_map(|record| used(record, now)).collect();
    let tenant = matches.get_one::<String>("tenant");
    rows.retain(|row| tenant.is_none_or(|tenant| row["tenant"] == tenant.as_str()));
    if matches.get_flag("all") {
        rows.extend(unused(catalog, &known));
    }
    if rows.is_empty() {
        console.note("no call of this machine counts against a limit now; --all prints the documented limits");
    }
    let limit = matches.get_one("limit").copied();
    let mut printed = console.rows();
    printed.lead(COLUMNS);
    console.print_made(limit, printed, rows.into_iter())
}

/// A row for each window of a budget.
fn used(record: &BudgetRecord, now: SystemTime) -> Vec<Value> {
    let next = record.next_free(now).as_secs_f64().ceil();
    let row = |limit: RateLimit| {
        let used = record.used(limit, now);
        json!({
            "name": record.class, "limit": limit.to_string(), "used": used, "left": limit.calls.saturating_sub(used),
            "nextFreeSeconds": next, "tenant": record.tenant, "application": record.application,
        })
    };
    record.limits().map(row).collect()
}

/// The documented limits without a call.
fn unused(catalog: &Catalog, known: &[BudgetRecord]) -> Vec<Value> {
    let mut names = Vec::new();
    let operations = catalog.operations();
    let conducts = operations.map(|operation| operation.conduct);
    conducts
        .filter(|conduct| !known.iter().any(|one| one.class == conduct.limit_class))
        .filter(|conduct| {
            let is_new = !names.contains(&conduct.limit_class);
            names.push(conduct.limit_class);
            is_new
        })
        .flat_map(|conduct| {
            conduct.limits.iter().map(move |limit| {
                json!({
                    "name": conduct.limit_class, "limit": limit.to_string(), "used": 0, "left": limit.calls,
                    "nextFreeSeconds": 0, "tenant": null, "application": null,
                })
            })
        })
        .collect()
}
