//! Parser: from tokens to a query.

mod expression;

use super::QueryError;
use super::syntax::{JoinKey, Named, Operator, Query, SortKey, Source, Step};
use super::token::{Token, TokenKind, unreadable};

/// Parses a whole query.
///
/// # Errors
///
/// The first token that does not fit, with its position.
pub(super) fn query(tokens: Vec<Token>) -> Result<Query, QueryError> {
    let mut parser = Parser {
        tokens,
        next: 0,
        depth: 0,
    };
    let mut scalars = Vec::new();
    while parser.is_word("let") {
        parser.next += 1;
        let name = parser.name()?;
        parser.expect("=")?;
        let value = parser.expression()?;
        parser.expect(";")?;
        scalars.push((name, value));
    }
    let source = parser.source()?;
    parser.takes(";");
    match parser.token().kind {
        TokenKind::End => Ok(Query { scalars, source }),
        _ => Err(parser.wrong()),
    }
}

/// Tokens and the position in them.
struct Parser {
    tokens: Vec<Token>,
    next: usize,
    depth: usize,
}

/// Maximum nesting of expressions and joins. Keeps the stack of a thread from overflowing;
/// the service has a limit as well.
const DEPTH: usize = 100;

impl Parser {
    /// The next token. After the last one the end again.
    fn token(&self) -> &Token {
        // The last token is the end; the position never passes it.
        &self.tokens[self.next.min(self.tokens.len() - 1)]
    }

    /// The error of the next token.
    fn wrong(&self) -> QueryError {
        let token = self.token();
        let text = match &token.kind {
            TokenKind::Word(word) => word.clone(),
            TokenKind::Text(text) => format!("\"{text}\""),
            TokenKind::Long(number) => number.to_string(),
            TokenKind::Real(number) => number.to_string(),
            TokenKind::Span(span) => format!("{span:#}"),
            TokenKind::Sign(sign) => (*sign).to_owned(),
            TokenKind::Raw(name, inside) => format!("{name}({inside})"),
            TokenKind::End => "<EOF>".to_owned(),
        };
        unreadable(token.at, &text)
    }

    fn is_word(&self, word: &str) -> bool {
        matches!(&self.token().kind, TokenKind::Word(known) if known == word)
    }

    fn is_sign(&self, sign: &str) -> bool {
        self.token().kind == TokenKind::Sign(sign_of(sign))
    }

    /// Takes the sign if it is next.
    fn takes(&mut self, sign: &str) -> bool {
        let found = self.is_sign(sign);
        self.next += usize::from(found);
        found
    }

    fn takes_word(&mut self, word: &str) -> bool {
        let found = self.is_word(word);
        self.next += usize::from(found);
        found
    }

    fn expect(&mut self, sign: &str) -> Result<(), QueryError> {
        if self.takes(sign) {
            Ok(())
        } else {
            Err(self.wrong())
        }
    }

    fn expect_word(&mut self, word: &str) -> Result<(), QueryError> {
        if self.takes_word(word) {
            Ok(())
        } else {
            Err(self.wrong())
        }
    }

    /// A name of a table or column. Words of the language with `!`, `$` or `-` are not
    /// names.
    fn name(&mut self) -> Result<String, QueryError> {
        let name = match &self.token().kind {
            TokenKind::Word(word) if !word.starts_with(['!', '$']) && !word.contains('-') => {
                word.clone()
            }
            _ => return Err(self.wrong()),
        };
        self.next += 1;
        Ok(name)
    }

