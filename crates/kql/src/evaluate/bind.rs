//! Resolves the names of an expression: columns to places, `let` to values, calls to functions.
//!
//! An expression is bound once for each operator, then evaluated for each row: a column is a place in the row, a
//! name of `let` its value, a call a pointer to a function, a table in a list its first column. Binding costs a step
//! for each node.

use std::cell::RefCell;
use std::collections::HashMap;

use super::aggregates::Aggregate;
use super::node::{Node, Window};
use super::{Bound, Result, Run, dynamic, functions, not_evaluated};
use crate::cell::Cell;
use crate::check::{Columns, is_aggregate};
use crate::kind::Kind;
use crate::problem::{Problem, ProblemKind};
use crate::span::Span;
use crate::syntax::{
    Argument, Chain, Expression, Form, Function, Literal, Name, Search, StatementForm, Step,
};

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

    /// A column, a parameter, or a value of `let`. A table of `let` gives its first cell.
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

    /// A call: of the query's functions, an aggregate, a special form, or a function of the language.
    fn call_node(
        &mut self,
        span: Span,
        name: &'q Name,
        arguments: &'q [Argument],
        names: &Names<'_>,
    ) -> Result<Node> {
        if let Some(Bound::Function(function)) = self.bound(&name.text) {
            let function = *function;
            return self.body(span, function, arguments, names);
        }
        if let Some(found) = &names.aggregates
            && is_aggregate(&name.text)
        {
            let inner = Names::of(names.columns);
            let aggregate = self.aggregate(span, name, arguments, &inner)?;
            let mut found = found.borrow_mut();
            found.push(aggregate);
            return Ok(Node::Slot(found.len() - 1));
        }
        if let Some(node) = self.special(name, arguments, names)? {
            return Ok(node);
        }
        let Some(function) = functions::find(&name.text) else {
            return Err(not_evaluated(name.span, &name.text));
        };
        if functions::takes_regex(&name.text)
            && let Some(pattern) = arguments.first()
        {
            self.check_regex(&pattern.value)?;
        }
        let values = arguments.iter().map(|argument| match &argument.value.form {
            Form::Call(kind, inner) if kind.text == "typeof" => Ok(type_name(inner)),
            _ => self.resolve(&argument.value, names),
        });
        Ok(Node::Call(function, values.collect::<Result<_>>()?))
    }

    /// Calls that do not evaluate all their arguments, or look at more than values.
    ///
    /// `iff` and `case` evaluate the branch that is taken; `pack_all` needs the names of all columns;
    /// `ingestion_time` is the column `Timestamp`, because the data has no time of its own.
    fn special(
        &mut self,
        name: &Name,
        arguments: &'q [Argument],
        names: &Names<'_>,
    ) -> Result<Option<Node>> {
        let values = || arguments.iter().map(|argument| &argument.value);
        let window = match name.text.as_str() {
            "row_number" => Some(Window::Number),
            "prev" => Some(Window::Previous),
            "next" => Some(Window::Next),
            "row_cumsum" => Some(Window::Sum),
            _ => None,
        };
        let nodes = |run: &mut Self| {
            values()
                .map(|value| run.resolve(value, names))
                .collect::<Result<Vec<_>>>()
        };
        if let Some(window) = window {
            return Ok(Some(Node::Window(window, nodes(self)?)));
        }
        Ok(Some(match name.text.as_str() {
            "iff" | "iif" | "case" => {
                let mut nodes = nodes(self)?;
                let other = if nodes.len() % 2 == 1 {
                    nodes.pop()
                } else {
                    None
                };
                let mut branches = Vec::new();
                let mut rest = nodes.into_iter();
                while let (Some(test), Some(value)) = (rest.next(), rest.next()) {
                    branches.push((test, value));
                }
                Node::Choice(
                    branches,
                    Box::new(other.unwrap_or(Node::Literal(Cell::Null))),
                )
            }
            "coalesce" => Node::Coalesce(nodes(self)?),
            "toscalar" => match values().next() {
                Some(value) if self.checker.is_table(value) => {
                    Node::Literal(self.first_cell(value)?)
                }
                Some(value) => self.resolve(value, names)?,
                None => Node::Literal(Cell::Null),
            },
            "column_ifexists" | "columnifexists" => {
                let mut values = values();
                let place = match values.next().map(|value| &value.form) {
                    Some(Form::Literal(Literal::Text(name))) => names.columns.place(name),
                    _ => None,
                };
                match (place, values.next()) {
                    (Some(place), _) => Node::Column(place),
                    (None, Some(other)) => self.resolve(other, names)?,
                    (None, None) => Node::Literal(Cell::Null),
                }
            }
            "ingestion_time" => match names.columns.place("Timestamp") {
                Some(place) => Node::Column(place),
                None => Node::Literal(Cell::Null),
            },
            "pack_all" => {
                let columns = names.columns.list().iter().enumerate();
                let pairs = columns.flat_map(|(place, column)| {
                    [
                        Node::Literal(Cell::Text(column.name.clone())),
                        Node::Column(place),
                    ]
                });
                Node::Call(functions::pack, pairs.collect())
            }
            "bag_pack_columns" => {
                let mut pairs = Vec::new();
                for value in values() {
                    if let Form::Name(name) = &value.form {
                        pairs.push(Node::Literal(Cell::Text(name.clone())));
                        pairs.push(self.resolve(value, names)?);
                    }
                }
                Node::Call(functions::pack, pairs)
            }
            _ => return Ok(None),
        }))
    }

    /// A call of a scalar function of the query.
    ///
    /// The body is bound at each call with its arguments as locals, so types need not be known. A body that contains
    /// a table is not evaluated here.
    fn body(
        &mut self,
        span: Span,
        function: &'q Function,
        arguments: &'q [Argument],
        names: &Names<'_>,
    ) -> Result<Node> {
        let mut given = Vec::new();
        let nothing = Columns::default();
        let mut inner = Names::of(&nothing);
        for (place, parameter) in function.parameters.iter().enumerate() {
            given.push(match arguments.get(place) {
                Some(argument) => self.resolve(&argument.value, names)?,
                None => match &parameter.default {
                    Some(default) => self.resolve(default, &Names::of(&nothing))?,
                    None => Node::Literal(Cell::Null),
                },
            });
            inner.locals.insert(parameter.name.text.clone(), place);
        }
        let mut lets = Vec::new();
        let mut body = None;
        for statement in &function.body.statements {
            match &statement.form {
                StatementForm::Let(name, value) => {
                    if matches!(value.form, Form::Function(_)) || self.checker.is_table(value) {
                        return Err(not_evaluated(span, "a table inside a scalar function"));
                    }
                    let node = self.resolve(value, &inner)?;
                    inner
                        .locals
                        .insert(name.text.clone(), given.len() + lets.len());
                    lets.push(node);
                }
                StatementForm::Expression(value) => body = Some(self.resolve(value, &inner)?),
                _ => {}
            }
        }
        let body = body.unwrap_or(Node::Literal(Cell::Null));
        Ok(Node::Body(given, lets, Box::new(body)))
    }

    /// An aggregate with its arguments.
    ///
    /// `*` as an argument (`count(*)`) is dropped.
    fn aggregate(
        &mut self,
        span: Span,
        name: &'q Name,
        arguments: &'q [Argument],
        names: &Names<'_>,
    ) -> Result<Aggregate> {
        let values = arguments
            .iter()
            .filter(|argument| !matches!(argument.value.form, Form::Star));
        let values = values.map(|argument| self.resolve(&argument.value, names));
        let values = values.collect::<Result<_>>()?;
        Aggregate::new(&name.text, values).ok_or_else(|| not_evaluated(span, &name.text))
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

/// The name of the type in `typeof(...)`, as a value.
fn type_name(arguments: &[Argument]) -> Node {
    let name = match arguments.first().map(|argument| &argument.value.form) {
        Some(Form::Name(name)) => name.clone(),
        _ => Kind::Text.name().to_owned(),
    };
    Node::Literal(Cell::Text(name))
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
