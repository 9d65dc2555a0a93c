//! Tabular operators. Each takes a whole table and returns one.
//!
//! Work and memory of every operator are taken from the budget of the query.

use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};

use jiff::Timestamp;

use super::budget::{Budget, STEPS};
use super::cell::{Cell, Kind, row_key};
use super::scope::Scope;
use super::syntax::{Expression, Form, Named, Operator, Query, SortKey, Source};
use super::{Column, QueryError, Table, aggregate, join};

/// Values of `let`, by name.
type Scalars = HashMap<String, (Cell, Kind)>;

/// A running query.
pub(super) struct Run<'a> {
    /// Returns the table of a name.
    find: &'a dyn Fn(&str) -> Option<Table>,
    scalars: Scalars,
    now: Timestamp,
    budget: Budget,
}

/// Runs a parsed query.
pub(super) fn run(
    query: &Query,
    find: &dyn Fn(&str) -> Option<Table>,
    now: Timestamp,
) -> Result<Table, QueryError> {
    let mut run = Run {
        find,
        scalars: Scalars::new(),
        now,
        budget: Budget::new(STEPS),
    };
    for (name, value) in &query.scalars {
        let scope = run.scope("let", &[]);
        let kind = scope.kind(value)?;
        let bound = (scope.value(value, &[]), kind);
        run.budget.check(value.at)?;
        run.scalars.insert(name.clone(), bound);
    }
    run.source(&query.source)
}

impl Run<'_> {
    /// The names that expressions of an operator may use.
    fn scope<'a>(&'a self, operator: &'static str, columns: &'a [Column]) -> Scope<'a> {
        Scope {
            operator,
            columns,
            scalars: &self.scalars,
            now: self.now,
            budget: &self.budget,
        }
    }

    /// A table with all its operators applied.
    fn source(&self, source: &Source) -> Result<Table, QueryError> {
        let mut table = (self.find)(&source.table).ok_or_else(|| {
            let name = &source.table;
            QueryError::new(
                source.at,
                format!("Semantic error: '' operator: Failed to resolve table or column expression named '{name}'."),
            )
        })?;
        self.budget.take_each(size(&table));
        self.budget.check(source.at)?;
        for step in &source.steps {
            let before = size(&table);
            table = self.step(table, step.at, &step.operator)?;
            // An operator reads or writes every cell at least once, and the cells it adds stay in memory.
            let after = size(&table);
            self.budget.take_each(after);
            self.budget.hold(after.saturating_sub(before));
            self.budget.check(step.at)?;
        }
        Ok(table)
    }

    /// Applies one operator.
    fn step(&self, mut table: Table, at: usize, operator: &Operator) -> Result<Table, QueryError> {
        match operator {
            Operator::Where(test) => {
                let columns = std::mem::take(&mut table.columns);
                let scope = self.scope("where", &columns);
                scope.expect(test, &[Kind::Bool], "where")?;
                table.rows.retain(|row| scope.value(test, row).is_true());
                Ok(Table {
                    columns,
                    rows: table.rows,
                })
            }
            Operator::Project(list) => {
                project(&self.scope("project", &table.columns), &table, list)
            }
            Operator::ProjectAway(list) => {
                project_away(&self.scope("project-away", &table.columns), &table, list)
            }
            Operator::Extend(list) => self.extend(table, list),
            Operator::Take(count) => {
                table.rows.truncate(self.count(count, "take")?);
                Ok(table)
            }
            Operator::Top(count, keys) => {
                let count = self.count(count, "top")?;
                let mut table = self.sort(table, keys, "top")?;
                table.rows.truncate(count);
                Ok(table)
            }
            Operator::Sort(keys) => self.sort(table, keys, "sort"),
            Operator::Count => Ok(Table {
                columns: vec![Column {
                    name: "Count".to_owned(),
                    kind: Kind::Long,
                }],
                rows: vec![vec![Cell::Long(
                    i64::try_from(table.rows.len()).unwrap_or(i64::MAX),
                )]],
            }),
            Operator::GetSchema => Ok(schema(&table.columns)),
            Operator::Distinct(list) => self.distinct(table, list),
            Operator::Summarize { aggregates, by } => aggregate::summarize(
                &self.scope("summarize", &table.columns),
                at,
                &table.rows,
                aggregates,
                by,
            ),
            Operator::Join { right, on } => {
                let right = self.source(right)?;
                join::inner(&self.scope("join", &table.columns), &table, &right, on, at)
            }
        }
    }

    /// A number of rows. It is evaluated once, without a row.
    fn count(&self, expression: &Expression, operator: &'static str) -> Result<usize, QueryError> {
        let scope = self.scope(operator, &[]);
        scope.expect(expression, &[Kind::Long], operator)?;
        match scope.value(expression, &[]) {
            Cell::Long(count) => usize::try_from(count).map_err(|_| {
                scope.semantic(expression.at, "the number of rows must not be negative")
            }),
            _ => Ok(0),
        }
    }

    /// Adds columns, or replaces those with the same name. All expressions see the columns
    /// before the operator.
    fn extend(&self, mut table: Table, list: &[Named]) -> Result<Table, QueryError> {
        // All expressions see the columns before the operator.
        let scope = self.scope("extend", &table.columns);
        let mut made = Vec::new();
        for (number, one) in list.iter().enumerate() {
            let kind = scope.kind(&one.value)?;
            self.budget.take_each(table.columns.len() + number);
            let cells: Vec<Cell> = table
                .rows
                .iter()
                .map(|row| scope.value(&one.value, row))
                .collect();
            made.push((
                Column {
                    name: one.column_name(number),
                    kind,
                },
                cells,
            ));
        }
        for (column, cells) in made {
            match table.place(&column.name) {
                Some(place) => {
                    table.columns[place] = column;
                    for (row, cell) in table.rows.iter_mut().zip(cells) {
                        row[place] = cell;
                    }
                }
                None => {
                    table.columns.push(column);
                    for (row, cell) in table.rows.iter_mut().zip(cells) {
                        row.push(cell);
                    }
                }
            }
        }
        Ok(table)
    }

    /// Orders rows. The order of equal rows is kept.
    fn sort(
        &self,
        mut table: Table,
        keys: &[SortKey],
        operator: &'static str,
    ) -> Result<Table, QueryError> {
        let scope = self.scope(operator, &table.columns);
        for key in keys {
            scope.kind(&key.value)?;
        }
        let mut rows: Vec<(Vec<Cell>, Vec<Cell>)> = std::mem::take(&mut table.rows)
            .into_iter()
            .map(|row| {
                (
                    keys.iter()
                        .map(|key| scope.value(&key.value, &row))
                        .collect(),
                    row,
                )
            })
            .collect();
        rows.sort_by(|(left, _), (right, _)| {
            let pairs = keys.iter().zip(left.iter().zip(right));
            let orders = pairs.map(|(key, (left, right))| order(left, right, key.ascending));
            orders.fold(Ordering::Equal, Ordering::then)
        });
        table.rows = rows.into_iter().map(|(_, row)| row).collect();
        Ok(table)
    }

    /// Removes repeated rows; the first one stays.
    fn distinct(&self, table: Table, list: &[Named]) -> Result<Table, QueryError> {
        let all = matches!(
            list,
            [Named {
                value: Expression {
                    form: Form::Star,
                    ..
                },
                ..
            }]
        );
        let mut picked = if all {
            table
        } else {
            project(&self.scope("distinct", &table.columns), &table, list)?
        };
        let mut seen = HashSet::new();
        picked.rows.retain(|row| seen.insert(row_key(row)));
        Ok(picked)
    }
}

