//! Aggregates over groups of rows.
//!
//! `dcount` is exact; at the service it is an estimate.
//!
//! Each aggregate takes all values of a group at once: the group's rows are in memory anyway. Cost: the argument for
//! each row, and 8 steps for each value that is kept. Percentiles sort the values.
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
//! let T = "datatable(Name:string, Size:long)['a', 3, 'b', 5, 'a', 4, 'c', long(null)]";
//!
//! let of = |aggregate: &str| -> Result<String, kql::Problem> {
//!     Ok(rows(&format!("{T} | summarize {aggregate}"))?.join(";"))
//! };
//! assert_eq!(of("count(), countif(Size > 3)")?, "4,2");
//! assert_eq!(of("dcount(Name), dcount(Size)")?, "3,3");
//! assert_eq!(of("sum(Size), avg(Size)")?, "12,4");
//! assert_eq!(of("min(Size), max(Name)")?, "3,c");
//! assert_eq!(of("sumif(Size, Name == 'a'), avgif(Size, Name == 'x')")?, "7,");
//! assert_eq!(of("make_list(Size)")?, "[3,5,4]");
//! assert_eq!(of("make_list_with_nulls(Size)")?, "[3,5,4,null]");
//! assert_eq!(of("make_set(Name)")?, "[\"a\",\"b\",\"c\"]");
//! assert_eq!(of("make_set(Name, 2)")?, "[\"a\",\"b\"]");
//! assert_eq!(of("make_bag(bag_pack(Name, Size))")?, "{\"a\":3,\"b\":5,\"c\":null}");
//! assert_eq!(of("percentiles(Size, 50, 100)")?, "4,5");
//! assert_eq!(of("stdev(Size), variancep(Size)")?, "1,0.6666666666666666");
//! assert_eq!(of("binary_all_or(Size)")?, "7");
//! assert_eq!(of("take_any(Name)")?, "a");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::cmp::Ordering;
use std::collections::HashSet;

use serde_json::{Map, Value};

use super::calculate::arithmetic;
use super::context::Context;
use super::node::{Node, Row};
use crate::cell::Cell;
use crate::syntax::Arithmetic;

/// Items of `make_set` and `make_list` without a size.
const MOST_ITEMS: usize = 1_048_576;

/// What an aggregate does with its values.
///
/// Several spellings share an action: `make_set` and `makeset`, `any` and `take_any`, and each with `if`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Action {
    Count,
    Distinct,
    Set,
    List {
        nulls: bool,
    },
    Bag,
    Least,
    Greatest,
    Sum,
    Mean,
    Any,
    /// The variance of a sample, or of all; its root for the deviation.
    Variance {
        sample: bool,
        root: bool,
    },
    /// A value for each percentage, as columns, or in one `list`.
    Percentile {
        list: bool,
    },
    Bits(Bits),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bits {
    And,
    Or,
    Xor,
}

/// An aggregate with its arguments.
///
/// `countif(p)` has no value and a test; `make_list(x, 5)` has a value and one further argument.
#[derive(Clone, Debug)]
pub(super) struct Aggregate {
    action: Action,
    /// The value. `None` for `count`.
    value: Option<Node>,
    /// The condition of `countif` and its kin.
    test: Option<Node>,
    /// Further arguments, such as a size or percentages.
    rest: Vec<Node>,
}

impl Aggregate {
    /// An aggregate by its name. `None` if it is not evaluated. Those of several columns are evaluated by
    /// [`extreme`], or from the first row of the group.
    ///
    /// Arguments are matched by place: value, condition, others.
    pub(super) fn new(name: &str, mut arguments: Vec<Node>) -> Option<Self> {
        let plain = match name {
            "make_set_if" | "make_list_if" | "make_bag_if" => name.trim_end_matches("_if"),
            other if other != "countif" => other.strip_suffix("if").unwrap_or(other),
            _ => "count",
        };
        let conditional = plain != name;
        let action = match plain {
            "count" => Action::Count,
            "dcount" | "count_distinct" => Action::Distinct,
            "make_set" | "makeset" => Action::Set,
            "make_list" | "makelist" => Action::List { nulls: false },
            "make_list_with_nulls" => Action::List { nulls: true },
            "make_bag" | "make_dictionary" => Action::Bag,
            "min" => Action::Least,
            "max" => Action::Greatest,
            "arg_min" | "argmin" => Action::Least,
            "arg_max" | "argmax" => Action::Greatest,
            "sum" => Action::Sum,
            "avg" => Action::Mean,
            "any" | "take_any" => Action::Any,
            "stdev" => Action::Variance {
                sample: true,
                root: true,
            },
            "stdevp" => Action::Variance {
                sample: false,
                root: true,
            },
            "variance" => Action::Variance {
                sample: true,
                root: false,
            },
            "variancep" => Action::Variance {
                sample: false,
                root: false,
            },
            "percentile" | "percentiles" => Action::Percentile { list: false },
            "percentiles_array" => Action::Percentile { list: true },
            "binary_all_and" => Action::Bits(Bits::And),
            "binary_all_or" => Action::Bits(Bits::Or),
            "binary_all_xor" => Action::Bits(Bits::Xor),
            _ => return None,
        };
        arguments.reverse();
        let value = if action == Action::Count {
            None
        } else {
            arguments.pop()
        };
        let test = if conditional { arguments.pop() } else { None };
        arguments.reverse();
        Some(Self {
            action,
            value,
            test,
            rest: arguments,
        })
    }

