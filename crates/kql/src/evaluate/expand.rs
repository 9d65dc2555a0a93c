//! `mv-expand` and `mv-apply`: a row for each item of a list.
//!
//! Both operators copy the other cells of a row for each of its items, which is what they cost. Rows stay in the
//! order of the input, items in that of the list. `mv-apply` keeps a row only if its items give a result.
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
//! let T = "datatable(A:long, L:dynamic)[1, dynamic(['x', 'y']), 2, dynamic([]), 3, dynamic(null)]";
//! let query = |rest: &str| rows(&format!("{T} | {rest}"));
//! assert_eq!(query("mv-expand L")?, ["1,x", "1,y", "3,"]);
//! assert_eq!(query("mv-expand with_itemindex=I L limit 1")?, ["1,x,0", "3,,0"]);
//! assert_eq!(query("mv-expand L, M = dynamic([7]) | take 2")?, ["1,x,7", "1,y,"]);
//! assert_eq!(query("mv-expand L to typeof(long) | take 1")?, ["1,"]);
//! assert_eq!(query("mv-apply L on (where L == 'y')")?, ["1,y"]);
//! assert_eq!(query("mv-apply L on (summarize N = count()) | project A, N")?, ["1,2", "2,0", "3,1"]);
//! assert_eq!(rows("print B = dynamic({'a': 1}) | mv-expand B")?, ["{\"a\":1}"]);
//! assert_eq!(rows("print B = dynamic({'a': 1}) | mv-expand kind=array B")?, ["[\"a\",1]"]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde_json::Value;

use super::dynamic::items;
use super::node::{Node, Row};
use super::{Result, Rows, Run};
use crate::cell::Cell;
use crate::check::{Columns, merged, name_of};
use crate::kind::Kind;
use crate::span::Span;
use crate::syntax::{Expansion, Expression, Name, Pipeline};

/// Lists of one row, and the columns for their items.
///
/// `nodes` give the lists, `places` the columns of the result, and `kinds` the types of `to typeof(...)`.
struct Lists {
    nodes: Vec<Node>,
    places: Vec<usize>,
    kinds: Vec<Kind>,
}

/// The clauses of `mv-apply` beside its body: the column for numbers of items, the lists, and the limit.
type Items<'q> = (Option<&'q Name>, &'q [Expansion], Option<&'q Expression>);

/// Writes the numbers of items into a column, from 0.
fn number(rows: &mut [Vec<Cell>], place: usize) {
    for (row, number) in rows.iter_mut().zip(0..) {
        row[place] = Cell::Long(number);
    }
}

