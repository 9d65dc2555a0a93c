//! Names and types of a query against a schema.
//!
//! Every expression is visited once, and the number of visits is limited, so the check ends soon for every query. A
//! name or type that is only known from the data is [`Kind::Unknown`], which goes with everything: the check never
//! reports what it cannot know.
//!
//! # What is checked
//!
//! - Names of tables, columns, functions, aggregates and operators, with the nearest name for a typing error.
//! - Numbers of arguments, and types where the language refuses them: comparisons, calculations, text operators,
//!   conditions.
//! - Columns that would occur twice, keys of joins, numbers of values in `datatable`.
//!
//! # What stays unknown
//!
//! - Columns after `evaluate`, `externaldata` without them, other databases, `scan` and functions of an
//!   open schema. Every name is accepted from there on ([`Columns::open`]).
//! - The type of a dynamic value's members, and of calculations with them.
//! - Contents of texts: regular expressions, JSON, and formats of times are only read by the evaluator.
//! - Rules that depend on the order of rows, such as `row_number` without `serialize`.
//!
//! # How
//!
//! A [`Checker`] walks the tree once. Each table has a list of [`Columns`], each operator turns one list into the
//! next, and each expression has a [`Kind`] over a list. A problem is noted and its expression becomes
//! [`Kind::Unknown`], so that one slip is reported once.
//!
//! - `tables`: what a source or function of a table returns.
//! - `operators`, `join`, `pick`, `reshape`: the columns of each operator.
//! - `expressions`: names, operators and calls of scalars.
//! - `functions`, `aggregates`: tables of what the language has.
//! - `columns`: lists of columns, and names the language makes up.

mod aggregates;
mod columns;
mod expressions;
mod functions;
mod join;
mod operators;
mod pick;
mod reshape;
mod tables;

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

pub(crate) use aggregates::is_aggregate;
#[cfg(feature = "evaluate")]
pub(crate) use aggregates::{Origin, result_names};
pub(crate) use columns::{Columns, glob};
#[cfg(feature = "evaluate")]
pub(crate) use columns::{merged, name_of, united};
#[cfg(feature = "evaluate")]
pub(crate) use join::Joining;

use crate::kind::Kind;
use crate::parse::parse;
use crate::problem::{Problem, ProblemKind};
use crate::schema::{Column, Schema};
use crate::span::Span;
use crate::syntax::{Expression, Form, Function, ParameterKind, Query, StatementForm};

/// Expressions that are visited at most.
///
/// Each expression costs a step, each operator one for each of its columns. A query of a million terms fits.
const STEPS: usize = 2_000_000;

/// Problems that are collected at most.
///
/// A message that lists more is not read to its end.
const PROBLEMS: usize = 20;

/// Reads a query and checks its names and types. Empty if no problem was found.
///
/// Names of tables, columns, functions and operators are checked, numbers of arguments, and types where the language
/// refuses them. At most 20 problems are returned.
///
/// ```
/// let mut schema = kql::Schema::new();
/// schema.insert("T", [("Size", kql::Kind::Long)]);
/// assert!(kql::check("T | where Size > 5 | summarize count() by Size", &schema).is_empty());
/// let problems = kql::check("T | where Size contains 'x' | take five", &schema);
/// assert_eq!(problems.len(), 2);
/// ```
///
/// The language has rules that surprise; the check knows them:
///
/// ```
/// use kql::{Kind, ProblemKind, Schema};
///
/// let mut schema = Schema::new();
/// schema.insert("T", [("Name", Kind::Text), ("At", Kind::Time)]);
/// let kinds = |query: &str| -> Vec<ProblemKind> {
///     kql::check(query, &schema).iter().map(|problem| problem.kind).collect()
/// };
/// // Texts have no order.
/// assert_eq!(kinds("T | where Name > 'a'"), [ProblemKind::Type]);
/// // Names of columns regard letter case, names of tables do not.
/// assert_eq!(kinds("t | where name == 'a'"), [ProblemKind::UnknownColumn]);
/// // All expressions of one `extend` see the columns before it.
/// assert_eq!(kinds("T | extend A = 1, B = A"), [ProblemKind::UnknownColumn]);
/// // Types convert by functions only.
/// assert_eq!(kinds("T | where At > '2026-01-01'"), [ProblemKind::Type]);
/// // What only the data shows is accepted.
/// assert!(kinds("T | evaluate bag_unpack(Name) | where Anything > 5").is_empty());
/// ```
///
/// An [open](Schema::open) schema accepts unknown tables and functions as well.
pub fn check(text: &str, schema: &Schema) -> Vec<Problem> {
    match parse(text) {
        Ok(query) => check_query(&query, schema),
        Err(problem) => vec![problem],
    }
}