    /// The values of a group, in the order of its rows.
    ///
    /// Nulls are left out, but for `make_list_with_nulls`.
    fn values(&self, context: &Context, rows: &[&Vec<Cell>]) -> Vec<Cell> {
        let keeps_nulls = self.action == Action::List { nulls: true };
        let mut values = Vec::new();
        for cells in rows {
            let row = Row::alone(cells);
            if let Some(test) = &self.test
                && !context.value(test, row).is_true()
            {
                continue;
            }
            let cell = match &self.value {
                Some(value) => context.value(value, row),
                None => Cell::Bool(true),
            };
            if context.budget.is_spent() {
                return values;
            }
            if keeps_nulls || !cell.is_null() {
                context.budget.hold(1);
                values.push(cell);
            }
        }
        values
    }

    /// The value of the aggregate over a group.
    ///
    /// Without values: 0 for counts and sums, an empty list for lists, null for the others.
    pub(super) fn over(&self, context: &Context, rows: &[&Vec<Cell>]) -> Cell {
        let values = self.values(context, rows);
        match self.action {
            Action::Count => count(values.len()),
            Action::Distinct => count(values.iter().map(Cell::key).collect::<HashSet<_>>().len()),
            Action::Set => {
                let mut seen = HashSet::new();
                let set = values.iter().filter(|cell| seen.insert(cell.key()));
                Cell::Dynamic(set.take(self.size(context)).map(Cell::to_dynamic).collect())
            }
            Action::List { .. } => Cell::Dynamic(
                values
                    .iter()
                    .take(self.size(context))
                    .map(Cell::to_dynamic)
                    .collect(),
            ),
            Action::Bag => Cell::Dynamic(Value::Object(bag(&values))),
            Action::Least => best(values, Ordering::Less),
            Action::Greatest => best(values, Ordering::Greater),
            Action::Sum => sum(&values).unwrap_or(Cell::Long(0)),
            Action::Mean => mean(&values),
            Action::Any => values.into_iter().next().unwrap_or(Cell::Null),
            Action::Variance { sample, root } => variance(&values, sample, root),
            Action::Percentile { list } => {
                let found = self.percentiles(context, values);
                match list {
                    true => Cell::Dynamic(found.iter().map(Cell::to_dynamic).collect()),
                    // In a calculation, such as `percentile(Size, 50) / 2`.
                    false => found.into_iter().next().unwrap_or(Cell::Null),
                }
            }
            Action::Bits(bits) => {
                let numbers = values.iter().filter_map(Cell::whole);
                let all = numbers.reduce(|one, other| match bits {
                    Bits::And => one & other,
                    Bits::Or => one | other,
                    Bits::Xor => one ^ other,
                });
                all.map_or(Cell::Null, Cell::Long)
            }
        }
    }

    /// Whether the aggregate makes a column for each percentage.
    pub(super) fn makes_percentiles(&self) -> bool {
        self.action == Action::Percentile { list: false }
    }

    /// The value at each percentage.
    pub(super) fn each_percentile(&self, context: &Context, rows: &[&Vec<Cell>]) -> Vec<Cell> {
        self.percentiles(context, self.values(context, rows))
    }

    /// Largest number of items.
    ///
    /// 1,048,576 without one, as documented.
    fn size(&self, context: &Context) -> usize {
        let size = self
            .rest
            .first()
            .map(|node| context.value(node, Row::default()));
        let size = size.and_then(|cell| usize::try_from(cell.whole()?).ok());
        size.unwrap_or(MOST_ITEMS)
    }

