//! `join`, `lookup` and `union`.
//!
//! The right side is indexed by its keys once; each row of the left side looks its partners up. The smaller table
//! belongs to the right here, whereas the service advises it for the left of `join` and the right of `lookup`. Rows
//! come in the order of the left side, rows without a partner of the right side last.
//!
//! # Examples
//!
//! ```
//! # let now = "2026-01-01T00:00:00Z".parse()?;
//! # let rows = |query: &str| -> Result<Vec<String>, kql::Problem> {
//! #     let table = kql::evaluate(query, &kql::Schema::new(), kql::Limits::default(), now)?;
//! #     let row = |cells: &Vec<kql::Cell>| cells.iter().map(kql::Cell::to_text).collect::<Vec<_>>().join(",");
//! #     Ok(table.rows.iter().map(row).collect())
//! # };
//! let L = "datatable(Id:long, A:string)[1, 'x', 1, 'y', 2, 'z', long(null), 'n']";
//! let R = "datatable(Id:long, B:string)[1, 'p', 1, 'q', 3, 'r']";
//! let joined = |kind: &str| rows(&format!("{L} | join kind={kind} ({R}) on Id"));
//! assert_eq!(joined("innerunique")?, ["1,x,1,p", "1,x,1,q"]);
//! assert_eq!(joined("inner")?, ["1,x,1,p", "1,x,1,q", "1,y,1,p", "1,y,1,q"]);
//! assert_eq!(joined("leftouter")?[4..], ["2,z,,", ",n,,"]);
//! assert_eq!(joined("rightouter")?[4..], [",,3,r"]);
//! assert_eq!(joined("fullouter")?[4..], ["2,z,,", ",n,,", ",,3,r"]);
//! assert_eq!(joined("leftsemi")?, ["1,x", "1,y"]);
//! assert_eq!(joined("leftanti")?, ["2,z", ",n"]);
//! assert_eq!(joined("rightsemi")?, ["1,p", "1,q"]);
//! assert_eq!(joined("rightanti")?, ["3,r"]);
//! assert_eq!(rows(&format!("{L} | lookup ({R}) on Id"))?[4..], ["2,z,", ",n,"]);
//! assert_eq!(rows(&format!("{L} | union ({R}) | take 5"))?[3..], [",n,", "1,,p"]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use super::{Result, Rows, Run};
use crate::cell::Cell;
use crate::check::{Joining, united};
use crate::span::Span;
use crate::syntax::{JoinKind, Name};

/// The key of a row. `None` if a part is null: null equals no value in a join.
///
/// Keys are texts of the values: `1` of a `long` column equals `1.0` of a `real` one only if both have one text.
fn key(row: &[Cell], places: &[usize]) -> Option<Vec<String>> {
    let cells = places.iter().map(|place| &row[*place]);
    cells
        .map(|cell| (!cell.is_null()).then(|| cell.key()))
        .collect()
}

/// The sides of a join: key columns, and the rows of the right side by key.
///
/// The index has one entry for each key of the right side.
struct Sides<'r> {
    of_left: Vec<usize>,
    right: &'r Rows,
    of_right: Vec<usize>,
    /// Columns of the right side that the result has.
    kept: Vec<usize>,
    index: HashMap<Vec<String>, Vec<usize>>,
}

impl<'r> Sides<'r> {
    /// Indexes the right side. Null keys are left out: nothing equals them.
    fn new(joining: Joining<'_>, left: &Rows, right: &'r Rows) -> Self {
        let on = joining.on;
        let of_left = on
            .iter()
            .filter_map(|key| left.columns.place(&key.left.text));
        let of_right = on
            .iter()
            .filter_map(|key| right.columns.place(&key.right.text));
        let of_right: Vec<usize> = of_right.collect();
        let is_kept = |place: &usize| !joining.lookup || !of_right.contains(place);
        let kept = (0..right.columns.len()).filter(is_kept).collect();
        let mut index: HashMap<Vec<String>, Vec<usize>> = HashMap::new();
        for (at, row) in right.rows.iter().enumerate() {
            if let Some(key) = key(row, &of_right) {
                index.entry(key).or_default().push(at);
            }
        }
        Self {
            of_left: of_left.collect(),
            right,
            of_right,
            kept,
            index,
        }
    }

