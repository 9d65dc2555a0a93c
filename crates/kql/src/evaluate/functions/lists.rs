//! Functions of lists and objects.
//!
//! A list is a dynamic array, an object a property bag. Text that begins with `[` or `{` is read as JSON, because
//! some columns that are documented as text hold JSON. A single value counts as a list of one where a list is
//! expected.
//!
//! - `pack_array(...)`, `bag_pack(name, value, ...)`, `pack(...)`, `pack_dictionary(...)`: a list or an object of
//!   the arguments. Nulls are kept.
//! - `array_length(list)`: null for anything but a list, also for an object.
//! - `array_concat(...)`: all items one after the other. Null arguments are skipped.
//! - `array_slice(list, start, end)`: both ends are included, negative ones count from the end.
//! - `array_index_of(list, value, start?, length?, occurrence?)`: the place of an item, -1 if it is not found, null
//!   for an occurrence below 0 or a length below -1. Types count only by their text: `1` and `"1"` are equal here.
//! - `array_reverse(list)`.
//! - `array_sort_asc(list, nulls_last?)`, `array_sort_desc`: numbers before texts before others; nulls last in both
//!   unless the last argument is `false`. Further lists, which the service orders along with the first, are ignored.
//! - `array_sum(list)`: a real number; null if an item is not a number.
//! - `set_union`, `set_intersect`, `set_difference`: lists without repetitions. Items keep the order of their first
//!   place; the language promises no order.
//! - `set_has_element(list, value)`: a bool. `jaccard_index(a, b)`: size of the intersection over that of the union;
//!   null for two empty lists.
//! - `bag_keys(bag)`, `bag_has_key(bag, name)`, `bag_merge(...)` (the first value of a name stays),
//!   `bag_remove_keys(bag, names)`, `bag_set_key(bag, name, value)`. Names of top-level members only: paths are not
//!   read.
//! - `zip(...)`: a list of lists, as long as the longest one. Missing items are null.
//! - `range(from, to, step?)`: both ends included. The default step is 1, for times an hour.
//! - `repeat(value, count)`: a list of equal items.
//!
//! Not evaluated: `array_iff`, `array_rotate_*`, `array_shift_*`, `array_split`, `bag_zip`, `set_equals`,
//! `treepath`.
//!
//! # Examples
//!
//! ```
//! # let now = "2026-01-01T00:00:00Z".parse()?;
//! # let value = |text: &str| -> Result<String, kql::Problem> {
//! #     let query = format!("print {text}");
//! #     let table = kql::evaluate(&query, &kql::Schema::new(), kql::Limits::default(), now)?;
//! #     Ok(table.rows[0][0].to_text())
//! # };
//! for (text, expected) in [
//!     ("pack_array(1, 'a', long(null))", "[1,\"a\",null]"),
//!     ("bag_pack('a', 1, 'b', 2)", "{\"a\":1,\"b\":2}"),
//!     ("array_length(dynamic([1, 2]))", "2"),
//!     ("array_length(dynamic({'a': 1}))", ""),
//!     ("array_concat(dynamic([1]), dynamic([2, 3]))", "[1,2,3]"),
//!     ("array_slice(dynamic([1, 2, 3, 4]), 1, 2)", "[2,3]"),
//!     ("array_slice(dynamic([1, 2, 3, 4]), -2, -1)", "[3,4]"),
//!     ("array_index_of(dynamic(['a', 'b', 'a']), 'a', 1)", "2"),
//!     ("array_index_of(dynamic(['a']), 'x')", "-1"),
//!     ("array_reverse(dynamic([1, 2, 3]))", "[3,2,1]"),
//!     ("array_sort_asc(dynamic(['b', null, 3, 'a']))", "[3,\"a\",\"b\",null]"),
//!     ("array_sum(dynamic([1, 2.5]))", "3.5"),
//!     ("array_sum(dynamic([1, 'x']))", ""),
//!     ("set_union(dynamic([1, 2]), dynamic([2, 3]))", "[1,2,3]"),
//!     ("set_intersect(dynamic([1, 2]), dynamic([2, 3]))", "[2]"),
//!     ("set_difference(dynamic([1, 2]), dynamic([2, 3]))", "[1]"),
//!     ("set_has_element(dynamic([1, 2]), 2)", "true"),
//!     ("jaccard_index(dynamic([1, 2]), dynamic([2, 3, 4]))", "0.25"),
//!     ("bag_keys(dynamic({'a': {'b': 1}}))", "[\"a\"]"),
//!     ("bag_has_key(dynamic({'a': 1}), 'b')", "false"),
//!     ("bag_merge(dynamic({'a': 1}), dynamic({'a': 2, 'b': 3}))", "{\"a\":1,\"b\":3}"),
//!     ("bag_remove_keys(dynamic({'a': 1, 'b': 2}), dynamic(['a']))", "{\"b\":2}"),
//!     ("bag_set_key(dynamic({'a': 1}), 'a', 2)", "{\"a\":2}"),
//!     ("zip(dynamic([1, 2]), dynamic(['a']))", "[[1,\"a\"],[2,null]]"),
//!     ("range(1, 7, 3)", "[1,4,7]"),
//!     ("repeat('a', 3)", "[\"a\",\"a\",\"a\"]"),
//! ] {
//!     assert_eq!(value(text)?, expected, "{text}");
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::cmp::Ordering;
use std::collections::HashSet;

