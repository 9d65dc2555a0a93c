//! Evaluation of queries over tables that the caller hands in.
//!
//! The whole query is checked before a row is read. Work is limited in steps instead of seconds, so that a result does
//! not depend on the machine. Errors of a value (overflow, division by zero) give null, as in the language.
//!
//! # What is evaluated
//!
//! - Statements: `let` of scalars, lists, tables and functions; `set` is skipped; `declare query_parameters` with
//!   defaults.
//! - Sources: tables, `datatable`, `materialize`, `view`, `print`, `range`, `union`, `search`, `find`.
//! - Operators: all of [`OperatorForm`](crate::syntax::OperatorForm) but
//!   [`Other`](crate::syntax::OperatorForm::Other). `render` returns its input. `sample` takes the first rows.
//! - Joins of every kind. `innerunique` keeps the first row of each key.
//! - Plugins of `evaluate`: `bag_unpack`, `pivot`, `narrow`, `ipv4_lookup`.
//! - Scalar functions: see the modules of `functions`. Not evaluated are hashes, time series, `parse_xml`,
//!   `parse_user_agent`, geometry and others that need a library or data of the service; the README lists them.
//! - Aggregates: all but sketches (`hll`, `tdigest`), `buildschema` and `covariance`. `dcount` is exact; at the service it
//!   is an estimate. Percentiles are values of the data.
//!
//! What the language has and this evaluator lacks is a problem of the kind
//! [`NotEvaluated`](crate::ProblemKind::NotEvaluated): `externaldata`, tables of other databases, `scan`, and `partition`
//! with a table of its own in braces.
//!
//! # How
//!
//! The check computes the columns of every operator (`check::Checker::plain`), and the evaluator fills rows for them:
//! the two cannot differ. Names of an expression are resolved once for each operator (`bind`), so that rows are read by
//! the place of a column. Tables of `let` are shared and copied when an operator changes them.
//!
//! # Cost
//!
//! Work is counted in steps ([`Limits::steps`], kept by `budget`). One look at a value is a step, a cell that an
//! operator keeps in memory costs 8 more, and long texts cost a step for each four bytes. Every loop over rows takes
//! steps, and every operator refuses the query with [`Limit`](crate::ProblemKind::Limit) when none are left. The
//! steps bound the memory as well: about 3.7 million cells can be made under the default limit.
//!
//! | operator | steps, and memory beside the result |
//! | --- | --- |
//! | `where`, `extend`, `project`, `mv-expand` | each expression for each row |
//! | `sort`, `top` | keys for each row, and a copy of them; the comparisons are not counted |
//! | `summarize`, `distinct` | a text as the key of each row |
//! | `join`, `lookup` | an index of the right side; then each pair of rows, so a key that occurs often on both sides is what costs |
//! | `make-series` | each row for each bin |
//! | `row_cumsum`, `row_number` with a condition | the rows since the last restart, for each row |
//!
//! # Order of rows
//!
//! Results are the same in each run, and rows have an order where the language promises none: `summarize` and
//! `distinct` keep that of the first rows, `join` that of the left side and then of the right, `union` that of the
//! tables. Queries should still not rely on it, because services return another.
//!
//! # Modules
//!
//! - `node`: expressions with resolved names, and their values. `bind` makes them; `bind::call` resolves calls.
//! - `calculate`: comparisons and calculations. `window`: functions that look at other rows. `context`: what expressions
//!   share.
//! - `operators`, `summarize`, `join`, `expand`, `partition`, `series`, `pattern`, `search`, `plugins`: tabular operators.
//! - `source`: tables, pipelines and functions that return tables.
//! - `functions`, `aggregates`, `text`, `dynamic`: what works on values.
//! - `budget`: steps.

mod aggregates;
mod bind;
mod budget;
mod calculate;
mod context;
mod data;
mod dynamic;
mod expand;
mod functions;
mod join;
mod node;
mod operators;
mod partition;
mod pattern;
mod plugins;
mod search;
mod series;
mod source;
mod summarize;
mod text;
mod window;

use std::collections::HashMap;
use std::rc::Rc;

use jiff::Timestamp;

use crate::cell::Cell;
use crate::check::{Binding, Checker, Columns};
use crate::kind::Kind;
use crate::parse::parse;
use crate::problem::{Problem, ProblemKind};
use crate::schema::Column;
use crate::span::Span;
use crate::syntax::{Expression, Form, Function, ParameterKind, Query, StatementForm};
use context::Context;
pub use data::{Data, Limits, Table};

