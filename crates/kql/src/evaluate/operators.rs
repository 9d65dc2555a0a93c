//! Tabular operators. Each takes a whole table and returns one; the check computes its columns.
//!
//! The operators of one table are in [`plain`](Run::plain). Each one binds its expressions once, then goes over the
//! rows. Steps are taken inside of the loops; the pipeline takes those of the cells that an operator adds.
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
//! let query = |rest: &str| rows(&format!("{T} | {rest}"));
//! assert_eq!(query("where Size > 3")?, ["b,5", "a,4"]);
//! assert_eq!(query("where not(Size > 3)")?, ["a,3"]);
//! assert_eq!(query("take 2")?, ["a,3", "b,5"]);
//! assert_eq!(query("sort by Size")?, ["b,5", "a,4", "a,3", "c,"]);
//! assert_eq!(query("sort by Size asc")?, ["c,", "a,3", "a,4", "b,5"]);
//! assert_eq!(query("top 1 by Size asc nulls last")?, ["a,3"]);
//! assert_eq!(query("extend Size = Size * 2, Old = Size | take 1")?, ["a,6,3"]);
//! assert_eq!(query("project-reorder Size | take 1")?, ["3,a"]);
//! assert_eq!(query("distinct Name")?, ["a", "b", "c"]);
//! assert_eq!(query("count")?, ["4"]);
//! assert_eq!(query("where Size > 100 | count")?, ["0"]);
//! assert_eq!(query("getschema")?, ["Name,0,System.String,string", "Size,1,System.Int64,long"]);
//! assert_eq!(rows("range A from 1 to 8 step 3")?, ["1", "4", "7"]);
//! assert_eq!(rows("print 1, B = 'x'")?, ["1,x"]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::cmp::Ordering;
use std::collections::HashSet;
use std::rc::Rc;

use super::node::Row;
use super::{Bound, Result, Rows, Run, not_evaluated};
use crate::cell::{Cell, row_key};
use crate::check::{Columns, Joining};
use crate::problem::{Problem, ProblemKind};
use crate::span::Span;
use crate::syntax::{Argument, Expression, Form, Name, Named, Operator, OperatorForm, SortKey};

