//! What an evaluation reads and returns: the tables of the caller, its limits, and the result.

use crate::cell::Cell;
use crate::kind::Kind;
use crate::schema::{Column, Schema};

/// Columns and rows. Each row has a cell for each column.
///
/// ```
/// use kql::{Cell, Column, Kind, Table};
///
/// let table = Table {
///     columns: vec![Column::new("Name", Kind::Text), Column::new("Size", Kind::Long)],
///     rows: vec![vec![Cell::Text("a".to_owned()), Cell::Long(5)]],
/// };
/// let size = table.place("Size").unwrap_or_default();
/// assert_eq!(table.rows[0][size], Cell::Long(5));
/// assert_eq!(table.place("size"), None);
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// Columns.
    pub columns: Vec<Column>,
    /// Rows.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// The place of a column. Letter case counts.
    pub fn place(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.name == name)
    }

    /// Makes missing texts empty: the type `string` has no null. Outer joins and unions leave them.
    pub(super) fn fill_texts(&mut self) {
        let kinds = self.columns.iter().map(|column| column.kind);
        let texts: Vec<usize> = kinds
            .enumerate()
            .filter_map(|(place, kind)| (kind == Kind::Text).then_some(place))
            .collect();
        for row in &mut self.rows {
            for place in &texts {
                if let Some(cell @ Cell::Null) = row.get_mut(*place) {
                    *cell = Cell::Text(String::new());
                }
            }
        }
    }
}

/// The tables that a query is evaluated over.
///
/// The rows of a table are asked for at each place where the query reads it. The evaluator does not write.
pub trait Data {
    /// The tables, functions and columns that queries may use.
    fn schema(&self) -> &Schema;

    /// The rows of a table, with a cell for each column of the schema, in its order. Short rows are filled with
    /// nulls. Names come in the spelling of the query, so compare them without regard to letter case.
    fn rows(&self, table: &str) -> Vec<Vec<Cell>>;
}

/// A schema alone is data without rows. Enough for queries that bring their own, such as `print` and `datatable`.
///
/// ```
/// let now = "2026-01-01T00:00:00Z".parse()?;
/// let query = "print Day = startofday(now() + 5h), Size = strlen('text')";
/// let table = kql::evaluate(query, &kql::Schema::new(), kql::Limits::default(), now)?;
/// assert_eq!(table.rows[0][1], kql::Cell::Long(4));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
impl Data for Schema {
    fn schema(&self) -> &Schema {
        self
    }

    fn rows(&self, _table: &str) -> Vec<Vec<Cell>> {
        Vec::new()
    }
}

/// Limits of an evaluation.
///
/// ```
/// use kql::{Limits, ProblemKind, Schema};
///
/// let now = "2026-01-01T00:00:00Z".parse()?;
/// let query = "range A from 1 to 1000000 step 1 | summarize sum(A)";
/// let few = Limits::default().with_steps(1_000);
/// let problem = kql::evaluate(query, &Schema::new(), few, now).unwrap_err();
/// assert_eq!(problem.kind, ProblemKind::Limit);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Limits {
    /// Steps: looks at a value and copies of it. Cells that stay in memory cost several. Default: 30,000,000, which
    /// takes about a second.
    pub steps: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { steps: 30_000_000 }
    }
}

impl Limits {
    /// Limits with another number of steps.
    #[must_use]
    pub fn with_steps(mut self, steps: u64) -> Self {
        self.steps = steps;
        self
    }
}
