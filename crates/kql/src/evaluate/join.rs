//! `join`, `lookup` and `union`.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use super::{Result, Rows, Run};
use crate::cell::Cell;
use crate::check::united;
use crate::span::Span;
use crate::syntax::{JoinKey, JoinKind, Name};

/// The key of a row. `None` if a part is null: null equals no value in a join.
fn key(row: &[Cell], places: &[usize]) -> Option<Vec<String>> {
    let cells = places.iter().map(|place| &row[*place]);
    cells
        .map(|cell| (!cell.is_null()).then(|| cell.key()))
        .collect()
}

impl Run<'_, '_> {
    /// Joins two tables on equal columns.
    pub(super) fn join(
        &mut self,
        span: Span,
        kind: JoinKind,
        left: Rows,
        right: &Rows,
        on: &[JoinKey],
        lookup: bool,
    ) -> Result<Rows> {
        let columns = self
            .checker
            .join(span, kind, &left.columns, &right.columns, on, lookup);
        self.checked()?;
        let of_left: Vec<usize> = on
            .iter()
            .filter_map(|key| left.columns.place(&key.left.text))
            .collect();
        let of_right: Vec<usize> = on
            .iter()
            .filter_map(|key| right.columns.place(&key.right.text))
            .collect();
        let budget = &self.context.budget;
        budget.take_each(columns.len().saturating_mul(2));
        budget.hold(left.rows.len().saturating_add(right.rows.len()));
        budget.check(span)?;
        let mut index: HashMap<Vec<String>, Vec<usize>> = HashMap::new();
        for (at, row) in right.rows.iter().enumerate() {
            if let Some(key) = key(row, &of_right) {
                index.entry(key).or_default().push(at);
            }
        }
        let found = |row: &[Cell]| key(row, &of_left).and_then(|key| index.get(&key));
        let rows = match kind {
            JoinKind::LeftSemi => left
                .rows
                .into_iter()
                .filter(|row| found(row).is_some())
                .collect(),
            JoinKind::LeftAnti => left
                .rows
                .into_iter()
                .filter(|row| found(row).is_none())
                .collect(),
            JoinKind::RightSemi | JoinKind::RightAnti => {
                let keys: HashSet<_> = left
                    .rows
                    .iter()
                    .filter_map(|row| key(row, &of_left))
                    .collect();
                let wanted = kind == JoinKind::RightSemi;
                let is_found = |row: &&Vec<Cell>| {
                    key(row, &of_right).is_some_and(|key| keys.contains(&key)) == wanted
                };
                right.rows.iter().filter(is_found).cloned().collect()
            }
            _ => {
                let dropped: &[usize] = if lookup { &of_right } else { &[] };
                let kept = (0..right.columns.len()).filter(|place| !dropped.contains(place));
                let kept: Vec<usize> = kept.collect();
                let mut left_rows = left.rows;
                if kind == JoinKind::InnerUnique {
                    let mut seen = HashSet::new();
                    left_rows.retain(|row| key(row, &of_left).is_some_and(|key| seen.insert(key)));
                }
                let keeps_left = matches!(kind, JoinKind::LeftOuter | JoinKind::FullOuter);
                let keeps_right = matches!(kind, JoinKind::RightOuter | JoinKind::FullOuter);
                let mut used = vec![false; right.rows.len()];
                let mut rows = Vec::new();
                for row in &left_rows {
                    let matches = found(row).map_or(&[][..], Vec::as_slice);
                    for place in matches {
                        used[*place] = true;
                        let cells = kept.iter().map(|column| &right.rows[*place][*column]);
                        let joined: Vec<Cell> = row.iter().chain(cells).cloned().collect();
                        budget.hold_row(&joined);
                        budget.check(span)?;
                        rows.push(joined);
                    }
                    if matches.is_empty() && keeps_left {
                        let mut alone = row.clone();
                        alone.resize(columns.len(), Cell::Null);
                        budget.hold_row(&alone);
                        budget.check(span)?;
                        rows.push(alone);
                    }
                }
                if keeps_right {
                    for (row, _) in right.rows.iter().zip(&used).filter(|(_, used)| !**used) {
                        let mut alone = vec![Cell::Null; left.columns.len()];
                        alone.extend(kept.iter().map(|column| row[*column].clone()));
                        budget.hold_row(&alone);
                        budget.check(span)?;
                        rows.push(alone);
                    }
                }
                rows
            }
        };
        Ok(Rows { columns, rows })
    }

    /// All rows of several tables.
    pub(super) fn unite(
        &mut self,
        span: Span,
        with_source: Option<&Name>,
        inner: bool,
        tables: Vec<(String, Rc<Rows>)>,
    ) -> Result<Rows> {
        let all: Vec<_> = tables.iter().map(|(_, rows)| &rows.columns).collect();
        let (_, maps) = united(&all, inner);
        let columns = self.checker.union(with_source, inner, &all);
        let shift = usize::from(with_source.is_some());
        let mut rows = Vec::new();
        for ((name, table), map) in tables.iter().zip(&maps) {
            for row in &table.rows {
                let mut cells = vec![Cell::Null; columns.len()];
                if shift == 1 {
                    cells[0] = Cell::Text(name.clone());
                }
                for (cell, place) in row.iter().zip(map) {
                    if let Some(place) = place {
                        cells[place + shift] = cell.clone();
                    }
                }
                self.context.budget.hold_row(&cells);
                self.context.budget.check(span)?;
                rows.push(cells);
            }
        }
        Ok(Rows { columns, rows })
    }
}
