//! Resolves the names of an expression: columns to places, `let` to values, calls to functions.
//!
//! An expression is bound once for each operator, then evaluated for each row: a column is a place in the row, a
//! name of `let` its value, a call a pointer to a function, a table in a list its first column. Binding costs a step
//! for each node.

mod call;

use std::cell::RefCell;
use std::collections::HashMap;

use super::aggregates::Aggregate;
use super::node::Node;
use super::{Bound, Result, Run, dynamic, functions, not_evaluated};
use crate::cell::Cell;
use crate::check::Columns;
use crate::problem::{Problem, ProblemKind};
use crate::span::Span;
use crate::syntax::{Chain, Expression, Form, Literal, Search, Step};

/// The names that an expression may use.
///
/// Columns win over parameters, and these over names of `let` outside.
pub(super) struct Names<'n> {
    columns: &'n Columns,
    /// Parameters and `let` of a function, with their places.
    locals: HashMap<String, usize>,
    /// Aggregates found so far, where they may stand.
    aggregates: Option<RefCell<Vec<Aggregate>>>,
}

impl<'n> Names<'n> {
    /// Names of an expression that sees only columns.
    pub(super) fn of(columns: &'n Columns) -> Self {
        Self {
            columns,
            locals: HashMap::new(),
            aggregates: None,
        }
    }
}

