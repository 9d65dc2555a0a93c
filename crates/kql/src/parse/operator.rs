//! Pipelines and tabular operators. Their longer clauses are read in [`clause`](super::clause).
//!
//! ```text
//! pipeline  = (expression | operator) ("|" operator)*
//! operator  = word argument*
//! word      = name ("-" name)*          without blanks
//! ```
//!
//! Only `union`, `print`, `range`, `search`, `find` and `evaluate` may begin a pipeline.
//!
//! # Queries that are read
//!
//! ```
//! # let reads = |query: &str| kql::parse(query).map(|_| ());
//! for query in [
//!     "print 1, B = 'x'",
//!     "evaluate some_plugin()",
//!     "T | project-away Device*, ['a name'] | project-reorder *Id asc",
//!     "T | project-rename New = Old",
//!     "T | evaluate bag_unpack(Bag, 'p_') : (p_a:string)",
//!     "T | invoke FileProfile(SHA1, 500)",
//!     "T | render timechart with (title='x', kind=stacked)",
//!     "T | serialize N = row_number() | as Rows",
//!     "T | partition by Name (top 1 by Size)",
//!     "union | where union > 5",
//! ] {
//!     reads(query)?;
//! }
//! # Ok::<(), kql::Problem>(())
//! ```

use super::{Parser, Result, short};
use crate::problem::{Problem, ProblemKind};
use crate::span::Span;
use crate::syntax::{Expression, Form, Name, Operator, OperatorForm, Pipeline};
use crate::token::TokenKind;

/// Operators whose arguments are skipped, and whose result is not known.
const OTHERS: [&str; 17] = [
    "consume",
    "facet",
    "fork",
    "graph-mark-components",
    "graph-match",
    "graph-shortest-paths",
    "graph-to-table",
    "make-graph",
    "parse-kv",
    "__partitionby",
    "project-by-names",
    "reduce",
    "sample-distinct",
    "scan",
    "top-hitters",
    "assert-schema",
    "macro-expand",
];

/// Names of operators, for suggestions.
pub(crate) const OPERATORS: [&str; 37] = [
    "as",
    "count",
    "distinct",
    "evaluate",
    "extend",
    "filter",
    "find",
    "getschema",
    "invoke",
    "join",
    "limit",
    "lookup",
    "make-series",
    "mv-apply",
    "mv-expand",
    "order",
    "parse",
    "parse-where",
    "print",
    "project",
    "project-away",
    "project-keep",
    "project-rename",
    "project-reorder",
    "range",
    "render",
    "sample",
    "search",
    "serialize",
    "sort",
    "summarize",
    "take",
    "top",
    "top-nested",
    "union",
    "where",
    "partition",
];