impl<'q> Run<'_, 'q> {
    /// Applies one operator. `input` is `None` for the first operator of a pipeline without a table.
    ///
    /// Operators that read further tables are here, because those are evaluated before the operator itself.
    pub(super) fn operator(&mut self, operator: &'q Operator, input: Option<Rows>) -> Result<Rows> {
        let span = operator.span;
        let alone = input.is_none();
        let input = input.unwrap_or_default();
        match &operator.form {
            OperatorForm::Join { kind, right, on } => {
                let right = self.table(right)?;
                self.join(Joining::new(span, *kind, on, false), input, &right)
            }
            OperatorForm::Lookup { kind, right, on } => {
                let right = self.table(right)?;
                self.join(Joining::new(span, *kind, on, true), input, &right)
            }
            OperatorForm::Union {
                with_source,
                fuzzy,
                inner,
                tables,
            } => {
                let input = (!alone).then_some(input);
                let all = self.united_tables(span, input, *fuzzy, tables)?;
                self.unite(span, with_source.as_ref(), *inner, &all)
            }
            OperatorForm::Search { tables, condition } => {
                self.search(span, (!alone).then_some(input), tables, condition)
            }
            OperatorForm::Find {
                with_source,
                tables,
                condition,
                project,
            } => self.find(span, with_source.as_ref(), tables, condition, project),
            OperatorForm::MvExpand {
                index,
                columns,
                limit,
                pairs,
            } => {
                // The older spelling stops at 128 rows.
                let most = match operator.name.text.as_str() {
                    "mvexpand" => 128,
                    _ => usize::MAX,
                };
                let limits = (limit.as_ref(), most, *pairs);
                self.mv_expand(span, &input, index.as_ref(), columns, limits)
            }
            OperatorForm::MvApply {
                index,
                columns,
                limit,
                body,
            } => self.mv_apply(
                span,
                &input,
                (index.as_ref(), columns, limit.as_ref()),
                body,
            ),
            OperatorForm::Partition { by, body } => self.partition(span, &input, by, body),
            OperatorForm::Evaluate(plugin, arguments) => {
                self.plugin(span, plugin, arguments, &input)
            }
            OperatorForm::Invoke(function, arguments) => {
                self.invoke(span, function, arguments, input)
            }
            OperatorForm::As(name) => {
                let binding = crate::check::Binding::Table(input.columns.clone());
                self.bind_name(&name.text, Bound::Table(Rc::new(input.clone())), binding);
                Ok(input)
            }
            OperatorForm::Other => Err(not_evaluated(operator.name.span, &operator.name.text)),
            _ => self.plain(operator, input),
        }
    }

    /// The tables of `union` with their names, the input first.
    fn united_tables(
        &mut self,
        span: Span,
        input: Option<Rows>,
        fuzzy: bool,
        tables: &'q [Expression],
    ) -> Result<Vec<(String, Rc<Rows>)>> {
        let input = input.map(|input| (String::new(), Rc::new(input)));
        let mut all: Vec<_> = input.into_iter().collect();
        for table in tables {
            match &table.form {
                Form::Wildcard(pattern) => all.extend(self.tables_like(span, pattern)?),
                Form::Star => all.extend(self.tables_like(span, "*")?),
                _ if fuzzy && self.checker.is_missing(table) => {}
                Form::Name(name) => all.push((name.clone(), self.table(table)?)),
                _ => all.push((format!("union_arg{}", all.len()), self.table(table)?)),
            }
        }
        Ok(all)
    }

    /// Applies an operator that reads no table but its input.
    ///
    /// Columns come from the check, rows are filled for them.
    #[expect(clippy::too_many_lines, reason = "one arm for each operator")]
    fn plain(&mut self, operator: &'q Operator, mut input: Rows) -> Result<Rows> {
        let span = operator.span;
        let columns = self.checker.plain(operator, &input.columns);
        self.checked()?;
        match &operator.form {
            OperatorForm::Where(test) => {
                let test = self.bind(test, &input.columns)?;
                let context = self.context;
                let rows = std::mem::take(&mut input.rows);
                let keep: Vec<bool> = (0..rows.len())
                    .map(|at| context.value(&test, Row::of(&rows, at)).is_true())
                    .collect();
                let kept = rows.into_iter().zip(keep).filter(|(_, keep)| *keep);
                input.rows = kept.map(|(row, _)| row).collect();
                Ok(input)
            }
            OperatorForm::Project(list) => self.project(columns, &input, list),
            OperatorForm::Extend(list) | OperatorForm::Serialize(list) => {
                self.extend(columns, input, list)
            }
            OperatorForm::ProjectAway(_)
            | OperatorForm::ProjectKeep(_)
            | OperatorForm::ProjectReorder(_) => {
                self.context.budget.hold(input.size());
                self.context.budget.check(span)?;
                Ok(picked(columns, &input))
            }
            OperatorForm::ProjectRename(_) => Ok(Rows {
                columns,
                rows: input.rows,
            }),
            OperatorForm::Take(count) | OperatorForm::Sample(count) => {
                let count = self.count(count)?;
                input.rows.truncate(count);
                Ok(input)
            }
            OperatorForm::Top(count, keys) => {
                let count = self.count(count)?;
                let mut sorted = self.sort(input, keys)?;
                sorted.rows.truncate(count);
                Ok(sorted)
            }
            OperatorForm::Sort(keys) => self.sort(input, keys),
            OperatorForm::Count => {
                let count = i64::try_from(input.rows.len()).unwrap_or(i64::MAX);
                let rows = vec![vec![Cell::Long(count)]];
                Ok(Rows { columns, rows })
            }
            OperatorForm::GetSchema => Ok(schema(columns, &input.columns)),
            OperatorForm::Distinct(list) => {
                let all = matches!(list.as_slice(), [one] if matches!(one.value.form, Form::Star));
                let mut picked = if all {
                    input
                } else {
                    self.project(columns, &input, list)?
                };
                self.context.budget.hold(picked.size());
                self.context.budget.check(span)?;
                let mut seen = HashSet::new();
                picked.rows.retain(|row| seen.insert(row_key(row)));
                Ok(picked)
            }
            OperatorForm::Summarize { aggregates, by } => {
                self.summarize(span, columns, &input, aggregates, by)
            }
            OperatorForm::Parse {
                filter,
                regex,
                value,
                pattern,
            } => self.parse_rows(columns, &input, *filter, *regex, value, pattern),
            OperatorForm::Print(list) => {
                let row = list.iter().map(|named| self.constant(&named.value));
                let row = row.collect::<Result<_>>()?;
                Ok(Rows {
                    columns,
                    rows: vec![row],
                })
            }
            OperatorForm::Range { from, to, step, .. } => self.range(span, columns, from, to, step),
            OperatorForm::MakeSeries {
                aggregates,
                axis,
                from,
                to,
                step,
                by,
            } => {
                let ends = (from.as_deref(), to.as_deref(), &**step);
                self.make_series(span, columns, &input, aggregates, axis, ends, by)
            }
            OperatorForm::TopNested(levels) => self.top_nested(columns, &input, levels),
            OperatorForm::Render(_) => Ok(input),
            _ => Err(not_evaluated(operator.name.span, &operator.name.text)),
        }
    }

    /// A number of rows. It is evaluated once, without a row.
    ///
    /// A text or null counts as 0; a negative number is a problem of the query.
    pub(super) fn count(&mut self, count: &'q Expression) -> Result<usize> {
        match self.constant(count)?.whole() {
            Some(number) => usize::try_from(number).map_err(|_| {
                let message = "the number of rows must not be negative";
                Problem::new(ProblemKind::Arguments, count.span, message)
            }),
            None => Ok(0),
        }
    }

    /// Columns made from expressions.
    ///
    /// Rows are new; nothing of the input is kept.
    fn project(&mut self, columns: Columns, input: &Rows, list: &'q [Named]) -> Result<Rows> {
        let nodes = self.bind_all(list.iter().map(|named| &named.value), &input.columns)?;
        let context = self.context;
        let mut rows = Vec::with_capacity(input.rows.len());
        for at in 0..input.rows.len() {
            let row = Row::of(&input.rows, at);
            let mut made = Vec::with_capacity(columns.len());
            for (node, named) in nodes.iter().zip(list) {
                spread(context.value(node, row), named, &mut made);
            }
            context.budget.hold(made.len());
            if context.budget.is_spent() {
                break;
            }
            rows.push(made);
        }
        Ok(Rows { columns, rows })
    }

    /// Adds columns, or replaces those with the same name. All expressions see the columns before the operator.
    fn extend(&mut self, columns: Columns, input: Rows, list: &'q [Named]) -> Result<Rows> {
        let nodes = self.bind_all(list.iter().map(|named| &named.value), &input.columns)?;
        let mut places = Vec::new();
        for (number, named) in list.iter().enumerate() {
            places.push(columns.place(&crate::check::name_of(named, number)));
            places.extend(
                named
                    .names
                    .iter()
                    .skip(1)
                    .map(|name| columns.place(&name.text)),
            );
        }
        let context = self.context;
        let mut made = Vec::with_capacity(input.rows.len());
        for at in 0..input.rows.len() {
            let row = Row::of(&input.rows, at);
            let mut cells = Vec::with_capacity(places.len());
            for (node, named) in nodes.iter().zip(list) {
                spread(context.value(node, row), named, &mut cells);
            }
            context.budget.hold(cells.len());
            if context.budget.is_spent() {
                break;
            }
            made.push(cells);
        }
        let mut rows = input.rows;
        rows.truncate(made.len());
        for (row, cells) in rows.iter_mut().zip(made) {
            row.resize(columns.len(), Cell::Null);
            for (place, cell) in places.iter().zip(cells) {
                if let Some(place) = place {
                    row[*place] = cell;
                }
            }
        }
        Ok(Rows { columns, rows })
    }

    /// Orders rows. The order of equal rows is kept.
    ///
    /// The keys of all rows are evaluated once, before the sort. Values that do not compare, such as a list and a
    /// number, count as equal.
    fn sort(&mut self, mut input: Rows, keys: &'q [SortKey]) -> Result<Rows> {
        let nodes = self.bind_all(keys.iter().map(|key| &key.value), &input.columns)?;
        let context = self.context;
        let rows = std::mem::take(&mut input.rows);
        let cells: Vec<Vec<Cell>> = (0..rows.len())
            .map(|at| {
                nodes
                    .iter()
                    .map(|node| context.value(node, Row::of(&rows, at)))
                    .collect()
            })
            .collect();
        let mut keyed: Vec<_> = cells.into_iter().zip(rows).collect();
        keyed.sort_by(|(left, _), (right, _)| {
            let pairs = keys.iter().zip(left.iter().zip(right));
            let orders = pairs.map(|(key, (left, right))| order(left, right, key));
            orders.fold(Ordering::Equal, Ordering::then)
        });
        input.rows = keyed.into_iter().map(|(_, row)| row).collect();
        Ok(input)
    }

    /// The rows of `range`. A step that leads away from the end gives none.
    #[expect(clippy::too_many_arguments, reason = "the clauses of the operator")]
    fn range(
        &mut self,
        span: Span,
        columns: Columns,
        from: &'q Expression,
        to: &'q Expression,
        step: &'q Expression,
    ) -> Result<Rows> {
        let (from, to, step) = (
            self.constant(from)?,
            self.constant(to)?,
            self.constant(step)?,
        );
        let rows = super::series::steps(self.context, &from, &to, &step);
        self.context.budget.check(span)?;
        Ok(Rows {
            columns,
            rows: rows.into_iter().map(|cell| vec![cell]).collect(),
        })
    }

    /// Functions of the service, such as `FileProfile`, have columns in the schema and no values: their columns are
    /// null. One that replaces its input is not evaluated.
    fn invoke(
        &mut self,
        span: Span,
        name: &'q Name,
        arguments: &'q [Argument],
        input: Rows,
    ) -> Result<Rows> {
        if let Some(Bound::Function(function)) = self.bound(&name.text) {
            let function = *function;
            return match self.call(span, function, arguments, Some(Rc::new(input)))? {
                Some(Bound::Table(rows)) => Ok(Rc::unwrap_or_clone(rows)),
                _ => Err(Problem::new(
                    ProblemKind::Arguments,
                    span,
                    "a table is expected here",
                )),
            };
        }
        match self.data.schema().function(&name.text) {
            // The columns are known, the values are not.
            Some(function) if function.keeps_input && !function.columns.is_empty() => {
                let mut columns = input.columns;
                for column in &function.columns {
                    if columns.place(&column.name).is_none() {
                        columns.set(column.clone());
                    }
                }
                let mut rows = input.rows;
                for row in &mut rows {
                    row.resize(columns.len(), Cell::Null);
                }
                Ok(Rows { columns, rows })
            }
            _ => Err(not_evaluated(span, &name.text)),
        }
    }
}

