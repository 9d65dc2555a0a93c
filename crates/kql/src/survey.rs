//! What a query reads and does, without a schema: tables, operators, and times that are written out.
//!
//! These functions need no schema. A program that only passes queries on can still say which tables it needs and how
//! far back it looks, for example to choose among services with different retention.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};

use crate::parse::{parse, time, timespan};
use crate::span::Span;
use crate::token::{Token, TokenKind, text_value, tokens};

/// A time in a query.
///
/// The span covers `ago(...)` or `datetime(...)` with its parentheses, so that a program can put another time there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeLiteral {
    /// Its place.
    pub span: Span,
    /// The time.
    pub form: TimeForm,
}

/// Forms of a time in a query.
///
/// Times that are calculated, as `ago(2 * 7d)` or `now() - 1d`, are not found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TimeForm {
    /// `ago(7d)`: so long before now.
    Ago(SignedDuration),
    /// `datetime(2026-01-01)`.
    At(Timestamp),
}

/// The times that are written out in a query, in order. Works for queries that do not parse.
///
/// ```
/// use kql::TimeForm;
///
/// let found = kql::times("T | where Timestamp between (ago(90d) .. datetime(2026-01-02))");
/// assert!(matches!(found[0].form, TimeForm::Ago(span) if span.as_hours() == 90 * 24));
/// assert!(matches!(found[1].form, TimeForm::At(_)));
/// ```
///
/// Comments and texts are not searched:
///
/// ```
/// assert!(kql::times("T | where A == 'ago(1d)' // ago(2d)").is_empty());
/// assert_eq!(kql::times("ago(1h), datetime(null), datetime(2026-01-01)").len(), 2);
/// ```
pub fn times(text: &str) -> Vec<TimeLiteral> {
    let tokens = tokens(text);
    let found = tokens
        .iter()
        .enumerate()
        .filter_map(|(at, token)| match token.kind {
            TokenKind::Literal => at_literal(*token),
            TokenKind::Name if token.text == "ago" => ago(tokens.get(at..at + 4)?),
            _ => None,
        });
    found.collect()
}

/// `datetime(...)`.
///
/// `datetime(null)` and times that are not read are left out.
fn at_literal(token: Token<'_>) -> Option<TimeLiteral> {
    let (word, inner) = token.text.split_once('(')?;
    if !matches!(word.trim(), "datetime" | "date") {
        return None;
    }
    let inner = inner.strip_suffix(')')?.trim();
    let plain = match inner.starts_with(['"', '\'']) {
        true => text_value(inner),
        false => inner.to_owned(),
    };
    let form = TimeForm::At(time(&plain)?);
    Some(TimeLiteral {
        span: token.span,
        form,
    })
}

