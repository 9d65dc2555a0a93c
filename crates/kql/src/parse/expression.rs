//! Expressions by precedence: pipelines, `or`, `and`, comparisons, `+`, `*`, signs, paths.
//!
//! ```text
//! expression = and ("or" and)*
//! and        = comparison ("and" comparison)*
//! comparison = sum (sign sum | word sum | among list | "between" "(" sum ".." sum ")")*
//! sum        = product (("+" | "-") product)*
//! product    = signed (("*" | "/" | "%") signed)*
//! signed     = ("+" | "-") signed | path
//! path       = primary ("." name | "[" expression "]")*
//! primary    = literal | text+ | name | call | "*" | "(" tabular ")"
//! call       = name "(" (argument ("," argument)*)? ")"
//! argument   = (name "=")? tabular
//! list       = "(" tabular ("," tabular)* ")" | sum
//! ```
//!
//! There is no word for negation: `not(...)` is a function, and the negated operators (`!has`, `!in`, `!between`)
//! are words of their own.
//!
//! # Queries that are read
//!
//! ```
//! # let reads = |query: &str| kql::parse(query).map(|_| ());
//! for query in [
//!     "print 1 + 2 * -3 % 4",
//!     "print not(true and false or 1 == 2)",
//!     "T | where Name in~ ('a', 'b') and Name !has 'c'",
//!     "T | where Size !between (1 .. 5)",
//!     "T | where Name in (U | project Name)",
//!     "T | where Name has_any (dynamic(['a', 'b']))",
//!     "T | where Bag.a['b'][0] == 5",
//!     "T | where * has 'x'",
//!     "print strcat('a' 'b', f(name = 5))",
//! ] {
//!     reads(query)?;
//! }
//! # Ok::<(), kql::Problem>(())
//! ```

use super::{Parser, Result};
use crate::syntax::{
    Among, Argument, Arithmetic, Chain, Comparison, Expression, Form, Name, Search, Step, Word,
};
use crate::token::{TokenKind, text_value};

