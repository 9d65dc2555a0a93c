//! Parser of expressions, from the loosest binding to the tightest: `or`, `and`,
//! comparison, sum, product, single value.

use serde_json::Value;

use super::super::QueryError;
use super::super::cell::Cell;
use super::super::syntax::{Binary, Chain, Expression, Form};
use super::super::token::{TokenKind, unreadable};
use super::Parser;
use crate::odata::date;

/// Text operators. Each exists with `!` in front.
const WORDS: [&str; 11] = [
    "contains",
    "contains_cs",
    "startswith",
    "startswith_cs",
    "endswith",
    "endswith_cs",
    "has",
    "has_cs",
    "hasprefix",
    "hassuffix",
    "has_any",
];

/// Comparison signs. Longer ones first.
const COMPARISONS: [(&str, Binary); 8] = [
    ("==", Binary::Equal),
    ("!=", Binary::NotEqual),
    ("=~", Binary::EqualFolded),
    ("!~", Binary::NotEqualFolded),
    ("<=", Binary::LessOrEqual),
    (">=", Binary::GreaterOrEqual),
    ("<", Binary::Less),
    (">", Binary::Greater),
];

impl Parser {
    /// Conditions joined by `or`, or anything that binds tighter.
    pub(super) fn expression(&mut self) -> Result<Expression, QueryError> {
        let first = self.conjunction()?;
        let mut terms = vec![first];
        while self.takes_word("or") {
            terms.push(self.conjunction()?);
        }
        Ok(chain(Chain::Or, terms))
    }

    fn conjunction(&mut self) -> Result<Expression, QueryError> {
        let first = self.comparison()?;
        let mut terms = vec![first];
        while self.takes_word("and") {
            terms.push(self.comparison()?);
        }
        Ok(chain(Chain::And, terms))
    }

    /// Two sums with a comparison between them, or one sum.
    fn comparison(&mut self) -> Result<Expression, QueryError> {
        let left = self.sum()?;
        if let Some((sign, operator)) = COMPARISONS.iter().find(|(sign, _)| self.is_sign(sign)) {
            self.expect(sign)?;
            return Ok(binary(*operator, left, self.sum()?));
        }
        let TokenKind::Word(word) = self.token().kind.clone() else {
            return Ok(left);
        };
        let (negated, plain) = match word.strip_prefix('!') {
            Some(plain) => (true, plain),
            None => (false, word.as_str()),
        };
        let at = left.at;
        let form = match plain {
            "in" | "in~" => {
                self.next += 1;
                let list = self.list()?;
                Form::In {
                    negated,
                    fold: plain == "in~",
                    value: Box::new(left),
                    list,
                }
            }
            "between" => {
                self.next += 1;
                self.expect("(")?;
                let low = Box::new(self.sum()?);
                self.expect("..")?;
                let high = Box::new(self.sum()?);
                self.expect(")")?;
                Form::Between {
                    negated,
                    value: Box::new(left),
                    low,
                    high,
                }
            }
            "has_any" if !negated => {
                self.next += 1;
                Form::HasAny(Box::new(left), self.list()?)
            }
            _ if WORDS.contains(&plain) && plain != "has_any" => {
                self.next += 1;
                Form::Word(word, Box::new(left), Box::new(self.sum()?))
            }
            _ => return Ok(left),
        };
        Ok(Expression { at, form })
    }

    /// Values in parentheses, for `in` and `has_any`.
    fn list(&mut self) -> Result<Vec<Expression>, QueryError> {
        self.expect("(")?;
        let mut list = vec![self.deeper(Self::expression)?];
        while self.takes(",") {
            list.push(self.deeper(Self::expression)?);
        }
        self.expect(")")?;
        Ok(list)
    }

    fn sum(&mut self) -> Result<Expression, QueryError> {
        let first = self.product()?;
        let mut others = Vec::new();
        loop {
            let operator = if self.takes("+") {
                Binary::Plus
            } else if self.takes("-") {
                Binary::Minus
            } else {
                return Ok(arithmetic(first, others));
            };
            others.push((operator, self.product()?));
        }
    }