impl<'q> Run<'_, 'q> {
    /// Adds a row for each item. `limit` counts for each row of the input.
    #[expect(clippy::too_many_arguments, reason = "the clauses of the operator")]
    pub(super) fn mv_expand(
        &mut self,
        span: Span,
        input: &Rows,
        index: Option<&Name>,
        list: &'q [Expansion],
        (limit, most, pairs): (Option<&'q Expression>, usize, bool),
    ) -> Result<Rows> {
        let columns = self.checker.expanded(index, list, &input.columns);
        self.checked()?;
        let most = match limit {
            Some(limit) => self.count(limit)?,
            None => most,
        };
        let lists = self.lists(list, &columns, &input.columns)?;
        let index = index.and_then(|name| columns.place(&name.text));
        let mut rows = Vec::new();
        for at in 0..input.rows.len() {
            let mut expanded = self.expand(&lists, Row::of(&input.rows, at), columns.len(), pairs);
            expanded.truncate(most);
            if let Some(place) = index {
                number(&mut expanded, place);
            }
            for row in expanded {
                self.context.budget.hold_row(&row);
                self.context.budget.check(span)?;
                rows.push(row);
            }
        }
        Ok(Rows { columns, rows })
    }

    /// Runs operators over the items of each row.
    ///
    /// The operators see the items of one row with its other columns, as a table. They run once for each row, and
    /// their columns must be the same each time.
    pub(super) fn mv_apply(
        &mut self,
        span: Span,
        input: &Rows,
        (index, list, limit): Items<'q>,
        body: &'q Pipeline,
    ) -> Result<Rows> {
        let inner = self.checker.expanded(index, list, &input.columns);
        self.checked()?;
        let most = match limit {
            Some(limit) => self.count(limit)?,
            None => usize::MAX,
        };
        let index = index.and_then(|name| inner.place(&name.text));
        let lists = self.lists(list, &inner, &input.columns)?;
        let mut columns = None;
        let mut rows = Vec::new();
        // Without rows, one run over nothing finds the columns.
        for at in 0..input.rows.len().max(1) {
            let mut expanded = match input.rows.get(at) {
                Some(_) => self.expand(&lists, Row::of(&input.rows, at), inner.len(), false),
                None => Vec::new(),
            };
            expanded.truncate(most);
            if let Some(place) = index {
                number(&mut expanded, place);
            }
            let mut result = Rows {
                columns: inner.clone(),
                rows: expanded,
            };
            self.context.budget.take_each(inner.len());
            for operator in &body.operators {
                result = self.deeper(span, |run| run.operator(operator, Some(result)))?;
                self.context.budget.take_each(result.size());
                self.context.budget.check(span)?;
            }
            let all = columns.get_or_insert_with(|| merged(&input.columns, &result.columns));
            let Some(outer) = input.rows.get(at) else {
                continue;
            };
            let places: Vec<_> = result
                .columns
                .list()
                .iter()
                .map(|column| all.place(&column.name))
                .collect();
            for cells in result.rows {
                let mut row = outer.clone();
                row.resize(all.len(), Cell::Null);
                for (cell, place) in cells.into_iter().zip(&places) {
                    if let Some(place) = place {
                        row[*place] = cell;
                    }
                }
                self.context.budget.hold_row(&row);
                self.context.budget.check(span)?;
                rows.push(row);
            }
        }
        let columns = columns.unwrap_or_else(|| input.columns.clone());
        Ok(Rows { columns, rows })
    }

    /// The lists to expand, with the place of each in the result.
    fn lists(
        &mut self,
        list: &'q [Expansion],
        columns: &Columns,
        input: &Columns,
    ) -> Result<Lists> {
        let nodes = self.bind_all(list.iter().map(|one| &one.value.value), input)?;
        let names = list
            .iter()
            .enumerate()
            .map(|(number, one)| name_of(&one.value, number));
        let places: Vec<usize> = names.filter_map(|name| columns.place(&name)).collect();
        let kinds = places.iter().map(|place| columns.list()[*place].kind);
        Ok(Lists {
            nodes,
            kinds: kinds.collect(),
            places,
        })
    }

    /// A row for each item.
    ///
    /// Lists that are shorter than the longest are filled with nulls. An item that has no such type becomes null.
    fn expand(&self, lists: &Lists, row: Row<'_>, width: usize, pairs: bool) -> Vec<Vec<Cell>> {
        let values = lists
            .nodes
            .iter()
            .map(|node| parts(&self.context.value(node, row), pairs));
        let values: Vec<Vec<Value>> = values.collect();
        let longest = values.iter().map(Vec::len).max().unwrap_or(0);
        let mut rows = Vec::new();
        for number in 0..longest {
            let mut cells = row.cells.to_vec();
            cells.resize(width, Cell::Null);
            for ((place, kind), items) in lists.places.iter().zip(&lists.kinds).zip(&values) {
                let item = items.get(number).cloned().unwrap_or_default();
                cells[*place] = Cell::dynamic(item).converted(*kind);
            }
            if !self.context.budget.hold_row(&cells) {
                break;
            }
            rows.push(cells);
        }
        rows
    }
}

/// The parts of a value: items of a list, or one part for each member of an object. That part is an object of one
/// member, or a list of name and value if `pairs` is set. The null is one part, an empty list has none.
fn parts(cell: &Cell, pairs: bool) -> Vec<Value> {
    match cell {
        Cell::Dynamic(Value::Object(members)) => {
            let parts = members.iter().map(|(name, value)| match pairs {
                true => Value::from(vec![Value::from(name.as_str()), value.clone()]),
                false => Value::Object(serde_json::Map::from_iter([(name.clone(), value.clone())])),
            });
            parts.collect()
        }
        Cell::Null => vec![Value::Null],
        other => items(other),
    }
}
