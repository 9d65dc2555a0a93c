//! `summarize`: groups of rows, and aggregates over them.
//!
//! Aggregates: `count`, `countif`, `dcount`, `make_set`, `make_list`, `min`, `max`, `sum`,
//! `avg`, `arg_max`, `arg_min`. `dcount` is exact, at the service it is an estimate.
//! Columns without a name are named as the language does: `count_`, `dcount_DeviceId`.

use std::collections::{HashMap, HashSet};

use super::cell::{Cell, Kind, row_key};
use super::scope::Scope;
use super::syntax::{Expression, Form, Named};
use super::{Column, QueryError, Table};

/// A checked aggregate.
struct Aggregate<'a> {
    function: &'a str,
    arguments: &'a [Expression],
    columns: Vec<Column>,
    /// Columns that `arg_max` and `arg_min` return besides the extreme value.
    along: Vec<usize>,
}

/// Groups the rows by `by` and evaluates the aggregates for each group.
pub(super) fn summarize(
    scope: &Scope<'_>,
    at: usize,
    rows: &[Vec<Cell>],
    aggregates: &[Named],
    by: &[Named],
) -> Result<Table, QueryError> {
    if aggregates.is_empty() && by.is_empty() {
        return Err(scope.semantic(at, "there is nothing to summarize"));
    }
    let mut columns = Vec::new();
    for (number, one) in by.iter().enumerate() {
        columns.push(Column {
            name: one.column_name(number),
            kind: scope.kind(&one.value)?,
        });
    }
    let keys: Vec<String> = columns.iter().map(|column| column.name.clone()).collect();
    let mut checked = Vec::new();
    for one in aggregates {
        let aggregate = check(scope, one, &keys)?;
        columns.extend(aggregate.columns.iter().cloned());
        checked.push(aggregate);
    }
    for (place, column) in columns.iter().enumerate() {
        scope.budget.take_each(place);
        scope.budget.check(at)?;
        if columns[..place]
            .iter()
            .any(|known| known.name == column.name)
        {
            return Err(scope.semantic(
                at,
                format!("a column named '{}' already exists", column.name),
            ));
        }
    }
    let mut places: HashMap<Vec<String>, usize> = HashMap::new();
    let mut groups: Vec<(Vec<Cell>, Vec<&Vec<Cell>>)> = Vec::new();
    for row in rows {
        let key: Vec<Cell> = by.iter().map(|one| scope.value(&one.value, row)).collect();
        let place = *places.entry(row_key(&key)).or_insert_with(|| {
            groups.push((key, Vec::new()));
            groups.len() - 1
        });
        groups[place].1.push(row);
    }
    // Without keys there is one group, even without rows.
    if by.is_empty() && groups.is_empty() {
        groups.push((Vec::new(), Vec::new()));
    }
    let rows = groups.into_iter().map(|(mut row, members)| {
        for aggregate in &checked {
            aggregate.add(scope, &members, &mut row);
        }
        row
    });
    Ok(Table {
        rows: rows.collect(),
        columns,
    })
}

/// Checks an aggregate and its arguments. `keys` are the names of the group columns.
fn check<'a>(
    scope: &Scope<'_>,
    named: &'a Named,
    keys: &[String],
) -> Result<Aggregate<'a>, QueryError> {
    let at = named.value.at;
    let Form::Call(function, arguments) = &named.value.form else {
        return Err(scope.semantic(at, "an aggregate is expected here"));
    };
    let kind = |place: usize| match arguments.get(place) {
        Some(argument) => scope.kind(argument),
        None => Err(scope.semantic(at, format!("{function}(): an argument is missing"))),
    };
    let most = if function.starts_with("arg_") {
        usize::MAX
    } else {
        usize::from(function != "count")
    };
    if arguments.len() > most {
        return Err(scope.semantic(at, format!("{function}(): too many arguments")));
    }
    let gives = match function.as_str() {
        "count" => Kind::Long,
        "countif" => match arguments.first() {
            Some(test) => scope
                .expect(test, &[Kind::Bool], "countif")
                .map(|_| Kind::Long)?,
            None => kind(0)?,
        },
        "dcount" => kind(0).map(|_| Kind::Long)?,
        "make_set" | "make_list" => kind(0).map(|_| Kind::Dynamic)?,
        "min" | "max" => kind(0)?,
        "sum" | "avg" => match (kind(0)?, function.as_str()) {
            (Kind::Long, "avg") => Kind::Real,
            (kind, _) if kind.is_number() || kind == Kind::Span => kind,
            (kind, _) => {
                return Err(scope.semantic(
                    at,
                    format!("{function}() takes a number, not {}", kind.name()),
                ));
            }
        },
        "arg_max" | "arg_min" => return extreme(scope, named, function, arguments, keys),
        _ => return Err(scope.semantic(at, format!("Unknown function: '{function}'"))),
    };
    let tail = match arguments.first().map(|argument| &argument.form) {
        Some(Form::Column(name)) if function != "countif" => name.clone(),
        _ => String::new(),
    };
    let prefix = match function.as_str() {
        "make_set" => "set",
        "make_list" => "list",
        other => other,
    };
    let name = named
        .name
        .clone()
        .unwrap_or_else(|| format!("{prefix}_{tail}"));
    Ok(Aggregate {
        function,
        arguments,
        columns: vec![Column { name, kind: gives }],
        along: Vec::new(),
    })
}