/// Checks a query that was read before.
///
/// The caller keeps the tree, as the evaluator does.
pub(crate) fn check_query(query: &Query, schema: &Schema) -> Vec<Problem> {
    let checker = Checker::new(schema);
    checker.query(query);
    checker.into_problems()
}

/// The columns of a query's result. `None` if the query has a problem, or if only the data shows its columns.
///
/// ```
/// let mut schema = kql::Schema::new();
/// schema.insert("T", [("Size", kql::Kind::Long)]);
/// let columns = kql::columns("T | summarize count() by Size", &schema).unwrap_or_default();
/// assert_eq!(columns[1].name, "count_");
/// ```
///
/// The names that the language makes up are part of the answer:
///
/// ```
/// let query = "print Size = 5, Name = 'a' | summarize count(), max(Size), dcount(Name) by Name, bin(Size, 10)";
/// let names: Vec<_> = kql::columns(query, &kql::Schema::new())
///     .unwrap_or_default()
///     .into_iter()
///     .map(|column| column.name)
///     .collect();
/// assert_eq!(names, ["Name", "Size", "count_", "max_Size", "dcount_Name"]);
/// ```
pub fn columns(text: &str, schema: &Schema) -> Option<Vec<Column>> {
    let query = parse(text).ok()?;
    let checker = Checker::new(schema);
    let outcome = checker.query(&query);
    match outcome {
        Some(Binding::Table(columns)) if !columns.open && checker.into_problems().is_empty() => {
            Some(columns.into_list())
        }
        _ => None,
    }
}

/// What a name of `let` stands for.
///
/// A name of an inner scope hides that of an outer one; a column hides both.
#[derive(Clone, Debug)]
pub(crate) enum Binding {
    Scalar(Kind),
    Table(Columns),
    Function(Rc<Signature>),
}

/// A checked function of the query.
///
/// The body is checked once, where the function is defined, with the parameters in place of arguments: problems in
/// it are reported there and not at each call.
#[derive(Debug)]
pub(crate) struct Signature {
    /// Whether names with wildcards stand for it.
    view: bool,
    /// Names, kinds (`None` for tables), and whether the parameter may be left out.
    pub(crate) parameters: Vec<(String, Option<Kind>, bool)>,
    /// A scalar or a table.
    pub(crate) result: Binding,
}

/// The state of a check: names that are bound, and problems that were found.
///
/// Fields have interior mutability, so that the passes take `&self` and columns of the input can be borrowed
/// meanwhile.
#[derive(Debug)]
pub(crate) struct Checker<'a> {
    schema: &'a Schema,
    /// Names of `let`, innermost scope last.
    scopes: RefCell<Vec<HashMap<String, Binding>>>,
    problems: RefCell<Vec<Problem>>,
    steps: Cell<usize>,
    /// Whether aggregates may stand in the expression that is checked.
    aggregating: Cell<bool>,
}

impl<'a> Checker<'a> {
    pub(crate) fn new(schema: &'a Schema) -> Self {
        Self {
            schema,
            scopes: RefCell::new(vec![HashMap::new()]),
            problems: RefCell::default(),
            steps: Cell::new(STEPS),
            aggregating: Cell::new(false),
        }
    }

