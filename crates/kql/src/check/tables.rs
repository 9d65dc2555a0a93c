//! Tables: sources of pipelines and results of functions.
//!
//! A name is looked up first among those of `let`, then in the schema, without regard to letter case. Tables of
//! other databases, clusters and workspaces have unknown columns.
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
//! assert_eq!(columns("u"), ["Name:string", "Size:real"]);
//! assert_eq!(columns("table('U')"), ["Name:string", "Size:real"]);
//! assert_eq!(columns("materialize(U | take 5)"), ["Name:string", "Size:real"]);
//! assert_eq!(columns("datatable(A:int, B:guid)[1, guid(null)]"), ["A:int", "B:guid"]);
//! assert_eq!(columns("let f = (rows:(Size:real)) { rows | summarize max(Size) }; U | invoke f()"), ["max_Size:real"]);
//! assert_eq!(columns("let U = T | project At; U"), ["At:datetime"]);
//! ```

use super::columns::{Columns, glob, united};
use super::{Binding, Checker};
use crate::kind::Kind;
use crate::problem::{Problem, ProblemKind};
use crate::schema::Column;
use crate::span::Span;
use crate::syntax::{Argument, Expression, Form, Literal, Name, Pipeline};

/// Functions that take a table and return it, or make one from names.
///
/// `view` and `union` stand as calls in older queries.
const TABLE_FUNCTIONS: [&str; 9] = [
    "materialize",
    "materialized_view",
    "view",
    "table",
    "database",
    "cluster",
    "workspace",
    "external_table",
    "union",
];

impl Checker<'_> {
    /// Whether an expression is a table.
    ///
    /// Decided from names and forms only: no problem is noted. An unknown name is not a table here, so that it
    /// is reported as a column where a scalar is expected.
    pub(crate) fn is_table(&self, value: &Expression) -> bool {
        match &value.form {
            Form::Pipeline(_) | Form::DataTable(..) | Form::ExternalData(_) | Form::Wildcard(_) => {
                true
            }
            Form::Name(name) => match self.called(name) {
                Some(Binding::Table(_)) => true,
                Some(_) => false,
                None => self.schema().columns(name).is_some(),
            },
            Form::Call(name, _) => match self.bound(&name.text) {
                Some(Binding::Function(function)) => matches!(function.result, Binding::Table(_)),
                _ => {
                    TABLE_FUNCTIONS.contains(&name.text.as_str())
                        || self.schema().function(&name.text).is_some()
                }
            },
            Form::Path(base, _) => {
                matches!(&base.form, Form::Call(name, _) if TABLE_FUNCTIONS.contains(&name.text.as_str()))
            }
            _ => false,
        }
    }

    /// The columns of a table.
    ///
    /// Anything but a table is a problem, and then any column is accepted.
    pub(crate) fn table(&self, value: &Expression) -> Columns {
        if !self.step(1, value.span) {
            return Columns::any();
        }
        match &value.form {
            Form::Name(name) => self.named_table(value.span, name),
            Form::Wildcard(pattern) => {
                let tables = self.tables_like(value.span, pattern);
                united(&tables.iter().collect::<Vec<_>>(), false).0
            }
            Form::Star => {
                let tables = self.tables_like(value.span, "*");
                united(&tables.iter().collect::<Vec<_>>(), false).0
            }
            Form::Call(name, arguments) => self.table_call(name, arguments),
            Form::Pipeline(pipeline) => self.pipeline(pipeline),
            Form::DataTable(columns, values) => self.data_table(value.span, columns, values),
            Form::ExternalData(columns) => declared(columns),
            // Tables of other databases.
            Form::Path(..) => Columns::any(),
            _ => {
                self.report(Problem::new(
                    ProblemKind::Arguments,
                    value.span,
                    "a table is expected here",
                ));
                Columns::any()
            }
        }
    }

    /// The columns of a table by its name. An open schema accepts every name.
    fn named_table(&self, span: Span, name: &str) -> Columns {
        if let Some(Binding::Table(columns)) = self.called(name) {
            return columns;
        }
        if let Some(columns) = self.schema().columns(name) {
            return Columns::new(columns.to_vec(), false);
        }
        if !self.schema().is_open() {
            let bound = self.bound_names();
            let known = self
                .schema()
                .tables()
                .chain(bound.iter().map(String::as_str));
            let message = format!("unknown table `{name}`");
            self.report(Problem::new(ProblemKind::UnknownTable, span, message).near(name, known));
        }
        Columns::any()
    }

    /// The tables of the schema and the views of the query whose names fit a pattern.
    ///
    /// Tables of `let` are not among them.
    fn tables_like(&self, span: Span, pattern: &str) -> Vec<Columns> {
        let names = self.schema().tables().filter(|name| glob(pattern, name));
        let columns = names.filter_map(|name| self.schema().columns(name));
        let mut all: Vec<Columns> = columns
            .map(|columns| Columns::new(columns.to_vec(), false))
            .collect();
        for name in self.views(span, pattern) {
            if let Some(Binding::Table(columns)) = self.called(&name) {
                all.push(columns);
            }
        }
        all
    }

    /// The columns of a function that returns a table: of the query, of the language, or of the schema.
    fn table_call(&self, name: &Name, arguments: &[Argument]) -> Columns {
        if let Some(Binding::Function(function)) = self.bound(&name.text) {
            self.own_call(name, &function, arguments, &Columns::default());
            return match &function.result {
                Binding::Table(columns) => columns.clone(),
                _ => Columns::any(),
            };
        }
        let first = arguments.first().map(|argument| &argument.value);
        match (name.text.as_str(), first) {
            ("materialize" | "view", Some(table)) => self.table(table),
            (
                "table" | "materialized_view",
                Some(Expression {
                    span,
                    form: Form::Literal(Literal::Text(name)),
                }),
            ) => self.named_table(*span, name),
            (other, _) if TABLE_FUNCTIONS.contains(&other) => Columns::any(),
            (other, _) => match self.schema().function(other) {
                Some(function) => Columns::new(function.columns.clone(), false),
                None => {
                    if !self.schema().is_open() {
                        self.report(self.no_function(name));
                    }
                    Columns::any()
                }
            },
        }
    }

    /// The columns of `datatable`. Its values are constants; their types are converted and not compared.
    fn data_table(&self, span: Span, columns: &[(Name, Kind)], values: &[Expression]) -> Columns {
        for value in values {
            self.kind(value, &Columns::default());
        }
        if !columns.is_empty() && !values.len().is_multiple_of(columns.len()) {
            let message = format!(
                "{} values do not fill rows of {} columns",
                values.len(),
                columns.len()
            );
            self.report(Problem::new(ProblemKind::Arguments, span, message));
        }
        declared(columns)
    }

    /// The columns after all operators, from left to right.
    pub(crate) fn pipeline(&self, pipeline: &Pipeline) -> Columns {
        let mut columns = match &pipeline.source {
            Some(source) => self.table(source),
            None => Columns::default(),
        };
        for operator in &pipeline.operators {
            columns = self.operator(operator, columns);
        }
        columns
    }
}

/// Columns that the query declares.
fn declared(columns: &[(Name, Kind)]) -> Columns {
    let list = columns
        .iter()
        .map(|(name, kind)| Column::new(&name.text, *kind));
    Columns::new(list.collect(), false)
}