use serde_json::{Map, Value};

use super::super::dynamic::{items, of_cell};
use super::{Window, at, length, number, text};
use crate::cell::Cell;
use crate::evaluate::context::Context;
use crate::evaluate::node::Builtin;
use crate::evaluate::series;

/// Lists that are longer than the steps allow give null.
#[expect(clippy::too_many_lines, reason = "one arm for each function")]
pub(super) fn find(name: &str) -> Option<Builtin> {
    Some(match name {
        "pack_array" => |_, of| Cell::Dynamic(of.iter().map(Cell::to_dynamic).collect()),
        "pack" | "bag_pack" | "pack_dictionary" => pack,
        "array_length" => |_, of| match of_cell(at(of, 0)) {
            Value::Array(items) => length(items.len()),
            _ => Cell::Null,
        },
        "array_concat" => |_, of| Cell::Dynamic(of.iter().flat_map(items).collect()),
        "array_slice" => slice,
        "array_index_of" => |_, of| {
            let wanted = at(of, 1).key();
            let items = items(at(of, 0));
            let Some(window) = Window::of(of, items.len()) else {
                return Cell::Null;
            };
            let place = (window.start..window.end)
                .filter(|place| key(&items[*place]) == wanted)
                .nth(window.skipped);
            place.map_or(Cell::Long(-1), length)
        },
        "array_reverse" => |_, of| Cell::Dynamic(items(at(of, 0)).into_iter().rev().collect()),
        "array_sort_asc" => |_, of| sorted(of, false),
        "array_sort_desc" => |_, of| sorted(of, true),
        "array_sum" => |_, of| {
            let numbers: Option<Vec<f64>> = items(at(of, 0)).iter().map(Value::as_f64).collect();
            numbers.map_or(Cell::Null, |numbers| Cell::Real(numbers.iter().sum()))
        },
        "set_union" => |_, of| distinct(of.iter().flat_map(items).collect()),
        "set_intersect" => |_, of| {
            let mut common = items(at(of, 0));
            for other in of.iter().skip(1) {
                let keys = keys(other);
                common.retain(|item| keys.contains(&key(item)));
            }
            distinct(common)
        },
        "set_difference" => |_, of| {
            let others: HashSet<String> = of.iter().skip(1).flat_map(keys).collect();
            let mut left = items(at(of, 0));
            left.retain(|item| !others.contains(&key(item)));
            distinct(left)
        },
        "set_has_element" => |_, of| Cell::Bool(keys(at(of, 0)).contains(&at(of, 1).key())),
        "jaccard_index" => |_, of| {
            let (one, other) = (keys(at(of, 0)), keys(at(of, 1)));
            let ratio = |part: usize, whole: usize| {
                let float = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
                float(part) / float(whole)
            };
            match one.union(&other).count() {
                0 => Cell::Null,
                all => Cell::Real(ratio(one.intersection(&other).count(), all)),
            }
        },
        "bag_keys" => |_, of| match of_cell(at(of, 0)) {
            Value::Object(members) => Cell::Dynamic(
                members
                    .keys()
                    .map(|name| Value::from(name.as_str()))
                    .collect(),
            ),
            _ => Cell::Null,
        },
        "bag_has_key" => |_, of| Cell::Bool(of_cell(at(of, 0)).get(text(of, 1)).is_some()),
        "bag_merge" => |_, of| {
            let mut merged = Map::new();
            for bag in of {
                if let Value::Object(members) = of_cell(bag) {
                    for (name, value) in members {
                        merged.entry(name).or_insert(value);
                    }
                }
            }
            Cell::Dynamic(Value::Object(merged))
        },
        "bag_remove_keys" => |_, of| match of_cell(at(of, 0)) {
            Value::Object(mut members) => {
                for name in items(at(of, 1)) {
                    members.remove(name.as_str().unwrap_or_default());
                }
                Cell::Dynamic(Value::Object(members))
            }
            _ => Cell::Null,
        },
        "bag_set_key" => |_, of| match of_cell(at(of, 0)) {
            Value::Object(mut members) => {
                members.insert(text(of, 1), at(of, 2).to_dynamic());
                Cell::Dynamic(Value::Object(members))
            }
            _ => Cell::Null,
        },
        "zip" => |context, of| {
            let lists: Vec<Vec<Value>> = of.iter().map(items).collect();
            let longest = lists.iter().map(Vec::len).max().unwrap_or(0);
            if !context
                .budget
                .take_each(longest.saturating_mul(lists.len()))
            {
                return Cell::Null;
            }
            let row = |at: usize| {
                lists
                    .iter()
                    .map(|list| list.get(at).cloned().unwrap_or_default())
                    .collect::<Value>()
            };
            Cell::Dynamic((0..longest).map(row).collect())
        },
        "range" => |context, of| {
            let step = match (of.get(2), at(of, 0)) {
                (Some(step), _) => step.clone(),
                (None, Cell::Time(_) | Cell::Span(_)) => {
                    Cell::Span(jiff::SignedDuration::from_hours(1))
                }
                (None, _) => Cell::Long(1),
            };
            let steps = series::steps(context, at(of, 0), at(of, 1), &step);
            Cell::Dynamic(steps.iter().map(Cell::to_dynamic).collect())
        },
        "repeat" => |context, of| {
            let times = usize::try_from(number(of, 1).unwrap_or(0)).unwrap_or(0);
            let value = at(of, 0).to_dynamic();
            let size = value.to_string().len();
            if !context.budget.take_each(times.saturating_mul(1 + size)) {
                return Cell::Null;
            }
            Cell::Dynamic(vec![value; times].into())
        },
        _ => return None,
    })
}