    pub(crate) fn schema(&self) -> &'a Schema {
        self.schema
    }

    pub(crate) fn into_problems(self) -> Vec<Problem> {
        self.problems.into_inner()
    }

    /// The first problem found so far. The evaluator asks after each operator.
    #[cfg(feature = "evaluate")]
    pub(crate) fn first_problem(&self) -> Option<Problem> {
        self.problems.borrow().first().cloned()
    }

    /// Notes a problem. The same place is reported once.
    pub(crate) fn report(&self, problem: Problem) {
        let mut problems = self.problems.borrow_mut();
        let is_known = problems.iter().any(|known| known.span == problem.span);
        if !is_known && problems.len() < PROBLEMS {
            problems.push(problem);
        }
    }

    /// Notes a problem without a suggestion.
    fn wrong(&self, kind: ProblemKind, span: Span, message: impl Into<String>) {
        self.report(Problem::new(kind, span, message));
    }

    /// Takes steps. False, with a problem noted, if none are left.
    pub(crate) fn step(&self, count: usize, span: Span) -> bool {
        match self.steps.get().checked_sub(count) {
            Some(left) => {
                self.steps.set(left);
                true
            }
            None => {
                self.wrong(
                    ProblemKind::TooComplex,
                    span,
                    "the query is too complex to be checked",
                );
                false
            }
        }
    }

    /// Binds a name in the innermost scope. A second `let` of one name replaces the first.
    pub(crate) fn bind(&self, name: &str, binding: Binding) {
        if let Some(scope) = self.scopes.borrow_mut().last_mut() {
            scope.insert(name.to_owned(), binding);
        }
    }

    /// What a name stands for, from the innermost scope outwards.
    pub(crate) fn bound(&self, name: &str) -> Option<Binding> {
        let scopes = self.scopes.borrow();
        scopes
            .iter()
            .rev()
            .find_map(|scope| scope.get(name).cloned())
    }

    /// What the name of a function without parameters stands for when it is written without parentheses.
    pub(crate) fn called(&self, name: &str) -> Option<Binding> {
        match self.bound(name) {
            Some(Binding::Function(function)) if function.parameters.is_empty() => {
                Some(function.result.clone())
            }
            other => other,
        }
    }

    /// The names of views that fit a pattern, in the order of the alphabet.
    ///
    /// Costs a step for each name of `let`.
    pub(crate) fn views(&self, span: Span, pattern: &str) -> Vec<String> {
        let scopes = self.scopes.borrow();
        if !self.step(scopes.iter().map(HashMap::len).sum(), span) {
            return Vec::new();
        }
        let is_view =
            |binding: &Binding| matches!(binding, Binding::Function(function) if function.view);
        let bound = scopes.iter().flatten();
        let views = bound.filter(|(name, binding)| is_view(binding) && glob(pattern, name));
        let mut names: Vec<String> = views.map(|(name, _)| name.clone()).collect();
        names.sort();
        names.dedup();
        names
    }

    /// Names of `let` for suggestions.
    fn bound_names(&self) -> Vec<String> {
        let scopes = self.scopes.borrow();
        scopes
            .iter()
            .flat_map(|scope| scope.keys().cloned())
            .collect()
    }

    /// Opens the scope of a function's body.
    pub(crate) fn enter(&self) {
        self.scopes.borrow_mut().push(HashMap::new());
    }

    /// Closes the innermost scope.
    pub(crate) fn leave(&self) {
        self.scopes.borrow_mut().pop();
    }

    /// Checks statements. Returns what the last one without a `let` gives.
    ///
    /// Names stay bound for the statements after it. A function's body has its own scope.
    fn query(&self, query: &Query) -> Option<Binding> {
        let mut result = None;
        for statement in &query.statements {
            match &statement.form {
                StatementForm::Let(name, value) => {
                    let binding = self.value(value);
                    self.bind(&name.text, binding);
                }
                StatementForm::Set(_) => {}
                StatementForm::Parameters(parameters) => {
                    for parameter in parameters {
                        self.parameter(&parameter.name.text, &parameter.kind);
                    }
                }
                StatementForm::Expression(value) => {
                    // A name alone is meant as a table.
                    let is_table =
                        matches!(&value.form, Form::Name(name) if self.bound(name).is_none());
                    result = Some(match is_table {
                        true => Binding::Table(self.table(value)),
                        false => self.value(value),
                    });
                }
            }
        }
        result
    }

    /// Binds a parameter. Returns its type, `None` for a table.
    fn parameter(&self, name: &str, kind: &ParameterKind) -> Option<Kind> {
        match kind {
            ParameterKind::Scalar(kind) => {
                self.bind(name, Binding::Scalar(*kind));
                Some(*kind)
            }
            ParameterKind::Table(columns) => {
                let list = columns
                    .iter()
                    .map(|(name, kind)| Column::new(&name.text, *kind));
                // A table may have more columns than the parameter names.
                self.bind(name, Binding::Table(Columns::new(list.collect(), true)));
                None
            }
        }
    }

    /// What an expression gives: a table, a function or a scalar.
    pub(crate) fn value(&self, value: &Expression) -> Binding {
        if let Form::Function(function) = &value.form {
            return Binding::Function(Rc::new(self.signature(function)));
        }
        if self.is_table(value) {
            return Binding::Table(self.table(value));
        }
        let nothing = Columns::default();
        Binding::Scalar(self.kind(value, &nothing))
    }

    /// Checks the body of a function, with its parameters bound.
    fn signature(&self, function: &Function) -> Signature {
        self.enter();
        let parameters = function.parameters.iter().map(|parameter| {
            let name = &parameter.name.text;
            let kind = self.parameter(name, &parameter.kind);
            (name.clone(), kind, parameter.default.is_some())
        });
        let parameters = parameters.collect();
        let result = self.query(&function.body);
        self.leave();
        Signature {
            view: function.view,
            parameters,
            result: result.unwrap_or(Binding::Scalar(Kind::Unknown)),
        }
    }
}