/// Number of cells of a table, with its header.
fn size(table: &Table) -> usize {
    (table.rows.len() + 1).saturating_mul(table.columns.len())
}

/// The table of `getschema`: one row per column.
fn schema(columns: &[Column]) -> Table {
    let names = [
        ("ColumnName", Kind::Text),
        ("ColumnOrdinal", Kind::Long),
        ("DataType", Kind::Text),
        ("ColumnType", Kind::Text),
    ];
    let rows = columns.iter().zip(0..).map(|(column, place)| {
        vec![
            Cell::Text(column.name.clone()),
            Cell::Long(place),
            Cell::Text(column.kind.system_name().to_owned()),
            Cell::Text(column.kind.name().to_owned()),
        ]
    });
    Table {
        columns: names
            .map(|(name, kind)| Column {
                name: name.to_owned(),
                kind,
            })
            .to_vec(),
        rows: rows.collect(),
    }
}

/// The order of two cells. Nulls are first in ascending order and last in descending order.
fn order(left: &Cell, right: &Cell, ascending: bool) -> Ordering {
    let order = match (left.is_null(), right.is_null()) {
        (true, true) => Ordering::Equal,
        (true, false) => Ordering::Less,
        (false, true) => Ordering::Greater,
        _ => left.compare(right).unwrap_or(Ordering::Equal),
    };
    if ascending { order } else { order.reverse() }
}

/// Columns made from expressions. A repeated name is refused.
fn project(scope: &Scope<'_>, table: &Table, list: &[Named]) -> Result<Table, QueryError> {
    let mut columns: Vec<Column> = Vec::new();
    for (number, one) in list.iter().enumerate() {
        let (name, kind) = (one.column_name(number), scope.kind(&one.value)?);
        scope.budget.take_each(number);
        scope.budget.check(one.value.at)?;
        if columns.iter().any(|column| column.name == name) {
            return Err(scope.semantic(
                one.value.at,
                format!("a column named '{name}' already exists"),
            ));
        }
        columns.push(Column { name, kind });
    }
    let pick = |row: &Vec<Cell>| {
        list.iter()
            .map(|one| scope.value(&one.value, row))
            .collect()
    };
    Ok(Table {
        columns,
        rows: table.rows.iter().map(pick).collect(),
    })
}

/// All columns but the named ones. Patterns are not supported.
fn project_away(scope: &Scope<'_>, table: &Table, list: &[Named]) -> Result<Table, QueryError> {
    let mut away = HashSet::new();
    for one in list {
        match &one.value.form {
            Form::Column(name) if one.name.is_none() => {
                scope.kind(&one.value)?;
                away.insert(scope.place(name));
            }
            _ => return Err(scope.semantic(one.value.at, "only names of columns can stand here")),
        }
    }
    let keep = |place: &usize| !away.contains(&Some(*place));
    let kept: Vec<usize> = (0..table.columns.len()).filter(keep).collect();
    Ok(Table {
        columns: kept
            .iter()
            .map(|place| table.columns[*place].clone())
            .collect(),
        rows: table
            .rows
            .iter()
            .map(|row| kept.iter().map(|place| row[*place].clone()).collect())
            .collect(),
    })
}
