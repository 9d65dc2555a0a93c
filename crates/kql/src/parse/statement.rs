//! Statements: `let`, `set`, `declare`, and the expression that gives the result.
//!
//! ```text
//! query     = ";"* (statement (";"+ statement)*)? ";"*
//! statement = "let" name "=" bound
//!           | "set" name ...
//!           | "declare" "query_parameters" parameters
//!           | tabular
//! bound     = "view"? parameters "{" query "}" | tabular
//! parameters = "(" (parameter ("," parameter)*)? ")"
//! parameter = name ":" (type | "(" ("*" | columns) ")") ("=" expression)?
//! columns   = name ":" type ("," name ":" type)*
//! ```
//!
//! A statement without `;` before the next is an error that names the bar and the semicolon: a missing bar is what
//! people forget.
//!
//! # Queries that are read
//!
//! ```
//! # let reads = |query: &str| kql::parse(query).map(|_| ());
//! for query in [
//!     "T;",
//!     "let a = 5; let f = (x:long = 3, rows:(*)) { rows | where A > x }; f(5, T)",
//!     "let g = view () { T | take 1 }; union g()",
//!     "let nothing = () { 5 }; print nothing()",
//!     "set notruncation; set query_take_max_records = 5; T",
//!     "declare query_parameters(since:timespan = 7d, name:string); T | where At > ago(since)",
//! ] {
//!     reads(query)?;
//! }
//! assert!(kql::parse("let a = 5 T").is_err());
//! # Ok::<(), kql::Problem>(())
//! ```

use super::{Parser, Result};
use crate::kind::Kind;
use crate::syntax::{
    Expression, Form, Function, Parameter, ParameterKind, Query, Statement, StatementForm,
};
use crate::token::TokenKind;

impl Parser<'_> {
    /// Statements up to the closing sign, or the end of the query.
    ///
    /// `end` is the closing brace of a function's body.
    pub(super) fn query(&mut self, end: Option<&str>) -> Result<Query> {
        let mut query = Query::default();
        loop {
            while self.take_sign(";") {}
            let done = match end {
                Some(sign) => self.is_sign(sign),
                None => self.at >= self.tokens.len(),
            };
            if done {
                return Ok(query);
            }
            query.statements.push(self.statement()?);
            let ends = end.is_some_and(|sign| self.is_sign(sign)) || self.at >= self.tokens.len();
            if !ends && !self.is_sign(";") {
                return Err(self.unexpected("`|` or `;`"));
            }
            if end.is_some() && self.at >= self.tokens.len() {
                return Err(self.unexpected("`}`"));
            }
        }
    }

    /// One statement, by its first word. `let` before a bar is a table of that name.
    fn statement(&mut self) -> Result<Statement> {
        let start = self.peek().span.start;
        let form = if self.is_word("let") && !self.is_sign_at(1, "|") {
            self.at += 1;
            let name = self.name()?;
            self.expect_sign("=")?;
            StatementForm::Let(name, self.bound()?)
        } else if self.is_word("set") && self.ahead(1).kind == TokenKind::Name {
            self.at += 1;
            let name = self.name()?;
            while self.at < self.tokens.len() && !self.is_sign(";") {
                self.at += 1;
            }
            StatementForm::Set(name)
        } else if self.is_word("declare") && self.is_word_at(1, "query_parameters") {
            self.at += 2;
            self.expect_sign("(")?;
            let parameters = self.deeper(Self::parameters)?;
            StatementForm::Parameters(parameters)
        } else {
            StatementForm::Expression(self.tabular()?)
        };
        Ok(Statement {
            span: self.since(start),
            form,
        })
    }

    /// The value of a `let`: a function, or a scalar or table.
    ///
    /// `let f = (a) { ... }` without a type is not of the language.
    fn bound(&mut self) -> Result<Expression> {
        let start = self.peek().span.start;
        let view = self.is_word("view") && self.is_sign_at(1, "(");
        self.at += usize::from(view);
        if !self.is_sign("(") || !self.begins_function() {
            return self.tabular();
        }
        self.at += 1;
        let function = self.deeper(|parser| {
            let parameters = parser.parameters()?;
            parser.expect_sign("{")?;
            let body = parser.query(Some("}"))?;
            parser.expect_sign("}")?;
            Ok(Function {
                view,
                parameters,
                body,
            })
        })?;
        Ok(Expression {
            span: self.since(start),
            form: Form::Function(Box::new(function)),
        })
    }

    /// Whether the parenthesis here opens parameters: `()` or `(name:`.
    ///
    /// `let x = (a)` and `let x = (T | take 1)` begin alike; the token after the name decides.
    fn begins_function(&self) -> bool {
        self.is_sign_at(1, ")") && self.is_sign_at(2, "{")
            || self.ahead(1).kind == TokenKind::Name && self.is_sign_at(2, ":")
    }

    /// Parameters and the closing parenthesis.
    ///
    /// `("*" | columns)` in parentheses is a table.
    fn parameters(&mut self) -> Result<Vec<Parameter>> {
        let mut parameters = Vec::new();
        while !self.take_sign(")") {
            let name = self.name()?;
            self.expect_sign(":")?;
            let kind = if self.take_sign("(") {
                if self.take_sign("*") {
                    self.expect_sign(")")?;
                    ParameterKind::Table(Vec::new())
                } else {
                    ParameterKind::Table(self.columns()?)
                }
            } else {
                ParameterKind::Scalar(self.kind()?)
            };
            let default = match self.take_sign("=") {
                true => Some(self.expression()?),
                false => None,
            };
            parameters.push(Parameter {
                name,
                kind,
                default,
            });
            if !self.is_sign(")") {
                self.expect_sign(",")?;
            }
        }
        Ok(parameters)
    }

    /// `name:type, ...` and the closing parenthesis.
    ///
    /// At least one column.
    pub(super) fn columns(&mut self) -> Result<Vec<(crate::syntax::Name, Kind)>> {
        let columns = self.list(|parser| {
            // A name in quotes is accepted as well.
            let name = parser.name()?;
            parser.expect_sign(":")?;
            Ok((name, parser.kind()?))
        })?;
        self.expect_sign(")")?;
        Ok(columns)
    }

    /// The name of a type.
    ///
    /// Any spelling that [`Kind::of`] knows.
    pub(super) fn kind(&mut self) -> Result<Kind> {
        match Kind::of(self.peek().text) {
            Some(kind) => {
                self.at += 1;
                Ok(kind)
            }
            None => Err(self.unexpected("a type such as `string` or `long`")),
        }
    }
}
