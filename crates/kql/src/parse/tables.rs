//! Clauses of operators that read further tables: `union`, `search` and `find`.

use super::clause::plain;
use super::{Parser, Result};
use crate::syntax::{Expression, OperatorForm};
use crate::token::TokenKind;

impl Parser<'_> {
    /// `(option(kind) | option(isfuzzy) | option(withsource))* table ("," table)*`
    pub(super) fn union(&mut self) -> Result<OperatorForm> {
        let (mut with_source, mut fuzzy, mut inner) = (None, false, false);
        loop {
            if let Some(value) = self.option("kind") {
                inner = value.text == "inner";
            } else if let Some(value) = self.option("isfuzzy") {
                fuzzy = value.text == "true";
            } else if let Some(value) = self.option("withsource") {
                with_source = Some(plain(value));
            } else {
                break;
            }
        }
        let tables = self.list(Self::union_table)?;
        Ok(OperatorForm::Union {
            with_source,
            fuzzy,
            inner,
            tables,
        })
    }

    /// A table of `union`, `search in` or `find in`.
    ///
    /// `"*" | name with "*" | sum`. A star touches its name: `T *` is a calculation.
    fn union_table(&mut self) -> Result<Expression> {
        let is_wild = self.is_sign("*")
            || self.peek().kind == TokenKind::Name
                && self.is_sign_at(1, "*")
                && self.ahead(1).span.start == self.peek().span.end;
        match is_wild {
            true => self.pattern(),
            false => self.sum(),
        }
    }

    /// `in (tables)`.
    ///
    /// `"in" "(" table ("," table)* ")"`. Empty without it.
    fn in_tables(&mut self) -> Result<Vec<Expression>> {
        if !self.take_word("in") {
            return Ok(Vec::new());
        }
        self.expect_sign("(")?;
        let tables = self.deeper(|parser| parser.list(Self::union_table))?;
        self.expect_sign(")")?;
        Ok(tables)
    }

    /// `option(kind)? in_tables? expression`
    ///
    /// Inside the condition `column:value` is `has`. `kind=case_sensitive` is dropped: the search ignores letter
    /// case.
    pub(super) fn search(&mut self) -> Result<OperatorForm> {
        while self.option("kind").is_some() {}
        let tables = self.in_tables()?;
        let before = std::mem::replace(&mut self.in_search, true);
        let condition = self.expression();
        self.in_search = before;
        Ok(OperatorForm::Search {
            tables,
            condition: Box::new(condition?),
        })
    }

    /// `option(withsource)? option(datascope)? in_tables? "where"? expression ("project" named_list)?`
    pub(super) fn find(&mut self) -> Result<OperatorForm> {
        let with_source = self.option("withsource").map(plain);
        while self.option("datascope").is_some() {}
        let tables = self.in_tables()?;
        self.take_word("where");
        let condition = Box::new(self.expression()?);
        let project = match self.take_word("project") {
            true => self.named_list()?,
            false => Vec::new(),
        };
        Ok(OperatorForm::Find {
            with_source,
            tables,
            condition,
            project,
        })
    }
}
