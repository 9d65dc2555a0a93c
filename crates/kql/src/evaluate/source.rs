//! Tables: the data, literal tables, functions and pipelines.
//!
//! Tables of the data are asked for by name and copied once. Tables of `let` are shared until an operator changes
//! them, and then copied, which costs their cells.
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
//! let T = "datatable(A:long, B:string)[1, 'x', 2, 'y']";
//! assert_eq!(rows(T)?, ["1,x", "2,y"]);
//! // Values are converted to the types of their columns.
//! assert_eq!(rows("datatable(A:string, B:long)[5, '6']")?, ["5,6"]);
//! assert_eq!(rows("datatable(B:long)['x']")?, [""]);
//! assert_eq!(rows(&format!("let t = {T}; t | union t | count"))?, ["4"]);
//! assert_eq!(rows(&format!("let f = (n:long) {{ {T} | take n }}; f(1)"))?, ["1,x"]);
//! assert_eq!(rows(&format!("let f = (t:(A:long)) {{ t | count }}; {T} | invoke f()"))?, ["2"]);
//! assert_eq!(rows(&format!("let n = toscalar({T} | summarize max(A)); print n"))?, ["2"]);
//! assert_eq!(rows(&format!("{T} | where A in (({T} | where B == 'y'))"))?, ["2,y"]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::rc::Rc;

use super::{Bound, Result, Rows, Run, not_evaluated};
use crate::cell::Cell;
use crate::check::{Columns, glob};
use crate::kind::Kind;
use crate::problem::{Problem, ProblemKind};
use crate::schema::Column;
use crate::span::Span;
use crate::syntax::{Argument, Expression, Form, Function, Literal, Name, Pipeline};

