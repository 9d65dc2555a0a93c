//! `search` and `find`: rows of several tables in which a condition holds.
//!
//! Both go over their tables one by one and unite what they find: the cost is that of `where` on all of them.
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
//! let T = "datatable(Day:long, Name:string)[1, 'a', 2, 'b']";
//! let query = |rest: &str| rows(&format!("{T} | {rest}"));
//! assert_eq!(query("search 'b' | project Day")?, ["2"]);
//! assert_eq!(query("search Name:'a' and Day > 0 | count")?, ["1"]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::rc::Rc;

use super::node::Row;
use super::{Result, Rows, Run};
use crate::check::{Columns, name_of};
use crate::problem::ProblemKind;
use crate::schema::Column;
use crate::span::Span;
use crate::syntax::{Expression, Form, Name, Named};

impl<'q> Run<'_, 'q> {
    /// Rows of the tables in which the condition holds, with all their columns.
    ///
    /// The column `$table` names the table, and is empty for rows of the input.
    pub(super) fn search(
        &mut self,
        span: Span,
        input: Option<Rows>,
        tables: &'q [Expression],
        condition: &'q Expression,
    ) -> Result<Rows> {
        let source = Name {
            span,
            text: "$table".to_owned(),
        };
        let all = match input {
            Some(rows) => vec![(String::new(), Rc::new(rows))],
            None => self.tables_of(span, tables)?,
        };
        let mut found = Vec::new();
        for (name, table) in all {
            let rows = self.matching(&table, condition)?;
            found.push((name, Rc::new(rows)));
        }
        self.unite(span, Some(&source), false, &found)
    }

    /// Rows of the tables in which the condition holds, with the wanted columns.
    ///
    /// Tables without a column of the condition give no rows.
    #[expect(clippy::too_many_arguments, reason = "the clauses of the operator")]
    pub(super) fn find(
        &mut self,
        span: Span,
        with_source: Option<&Name>,
        tables: &'q [Expression],
        condition: &'q Expression,
        project: &'q [Named],
    ) -> Result<Rows> {
        let default = Name {
            span,
            text: "source_".to_owned(),
        };
        let source = with_source.unwrap_or(&default);
        let mut found = Vec::new();
        for (name, table) in self.tables_of(span, tables)? {
            let mut rows = self.matching(&table, condition)?;
            if !project.is_empty() {
                rows = self.projected(&rows, project)?;
            }
            found.push((name, Rc::new(rows)));
        }
        self.unite(span, Some(source), false, &found)
    }

    /// Columns by name. Those that the table lacks are null.
    ///
    /// The columns of all tables are united afterwards, so a missing one becomes null there.
    fn projected(&mut self, rows: &Rows, list: &'q [Named]) -> Result<Rows> {
        let mut columns = Columns::default();
        let mut nodes = Vec::new();
        for (number, named) in list.iter().enumerate() {
            let is_missing =
                matches!(&named.value.form, Form::Name(name) if rows.columns.place(name).is_none());
            if is_missing {
                continue;
            }
            let kind = self.checker.kind(&named.value, &rows.columns);
            columns.add(Column::new(name_of(named, number), kind));
            nodes.push(self.bind(&named.value, &rows.columns)?);
        }
        let made = (0..rows.rows.len()).map(|at| {
            let row = Row::of(&rows.rows, at);
            nodes
                .iter()
                .map(|node| self.context.value(node, row))
                .collect()
        });
        let rows = made.collect();
        Ok(Rows { columns, rows })
    }

    /// The tables of `search in` or `find in`, or all.
    ///
    /// An expression in the list has no name.
    fn tables_of(
        &mut self,
        span: Span,
        tables: &'q [Expression],
    ) -> Result<Vec<(String, Rc<Rows>)>> {
        if tables.is_empty() {
            return self.tables_like(span, "*");
        }
        let mut found = Vec::new();
        for table in tables {
            match &table.form {
                Form::Wildcard(pattern) => found.extend(self.tables_like(span, pattern)?),
                Form::Star => found.extend(self.tables_like(span, "*")?),
                Form::Name(name) => found.push((name.clone(), self.table(table)?)),
                _ => found.push((String::new(), self.table(table)?)),
            }
        }
        Ok(found)
    }

    /// The rows of a table in which a condition holds. No rows if the table lacks a column of the condition.
    ///
    /// Text operators see every column of the row as text; numbers and times in the form of `tostring`.
    fn matching(&mut self, table: &Rows, condition: &'q Expression) -> Result<Rows> {
        let mut rows = Vec::new();
        match self.bind_search(condition, &table.columns) {
            Ok(node) => {
                for (at, row) in table.rows.iter().enumerate() {
                    if self
                        .context
                        .value(&node, Row::of(&table.rows, at))
                        .is_true()
                    {
                        rows.push(row.clone());
                    }
                }
            }
            Err(problem) if problem.kind == ProblemKind::UnknownColumn => {}
            Err(problem) => return Err(problem),
        }
        self.context.budget.check(condition.span)?;
        Ok(Rows {
            columns: table.columns.clone(),
            rows,
        })
    }
}