    /// The nearest rank: the least value of which at least so many percent of the values are not greater. Nothing is
    /// interpolated.
    fn percentiles(&self, context: &Context, mut values: Vec<Cell>) -> Vec<Cell> {
        values.sort_by(|one, other| one.compare(other).unwrap_or(Ordering::Equal));
        let percents = self.rest.iter().flat_map(|node| {
            let cell = context.value(node, Row::default());
            match cell {
                Cell::Dynamic(Value::Array(items)) => {
                    items.into_iter().map(Cell::dynamic).collect()
                }
                cell => vec![cell],
            }
        });
        let at = |percent: Cell| {
            let percent = percent.number()?;
            let last = values.len().checked_sub(1)?;
            #[expect(
                clippy::cast_precision_loss,
                reason = "a place in a list that is in memory"
            )]
            let rank = (percent / 100.0 * values.len() as f64).ceil() - 1.0;
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "not negative"
            )]
            let place = (rank.max(0.0) as usize).min(last);
            values.get(place).cloned()
        };
        percents
            .map(|percent| at(percent).unwrap_or(Cell::Null))
            .collect()
    }
}

/// The place of the row with the extreme value, and the value. Nulls do not count; if all values are null, the first row
/// is taken. `None` for a group without rows.
pub(super) fn extreme(
    context: &Context,
    by: &Node,
    greatest: bool,
    rows: &[&Vec<Cell>],
) -> Option<(usize, Cell)> {
    let wanted = if greatest {
        Ordering::Greater
    } else {
        Ordering::Less
    };
    let values = rows
        .iter()
        .enumerate()
        .map(|(place, row)| (place, context.value(by, Row::alone(row))));
    let values = values.filter(|(_, cell)| !cell.is_null());
    let found = values.reduce(|one, other| {
        if other.1.compare(&one.1) == Some(wanted) {
            other
        } else {
            one
        }
    });
    found.or_else(|| (!rows.is_empty()).then_some((0, Cell::Null)))
}

/// A number of things as a value.
fn count(number: usize) -> Cell {
    Cell::Long(i64::try_from(number).unwrap_or(i64::MAX))
}

/// The members of all objects. The first one of a name stays.
///
/// Values that are not objects are skipped.
fn bag(values: &[Cell]) -> Map<String, Value> {
    let mut bag = Map::new();
    for value in values {
        if let Cell::Dynamic(Value::Object(members)) = value {
            for (name, member) in members {
                bag.entry(name.clone()).or_insert_with(|| member.clone());
            }
        }
    }
    bag
}

/// The value with the wanted order to all others. The first one if they are equal.
fn best(values: Vec<Cell>, wanted: Ordering) -> Cell {
    let best = values.into_iter().reduce(|one, other| {
        if other.compare(&one) == Some(wanted) {
            other
        } else {
            one
        }
    });
    best.unwrap_or(Cell::Null)
}

/// The sum. `None` without values. Integers saturate.
///
/// A sum of a mixed list ignores what cannot be added.
fn sum(values: &[Cell]) -> Option<Cell> {
    let first = values.first()?.clone();
    Some(
        values[1..]
            .iter()
            .fold(first, |sum, cell| match (&sum, cell) {
                (Cell::Long(one), Cell::Long(other)) => Cell::Long(one.saturating_add(*other)),
                (Cell::Span(one), Cell::Span(other)) => Cell::Span(one.saturating_add(*other)),
                _ => arithmetic(Arithmetic::Plus, &sum, cell).unwrap_or(sum),
            }),
    )
}

/// The mean. Null without values. Times are averaged too.
fn mean(values: &[Cell]) -> Cell {
    let number = u32::try_from(values.len()).unwrap_or(u32::MAX);
    if let Some(Cell::Time(_)) = values.first() {
        let nanos = values.iter().filter_map(|cell| match cell {
            Cell::Time(time) => Some(time.as_nanosecond()),
            _ => None,
        });
        let mean = nanos.sum::<i128>() / i128::from(number.max(1));
        return jiff::Timestamp::from_nanosecond(mean).map_or(Cell::Null, Cell::Time);
    }
    match sum(values) {
        Some(Cell::Span(total)) => i32::try_from(number)
            .ok()
            .and_then(|number| total.checked_div(number))
            .map_or(Cell::Null, Cell::Span),
        Some(total) => total
            .number()
            .map_or(Cell::Null, |total| Cell::Real(total / f64::from(number))),
        None => Cell::Null,
    }
}

/// The variance or deviation. Zero for one value, null without values.
fn variance(values: &[Cell], sample: bool, root: bool) -> Cell {
    let numbers: Vec<f64> = values.iter().filter_map(Cell::number).collect();
    let Ok(count) = u32::try_from(numbers.len()) else {
        return Cell::Null;
    };
    if count == 0 {
        return Cell::Null;
    }
    let mean = numbers.iter().sum::<f64>() / f64::from(count);
    let squares: f64 = numbers.iter().map(|number| (number - mean).powi(2)).sum();
    let divisor = if sample { count - 1 } else { count };
    let variance = if divisor == 0 {
        0.0
    } else {
        squares / f64::from(divisor)
    };
    Cell::Real(if root { variance.sqrt() } else { variance })
}