/// An object from names and values in turn.
///
/// A name without a value at the end is dropped. The last value of a name that occurs twice stays.
pub(in crate::evaluate) fn pack(_: &Context, of: &[Cell]) -> Cell {
    let pairs = of
        .chunks_exact(2)
        .map(|pair| (pair[0].to_text(), pair[1].to_dynamic()));
    Cell::Dynamic(Value::Object(pairs.collect()))
}

/// A text that is equal for equal items.
fn key(item: &Value) -> String {
    Cell::dynamic(item.clone()).key()
}

/// The keys of a list. Items that occur twice count once.
fn keys(list: &Cell) -> HashSet<String> {
    items(list).iter().map(key).collect()
}

/// A list without repetitions. The first of equal items stays.
fn distinct(mut items: Vec<Value>) -> Cell {
    let mut seen = HashSet::new();
    items.retain(|item| seen.insert(key(item)));
    Cell::Dynamic(Value::Array(items))
}

/// Items from a place to another, both included. Negative places count from the end.
///
/// A start after the end gives an empty list.
fn slice(_: &Context, of: &[Cell]) -> Cell {
    let items = items(at(of, 0));
    let count = i64::try_from(items.len()).unwrap_or(i64::MAX);
    let place = |given: Option<i64>| {
        let given = given.unwrap_or(0);
        if given < 0 { count + given } else { given }
    };
    let (first, last) = (place(number(of, 1)).max(0), place(number(of, 2)));
    let kept = (0..)
        .zip(items)
        .filter(|(at, _)| *at >= first && *at <= last);
    Cell::Dynamic(kept.map(|(_, item)| item).collect())
}

/// The first list in order. Nulls are last in both orders, unless the last argument is `false`.
fn sorted(of: &[Cell], descending: bool) -> Cell {
    let nulls_first = matches!(of.last(), Some(Cell::Bool(false)));
    let mut cells: Vec<Cell> = items(at(of, 0)).into_iter().map(Cell::dynamic).collect();
    cells.sort_by(|one, other| {
        let nulls = one.is_null().cmp(&other.is_null());
        let nulls = if nulls_first { nulls.reverse() } else { nulls };
        let order = rank(one).cmp(&rank(other));
        let order = order.then_with(|| one.compare(other).unwrap_or(Ordering::Equal));
        nulls.then(if descending { order.reverse() } else { order })
    });
    Cell::Dynamic(cells.iter().map(Cell::to_dynamic).collect())
}

/// The place of a type in a list of mixed types: numbers, texts, others.
fn rank(item: &Cell) -> u8 {
    match item {
        Cell::Dynamic(Value::Number(_)) => 0,
        Cell::Dynamic(Value::String(_)) => 1,
        _ => 2,
    }
}
