//! Clauses of tabular operators.
//!
//! Productions are written as `a | b` for a choice, `a?` for what may be missing, `a*` for any number and `"x"` for
//! a word or sign of the language. `option(x)` is `"x" "=" token`; options may stand in any order between hints.
//!
//! # Queries that are read
//!
//! ```
//! # let reads = |query: &str| kql::parse(query).map(|_| ());
//! for query in [
//!     "T | summarize count() by Name, Hour = bin(At, 1h)",
//!     "T | sort by A asc nulls first, B",
//!     "T | join kind=leftouter hint.strategy=broadcast (U | take 5) on A, $left.B == $right.C",
//!     "T | join U on A and B",
//!     "T | lookup kind=inner U on A",
//!     "union withsource=Table kind=inner T, (U | where A > 5), V*",
//!     "search in (T, U*) 'x' and Name:'y'",
//!     "find withsource=Table in (T, U) where A > 5 project A, B",
//!     "T | parse kind=regex flags=i Text with * 'a=' A:long ',' *",
//!     "T | mv-expand with_itemindex=I kind=array A = List to typeof(string), B limit 5",
//!     "T | mv-apply Item = List to typeof(long) on (where Item > 5 | summarize sum(Item))",
//!     "T | partition hint.strategy=native by Name (top 1 by Size | project Size)",
//!     "range At from ago(7d) to now() step 1d",
//!     "T | make-series N = count() default=0 on At from ago(7d) to now() step 1d by Name",
//!     "T | make-series N = count() on At in range(ago(7d), now(), 1d)",
//!     "T | top-nested 3 of Name by count(), top-nested of Size with others = 'x' by max(Size) asc",
//! ] {
//!     reads(query)?;
//! }
//! # Ok::<(), kql::Problem>(())
//! ```

use super::{Parser, Result};
use crate::kind::Kind;
use crate::syntax::{Expansion, Level, Name, Named, OperatorForm, PatternPart, Pipeline, SortKey};
use crate::token::{TokenKind, text_value};