impl<'q> Run<'_, 'q> {
    /// An expression over rows with these columns.
    ///
    /// Looks up other names than columns among the names of `let`.
    pub(super) fn bind(&mut self, value: &'q Expression, columns: &Columns) -> Result<Node> {
        self.resolve(value, &Names::of(columns))
    }

    /// Several expressions.
    pub(super) fn bind_all<'e>(
        &mut self,
        values: impl IntoIterator<Item = &'q Expression>,
        columns: &'e Columns,
    ) -> Result<Vec<Node>> {
        values
            .into_iter()
            .map(|value| self.bind(value, columns))
            .collect()
    }

    /// An expression over a group of rows, and the aggregates in it.
    ///
    /// Each aggregate becomes a slot, which is filled for each group before the expression is evaluated. Columns
    /// outside of aggregates have the value of the group's first row.
    pub(super) fn bind_aggregated(
        &mut self,
        value: &'q Expression,
        columns: &Columns,
    ) -> Result<(Node, Vec<Aggregate>)> {
        let mut names = Names::of(columns);
        names.aggregates = Some(RefCell::default());
        let node = self.resolve(value, &names)?;
        Ok((
            node,
            names
                .aggregates
                .map(RefCell::into_inner)
                .unwrap_or_default(),
        ))
    }

    /// Binds one part, one level deeper.
    pub(super) fn resolve(&mut self, value: &'q Expression, names: &Names<'_>) -> Result<Node> {
        self.context.budget.take(1);
        self.context.budget.check(value.span)?;
        self.deeper(value.span, |run| run.form(value, names))
    }

    /// Binds a part that is a node inside of another.
    fn boxed(&mut self, value: &'q Expression, names: &Names<'_>) -> Result<Box<Node>> {
        self.resolve(value, names).map(Box::new)
    }

    /// Binds several parts.
    fn list(&mut self, values: &'q [Expression], names: &Names<'_>) -> Result<Vec<Node>> {
        values
            .iter()
            .map(|value| self.resolve(value, names))
            .collect()
    }

    /// Binds by the form of the expression. A table where a scalar is expected gives its first cell.
    fn form(&mut self, value: &'q Expression, names: &Names<'_>) -> Result<Node> {
        Ok(match &value.form {
            Form::Literal(literal) => Node::Literal(cell(literal, value.span)?),
            Form::Name(name) => self.name(value.span, name, names)?,
            Form::Path(base, steps) => self.steps(base, steps, names)?,
            Form::Call(name, arguments) => self.call_node(value.span, name, arguments, names)?,
            Form::Minus(inner) => Node::Minus(self.boxed(inner, names)?),
            Form::Chain(Chain::And, terms) => Node::And(self.list(terms, names)?),
            Form::Chain(Chain::Or, terms) => Node::Or(self.list(terms, names)?),
            Form::Compare(operator, left, right) => Node::Compare(
                *operator,
                self.boxed(left, names)?,
                self.boxed(right, names)?,
            ),
            Form::Arithmetic(first, others) => {
                let first = self.boxed(first, names)?;
                let others = others.iter().map(|(operator, other)| {
                    self.resolve(other, names).map(|other| (*operator, other))
                });
                Node::Arithmetic(first, others.collect::<Result<_>>()?)
            }
            Form::Word(word, left, right) if matches!(left.form, Form::Star) && !word.negated => {
                Node::Anywhere(self.boxed(right, names)?)
            }
            Form::Word(word, left, right) => {
                if word.search == Search::Regex {
                    self.check_regex(right)?;
                }
                Node::Word(*word, self.boxed(left, names)?, self.boxed(right, names)?)
            }
            Form::Among(among, value, list) => {
                let value = self.boxed(value, names)?;
                let list = list.iter().map(|item| self.item_node(item, names));
                Node::Among(*among, value, list.collect::<Result<_>>()?)
            }
            Form::Between {
                negated,
                value,
                low,
                high,
            } => Node::Between {
                negated: *negated,
                value: self.boxed(value, names)?,
                low: self.boxed(low, names)?,
                high: self.boxed(high, names)?,
            },
            _ if self.checker.is_table(value) => Node::Literal(self.first_cell(value)?),
            _ => return Err(not_evaluated(value.span, "this expression")),
        })
    }

    /// A regular expression that is written out must be valid.
    ///
    /// Patterns that a row holds are compiled when they are met, and an invalid one matches nothing.
    pub(super) fn check_regex(&self, value: &Expression) -> Result<()> {
        if let Form::Literal(Literal::Text(pattern)) = &value.form
            && self.context.regex(pattern).is_none()
        {
            self.context.budget.check(value.span)?;
            let message = "invalid or too large regular expression";
            return Err(Problem::new(ProblemKind::Arguments, value.span, message));
        }
        Ok(())
    }

    /// A column, a parameter, a value of `let`, or a function of `let` without parameters. A table of `let` gives its
    /// first cell.
    fn name(&mut self, span: Span, name: &str, names: &Names<'_>) -> Result<Node> {
        if let Some(place) = names.columns.place(name) {
            return Ok(Node::Column(place));
        }
        if let Some(place) = names.locals.get(name) {
            return Ok(Node::Local(*place));
        }
        match self.bound(name) {
            Some(Bound::Scalar(cell)) => Ok(Node::Literal(cell.clone())),
            Some(Bound::Table(rows)) => {
                let first = rows.rows.first().and_then(|row| row.first());
                Ok(Node::Literal(first.cloned().unwrap_or(Cell::Null)))
            }
            Some(Bound::Function(function)) => {
                let function = *function;
                self.body(span, function, &[], names)
            }
            _ => {
                let message = format!("unknown column `{name}`");
                let known = names
                    .columns
                    .list()
                    .iter()
                    .map(|column| column.name.as_str());
                Err(Problem::new(ProblemKind::UnknownColumn, span, message).near(name, known))
            }
        }
    }

    /// Members and items, from left to right.
    fn steps(
        &mut self,
        base: &'q Expression,
        steps: &'q [Step],
        names: &Names<'_>,
    ) -> Result<Node> {
        // Nodes of a path lie inside each other.
        if steps.len() > super::MAX_DEPTH {
            return Err(Problem::new(
                ProblemKind::TooComplex,
                base.span,
                "the query is too complex: a path has too many parts",
            ));
        }
        let mut node = self.resolve(base, names)?;
        for step in steps {
            node = match step {
                Step::Member(name) => Node::Member(Box::new(node), name.text.clone()),
                Step::Index(index) => Node::Index(Box::new(node), self.boxed(index, names)?),
            };
            self.context.budget.take(1);
        }
        Ok(node)
    }

    /// An item of a list: a scalar, or the first column of a table.
    ///
    /// All of the first column, held in memory as one dynamic list.
    fn item_node(&mut self, item: &'q Expression, names: &Names<'_>) -> Result<Node> {
        let is_column = matches!(&item.form, Form::Name(name)
            if names.columns.place(name).is_some() || names.locals.contains_key(name));
        if is_column || !self.checker.is_table(item) {
            return self.resolve(item, names);
        }
        let rows = self.table(item)?;
        let firsts = rows.rows.iter().filter_map(|row| row.first());
        self.context.budget.hold(rows.rows.len());
        self.context.budget.check(item.span)?;
        Ok(Node::Literal(Cell::Dynamic(
            firsts.map(Cell::to_dynamic).collect(),
        )))
    }

    /// The first cell of a table, as `toscalar` takes it.
    ///
    /// Null for a table without rows.
    fn first_cell(&mut self, table: &'q Expression) -> Result<Cell> {
        let rows = self.table(table)?;
        let first = rows.rows.first().and_then(|row| row.first());
        Ok(first.cloned().unwrap_or(Cell::Null))
    }

    /// A condition of `search` and `find`, in which a text alone is searched in every column.
    ///
    /// `not` reaches the texts inside it as well.
    pub(super) fn bind_search(&mut self, value: &'q Expression, columns: &Columns) -> Result<Node> {
        self.deeper(value.span, |run| {
            Ok(match &value.form {
                Form::Literal(Literal::Text(text)) => {
                    Node::Anywhere(Box::new(Node::Literal(Cell::Text(text.clone()))))
                }
                Form::Star => Node::Literal(Cell::Bool(true)),
                Form::Chain(chain, terms) => {
                    let terms = terms.iter().map(|term| run.bind_search(term, columns));
                    let terms = terms.collect::<Result<_>>()?;
                    match chain {
                        Chain::And => Node::And(terms),
                        Chain::Or => Node::Or(terms),
                    }
                }
                Form::Call(name, arguments) if name.text == "not" && arguments.len() == 1 => {
                    let inner = run.bind_search(&arguments[0].value, columns)?;
                    Node::Call(functions::not, vec![inner])
                }
                Form::Word(_, left, right) if matches!(left.form, Form::Star) => {
                    Node::Anywhere(Box::new(run.bind(right, columns)?))
                }
                _ => run.bind(value, columns)?,
            })
        })
    }
}

/// The value of a literal.
///
/// GUIDs become small letters, so that they equal those of the tables.
pub(super) fn cell(literal: &Literal, span: Span) -> Result<Cell> {
    Ok(match literal {
        Literal::Null(_) => Cell::Null,
        Literal::Bool(yes) => Cell::Bool(*yes),
        Literal::Long(number) => Cell::Long(*number),
        Literal::Real(number) => Cell::Real(*number),
        Literal::Text(text) => Cell::Text(text.clone()),
        Literal::Time(time) => Cell::Time(*time),
        Literal::Span(length) => Cell::Span(*length),
        Literal::Guid(text) => Cell::Text(text.to_ascii_lowercase()),
        Literal::Dynamic(raw) => match dynamic::literal(raw) {
            Some(value) => Cell::dynamic(value),
            None => {
                return Err(Problem::syntax(
                    span,
                    "the dynamic literal could not be parsed as JSON",
                ));
            }
        },
    })
}