/// `ago(7d)` as four tokens.
///
/// The length must be one literal.
fn ago(tokens: &[Token<'_>]) -> Option<TimeLiteral> {
    let [name, open, length, close] = tokens else {
        return None;
    };
    if open.text != "(" || close.text != ")" || length.kind != TokenKind::Timespan {
        return None;
    }
    let form = TimeForm::Ago(timespan(length.text)?);
    Some(TimeLiteral {
        span: name.span.to(close.span),
        form,
    })
}

/// The tables that a query reads, each once and in alphabetical order. Names bound by `let`, parameters and functions
/// are left out. Empty if the query does not parse.
///
/// ```
/// let query = "let Rows = T | where A > 1; Rows | join kind=inner (U | take 5) on A | union isfuzzy=true V";
/// assert_eq!(kql::tables(query), ["T", "U", "V"]);
/// ```
///
/// Wildcards (`union Device*`) are left out, since only a schema resolves them. So are names that `let` binds to
/// another name, as they may be scalars.
///
/// ```
/// assert_eq!(kql::tables("find in (T, U) where A > 5"), ["T", "U"]);
/// assert_eq!(kql::tables("let f = (rows:(A:long)) { rows | count }; T | invoke f()"), ["T"]);
/// assert!(kql::tables("T | where").is_empty());
/// ```
///
/// Tables are found wherever an expression may hold one:
///
/// ```
/// assert_eq!(kql::tables("T | take toscalar(U | count)"), ["T", "U"]);
/// assert_eq!(kql::tables("range A from 1 to toscalar(U | count) step 1"), ["U"]);
/// assert_eq!(kql::tables("T | where Name in ((V | project Name))"), ["T", "V"]);
/// ```
pub fn tables(text: &str) -> Vec<String> {
    let Ok(query) = parse(text) else {
        return Vec::new();
    };
    let mut walk = tables::Walk::default();
    walk.query(&query);
    walk.found
        .into_iter()
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect()
}

/// The names of the operators after the bars of a query, with their places: those of subqueries as well. Works on the
/// tokens, so also for queries that do not parse.
///
/// ```
/// let names: Vec<_> = kql::operators("T | where A == '|' | project-away B").into_iter().map(|(name, _)| name).collect();
/// assert_eq!(names, ["where", "project-away"]);
/// ```
///
/// The operator that begins a query (`union`, `print`) has no bar before it and is left out.
pub fn operators(text: &str) -> Vec<(&str, Span)> {
    let tokens = tokens(text);
    let bars = tokens
        .iter()
        .enumerate()
        .filter(|(_, token)| token.text == "|");
    let names = bars.map(|(at, bar)| {
        let mut span = Span::new(bar.span.end, bar.span.end);
        for token in &tokens[at + 1..] {
            let is_first = span.start == span.end;
            let touches = token.span.start == span.end;
            let is_part = token.kind == TokenKind::Name || token.text == "-" && !is_first;
            if !is_part || !is_first && !touches {
                break;
            }
            let start = if is_first {
                token.span.start
            } else {
                span.start
            };
            span = Span::new(start, token.span.end);
        }
        (span.of(text), span)
    });
    names.collect()
}

mod tables {
    //! A walk over the tree that collects names of tables.

    use std::collections::HashSet;

    use crate::syntax::{
        Argument, Expression, Form, OperatorForm, ParameterKind, Pipeline, Query, StatementForm,
    };

    #[derive(Default)]
    pub(super) struct Walk {
        pub(super) found: HashSet<String>,
        bound: HashSet<String>,
    }

    impl Walk {
        pub(super) fn query(&mut self, query: &Query) {
            for statement in &query.statements {
                match &statement.form {
                    StatementForm::Let(name, value) => {
                        // A plain name may be a table or a scalar: only its use shows which.
                        if !matches!(value.form, Form::Name(_)) {
                            self.value(value);
                        }
                        self.bound.insert(name.text.clone());
                    }
                    StatementForm::Expression(value) => self.table(value),
                    StatementForm::Set(_) | StatementForm::Parameters(_) => {}
                }
            }
        }

        /// A place where only a table can stand.
        fn table(&mut self, value: &Expression) {
            match &value.form {
                Form::Name(name) if !self.bound.contains(name) => {
                    self.found.insert(name.clone());
                }
                _ => self.value(value),
            }
        }

        /// A place where a scalar or a table can stand. A name alone is not taken for a table.
        fn value(&mut self, value: &Expression) {
            match &value.form {
                Form::Pipeline(pipeline) => self.pipeline(pipeline),
                Form::Function(function) => {
                    let before = self.bound.clone();
                    for parameter in &function.parameters {
                        if matches!(parameter.kind, ParameterKind::Table(_)) {
                            self.bound.insert(parameter.name.text.clone());
                        }
                    }
                    self.query(&function.body);
                    self.bound = before;
                }
                Form::Call(name, arguments) if name.text == "materialize" => {
                    for argument in arguments {
                        self.table(&argument.value);
                    }
                }
                Form::Call(_, arguments) => self.arguments(arguments),
                Form::Path(base, _) => self.value(base),
                Form::Minus(inner) => self.value(inner),
                Form::Chain(_, terms) => terms.iter().for_each(|term| self.value(term)),
                Form::Compare(_, left, right) | Form::Word(_, left, right) => {
                    self.value(left);
                    self.value(right);
                }
                Form::Arithmetic(first, others) => {
                    self.value(first);
                    others.iter().for_each(|(_, other)| self.value(other));
                }
                Form::Among(_, value, list) => {
                    self.value(value);
                    list.iter().for_each(|item| self.value(item));
                }
                Form::Between {
                    value, low, high, ..
                } => {
                    [value, low, high]
                        .into_iter()
                        .for_each(|part| self.value(part));
                }
                _ => {}
            }
        }

        fn arguments(&mut self, arguments: &[Argument]) {
            arguments
                .iter()
                .for_each(|argument| self.value(&argument.value));
        }

        /// The source, and the tables that operators read.
        fn pipeline(&mut self, pipeline: &Pipeline) {
            if let Some(source) = &pipeline.source {
                self.table(source);
            }
            for operator in &pipeline.operators {
                match &operator.form {
                    OperatorForm::Where(value) => self.value(value),
                    OperatorForm::Project(list)
                    | OperatorForm::Extend(list)
                    | OperatorForm::Print(list)
                    | OperatorForm::Distinct(list) => {
                        list.iter().for_each(|named| self.value(&named.value));
                    }
                    OperatorForm::Summarize { aggregates, by } => {
                        aggregates
                            .iter()
                            .chain(by)
                            .for_each(|named| self.value(&named.value));
                    }
                    OperatorForm::Join { right, .. } | OperatorForm::Lookup { right, .. } => {
                        self.table(right);
                    }
                    OperatorForm::Union { tables, .. } => {
                        tables.iter().for_each(|table| self.table(table));
                    }
                    OperatorForm::Search { tables, condition }
                    | OperatorForm::Find {
                        tables, condition, ..
                    } => {
                        tables.iter().for_each(|table| self.table(table));
                        self.value(condition);
                    }
                    OperatorForm::Evaluate(_, arguments) | OperatorForm::Invoke(_, arguments) => {
                        self.arguments(arguments);
                    }
                    OperatorForm::MvApply { columns, body, .. } => {
                        columns.iter().for_each(|one| self.value(&one.value.value));
                        self.pipeline(body);
                    }
                    OperatorForm::Partition { body, .. } => self.pipeline(body),
                    OperatorForm::MvExpand { columns, limit, .. } => {
                        columns.iter().for_each(|one| self.value(&one.value.value));
                        limit.iter().for_each(|limit| self.value(limit));
                    }
                    OperatorForm::Take(count) | OperatorForm::Sample(count) => self.value(count),
                    OperatorForm::Top(count, keys) => {
                        self.value(count);
                        keys.iter().for_each(|key| self.value(&key.value));
                    }
                    OperatorForm::Sort(keys) => keys.iter().for_each(|key| self.value(&key.value)),
                    OperatorForm::Serialize(list) => {
                        list.iter().for_each(|named| self.value(&named.value));
                    }
                    OperatorForm::Range { from, to, step, .. } => {
                        [from, to, step].into_iter().for_each(|end| self.value(end));
                    }
                    OperatorForm::MakeSeries { from, to, step, .. } => {
                        let ends = from.iter().chain(to).chain([step]);
                        ends.for_each(|end| self.value(end));
                    }
                    _ => {}
                }
            }
        }
    }
}