impl Parser<'_> {
    /// `named ("," named)*`
    pub(super) fn named_list(&mut self) -> Result<Vec<Named>> {
        self.list(Self::named_expression)
    }

    /// `name = value`, `(a, b) = value`, or a value.
    ///
    /// `name "=" expression | "(" name ("," name)* ")" "=" expression | expression`
    ///
    /// The name before `=` is looked at before anything is read, so that a comparison (`a == b`) is not taken for
    /// it.
    fn named_expression(&mut self) -> Result<Named> {
        let mut names = Vec::new();
        let bracketed = self.is_sign("[") && self.is_sign_at(2, "]") && self.is_sign_at(3, "=");
        if bracketed || self.peek().kind == TokenKind::Name && self.is_sign_at(1, "=") {
            names.push(self.name()?);
            self.expect_sign("=")?;
        } else if self.is_sign("(") && self.names_follow() {
            self.at += 1;
            names = self.list(Self::name)?;
            self.expect_sign(")")?;
            self.expect_sign("=")?;
        }
        Ok(Named {
            names,
            value: self.expression()?,
        })
    }

    /// Whether `(a, b, ...) =` stands here.
    ///
    /// Looks ahead without a limit, but only over names and commas.
    fn names_follow(&self) -> bool {
        let mut at = 1;
        while self.ahead(at).kind == TokenKind::Name {
            if self.is_sign_at(at + 1, ")") {
                return self.is_sign_at(at + 2, "=");
            }
            if !self.is_sign_at(at + 1, ",") {
                return false;
            }
            at += 2;
        }
        false
    }

    /// `expression ("asc" | "desc")? ("nulls" ("first" | "last"))? ("," ...)*`
    ///
    /// Default: descending, for `top` as well.
    pub(super) fn sort_keys(&mut self) -> Result<Vec<SortKey>> {
        self.list(|parser| {
            let value = parser.expression()?;
            let ascending = parser.direction().unwrap_or(false);
            let nulls_first = if parser.take_word("nulls") {
                let first = parser.take_word("first");
                if !first {
                    parser.expect_word("last")?;
                }
                Some(first)
            } else {
                None
            };
            Ok(SortKey {
                value,
                ascending,
                nulls_first,
            })
        })
    }

    /// `named_list? ("by" named_list)?`
    ///
    /// A list that is empty on both sides is read; the check reports it.
    pub(super) fn summarize(&mut self) -> Result<OperatorForm> {
        let aggregates = match self.is_word("by") {
            true => Vec::new(),
            false => self.named_list()?,
        };
        let by = match self.take_word("by") {
            true => self.named_list()?,
            false => Vec::new(),
        };
        Ok(OperatorForm::Summarize { aggregates, by })
    }

    /// `option(kind)? option(flags)? expression "with" ("*" | text | name (":" type)?)*`
    ///
    /// The pattern ends with the operator: it has no commas or brackets.
    pub(super) fn parse_operator(&mut self, filter: bool) -> Result<OperatorForm> {
        let kind = self.option("kind");
        while self.option("flags").is_some() {}
        let value = Box::new(self.expression()?);
        self.expect_word("with")?;
        let mut pattern = Vec::new();
        while !self.at_end() {
            pattern.push(if self.take_sign("*") {
                PatternPart::Skip
            } else if self.peek().kind == TokenKind::Text {
                PatternPart::Text(text_value(self.next().text))
            } else {
                let name = self.name()?;
                let kind = match self.take_sign(":") {
                    true => self.kind()?,
                    false => Kind::Text,
                };
                PatternPart::Column(name, kind)
            });
        }
        Ok(OperatorForm::Parse {
            filter,
            regex: kind.is_some_and(|kind| kind.text == "regex"),
            value,
            pattern,
        })
    }

    /// Columns of `mv-expand` and `mv-apply`.
    ///
    /// `named ("to" "typeof" "(" type ")")? ("," ...)*`
    fn expansions(&mut self) -> Result<Vec<Expansion>> {
        self.list(|parser| {
            let value = parser.named_expression()?;
            let kind = if parser.take_word("to") {
                parser.expect_word("typeof")?;
                parser.expect_sign("(")?;
                let kind = parser.kind()?;
                parser.expect_sign(")")?;
                Some(kind)
            } else {
                None
            };
            Ok(Expansion { value, kind })
        })
    }

    /// `(option(with_itemindex) | option(bagexpansion) | option(kind))* expansions ("limit" expression)?`
    pub(super) fn mv_expand(&mut self) -> Result<OperatorForm> {
        let (mut index, mut pairs) = (None, false);
        loop {
            if let Some(name) = self.option("with_itemindex") {
                index = Some(plain(name));
                continue;
            }
            let kind = self.option("bagexpansion").or_else(|| self.option("kind"));
            match kind {
                Some(kind) => pairs = kind.text == "array",
                None => break,
            }
        }
        let columns = self.expansions()?;
        let limit = match self.take_word("limit") {
            true => Some(self.expression()?),
            false => None,
        };
        Ok(OperatorForm::MvExpand {
            index,
            columns,
            limit,
            pairs,
        })
    }

    /// `option(with_itemindex)? expansions ("limit" expression)? "on" body`
    pub(super) fn mv_apply(&mut self) -> Result<OperatorForm> {
        let index = self.option("with_itemindex").map(plain);
        let columns = self.expansions()?;
        let limit = match self.take_word("limit") {
            true => Some(self.expression()?),
            false => None,
        };
        self.expect_word("on")?;
        Ok(OperatorForm::MvApply {
            index,
            columns,
            limit,
            body: self.body()?,
        })
    }

    /// Operators of `mv-apply` and `partition`, whose table is given.
    ///
    /// `"(" operator ("|" operator)* ")"`
    fn body(&mut self) -> Result<Box<Pipeline>> {
        self.expect_sign("(")?;
        let operators = self.deeper(|parser| {
            let mut operators = vec![parser.operator()?];
            while parser.take_sign("|") {
                operators.push(parser.operator()?);
            }
            Ok(operators)
        })?;
        self.expect_sign(")")?;
        Ok(Box::new(Pipeline {
            source: None,
            operators,
        }))
    }

    /// `"by" name body`. A body in braces has a table of its own and is skipped.
    pub(super) fn partition(&mut self) -> Result<OperatorForm> {
        self.expect_word("by")?;
        let by = self.name()?;
        if self.is_sign("{") {
            self.skip_arguments();
            return Ok(OperatorForm::Other);
        }
        let body = self.body()?;
        Ok(OperatorForm::Partition { by, body })
    }

    /// `name "from" expression "to" expression "step" expression`
    pub(super) fn range(&mut self) -> Result<OperatorForm> {
        let name = self.name()?;
        self.expect_word("from")?;
        let from = Box::new(self.expression()?);
        self.expect_word("to")?;
        let to = Box::new(self.expression()?);
        self.expect_word("step")?;
        let step = Box::new(self.expression()?);
        Ok(OperatorForm::Range {
            name,
            from,
            to,
            step,
        })
    }

    /// `option(kind)? aggregate ("," aggregate)* "on" sum range ("by" named_list)?` where an aggregate is `named
    /// ("default" "=" sum)?` and the range is `("from" expression)? ("to" expression)? "step" expression` or `"in"
    /// "range" "(" expression "," expression "," expression ")"`.
    pub(super) fn make_series(&mut self) -> Result<OperatorForm> {
        while self.option("kind").is_some() {}
        let aggregates = self.list(|parser| {
            let named = parser.named_expression()?;
            let default = if parser.is_word("default") && parser.is_sign_at(1, "=") {
                parser.at += 2;
                Some(parser.sum()?)
            } else {
                None
            };
            Ok((named, default))
        })?;
        self.expect_word("on")?;
        let axis = Named {
            names: Vec::new(),
            value: self.sum()?,
        };
        let (mut from, mut to) = (None, None);
        let step;
        if self.take_word("in") {
            self.expect_word("range")?;
            self.expect_sign("(")?;
            from = Some(Box::new(self.expression()?));
            self.expect_sign(",")?;
            to = Some(Box::new(self.expression()?));
            self.expect_sign(",")?;
            step = Box::new(self.expression()?);
            self.expect_sign(")")?;
        } else {
            if self.take_word("from") {
                from = Some(Box::new(self.expression()?));
            }
            if self.take_word("to") {
                to = Some(Box::new(self.expression()?));
            }
            self.expect_word("step")?;
            step = Box::new(self.expression()?);
        }
        let by = match self.take_word("by") {
            true => self.named_list()?,
            false => Vec::new(),
        };
        Ok(OperatorForm::MakeSeries {
            aggregates,
            axis,
            from,
            to,
            step,
            by,
        })
    }

    /// `level ("," "top-nested" level)*` where a level is `expression? "of" named ("with" "others" "=" expression)?
    /// "by" named ("asc" | "desc")?`
    pub(super) fn top_nested(&mut self) -> Result<OperatorForm> {
        let mut levels = Vec::new();
        loop {
            let count = match self.is_word("of") {
                true => None,
                false => Some(self.expression()?),
            };
            self.expect_word("of")?;
            let of = self.named_expression()?;
            if self.take_word("with") {
                self.expect_word("others")?;
                self.expect_sign("=")?;
                self.expression()?;
            }
            self.expect_word("by")?;
            let by = self.named_expression()?;
            let ascending = self.direction().unwrap_or(false);
            levels.push(Level {
                count,
                of,
                by,
                ascending,
            });
            if !self.take_sign(",") {
                return Ok(OperatorForm::TopNested(levels));
            }
            match self.dashed() {
                Some(name) if name.text == "top-nested" => {}
                _ => return Err(self.unexpected("`top-nested`")),
            }
        }
    }
}

/// The name of an option's value, which may be a text.
pub(super) fn plain(name: Name) -> Name {
    match name.text.starts_with(['"', '\'']) {
        true => Name {
            text: text_value(&name.text),
            ..name
        },
        false => name,
    }
}
