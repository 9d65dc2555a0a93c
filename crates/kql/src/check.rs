//! Names and types of a query against a schema.
//!
//! Every expression is visited once, and the number of visits is limited, so the check ends soon for every query. A
//! name or type that is only known from the data is [`Kind::Unknown`], which goes with everything: the check never
//! reports what it cannot know.

mod aggregates;
mod columns;
mod expressions;
mod functions;
mod operators;
mod reshape;
mod tables;

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

pub(crate) use aggregates::is_aggregate;
#[cfg(feature = "evaluate")]
pub(crate) use aggregates::{Origin, result_names};
pub(crate) use columns::Columns;
#[cfg(feature = "evaluate")]
pub(crate) use columns::{glob, merged, name_of, united};
#[cfg(feature = "evaluate")]
pub(crate) use operators::Joining;

use crate::kind::Kind;
use crate::parse::parse;
use crate::problem::{Problem, ProblemKind};
use crate::schema::{Column, Schema};
use crate::span::Span;
use crate::syntax::{Expression, Form, Function, ParameterKind, Query, StatementForm};

/// Expressions that are visited at most.
const STEPS: usize = 2_000_000;

/// Problems that are collected at most.
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
pub fn check(text: &str, schema: &Schema) -> Vec<Problem> {
    match parse(text) {
        Ok(query) => check_query(&query, schema),
        Err(problem) => vec![problem],
    }
}

/// Checks a query that was read before.
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
#[derive(Clone, Debug)]
pub(crate) enum Binding {
    Scalar(Kind),
    Table(Columns),
    Function(Rc<Signature>),
}

/// A checked function of the query.
#[derive(Debug)]
pub(crate) struct Signature {
    /// Names, kinds (`None` for tables), and whether the parameter may be left out.
    pub(crate) parameters: Vec<(String, Option<Kind>, bool)>,
    /// A scalar or a table.
    pub(crate) result: Binding,
}

/// The state of a check: names that are bound, and problems that were found.
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

    /// The first problem found so far.
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

    pub(crate) fn bind(&self, name: &str, binding: Binding) {
        if let Some(scope) = self.scopes.borrow_mut().last_mut() {
            scope.insert(name.to_owned(), binding);
        }
    }

    pub(crate) fn bound(&self, name: &str) -> Option<Binding> {
        let scopes = self.scopes.borrow();
        scopes
            .iter()
            .rev()
            .find_map(|scope| scope.get(name).cloned())
    }

    /// Names of `let` for suggestions.
    fn bound_names(&self) -> Vec<String> {
        let scopes = self.scopes.borrow();
        scopes
            .iter()
            .flat_map(|scope| scope.keys().cloned())
            .collect()
    }

    pub(crate) fn enter(&self) {
        self.scopes.borrow_mut().push(HashMap::new());
    }

    pub(crate) fn leave(&self) {
        self.scopes.borrow_mut().pop();
    }

    /// Checks statements. Returns what the last one without a `let` gives.
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
            parameters,
            result: result.unwrap_or(Binding::Scalar(Kind::Unknown)),
        }
    }
}