    /// Parses a nested part, one level deeper.
    fn deeper<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<T, QueryError>,
    ) -> Result<T, QueryError> {
        if self.depth == DEPTH {
            return Err(QueryError::new(
                self.token().at,
                format!(
                    "Syntax error: the query is too complex: it nests deeper than {DEPTH} levels."
                ),
            ));
        }
        self.depth += 1;
        let outcome = read(self);
        self.depth -= 1;
        outcome
    }

    /// A table and its operators.
    fn source(&mut self) -> Result<Source, QueryError> {
        let at = self.token().at;
        let table = self.name()?;
        let mut steps = Vec::new();
        while self.takes("|") {
            let at = self.token().at;
            steps.push(Step {
                at,
                operator: self.operator()?,
            });
        }
        Ok(Source { at, table, steps })
    }

    /// One operator, after its `|`.
    fn operator(&mut self) -> Result<Operator, QueryError> {
        let TokenKind::Word(word) = self.token().kind.clone() else {
            return Err(self.wrong());
        };
        let unknown = self.wrong();
        self.next += 1;
        Ok(match word.as_str() {
            "where" | "filter" => Operator::Where(self.expression()?),
            "project" => Operator::Project(self.named_list()?),
            "project-away" => Operator::ProjectAway(self.named_list()?),
            "extend" => Operator::Extend(self.named_list()?),
            "take" | "limit" => Operator::Take(self.expression()?),
            "top" => {
                let count = self.expression()?;
                self.expect_word("by")?;
                Operator::Top(count, self.sort_keys()?)
            }
            "sort" | "order" => {
                self.expect_word("by")?;
                Operator::Sort(self.sort_keys()?)
            }
            "count" => Operator::Count,
            "getschema" => Operator::GetSchema,
            "distinct" => Operator::Distinct(self.named_list()?),
            "summarize" => self.summarize()?,
            "join" => self.join()?,
            _ => return Err(unknown),
        })
    }

    fn named_list(&mut self) -> Result<Vec<Named>, QueryError> {
        let mut list = vec![self.named()?];
        while self.takes(",") {
            list.push(self.named()?);
        }
        Ok(list)
    }

    /// An expression with an optional name in front: `name = expression`.
    fn named(&mut self) -> Result<Named, QueryError> {
        let named = matches!(self.token().kind, TokenKind::Word(_))
            && self.tokens.get(self.next + 1).map(|token| &token.kind)
                == Some(&TokenKind::Sign("="));
        let name = if named {
            let name = self.name()?;
            self.next += 1;
            Some(name)
        } else {
            None
        };
        let value = self.expression()?;
        Ok(Named { name, value })
    }

    /// Expressions to order by. The default is descending, as in the language.
    fn sort_keys(&mut self) -> Result<Vec<SortKey>, QueryError> {
        let mut keys = Vec::new();
        loop {
            let value = self.expression()?;
            let ascending = self.takes_word("asc");
            if !ascending {
                self.takes_word("desc");
            }
            keys.push(SortKey { value, ascending });
            if !self.takes(",") {
                return Ok(keys);
            }
        }
    }

    /// Aggregates and group keys; one of the two may be missing.
    fn summarize(&mut self) -> Result<Operator, QueryError> {
        let aggregates = if self.is_word("by") {
            Vec::new()
        } else {
            self.named_list()?
        };
        let by = if self.takes_word("by") {
            self.named_list()?
        } else {
            Vec::new()
        };
        Ok(Operator::Summarize { aggregates, by })
    }

    /// The right side of a join, and its keys.
    fn join(&mut self) -> Result<Operator, QueryError> {
        // Without a kind the language drops rows of the left side in no defined way.
        self.expect_word("kind")?;
        self.expect("=")?;
        self.expect_word("inner")?;
        let right = if self.takes("(") {
            let right = self.deeper(Self::source)?;
            self.expect(")")?;
            right
        } else {
            let at = self.token().at;
            let table = self.name()?;
            Source {
                at,
                table,
                steps: Vec::new(),
            }
        };
        self.expect_word("on")?;
        let mut on = vec![self.join_key()?];
        while self.takes(",") {
            on.push(self.join_key()?);
        }
        Ok(Operator::Join { right, on })
    }

    /// A column of both sides, or `$left.a == $right.b`.
    fn join_key(&mut self) -> Result<JoinKey, QueryError> {
        let at = self.token().at;
        let side = |word: &str| {
            let (side, column) = word.split_once('.')?;
            ["$left", "$right"]
                .contains(&side)
                .then(|| (side == "$left", column.to_owned()))
        };
        let TokenKind::Word(word) = self.token().kind.clone() else {
            return Err(self.wrong());
        };
        let Some((first_is_left, first)) = side(&word) else {
            let name = self.name()?;
            return Ok(JoinKey {
                at,
                left: name.clone(),
                right: name,
            });
        };
        self.next += 1;
        self.expect("==")?;
        let second = match &self.token().kind {
            TokenKind::Word(word) => side(word).filter(|(is_left, _)| *is_left != first_is_left),
            _ => None,
        };
        let Some((_, second)) = second else {
            return Err(self.wrong());
        };
        self.next += 1;
        let (left, right) = if first_is_left {
            (first, second)
        } else {
            (second, first)
        };
        Ok(JoinKey { at, left, right })
    }
}

/// The static text of a sign, by which signs are compared.
fn sign_of(sign: &str) -> &'static str {
    super::token::sign(sign).unwrap_or("")
}