/// Evaluates a query. `now` is the time of `now()` and `ago()`.
///
/// ```
/// use kql::{Cell, Data, Kind, Limits, Schema};
///
/// struct Numbers(Schema);
///
/// impl Data for Numbers {
///     fn schema(&self) -> &Schema {
///         &self.0
///     }
///     fn rows(&self, _table: &str) -> Vec<Vec<Cell>> {
///         (1..=4).map(|number| vec![Cell::Long(number)]).collect()
///     }
/// }
///
/// let mut schema = Schema::new();
/// schema.insert("Numbers", [("N", Kind::Long)]);
/// let now = "2026-01-01T00:00:00Z".parse()?;
/// let query = "Numbers | where N > 2 | summarize Total = sum(N)";
/// let table = kql::evaluate(query, &Numbers(schema), Limits::default(), now)?;
/// assert_eq!(table.rows, [[Cell::Long(7)]]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// The first problem of the query; [`ProblemKind::NotEvaluated`] for a part of the language that is not covered;
/// [`ProblemKind::Limit`] beyond the limits.
///
/// A scalar as the last statement (`5 + 5`) gives a table of one cell in `Column1`.
///
/// Problems have the place of the part that caused them:
///
/// ```
/// use kql::{Limits, ProblemKind, Schema};
///
/// let now = "2026-01-01T00:00:00Z".parse()?;
/// let query = "print A = 1 | scan declare (N:long) with (step s: true => N = 1;)";
/// let problem = kql::evaluate(query, &Schema::new(), Limits::default(), now).unwrap_err();
/// assert_eq!(problem.kind, ProblemKind::NotEvaluated);
/// assert_eq!(problem.message, "does not evaluate `scan`");
/// assert_eq!(problem.span.of(query), "scan");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn evaluate(
    text: &str,
    data: &dyn Data,
    limits: Limits,
    now: Timestamp,
) -> Result<Table, Problem> {
    let query = parse(text)?;
    let problems = crate::check::check_query(&query, data.schema());
    if let Some(problem) = problems.into_iter().next() {
        return Err(problem);
    }
    let context = Context::new(now, limits.steps);
    let mut run = Run {
        data,
        checker: Checker::new(data.schema()),
        scopes: vec![HashMap::new()],
        context: &context,
        depth: 0,
        running: Vec::new(),
    };
    let end = query
        .statements
        .last()
        .map_or(Span::default(), |statement| statement.span);
    match run.query(&query)? {
        Some(Bound::Table(rows)) => {
            let rows = Rc::unwrap_or_clone(rows);
            let mut table = Table {
                columns: rows.columns.into_list(),
                rows: rows.rows,
            };
            table.fill_texts();
            Ok(table)
        }
        Some(Bound::Scalar(cell)) => Ok(Table {
            columns: vec![Column::new("Column1", Kind::Unknown)],
            rows: vec![vec![cell]],
        }),
        _ => Err(Problem::new(
            ProblemKind::Syntax,
            end,
            "the query has no statement that returns a table",
        )),
    }
}

type Result<T, E = Problem> = std::result::Result<T, E>;

/// The problem of something that is not evaluated.
fn not_evaluated(span: Span, what: &str) -> Problem {
    Problem::new(
        ProblemKind::NotEvaluated,
        span,
        format!("does not evaluate `{what}`"),
    )
}

/// Columns with their index, and rows.
///
/// Rows are vectors of their own, so that `where`, `sort` and `take` move them without a copy.
#[derive(Clone, Debug, Default)]
struct Rows {
    columns: Columns,
    rows: Vec<Vec<Cell>>,
}

impl Rows {
    /// Number of cells, with the header.
    fn size(&self) -> usize {
        (self.rows.len() + 1).saturating_mul(self.columns.len())
    }
}

/// The value of a `let`.
///
/// A scalar is evaluated once, where it is bound; a table too, unlike at the service, where `let` is only a name for
/// its text. Only `rand()` and `new_guid()` show the difference.
#[derive(Clone, Debug)]
enum Bound<'q> {
    Scalar(Cell),
    Table(Rc<Rows>),
    Function(&'q Function),
}

/// Levels of subqueries, calls and expressions that are evaluated inside each other.
///
/// The parser's limit bounds each part of the query, this one the parts that call each other.
const MAX_DEPTH: usize = 300;

/// A running query.
struct Run<'d, 'q> {
    data: &'d dyn Data,
    /// Computes columns and types. Its names are bound along with those of `scopes`.
    checker: Checker<'d>,
    scopes: Vec<HashMap<String, Bound<'q>>>,
    context: &'d Context,
    depth: usize,
    /// Functions of the query that are being evaluated, the innermost last.
    running: Vec<&'q Function>,
}

