//! Aggregates of `summarize`: names, types, and the columns they make.
//!
//! Source: the KQL reference of Azure Data Explorer, list of aggregation functions.
//!
//! # What aggregates do
//!
//! The group's rows whose value is null do not count, except for `count`, `make_list_with_nulls`, and `arg_max` when
//! all are null. Without values a sum or count is 0, the others are null; `make_list` and `make_set` are then empty
//! lists.
//!
//! | aggregate | result |
//! | --- | --- |
//! | `count()`, `countif(p)` | number of rows |
//! | `dcount(x, accuracy?)`, `dcountif` | number of different values, at the service an estimate with a standard error of 0.8 % by default |
//! | `count_distinct(x)`, `count_distinctif` | the same, exact |
//! | `sum`, `avg`, `min`, `max` and each with `if` | of numbers and timespans; `avg`, `min` and `max` also of times |
//! | `stdev`, `variance` | of a sample (divided by n - 1); `stdevp`, `variancep` of all |
//! | `percentile(x, p)`, `percentiles(x, p...)` | a value of the data, by the nearest rank; one column for each `p` |
//! | `make_list(x, max?)`, `make_set(x, max?)` | a list; at most 1,048,576 items by default |
//! | `make_bag(x)` | an object of all members; the first value of a name stays here, at the service any |
//! | `arg_max(x, columns or *)`, `arg_min` | values of the row with the greatest or least `x` |
//! | `take_any(x...)` | values of any row; the first here |
//! | `binary_all_and`, `_or`, `_xor` | bits of whole numbers |
//! | `hll`, `tdigest`, `buildschema`, `covariance` | known to the check, not evaluated |
//!
//! # Names of columns
//!
//! An aggregate without a name makes `prefix_Column`: `sum_Size`, `dcount_Name`. Exceptions: `count_` and `countif_`
//! have no column in the name, `make_set` and `make_list` have `set_` and `list_`, percentages stand at the end
//! (`percentile_Size_99`), and `arg_max` keeps the names of its columns. The older `argmax` has `max_Size` and
//! `max_Size_Name`.
//!
//! # Examples
//!
//! ```
//! use kql::{Kind, Schema};
//!
//! let mut schema = Schema::new();
//! schema.insert("T", [("Name", Kind::Text), ("Size", Kind::Long), ("At", Kind::Time), ("Bag", Kind::Dynamic)]);
//! schema.insert("U", [("Name", Kind::Text), ("Size", Kind::Real)]);
//! let columns = |query: &str| -> Vec<String> {
//!     let columns = kql::columns(query, &schema).unwrap_or_default();
//!     columns.iter().map(|one| format!("{}:{}", one.name, one.kind)).collect()
//! };
//! assert_eq!(columns("T | summarize count(), sum(Size), avg(Size)"), ["count_:long", "sum_Size:long", "avg_Size:real"]);
//! assert_eq!(columns("T | summarize dcount(Name), countif(Size > 5)"), ["dcount_Name:long", "countif_:long"]);
//! assert_eq!(columns("T | summarize make_set(Name), make_list(Size)"), ["set_Name:dynamic", "list_Size:dynamic"]);
//! assert_eq!(columns("T | summarize percentiles(Size, 50, 99.9)"), ["percentile_Size_50:long", "percentile_Size_99_9:long"]);
//! assert_eq!(columns("T | summarize arg_max(At, Name, Size)"), ["At:datetime", "Name:string", "Size:long"]);
//! assert_eq!(columns("T | summarize argmax(At, Name)"), ["max_At:datetime", "max_At_Name:string"]);
//! assert_eq!(columns("T | summarize arg_min(Size, *) by Name"), ["Name:string", "Size:long", "At:datetime", "Bag:dynamic"]);
//! assert_eq!(columns("T | summarize (Last, Who) = arg_max(At, Name)"), ["Last:datetime", "Who:string"]);
//! assert_eq!(columns("T | summarize 100 * count() / sum(Size)"), ["Column1:long"]);
//! ```

use super::Checker;
use super::columns::{Columns, implied, name_of};
use crate::kind::Kind;
use crate::problem::{Problem, ProblemKind};
use crate::schema::Column;
use crate::syntax::{Argument, Expression, Form, Literal, Name, Named};

