//! `join kind=inner` on equal columns.
//!
//! Other kinds are refused, and so is a join without a kind: its default (`innerunique`)
//! drops rows of the left side, and which ones is not defined.

use std::collections::HashMap;

use super::budget::weight;
use super::scope::Scope;
use super::syntax::JoinKey;
use super::{Column, QueryError, Table};

/// Every pair of rows with equal keys. A column of the right side whose name is taken gets
/// a number, as in the language (`DeviceId1`).
pub(super) fn inner(
    scope: &Scope<'_>,
    left: &Table,
    right: &Table,
    on: &[JoinKey],
    at: usize,
) -> Result<Table, QueryError> {
    let mut places = Vec::new();
    for key in on {
        let unknown = |name: &str| {
            scope.semantic(
                key.at,
                format!("Failed to resolve scalar expression named '{name}'"),
            )
        };
        let one = left.place(&key.left).ok_or_else(|| unknown(&key.left))?;
        let other = right.place(&key.right).ok_or_else(|| unknown(&key.right))?;
        if left.columns[one].kind != right.columns[other].kind {
            return Err(scope.semantic(key.at, "the columns of both sides must have the same type"));
        }
        places.push((one, other));
    }
    // Null equals no value in a join.
    let key = |row: &[super::Cell], of: fn(&(usize, usize)) -> usize| -> Option<Vec<String>> {
        let cells = places.iter().map(|pair| &row[of(pair)]);
        cells
            .map(|cell| (!cell.is_null()).then(|| cell.key()))
            .collect()
    };
    let mut index: HashMap<Vec<String>, Vec<usize>> = HashMap::new();
    for (at, row) in right.rows.iter().enumerate() {
        if let Some(key) = key(row, |pair| pair.1) {
            index.entry(key).or_default().push(at);
        }
    }
    let mut columns = left.columns.clone();
    for column in &right.columns {
        scope.budget.take_each(columns.len());
        scope.budget.check(at)?;
        let taken = |name: &str| columns.iter().any(|known| known.name == name);
        let numbered = |number: usize| format!("{}{number}", column.name);
        let name = if taken(&column.name) {
            (1..)
                .map(numbered)
                .find(|name| !taken(name))
                .unwrap_or_default()
        } else {
            column.name.clone()
        };
        columns.push(Column {
            name,
            kind: column.kind,
        });
    }
    let mut rows = Vec::new();
    for row in &left.rows {
        let found = key(row, |pair| pair.0).and_then(|key| index.get(&key));
        for place in found.into_iter().flatten() {
            let cells = row.iter().chain(&right.rows[*place]);
            let cost = cells.clone().map(weight).fold(0, u64::saturating_add);
            let width = row.len() + right.rows[*place].len();
            if !scope.budget.take(cost) || !scope.budget.hold(width) {
                scope.budget.check(at)?;
            }
            rows.push(cells.cloned().collect());
        }
    }
    Ok(Table { columns, rows })
}
