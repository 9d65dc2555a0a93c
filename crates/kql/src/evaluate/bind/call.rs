//! Resolves calls: functions of the query, aggregates, special forms and functions of the language.

use super::Names;
use crate::cell::Cell;
use crate::check::{Columns, is_aggregate};
use crate::evaluate::aggregates::Aggregate;
use crate::evaluate::node::{Node, Window};
use crate::evaluate::{Bound, Result, Run, functions, not_evaluated};
use crate::kind::Kind;
use crate::span::Span;
use crate::syntax::{Argument, Form, Function, Literal, Name, StatementForm};

impl<'q> Run<'_, 'q> {
    /// A call: of the query's functions, an aggregate, a special form, or a function of the language.
    pub(super) fn call_node(
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
    pub(super) fn body(
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
}

/// The name of the type in `typeof(...)`, as a value.
fn type_name(arguments: &[Argument]) -> Node {
    let name = match arguments.first().map(|argument| &argument.value.form) {
        Some(Form::Name(name)) => name.clone(),
        _ => Kind::Text.name().to_owned(),
    };
    Node::Literal(Cell::Text(name))
}