/// An aggregate: its name, the prefix of its column, the least and the largest number of arguments.
///
/// An empty prefix keeps the names of the arguments. 99 stands for any number.
type Entry = (&'static str, &'static str, usize, usize);

/// The aggregates, by name. Older spellings included.
const AGGREGATES: &[Entry] = &[
    ("any", "any_", 1, 99),
    ("anyif", "any_", 2, 2),
    ("arg_max", "", 1, 99),
    ("arg_min", "", 1, 99),
    ("argmax", "max_", 1, 99),
    ("argmin", "min_", 1, 99),
    ("avg", "avg_", 1, 1),
    ("avgif", "avgif_", 2, 2),
    ("binary_all_and", "binary_all_and_", 1, 1),
    ("binary_all_or", "binary_all_or_", 1, 1),
    ("binary_all_xor", "binary_all_xor_", 1, 1),
    ("buildschema", "schema_", 1, 1),
    ("count", "count_", 0, 1),
    ("count_distinct", "count_distinct_", 1, 1),
    ("count_distinctif", "count_distinctif_", 2, 2),
    ("countif", "countif_", 1, 1),
    ("covariance", "covariance_", 2, 2),
    ("dcount", "dcount_", 1, 2),
    ("dcountif", "dcountif_", 2, 3),
    ("hll", "hll_", 1, 2),
    ("hll_if", "hll_if_", 2, 3),
    ("hll_merge", "hll_merge_", 1, 1),
    ("make_bag", "bag_", 1, 2),
    ("make_bag_if", "bag_", 2, 3),
    ("make_dictionary", "dictionary_", 1, 2),
    ("make_list", "list_", 1, 2),
    ("make_list_if", "list_", 2, 3),
    ("make_list_with_nulls", "list_", 1, 1),
    ("make_set", "set_", 1, 2),
    ("make_set_if", "set_", 2, 3),
    ("makelist", "list_", 1, 2),
    ("makeset", "set_", 1, 2),
    ("max", "max_", 1, 1),
    ("maxif", "maxif_", 2, 2),
    ("min", "min_", 1, 1),
    ("minif", "minif_", 2, 2),
    ("percentile", "percentile_", 2, 2),
    ("percentiles", "percentile_", 2, 99),
    ("percentiles_array", "percentiles_", 2, 99),
    ("percentilew", "percentile_", 3, 3),
    ("percentilesw", "percentile_", 3, 99),
    ("stdev", "stdev_", 1, 1),
    ("stdevif", "stdevif_", 2, 2),
    ("stdevp", "stdevp_", 1, 1),
    ("sum", "sum_", 1, 1),
    ("sumif", "sumif_", 2, 2),
    ("take_any", "", 1, 99),
    ("take_anyif", "", 2, 2),
    ("tdigest", "tdigest_", 1, 2),
    ("tdigest_merge", "tdigest_merge_", 1, 1),
    ("variance", "variance_", 1, 1),
    ("varianceif", "varianceif_", 2, 2),
    ("variancep", "variancep_", 1, 1),
];

/// An aggregate by its exact name.
fn entry(name: &str) -> Option<&'static Entry> {
    AGGREGATES.iter().find(|entry| entry.0 == name)
}

/// Whether the language has an aggregate of this name.
///
/// Some functions have an aggregate of the same name (`hll_merge`); the place in the query decides which is meant.
pub(crate) fn is_aggregate(name: &str) -> bool {
    entry(name).is_some()
}

/// Names of the aggregates, for suggestions.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    AGGREGATES.iter().map(|entry| entry.0)
}

/// Where a column of `arg_max` and its kin comes from.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Origin {
    /// A column of the input, for `*`.
    Column(usize),
    /// An argument of the aggregate.
    Argument(usize),
}