    /// The places of the rows of the right side that belong to a row of the left side.
    fn found(&self, row: &[Cell]) -> &[usize] {
        let places = key(row, &self.of_left).and_then(|key| self.index.get(&key));
        places.map_or(&[], Vec::as_slice)
    }

    /// The cells of a right row that the result has.
    fn kept_cells(&self, place: usize) -> impl Iterator<Item = Cell> {
        self.kept
            .iter()
            .map(move |column| self.right.rows[place][*column].clone())
    }
}

impl Run<'_, '_> {
    /// Joins two tables on equal columns.
    ///
    /// Semi and anti joins keep whole rows of one side and make no pairs. `innerunique` drops later left rows of one
    /// key before the pairs are made.
    pub(super) fn join(&mut self, joining: Joining<'_>, left: Rows, right: &Rows) -> Result<Rows> {
        let columns = self.checker.join(joining, &left.columns, &right.columns);
        self.checked()?;
        let budget = &self.context.budget;
        budget.take_each(columns.len().saturating_mul(2));
        budget.hold(left.rows.len().saturating_add(right.rows.len()));
        budget.check(joining.span)?;
        let sides = Sides::new(joining, &left, right);
        let width = left.columns.len();
        let mut left = left.rows;
        let rows = match joining.kind {
            JoinKind::LeftSemi => {
                left.retain(|row| !sides.found(row).is_empty());
                left
            }
            JoinKind::LeftAnti => {
                left.retain(|row| sides.found(row).is_empty());
                left
            }
            JoinKind::RightSemi | JoinKind::RightAnti => {
                let keys = left.iter().filter_map(|row| key(row, &sides.of_left));
                let keys: HashSet<_> = keys.collect();
                let wanted = joining.kind == JoinKind::RightSemi;
                let is_found = |row: &&Vec<Cell>| {
                    key(row, &sides.of_right).is_some_and(|key| keys.contains(&key)) == wanted
                };
                right.rows.iter().filter(is_found).cloned().collect()
            }
            kind => {
                if kind == JoinKind::InnerUnique {
                    let mut seen = HashSet::new();
                    left.retain(|row| key(row, &sides.of_left).is_some_and(|key| seen.insert(key)));
                }
                self.paired(joining, &left, width, &sides)?
            }
        };
        Ok(Rows { columns, rows })
    }

    /// Rows of both sides with equal keys; for outer joins also those that are alone.
    ///
    /// Each pair costs its cells, so that a join of a frequent key ends at the limit instead of filling the memory.
    fn paired(
        &self,
        joining: Joining<'_>,
        left: &[Vec<Cell>],
        width: usize,
        sides: &Sides<'_>,
    ) -> Result<Vec<Vec<Cell>>> {
        let keeps_left = matches!(joining.kind, JoinKind::LeftOuter | JoinKind::FullOuter);
        let keeps_right = matches!(joining.kind, JoinKind::RightOuter | JoinKind::FullOuter);
        let budget = &self.context.budget;
        let mut used = vec![false; sides.right.rows.len()];
        let mut rows: Vec<Vec<Cell>> = Vec::new();
        let mut add = |row: Vec<Cell>| {
            budget.hold_row(&row);
            budget.check(joining.span)?;
            rows.push(row);
            Ok(())
        };
        for row in left {
            let found = sides.found(row);
            for place in found {
                used[*place] = true;
                add(row
                    .iter()
                    .cloned()
                    .chain(sides.kept_cells(*place))
                    .collect())?;
            }
            if found.is_empty() && keeps_left {
                let mut alone = row.clone();
                alone.resize(width + sides.kept.len(), Cell::Null);
                add(alone)?;
            }
        }
        for (place, _) in used
            .iter()
            .enumerate()
            .filter(|(_, used)| keeps_right && !**used)
        {
            let mut alone = vec![Cell::Null; width];
            alone.extend(sides.kept_cells(place));
            add(alone)?;
        }
        Ok(rows)
    }

    /// All rows of several tables.
    ///
    /// Tables come one after the other; columns are matched by name and type.
    pub(super) fn unite(
        &mut self,
        span: Span,
        with_source: Option<&Name>,
        inner: bool,
        tables: &[(String, Rc<Rows>)],
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