/// Appends a value under one name, or the items of a list under several.
fn spread(cell: Cell, named: &Named, out: &mut Vec<Cell>) {
    if named.names.len() < 2 {
        return out.push(cell);
    }
    let mut items = super::dynamic::items(&cell).into_iter().map(Cell::dynamic);
    out.extend(
        named
            .names
            .iter()
            .map(|_| items.next().unwrap_or(Cell::Null)),
    );
}

/// The columns of the input that stay, by their names.
///
/// A column that the input lacks is null.
fn picked(columns: Columns, input: &Rows) -> Rows {
    let places: Vec<Option<usize>> = columns
        .list()
        .iter()
        .map(|column| input.columns.place(&column.name))
        .collect();
    let pick = |row: &Vec<Cell>| {
        let cells = places
            .iter()
            .map(|place| place.map_or(Cell::Null, |place| row[place].clone()));
        cells.collect()
    };
    Rows {
        columns,
        rows: input.rows.iter().map(pick).collect(),
    }
}

/// The table of `getschema`: one row per column.
fn schema(columns: Columns, of: &Columns) -> Rows {
    let rows = of.list().iter().zip(0..).map(|(column, place)| {
        vec![
            Cell::Text(column.name.clone()),
            Cell::Long(place),
            Cell::Text(column.kind.system_name().to_owned()),
            Cell::Text(column.kind.name().to_owned()),
        ]
    });
    Rows {
        columns,
        rows: rows.collect(),
    }
}

/// The order of two cells. Nulls are first in ascending order and last in descending order, unless the key says
/// otherwise.
fn order(left: &Cell, right: &Cell, key: &SortKey) -> Ordering {
    let nulls_first = key.nulls_first.unwrap_or(key.ascending);
    let null = if nulls_first {
        Ordering::Less
    } else {
        Ordering::Greater
    };
    match (left.is_null(), right.is_null()) {
        (true, true) => Ordering::Equal,
        (true, false) => null,
        (false, true) => null.reverse(),
        _ => {
            let order = left.compare(right).unwrap_or(Ordering::Equal);
            if key.ascending {
                order
            } else {
                order.reverse()
            }
        }
    }
}