/// The names of the columns that an aggregate of several columns makes, and where each one comes from: `arg_max`,
/// `arg_min`, `take_any` and their older spellings. Empty for other expressions.
///
/// Group columns are left out of `*`, and so is the column by which the row is chosen. Names given as `(a, b) =
/// arg_max(...)` replace the first names.
pub(crate) fn result_names(
    named: &Named,
    keys: &[String],
    columns: &Columns,
) -> Vec<(String, Origin)> {
    let Form::Call(function, arguments) = &named.value.form else {
        return Vec::new();
    };
    let mut names = Vec::new();
    let extreme = matches!(
        function.text.as_str(),
        "arg_max" | "arg_min" | "argmax" | "argmin"
    );
    let any = matches!(function.text.as_str(), "take_any" | "any");
    let Some(first) = arguments.first().filter(|_| extreme || any) else {
        return names;
    };
    if any && arguments.len() == 1 && !matches!(first.value.form, Form::Star) {
        return names;
    }
    let prefix = entry(&function.text).map_or("", |entry| entry.1);
    let mut along = arguments.as_slice();
    let mut prefix = prefix.to_owned();
    let mut used = keys.to_vec();
    if extreme {
        let by = implied(&first.value).unwrap_or_default();
        names.push((format!("{prefix}{by}"), Origin::Argument(0)));
        if prefix.is_empty() {
            used.push(by);
        } else {
            prefix = format!("{prefix}{by}_");
        }
        along = &arguments[1..];
    }
    for (number, argument) in along.iter().enumerate() {
        if matches!(argument.value.form, Form::Star) {
            for (place, column) in columns.list().iter().enumerate() {
                if !used.contains(&column.name) {
                    names.push((format!("{prefix}{}", column.name), Origin::Column(place)));
                }
            }
            continue;
        }
        let name = implied(&argument.value).unwrap_or_else(|| format!("Column{}", number + 1));
        names.push((
            format!("{prefix}{name}"),
            Origin::Argument(number + usize::from(extreme)),
        ));
    }
    for (given, (name, _)) in named.names.iter().zip(&mut names) {
        given.text.clone_into(name);
    }
    names
}

