//! Statements: `let`, `set`, `declare`, and the expression that gives the result.

use super::{Parser, Result};
use crate::kind::Kind;
use crate::syntax::{
    Expression, Form, Function, Parameter, ParameterKind, Query, Statement, StatementForm,
};
use crate::token::TokenKind;

impl Parser<'_> {
    /// Statements up to the closing sign, or the end of the query.
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
    fn bound(&mut self) -> Result<Expression> {
        let start = self.peek().span.start;
        if self.is_word("view") && self.is_sign_at(1, "(") {
            self.at += 1;
        }
        if !self.is_sign("(") || !self.begins_function() {
            return self.tabular();
        }
        self.at += 1;
        let function = self.deeper(|parser| {
            let parameters = parser.parameters()?;
            parser.expect_sign("{")?;
            let body = parser.query(Some("}"))?;
            parser.expect_sign("}")?;
            Ok(Function { parameters, body })
        })?;
        Ok(Expression {
            span: self.since(start),
            form: Form::Function(Box::new(function)),
        })
    }

    /// Whether the parenthesis here opens parameters: `()` or `(name:`.
    fn begins_function(&self) -> bool {
        self.is_sign_at(1, ")") && self.is_sign_at(2, "{")
            || self.ahead(1).kind == TokenKind::Name && self.is_sign_at(2, ":")
    }

    /// Parameters and the closing parenthesis.
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