impl Parser<'_> {
    /// A scalar expression. A table stands in it only in parentheses, as an argument, or as an item of a list.
    pub(super) fn expression(&mut self) -> Result<Expression> {
        self.chain(Chain::Or)
    }

    /// Terms joined by one word, in one flat node. A chain of one term is the term.
    fn chain(&mut self, chain: Chain) -> Result<Expression> {
        let start = self.peek().span.start;
        let (word, next): (_, fn(&mut Self) -> Result<Expression>) = match chain {
            Chain::Or => ("or", |parser| parser.chain(Chain::And)),
            Chain::And => ("and", Self::comparison),
        };
        let first = next(self)?;
        if !self.is_word(word) {
            return Ok(first);
        }
        let mut terms = vec![first];
        while self.take_word(word) {
            terms.push(next(self)?);
        }
        Ok(Expression {
            span: self.since(start),
            form: Form::Chain(chain, terms),
        })
    }

    /// At most a few comparisons in a row: `a == b == c` is read from left to right.
    ///
    /// The language has no order for several comparisons in a row. More than 16 are refused, because each one makes
    /// the tree deeper.
    fn comparison(&mut self) -> Result<Expression> {
        let start = self.peek().span.start;
        let mut left = self.sum()?;
        let mut count = 0;
        loop {
            let form = self.compared(left)?;
            match form {
                Ok(left) => return Ok(left),
                Err(form) => {
                    left = Expression {
                        span: self.since(start),
                        form,
                    };
                }
            }
            count += 1;
            if count > 16 {
                return Err(self.unexpected("`and`, `or` or the end of the condition"));
            }
        }
    }

    /// One comparison with the value on its left. The value itself (`Ok`) if none follows.
    ///
    /// Which comparison follows is decided by one token; `matches` needs `regex` after it.
    fn compared(&mut self, left: Expression) -> Result<std::result::Result<Expression, Form>> {
        let token = self.peek();
        let boxed = Box::new;
        if self.in_search && self.take_sign(":") {
            let right = self.sum()?;
            let has = Word {
                search: Search::Has,
                negated: false,
                cased: false,
            };
            return Ok(Err(Form::Word(has, boxed(left), boxed(right))));
        }
        if token.kind == TokenKind::Sign {
            let Some(comparison) = comparison(token.text) else {
                return Ok(Ok(left));
            };
            self.at += 1;
            let right = self.sum()?;
            return Ok(Err(Form::Compare(comparison, boxed(left), boxed(right))));
        }
        if token.kind != TokenKind::Name {
            return Ok(Ok(left));
        }
        if let Some(among) = among(token.text) {
            self.at += 1;
            let list = self.values(matches!(among, Among::In { .. }))?;
            return Ok(Err(Form::Among(among, boxed(left), list)));
        }
        if matches!(token.text, "between" | "!between") {
            self.at += 1;
            self.expect_sign("(")?;
            let low = self.deeper(Self::sum)?;
            self.expect_sign("..")?;
            let high = self.deeper(Self::sum)?;
            self.expect_sign(")")?;
            return Ok(Err(Form::Between {
                negated: token.text.starts_with('!'),
                value: boxed(left),
                low: boxed(low),
                high: boxed(high),
            }));
        }
        let word = if token.text == "matches" && self.is_word_at(1, "regex") {
            self.at += 1;
            Some(Word {
                search: Search::Regex,
                negated: false,
                cased: true,
            })
        } else {
            word(token.text)
        };
        let Some(word) = word else {
            return Ok(Ok(left));
        };
        self.at += 1;
        let right = self.sum()?;
        Ok(Err(Form::Word(word, boxed(left), boxed(right))))
    }

    /// The list of `in`, or of `has_any`, which may also be a single value without parentheses.
    ///
    /// A comma before the closing parenthesis is accepted.
    fn values(&mut self, parenthesized: bool) -> Result<Vec<Expression>> {
        if parenthesized && !self.is_sign("(") {
            // `in name` is not of the language, but `in dynamic([...])` is seen.
            if !matches!(self.peek().kind, TokenKind::Literal | TokenKind::Name) {
                return Err(self.unexpected("`(`"));
            }
        }
        if !self.take_sign("(") {
            return Ok(vec![self.sum()?]);
        }
        let mut values = Vec::new();
        while !self.take_sign(")") {
            values.push(self.deeper(Self::tabular)?);
            if !self.is_sign(")") {
                self.expect_sign(",")?;
            }
        }
        Ok(values)
    }

    /// Additions and subtractions, from left to right.
    pub(super) fn sum(&mut self) -> Result<Expression> {
        self.calculation(Self::product, |sign| match sign {
            "+" => Some(Arithmetic::Plus),
            "-" => Some(Arithmetic::Minus),
            _ => None,
        })
    }

    /// Multiplications, divisions and remainders, from left to right.
    fn product(&mut self) -> Result<Expression> {
        self.calculation(Self::signed, |sign| match sign {
            "*" => Some(Arithmetic::Times),
            "/" => Some(Arithmetic::Divide),
            "%" => Some(Arithmetic::Remainder),
            _ => None,
        })
    }

    /// Parts with operators of one precedence between them, in one flat node.
    fn calculation(
        &mut self,
        part: fn(&mut Self) -> Result<Expression>,
        operator: fn(&str) -> Option<Arithmetic>,
    ) -> Result<Expression> {
        let start = self.peek().span.start;
        let first = part(self)?;
        let mut others = Vec::new();
        while self.peek().kind == TokenKind::Sign
            && let Some(operator) = operator(self.peek().text)
        {
            self.at += 1;
            others.push((operator, part(self)?));
        }
        if others.is_empty() {
            return Ok(first);
        }
        Ok(Expression {
            span: self.since(start),
            form: Form::Arithmetic(Box::new(first), others),
        })
    }

    /// A value with signs. `--5` is 5: the lexer reads both signs as one token, because `--` begins a comment in
    /// other languages only.
    fn signed(&mut self) -> Result<Expression> {
        let start = self.peek().span.start;
        if self.take_sign("+") {
            return self.deeper(Self::signed);
        }
        if !self.is_sign("-") && !self.is_sign("--") {
            return self.path();
        }
        let twice = self.next().text == "--";
        let inner = self.deeper(Self::signed)?;
        if twice {
            return Ok(inner);
        }
        Ok(Expression {
            span: self.since(start),
            form: Form::Minus(Box::new(inner)),
        })
    }

    /// A value with its members and items.
    ///
    /// A bracket belongs to the value only without a blank before it; with one it begins something else, as in
    /// `datatable(...) [...]`. `a.["b"]` is accepted too.
    fn path(&mut self) -> Result<Expression> {
        let start = self.peek().span.start;
        let base = self.primary()?;
        let mut steps = Vec::new();
        loop {
            if self.is_sign(".") && self.ahead(1).kind == TokenKind::Name {
                self.at += 1;
                steps.push(Step::Member(self.name()?));
            } else if self.is_sign(".") && self.is_sign_at(1, "[") {
                self.at += 1;
            } else if self.is_sign("[") && self.peek().span.start == self.last_end() {
                self.at += 1;
                steps.push(Step::Index(self.deeper(Self::expression)?));
                self.expect_sign("]")?;
            } else {
                break;
            }
        }
        if steps.is_empty() {
            return Ok(base);
        }
        Ok(Expression {
            span: self.since(start),
            form: Form::Path(Box::new(base), steps),
        })
    }

    /// A literal, a name, a call, a star, or an expression in parentheses.
    fn primary(&mut self) -> Result<Expression> {
        let token = self.peek();
        let start = token.span.start;
        let form = match token.kind {
            TokenKind::Text => {
                let mut text = String::new();
                // Texts one after the other are one text.
                while self.peek().kind == TokenKind::Text {
                    text.push_str(&text_value(self.next().text));
                }
                Form::Literal(crate::syntax::Literal::Text(text))
            }
            TokenKind::Long | TokenKind::Real | TokenKind::Timespan | TokenKind::Literal => {
                Form::Literal(self.literal()?)
            }
            TokenKind::Name => return self.named(),
            TokenKind::Sign if token.text == "*" => {
                self.at += 1;
                Form::Star
            }
            TokenKind::Sign if token.text == "(" => {
                self.at += 1;
                let inner = self.deeper(Self::tabular)?;
                self.expect_sign(")")?;
                return Ok(Expression {
                    span: self.since(start),
                    form: inner.form,
                });
            }
            TokenKind::Sign if token.text == "[" => return self.named(),
            _ => return Err(self.unexpected("a value or a name")),
        };
        Ok(Expression {
            span: self.since(start),
            form,
        })
    }

    /// A name, a constant, or a call.
    ///
    /// `true` and `false` are constants unless they are quoted. Names of types before a parenthesis are literals if
    /// a literal stands in it, else calls.
    fn named(&mut self) -> Result<Expression> {
        let start = self.peek().span.start;
        let is_plain = self.peek().kind == TokenKind::Name;
        let name = self.name()?;
        let form = if is_plain && self.is_sign("(") {
            match name.text.as_str() {
                "datatable" => self.data_table()?,
                "externaldata" | "external_data" => self.external_data()?,
                _ => self.call(name)?,
            }
        } else {
            match (is_plain, name.text.as_str()) {
                (true, "true" | "True" | "TRUE") => {
                    Form::Literal(crate::syntax::Literal::Bool(true))
                }
                (true, "false" | "False" | "FALSE") => {
                    Form::Literal(crate::syntax::Literal::Bool(false))
                }
                _ => Form::Name(name.text),
            }
        };
        Ok(Expression {
            span: self.since(start),
            form,
        })
    }

    /// A typed literal such as `long(5)`, or a call. Both look alike up to the argument.
    fn call(&mut self, name: Name) -> Result<Form> {
        if let Some(literal) = self.typed_literal(&name)? {
            return Ok(Form::Literal(literal));
        }
        let arguments = self.arguments()?;
        Ok(Form::Call(name, arguments))
    }

    /// Arguments in parentheses.
    ///
    /// `"(" (argument ("," argument)*)? ")"`. A comma before the closing parenthesis is accepted.
    pub(super) fn arguments(&mut self) -> Result<Vec<Argument>> {
        self.expect_sign("(")?;
        let mut arguments = Vec::new();
        while !self.take_sign(")") {
            arguments.push(self.deeper(Self::argument)?);
            if !self.is_sign(")") {
                self.expect_sign(",")?;
            }
        }
        Ok(arguments)
    }

    /// `name = value` or a value, which may be a table.
    fn argument(&mut self) -> Result<Argument> {
        let is_named = self.peek().kind == TokenKind::Name && self.is_sign_at(1, "=");
        let name = if is_named {
            let name = self.name()?;
            self.at += 1;
            Some(name)
        } else {
            None
        };
        Ok(Argument {
            name,
            // A call needs about twice as much of the stack as a parenthesis.
            value: self.deeper(Self::tabular)?,
        })
    }
}