impl Checker<'_> {
    /// The columns that one part of `summarize` makes.
    pub(crate) fn aggregate(
        &self,
        named: &Named,
        number: usize,
        keys: &[String],
        columns: &Columns,
    ) -> Vec<Column> {
        let kind = self.aggregated(&named.value, columns);
        let several = result_names(named, keys, columns);
        if several.is_empty() {
            return self.single(named, number, kind);
        }
        let Form::Call(_, arguments) = &named.value.form else {
            return Vec::new();
        };
        let columns = several.into_iter().map(|(name, origin)| {
            let kind = match origin {
                Origin::Column(place) => columns.list()[place].kind,
                Origin::Argument(place) => self.quiet_kind(&arguments[place].value, columns),
            };
            Column::new(name, kind)
        });
        columns.collect()
    }

    /// The columns of an aggregate of one value, or of `percentiles`.
    ///
    /// Percentages are part of the name: `percentile_Size_50`.
    fn single(&self, named: &Named, number: usize, kind: Kind) -> Vec<Column> {
        let Form::Call(function, arguments) = &named.value.form else {
            return vec![Column::new(name_of(named, number), kind)];
        };
        let Some((_, prefix, ..)) = entry(&function.text) else {
            return vec![Column::new(name_of(named, number), kind)];
        };
        let of = arguments
            .first()
            .and_then(|argument| implied(&argument.value));
        let tail = match function.text.as_str() {
            "countif" => String::new(),
            _ => of.unwrap_or_default(),
        };
        if matches!(function.text.as_str(), "percentile" | "percentiles") {
            let given = |place: usize| named.names.get(place).map(|name| name.text.clone());
            let columns = arguments
                .iter()
                .skip(1)
                .enumerate()
                .map(|(place, argument)| {
                    let name = format!("{prefix}{tail}_{}", number_text(&argument.value));
                    Column::new(given(place).unwrap_or(name), kind)
                });
            return columns.collect();
        }
        let name = match named.names.first() {
            Some(name) => name.text.clone(),
            None => format!("{prefix}{tail}"),
        };
        vec![Column::new(name, kind)]
    }

    /// The type of an expression in which aggregates may stand.
    ///
    /// `sum(Size) / count()` is allowed: aggregates are parts of an expression there.
    pub(super) fn aggregated(&self, value: &Expression, columns: &Columns) -> Kind {
        let before = self.aggregating.replace(true);
        let kind = self.kind(value, columns);
        self.aggregating.set(before);
        kind
    }

    /// The type of an expression that was checked before.
    ///
    /// Its problems are known already, and one place is reported once.
    fn quiet_kind(&self, value: &Expression, columns: &Columns) -> Kind {
        let before = self.aggregating.replace(false);
        let kind = self.kind(value, columns);
        self.aggregating.set(before);
        kind
    }

    /// The type of an aggregate. Arguments are over the rows, so no aggregate stands in them.
    ///
    /// Checks the number of arguments, numbers for `sum` and its kin, and conditions of the aggregates that end in
    /// `if`.
    pub(super) fn aggregate_call(
        &self,
        name: &Name,
        arguments: &[Argument],
        columns: &Columns,
    ) -> Kind {
        let before = self.aggregating.replace(false);
        let kinds = self.argument_kinds(arguments, columns);
        self.aggregating.set(before);
        let (_, _, least, most) = entry(&name.text).copied().unwrap_or(("", "", 0, 99));
        if kinds.len() < least || kinds.len() > most {
            let message = format!(
                "`{}` takes {least}{} arguments, not {}",
                name.text,
                if most > least { " or more" } else { "" },
                kinds.len()
            );
            self.report(Problem::new(ProblemKind::Arguments, name.span, message));
            return Kind::Unknown;
        }
        let first = kinds.first().copied().unwrap_or(Kind::Unknown);
        let of_numbers = matches!(
            name.text.as_str(),
            "sum"
                | "sumif"
                | "avg"
                | "avgif"
                | "stdev"
                | "stdevif"
                | "stdevp"
                | "variance"
                | "varianceif"
                | "variancep"
        );
        let is_summed =
            first.is_number() || matches!(first, Kind::Span | Kind::Dynamic | Kind::Bool);
        if of_numbers && !is_summed && !(first == Kind::Time && name.text == "avg") {
            let message = format!("`{}` takes a number, not {first}", name.text);
            self.report(Problem::new(ProblemKind::Type, name.span, message));
        }
        let tested = match name.text.as_str() {
            "countif" => kinds.first(),
            other if other.ends_with("if") => kinds.get(1),
            _ => None,
        };
        if let Some(kind) = tested
            && !matches!(kind, Kind::Bool | Kind::Unknown | Kind::Dynamic)
        {
            let message = format!("`{}` takes bool as its condition, not {kind}", name.text);
            self.report(Problem::new(ProblemKind::Type, name.span, message));
        }
        aggregate_kind(&name.text, first)
    }
}

/// The type of an aggregate over values of a type.
///
/// `sum` of `int` is `long`; `avg` is `real` but for times and timespans; the others have the type of their values.
fn aggregate_kind(name: &str, of: Kind) -> Kind {
    match name {
        "count" | "countif" | "dcount" | "dcountif" | "count_distinct" | "count_distinctif"
        | "binary_all_and" | "binary_all_or" | "binary_all_xor" => Kind::Long,
        "make_set"
        | "make_set_if"
        | "makeset"
        | "make_list"
        | "make_list_if"
        | "makelist"
        | "make_list_with_nulls"
        | "make_bag"
        | "make_bag_if"
        | "make_dictionary"
        | "buildschema"
        | "percentiles_array"
        | "hll"
        | "tdigest" => Kind::Dynamic,
        "avg" | "avgif" => match of {
            Kind::Span | Kind::Time => of,
            _ => Kind::Real,
        },
        "stdev" | "stdevif" | "stdevp" | "variance" | "varianceif" | "variancep" => Kind::Real,
        "sum" | "sumif" => match of {
            Kind::Int | Kind::Bool => Kind::Long,
            Kind::Dynamic => Kind::Unknown,
            other => other,
        },
        _ => of,
    }
}

/// The text of a number in the name of a column: `50`, `99.9` as `99_9`.
///
/// Empty for percentages that are not written out.
fn number_text(value: &Expression) -> String {
    match &value.form {
        Form::Literal(Literal::Long(number)) => number.to_string(),
        Form::Literal(Literal::Real(number)) => number.to_string().replace('.', "_"),
        _ => String::new(),
    }
}