impl Parser<'_> {
    /// A scalar, or a table with its operators.
    ///
    /// A value without a bar after it is returned as it is: the same function reads `5`, `T` and `T | take 5`.
    pub(super) fn tabular(&mut self) -> Result<Expression> {
        let start = self.peek().span.start;
        let mut operators = Vec::new();
        let source = if self.begins_with_operator() {
            operators.push(self.operator()?);
            None
        } else {
            let source = self.expression()?;
            if !self.is_sign("|") {
                return Ok(source);
            }
            Some(Box::new(source))
        };
        while self.take_sign("|") {
            operators.push(self.operator()?);
        }
        Ok(Expression {
            span: self.since(start),
            form: Form::Pipeline(Pipeline { source, operators }),
        })
    }

    /// Whether an operator that needs no table begins here, as opposed to a name.
    ///
    /// `search`, `find`, `range` and so on are also allowed as names of columns and tables, so the token after the
    /// word decides.
    fn begins_with_operator(&self) -> bool {
        let (first, next) = (self.peek(), self.ahead(1));
        if first.kind != TokenKind::Name {
            return false;
        }
        let is_value = next.kind != TokenKind::Sign && next.kind != TokenKind::Invalid;
        let opens = next.kind == TokenKind::Sign && matches!(next.text, "(" | "*" | "[");
        match first.text {
            "union" => (is_value || opens) && !matches!(next.text, "and" | "or" | "in" | "has"),
            "print" => is_value || opens || next.text == "-",
            "range" => next.kind == TokenKind::Name && self.is_word_at(2, "from"),
            "search" => next.kind == TokenKind::Text || next.kind == TokenKind::Name || opens,
            "find" => {
                next.kind == TokenKind::Text
                    || matches!(next.text, "in" | "where" | "withsource" | "datascope")
            }
            "evaluate" => next.kind == TokenKind::Name,
            _ => false,
        }
    }

    /// `word clauses`. The name may be unknown, which is the most frequent typing error and has a suggestion.
    pub(super) fn operator(&mut self) -> Result<Operator> {
        let start = self.peek().span.start;
        let Some(name) = self.dashed() else {
            return Err(self.unexpected("an operator"));
        };
        let form = self.inside(|parser| parser.operator_form(&name))?;
        Ok(Operator {
            span: self.since(start),
            name,
            form,
        })
    }

    /// The clauses of an operator, by its name. Hints before them are dropped.
    fn operator_form(&mut self, name: &Name) -> Result<OperatorForm> {
        self.skip_hints();
        Ok(match name.text.as_str() {
            "where" | "filter" => OperatorForm::Where(self.expression()?),
            "project" => OperatorForm::Project(self.named_list()?),
            "extend" => OperatorForm::Extend(self.named_list()?),
            "project-away" => OperatorForm::ProjectAway(self.list(Self::pattern)?),
            "project-keep" => OperatorForm::ProjectKeep(self.list(Self::pattern)?),
            "project-rename" => OperatorForm::ProjectRename(self.list(|parser| {
                let new = parser.name()?;
                parser.expect_sign("=")?;
                Ok((new, parser.name()?))
            })?),
            "project-reorder" => OperatorForm::ProjectReorder(self.list(|parser| {
                let pattern = parser.pattern()?;
                Ok((pattern, parser.direction()))
            })?),
            "take" | "limit" => OperatorForm::Take(self.expression()?),
            "sample" => OperatorForm::Sample(self.expression()?),
            "top" => {
                let count = self.expression()?;
                self.expect_word("by")?;
                OperatorForm::Top(count, self.sort_keys()?)
            }
            "top-nested" => self.top_nested()?,
            "sort" | "order" => {
                self.expect_word("by")?;
                OperatorForm::Sort(self.sort_keys()?)
            }
            "count" => OperatorForm::Count,
            "getschema" => OperatorForm::GetSchema,
            "distinct" => OperatorForm::Distinct(self.named_list()?),
            "summarize" => self.summarize()?,
            "join" => self.join(false)?,
            "lookup" => self.join(true)?,
            "union" => self.union()?,
            "parse" => self.parse_operator(false)?,
            "parse-where" => self.parse_operator(true)?,
            "mv-expand" | "mvexpand" => self.mv_expand()?,
            "mv-apply" | "mvapply" => self.mv_apply()?,
            "partition" => self.partition()?,
            "evaluate" => {
                let plugin = self.name()?;
                let arguments = self.arguments()?;
                if self.take_sign(":") {
                    self.skip_arguments();
                }
                OperatorForm::Evaluate(plugin, arguments)
            }
            "invoke" => {
                let function = self.name()?;
                OperatorForm::Invoke(function, self.arguments()?)
            }
            "print" => OperatorForm::Print(self.named_list()?),
            "range" => self.range()?,
            "search" => self.search()?,
            "find" => self.find()?,
            "make-series" => self.make_series()?,
            "render" => {
                let chart = self.name()?;
                self.skip_arguments();
                OperatorForm::Render(chart)
            }
            "serialize" => OperatorForm::Serialize(match self.at_end() {
                true => Vec::new(),
                false => self.named_list()?,
            }),
            "as" => OperatorForm::As(self.name()?),
            other if OTHERS.contains(&other) => {
                self.skip_arguments();
                OperatorForm::Other
            }
            other => {
                let message = format!("unknown operator `{}`", short(other));
                let problem = Problem::new(ProblemKind::UnknownOperator, name.span, message);
                return Err(problem.near(other, OPERATORS));
            }
        })
    }

    /// Whether the operator ends here.
    ///
    /// A comma counts as an end, because an operator may stand in an argument.
    pub(super) fn at_end(&self) -> bool {
        self.at >= self.tokens.len()
            || ["|", ";", ")", "}", ","]
                .iter()
                .any(|sign| self.is_sign(sign))
    }

    /// Skips what belongs to an operator: up to a bar, semicolon or closing sign outside of parentheses.
    ///
    /// For operators that the parser does not read, and for properties of `render`. What is skipped may be wrong
    /// without a message.
    pub(super) fn skip_arguments(&mut self) {
        let mut depth = 0_usize;
        while self.at < self.tokens.len() {
            let token = self.peek();
            if token.kind == TokenKind::Sign {
                match token.text {
                    "(" | "[" | "{" => depth += 1,
                    ")" | "]" | "}" if depth == 0 => return,
                    ")" | "]" | "}" => depth -= 1,
                    "|" | ";" if depth == 0 => return,
                    _ => {}
                }
            }
            self.at += 1;
        }
    }

    /// Skips `hint.name = value`.
    ///
    /// Hints such as `hint.strategy = shuffle` change how a service runs a query, not its result.
    pub(super) fn skip_hints(&mut self) {
        while self.is_word("hint") && self.is_sign_at(1, ".") && self.is_sign_at(3, "=") {
            self.at += 5;
        }
    }

    /// The value of `option = value`, if the option stands here. The value is one token.
    pub(super) fn option(&mut self, name: &str) -> Option<Name> {
        self.skip_hints();
        if !self.is_word(name) || !self.is_sign_at(1, "=") {
            return None;
        }
        self.at += 2;
        let token = self.next();
        self.skip_hints();
        Some(Name {
            span: token.span,
            text: token.text.to_owned(),
        })
    }

    /// A name, or a name with wildcards: tokens without blanks between.
    ///
    /// `Device*`, `*Name`, `["a name"]`. Digits and words of the language may be parts: `Ip4*`, `in*`.
    pub(super) fn pattern(&mut self) -> Result<Expression> {
        let start = self.peek().span;
        if self.is_sign("[") {
            let name = self.name()?;
            return Ok(Expression {
                span: name.span,
                form: Form::Name(name.text),
            });
        }
        let mut end = start.start;
        while self.peek().span.start == end && self.is_pattern_part() {
            end = self.next().span.end;
        }
        let span = Span::new(start.start, end);
        let text = span.of(self.text).to_owned();
        let form = match text.as_str() {
            "" => return Err(self.unexpected("a name")),
            "*" => Form::Star,
            other if other.contains('*') => Form::Wildcard(text),
            _ => Form::Name(text),
        };
        Ok(Expression { span, form })
    }

    /// Whether the token may be a part of a name with wildcards. The caller tests that no blank stands before it.
    fn is_pattern_part(&self) -> bool {
        let token = self.peek();
        match token.kind {
            TokenKind::Name | TokenKind::Long | TokenKind::Timespan | TokenKind::Invalid => true,
            TokenKind::Sign => token.text == "*",
            _ => false,
        }
    }

    /// `asc` or `desc`. Only their prefixes by name (`granny-asc`) are ignored.
    pub(super) fn direction(&mut self) -> Option<bool> {
        if self.is_word("granny") && self.is_sign_at(1, "-") {
            self.at += 2;
        }
        match self.peek().text {
            "asc" if self.take_word("asc") => Some(true),
            "desc" if self.take_word("desc") => Some(false),
            _ => None,
        }
    }
}