/// The comparison of a sign. `<>` is an older spelling of `!=`.
fn comparison(sign: &str) -> Option<Comparison> {
    Some(match sign {
        "==" => Comparison::Equal,
        "!=" | "<>" => Comparison::NotEqual,
        "=~" => Comparison::EqualFolded,
        "!~" => Comparison::NotEqualFolded,
        "<" => Comparison::Less,
        "<=" => Comparison::LessOrEqual,
        ">" => Comparison::Greater,
        ">=" => Comparison::GreaterOrEqual,
        _ => return None,
    })
}

/// The list operator of a word.
fn among(word: &str) -> Option<Among> {
    let (negated, folded) = (word.starts_with('!'), word.ends_with('~'));
    Some(match word {
        "in" | "in~" | "!in" | "!in~" => Among::In { negated, folded },
        "has_any" => Among::HasAny,
        "has_all" => Among::HasAll,
        _ => return None,
    })
}

/// The text operator of a word. `!` or `not` before it negates, `_cs` or `cs` after it regards letter case:
/// `!has_cs`, `notcontains`, `containscs`.
fn word(text: &str) -> Option<Word> {
    let (negated, text) = match text.strip_prefix('!').or_else(|| text.strip_prefix("not")) {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (cased, text) = match text.strip_suffix("_cs").or_else(|| text.strip_suffix("cs")) {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let search = match text {
        "contains" => Search::Contains,
        "startswith" => Search::StartsWith,
        "endswith" => Search::EndsWith,
        "has" => Search::Has,
        "hasprefix" => Search::HasPrefix,
        "hassuffix" => Search::HasSuffix,
        "like" => Search::Like,
        _ => return None,
    };
    Some(Word {
        search,
        negated,
        cased,
    })
}