impl<'q> Run<'_, 'q> {
    /// The rows of a table.
    ///
    /// `T` is looked up among the names of `let` first, then in the data.
    pub(super) fn table(&mut self, value: &'q Expression) -> Result<Rc<Rows>> {
        self.deeper(value.span, |run| match &value.form {
            Form::Name(name) => run.named_table(value.span, name),
            Form::Wildcard(pattern) => {
                let tables = run.tables_like(value.span, pattern)?;
                run.unite(value.span, None, false, &tables).map(Rc::new)
            }
            Form::Star => {
                let tables = run.tables_like(value.span, "*")?;
                run.unite(value.span, None, false, &tables).map(Rc::new)
            }
            Form::Call(name, arguments) => run.table_call(value.span, name, arguments),
            Form::Pipeline(pipeline) => run.pipeline(pipeline).map(Rc::new),
            Form::DataTable(columns, values) => run.data_table(columns, values).map(Rc::new),
            Form::ExternalData(_) => Err(not_evaluated(value.span, "externaldata")),
            Form::Path(..) => Err(not_evaluated(value.span, "tables of other databases")),
            _ => {
                let message = "a table is expected here";
                Err(Problem::new(ProblemKind::Arguments, value.span, message))
            }
        })
    }

    /// A table or function of `let`, or a table of the data.
    fn named_table(&mut self, span: Span, name: &str) -> Result<Rc<Rows>> {
        match self.bound(name) {
            Some(Bound::Table(rows)) => Ok(Rc::clone(rows)),
            Some(Bound::Function(function)) => {
                let function = *function;
                self.own_table(span, function, &[])
            }
            _ => self.data_rows(span, name).map(Rc::new),
        }
    }

    /// The rows of a table of the data.
    ///
    /// Costs a step for eight cells.
    pub(super) fn data_rows(&mut self, span: Span, name: &str) -> Result<Rows> {
        let Some(columns) = self.data.schema().columns(name) else {
            let message = format!("unknown table `{name}`");
            let problem = Problem::new(ProblemKind::UnknownTable, span, message);
            return Err(problem.near(name, self.data.schema().tables()));
        };
        let columns = Columns::new(columns.to_vec(), false);
        let mut rows = self.data.rows(name);
        for row in &mut rows {
            row.resize(columns.len(), Cell::Null);
        }
        let rows = Rows { columns, rows };
        // Most columns of the documented tables are empty.
        self.context.budget.take_each(rows.size() / 8);
        self.context.budget.check(span)?;
        Ok(rows)
    }

    /// The tables of the data whose names fit a pattern, with their names. Views of the query come after them.
    ///
    /// Ordered by their names without regard to letter case.
    pub(super) fn tables_like(
        &mut self,
        span: Span,
        pattern: &str,
    ) -> Result<Vec<(String, Rc<Rows>)>> {
        let names = self
            .data
            .schema()
            .tables()
            .filter(|name| glob(pattern, name));
        let names: Vec<String> = names.map(str::to_owned).collect();
        let mut tables = Vec::new();
        for name in names {
            let rows = self.data_rows(span, &name)?;
            tables.push((name, Rc::new(rows)));
        }
        for name in self.checker.views(span, pattern) {
            // A view does not see itself.
            if let Some(Bound::Function(view)) = self.bound(&name)
                && self.running.iter().any(|one| std::ptr::eq(*one, *view))
            {
                continue;
            }
            let rows = self.named_table(span, &name)?;
            tables.push((name, rows));
        }
        Ok(tables)
    }

    /// The table that a function of the query returns.
    fn own_table(
        &mut self,
        span: Span,
        function: &'q Function,
        arguments: &'q [Argument],
    ) -> Result<Rc<Rows>> {
        match self.call(span, function, arguments, None)? {
            Some(Bound::Table(rows)) => Ok(rows),
            _ => Err(Problem::new(
                ProblemKind::Arguments,
                span,
                "a table is expected here",
            )),
        }
    }

    /// A function that returns a table: of the query, or `materialize`, `view` and `table("name")`. Others are not
    /// evaluated.
    fn table_call(
        &mut self,
        span: Span,
        name: &'q Name,
        arguments: &'q [Argument],
    ) -> Result<Rc<Rows>> {
        if let Some(Bound::Function(function)) = self.bound(&name.text) {
            let function = *function;
            return self.own_table(span, function, arguments);
        }
        let first = arguments.first().map(|argument| &argument.value);
        match (name.text.as_str(), first) {
            ("materialize" | "view", Some(table)) => self.table(table),
            (
                "table",
                Some(Expression {
                    span,
                    form: Form::Literal(Literal::Text(name)),
                }),
            ) => self.named_table(*span, name),
            (other, _) => Err(not_evaluated(span, other)),
        }
    }

    /// Literal rows. Each value is converted to the type of its column, and null if it has none there.
    fn data_table(
        &mut self,
        columns: &'q [(Name, Kind)],
        values: &'q [Expression],
    ) -> Result<Rows> {
        let list = columns
            .iter()
            .map(|(name, kind)| Column::new(&name.text, *kind));
        let mut rows = Vec::new();
        for chunk in values.chunks(columns.len().max(1)) {
            let mut row = Vec::new();
            for (value, (_, kind)) in chunk.iter().zip(columns) {
                row.push(self.constant(value)?.converted(*kind));
            }
            rows.push(row);
        }
        let columns = Columns::new(list.collect(), false);
        Ok(Rows { columns, rows })
    }

    /// A table with all its operators applied.
    ///
    /// Operators run one after the other, each over a whole table: nothing is streamed.
    pub(super) fn pipeline(&mut self, pipeline: &'q Pipeline) -> Result<Rows> {
        let mut rows = match &pipeline.source {
            Some(source) => {
                let rows = self.table(source)?;
                if Rc::strong_count(&rows) > 1 {
                    // A table of `let` is copied.
                    self.context.budget.hold(rows.size());
                    self.context.budget.check(source.span)?;
                }
                Some(Rc::unwrap_or_clone(rows))
            }
            None => None,
        };
        for operator in &pipeline.operators {
            let before = rows.as_ref().map_or(0, Rows::size);
            let after = self.operator(operator, rows)?;
            // Rows that stay are moved, and the cells that an operator adds stay in memory.
            self.context
                .budget
                .take_each(after.rows.len() + after.columns.len());
            self.context
                .budget
                .hold(after.size().saturating_sub(before));
            self.context.budget.check(operator.span)?;
            rows = Some(after);
        }
        Ok(rows.unwrap_or_default())
    }
}