impl<'q> Run<'_, 'q> {
    /// What a name stands for, from the innermost scope outwards.
    fn bound(&self, name: &str) -> Option<&Bound<'q>> {
        self.scopes.iter().rev().find_map(|scope| scope.get(name))
    }

    /// Binds a name for the evaluator and the checker alike: both look it up.
    fn bind_name(&mut self, name: &str, bound: Bound<'q>, binding: Binding) {
        self.checker.bind(name, binding);
        if let Some(scope) = self.scopes.last_mut() {
            scope.insert(name.to_owned(), bound);
        }
    }

    /// Runs a part one level deeper.
    fn deeper<T>(&mut self, span: Span, part: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        if self.depth >= MAX_DEPTH {
            let message =
                format!("the query is too complex: more than {MAX_DEPTH} levels of calls");
            return Err(Problem::new(ProblemKind::TooComplex, span, message));
        }
        self.depth += 1;
        let outcome = part(self);
        self.depth -= 1;
        outcome
    }

    /// Runs statements. Returns the value of the last one without a `let`.
    ///
    /// `set` has no effect. A parameter of the query needs a default, since the caller cannot send a value.
    fn query(&mut self, query: &'q Query) -> Result<Option<Bound<'q>>> {
        let mut result = None;
        for statement in &query.statements {
            match &statement.form {
                StatementForm::Let(name, value) => self.bind_let(&name.text, value)?,
                StatementForm::Set(_) => {}
                StatementForm::Parameters(parameters) => {
                    for parameter in parameters {
                        let Some(default) = &parameter.default else {
                            return Err(not_evaluated(statement.span, "declare query_parameters"));
                        };
                        self.bind_let(&parameter.name.text, default)?;
                    }
                }
                StatementForm::Expression(value) => {
                    result = Some(if self.checker.is_table(value) {
                        Bound::Table(self.table(value)?)
                    } else {
                        Bound::Scalar(self.constant(value)?)
                    });
                }
            }
        }
        Ok(result)
    }

    /// Evaluates the value of a `let` and binds it. A function is bound unevaluated.
    fn bind_let(&mut self, name: &str, value: &'q Expression) -> Result<()> {
        if let Form::Function(function) = &value.form {
            let binding = self.checker.value(value);
            self.bind_name(name, Bound::Function(function), binding);
        } else if self.checker.is_table(value) {
            let rows = self.table(value)?;
            let binding = Binding::Table(rows.columns.clone());
            self.bind_name(name, Bound::Table(rows), binding);
        } else {
            let binding = self.checker.value(value);
            let cell = self.constant(value)?;
            self.bind_name(name, Bound::Scalar(cell), binding);
        }
        Ok(())
    }

    /// Calls a function of the query that returns a table. `input` is the table before `invoke`.
    ///
    /// Arguments are evaluated before the body, in the scope of the caller. The body sees them, and all names of
    /// outer scopes.
    fn call(
        &mut self,
        span: Span,
        function: &'q Function,
        arguments: &'q [crate::syntax::Argument],
        input: Option<Rc<Rows>>,
    ) -> Result<Option<Bound<'q>>> {
        let mut values = Vec::new();
        let mut input = input;
        let mut given = arguments.iter();
        for parameter in &function.parameters {
            let name = parameter.name.text.as_str();
            match &parameter.kind {
                ParameterKind::Table(_) => {
                    let rows = match (input.take(), given.next()) {
                        (Some(rows), None) => rows,
                        (Some(_), Some(_)) => {
                            return Err(not_evaluated(span, "invoke with a further table"));
                        }
                        (None, Some(argument)) => self.table(&argument.value)?,
                        (None, None) => continue,
                    };
                    let binding = Binding::Table(rows.columns.clone());
                    values.push((name, Bound::Table(rows), binding));
                }
                ParameterKind::Scalar(kind) => {
                    let value = given
                        .next()
                        .map(|argument| &argument.value)
                        .or(parameter.default.as_ref());
                    let cell = match value {
                        Some(value) => self.constant(value)?,
                        None => Cell::Null,
                    };
                    values.push((name, Bound::Scalar(cell), Binding::Scalar(*kind)));
                }
            }
        }
        self.scopes.push(HashMap::new());
        self.checker.enter();
        for (name, bound, binding) in values {
            self.bind_name(name, bound, binding);
        }
        self.running.push(function);
        let outcome = self.deeper(span, |run| run.query(&function.body));
        self.running.pop();
        self.checker.leave();
        self.scopes.pop();
        outcome
    }

    /// The value of an expression that sees no row.
    ///
    /// Limits of `take`, steps of `range` and arguments of functions are such values.
    fn constant(&mut self, value: &'q Expression) -> Result<Cell> {
        let nothing = Columns::default();
        let node = self.bind(value, &nothing)?;
        let cell = self.context.value(&node, node::Row::default());
        self.context.budget.check(value.span)?;
        Ok(cell)
    }

    /// The first problem that the check found in what was evaluated.
    ///
    /// The check ran over the whole query before; columns that only the data shows can still lack a name.
    fn checked(&self) -> Result<()> {
        match self.checker.first_problem() {
            Some(problem) => Err(problem),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests;