/// Checks `arg_max(by, *)` or `arg_max(by, column, ...)`: the row with the greatest value.
fn extreme<'a>(
    scope: &Scope<'_>,
    named: &'a Named,
    function: &'a str,
    arguments: &'a [Expression],
    keys: &[String],
) -> Result<Aggregate<'a>, QueryError> {
    let at = named.value.at;
    let Some((by, along)) = arguments.split_first() else {
        return Err(scope.semantic(at, format!("{function}(): an argument is missing")));
    };
    let name = match (&named.name, &by.form) {
        (Some(name), _) | (None, Form::Column(name)) => name.clone(),
        _ => {
            return Err(
                scope.semantic(by.at, format!("{function}() of an expression needs a name"))
            );
        }
    };
    let mut columns = vec![Column {
        name: name.clone(),
        kind: scope.kind(by)?,
    }];
    let mut places = Vec::new();
    for argument in along {
        match &argument.form {
            Form::Star => places.extend((0..scope.columns.len()).filter(|place| {
                let column = &scope.columns[*place].name;
                *column != name && !keys.contains(column)
            })),
            Form::Column(column) => {
                scope.kind(argument)?;
                places.extend(scope.place(column));
            }
            _ => {
                return Err(scope.semantic(
                    argument.at,
                    format!("{function}() brings columns along, no expressions"),
                ));
            }
        }
    }
    columns.extend(places.iter().map(|place| scope.columns[*place].clone()));
    Ok(Aggregate {
        function,
        arguments,
        columns,
        along: places,
    })
}

impl Aggregate<'_> {
    /// Appends the values of the aggregate over a group.
    fn add(&self, scope: &Scope<'_>, rows: &[&Vec<Cell>], out: &mut Vec<Cell>) {
        scope.budget.take_each(1 + self.along.len());
        let length = |count: usize| Cell::Long(i64::try_from(count).unwrap_or(i64::MAX));
        let Some(argument) = self.arguments.first() else {
            return out.push(length(rows.len()));
        };
        let values = || {
            rows.iter()
                .map(|row| scope.value(argument, row))
                .filter(|cell| !cell.is_null())
        };
        out.push(match self.function {
            "countif" => length(values().filter(Cell::is_true).count()),
            "dcount" => length(
                values()
                    .map(|cell| cell.key())
                    .collect::<HashSet<_>>()
                    .len(),
            ),
            "make_set" => {
                let mut seen = HashSet::new();
                let set = values().filter(|cell| seen.insert(cell.key()));
                Cell::Dynamic(set.map(|cell| cell.to_json()).collect())
            }
            "make_list" => Cell::Dynamic(values().map(|cell| cell.to_json()).collect()),
            "min" => values()
                .reduce(|one, other| pick(one, other, false))
                .unwrap_or(Cell::Null),
            "max" => values()
                .reduce(|one, other| pick(one, other, true))
                .unwrap_or(Cell::Null),
            "sum" => sum(values()).unwrap_or(Cell::Long(0)),
            "avg" => mean(values().collect()),
            _ => return self.add_extreme(scope, rows, argument, out),
        });
    }

    /// Appends the cells of the row with the extreme value. Null for a group without
    /// values.
    fn add_extreme(
        &self,
        scope: &Scope<'_>,
        rows: &[&Vec<Cell>],
        by: &Expression,
        out: &mut Vec<Cell>,
    ) {
        let greatest = self.function == "arg_max";
        let best = rows
            .iter()
            .map(|row| (scope.value(by, row), *row))
            .filter(|(cell, _)| !cell.is_null())
            .reduce(|one, other| {
                let order = other.0.compare(&one.0);
                let better = order.is_some_and(|order| {
                    if greatest {
                        order.is_gt()
                    } else {
                        order.is_lt()
                    }
                });
                if better { other } else { one }
            });
        match best {
            Some((cell, row)) => {
                out.push(cell);
                out.extend(self.along.iter().map(|place| row[*place].clone()));
            }
            None => out.extend(std::iter::repeat_n(Cell::Null, self.along.len() + 1)),
        }
    }
}

/// The greater or the smaller of two values. The first one if they are equal.
fn pick(one: Cell, other: Cell, greatest: bool) -> Cell {
    match other.compare(&one) {
        Some(order)
            if if greatest {
                order.is_gt()
            } else {
                order.is_lt()
            } =>
        {
            other
        }
        _ => one,
    }
}

/// The sum. `None` without values. Integers saturate.
fn sum(values: impl Iterator<Item = Cell>) -> Option<Cell> {
    values.reduce(|one, other| match (&one, &other) {
        (Cell::Long(left), Cell::Long(right)) => Cell::Long(left.saturating_add(*right)),
        (Cell::Span(left), Cell::Span(right)) => Cell::Span(left.saturating_add(*right)),
        _ => Cell::Real(one.number().unwrap_or(0.0) + other.number().unwrap_or(0.0)),
    })
}

/// The mean. Null without values.
fn mean(values: Vec<Cell>) -> Cell {
    let count = u32::try_from(values.len()).unwrap_or(u32::MAX);
    match sum(values.into_iter()) {
        Some(Cell::Span(total)) => i32::try_from(count)
            .ok()
            .and_then(|count| total.checked_div(count))
            .map_or(Cell::Null, Cell::Span),
        Some(total) => total
            .number()
            .map_or(Cell::Null, |total| Cell::Real(total / f64::from(count))),
        None => Cell::Null,
    }
}