    fn product(&mut self) -> Result<Expression, QueryError> {
        // `*` at the beginning means all columns.
        if self.is_sign("*") {
            let at = self.token().at;
            self.next += 1;
            return Ok(Expression {
                at,
                form: Form::Star,
            });
        }
        let first = self.single()?;
        let mut others = Vec::new();
        loop {
            let operator = if self.takes("*") {
                Binary::Times
            } else if self.takes("/") {
                Binary::Divide
            } else if self.takes("%") {
                Binary::Remainder
            } else {
                return Ok(arithmetic(first, others));
            };
            others.push((operator, self.single()?));
        }
    }

    /// A literal, a name, a call, a negation, or an expression in parentheses.
    fn single(&mut self) -> Result<Expression, QueryError> {
        let token = self.token().clone();
        let form = match token.kind {
            TokenKind::Text(text) => Form::Literal(Cell::Text(text)),
            TokenKind::Long(number) => Form::Literal(Cell::Long(number)),
            TokenKind::Real(number) => Form::Literal(Cell::Real(number)),
            TokenKind::Span(span) => Form::Literal(Cell::Span(span)),
            TokenKind::Raw(name, inside) => Form::Literal(
                raw(name, &inside)
                    .ok_or_else(|| unreadable(token.at, &format!("{name}({inside})")))?,
            ),
            TokenKind::Word(word) if word == "true" || word == "false" => {
                Form::Literal(Cell::Bool(word == "true"))
            }
            TokenKind::Word(_) => return self.named_value(),
            TokenKind::Sign("-") => {
                self.next += 1;
                let form = Form::Minus(Box::new(self.deeper(Self::single)?));
                return Ok(Expression { at: token.at, form });
            }
            TokenKind::Sign("(") => {
                self.next += 1;
                let inner = self.deeper(Self::expression)?;
                self.expect(")")?;
                return Ok(inner);
            }
            _ => return Err(self.wrong()),
        };
        self.next += 1;
        Ok(Expression { at: token.at, form })
    }

    /// A column, a scalar of `let`, or a call.
    fn named_value(&mut self) -> Result<Expression, QueryError> {
        let at = self.token().at;
        let name = self.name()?;
        if !self.takes("(") {
            return Ok(Expression {
                at,
                form: Form::Column(name),
            });
        }
        let mut arguments = Vec::new();
        if !self.takes(")") {
            arguments.push(self.deeper(Self::expression)?);
            while self.takes(",") {
                arguments.push(self.deeper(Self::expression)?);
            }
            self.expect(")")?;
        }
        Ok(Expression {
            at,
            form: Form::Call(name, arguments),
        })
    }
}

/// The only term, or all terms in a chain.
fn chain(chain: Chain, mut terms: Vec<Expression>) -> Expression {
    if terms.len() == 1
        && let Some(only) = terms.pop()
    {
        return only;
    }
    Expression {
        at: terms.first().map_or(0, |first| first.at),
        form: Form::Chain(chain, terms),
    }
}

/// The only value, or a calculation.
fn arithmetic(first: Expression, others: Vec<(Binary, Expression)>) -> Expression {
    if others.is_empty() {
        return first;
    }
    Expression {
        at: first.at,
        form: Form::Arithmetic(Box::new(first), others),
    }
}

fn binary(operator: Binary, left: Expression, right: Expression) -> Expression {
    Expression {
        at: left.at,
        form: Form::Binary(operator, Box::new(left), Box::new(right)),
    }
}

/// The value of `datetime(...)` or `dynamic(...)`. `None` if it cannot be read.
fn raw(name: &str, inside: &str) -> Option<Cell> {
    if name == "datetime" {
        return match inside {
            "null" => Some(Cell::Null),
            text => date(text.trim_matches(['"', '\''])).map(Cell::Time),
        };
    }
    let value: Value = serde_json::from_str(inside)
        .or_else(|_| serde_json::from_str(&inside.replace('\'', "\"")))
        .ok()?;
    Some(Cell::Dynamic(value))
}
