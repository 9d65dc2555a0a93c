//! The parser. Takes time in proportion to the length of the query, and a bounded depth of the stack.
//!
//! Recursive descent with at most a few tokens of look-ahead, over the tokens of the whole query. The first error
//! ends it. The parser does not go on, because a second message about the same mistake does not help.
//!
//! - `statement`: `let`, `set`, `declare` and functions.
//! - `operator`: pipelines and tabular operators.
//! - `clause`: longer clauses such as those of `summarize` and `make-series`; `join` and `tables` (`union`, `search`,
//!   `find`) have files of their own.
//! - `expression`: scalars by precedence.
//! - `scalar`: literals, times and timespans.

mod clause;
mod expression;
mod join;
mod operator;
mod scalar;
mod statement;
mod tables;

pub(crate) use scalar::{time, timespan};

use crate::problem::{Problem, ProblemKind};
use crate::span::Span;
use crate::syntax::{Name, Query};
use crate::token::{Token, TokenKind, text_value, tokens};

/// Levels of nesting that are read: parentheses, calls, subqueries and bodies of functions.
///
/// Beyond it [`parse`] returns [`TooComplex`](ProblemKind::TooComplex).
pub const MAX_DEPTH: usize = 100;

/// Levels of operators with subqueries, such as `join`, that are read. Each one needs more of the stack than a
/// parenthesis.
const MAX_OPERATORS: usize = 30;

/// Reads a query.
///
/// ```
/// let query = kql::parse("let since = ago(7d); DeviceInfo | where Timestamp > since | take 5")?;
/// assert_eq!(query.statements.len(), 2);
/// # Ok::<(), kql::Problem>(())
/// ```
///
/// # Errors
/// The first problem: `Syntax`, `UnknownOperator`, or `TooComplex` beyond [`MAX_DEPTH`].
///
/// A message says what was expected and what stands there:
///
/// ```
/// let problem = kql::parse("DeviceInfo | where (Size > 5").unwrap_err();
/// assert_eq!(problem.message, "expected `)`, found the end of the query");
///
/// let problem = kql::parse("DeviceInfo | wehre Size > 5").unwrap_err();
/// assert_eq!(problem.kind, kql::ProblemKind::UnknownOperator);
/// assert_eq!(problem.suggestion.as_deref(), Some("where"));
/// ```
///
/// Names are not resolved: `nothing | where nothing > 5` is a tree too. Use [`check`](crate::check()) for names and
/// types.
pub fn parse(text: &str) -> Result<Query, Problem> {
    let tokens = tokens(text);
    let mut parser = Parser {
        text,
        tokens: &tokens,
        at: 0,
        depth: 0,
        operators: 0,
        in_search: false,
    };
    let query = parser.query(None)?;
    if query.statements.is_empty() {
        return Err(Problem::syntax(
            Span::new(text.len(), text.len()),
            "the query is empty",
        ));
    }
    Ok(query)
}

type Result<T, E = Problem> = std::result::Result<T, E>;

/// Tokens and the place in them.
struct Parser<'a> {
    text: &'a str,
    tokens: &'a [Token<'a>],
    at: usize,
    depth: usize,
    /// Operators that are being read, one inside the other.
    operators: usize,
    /// Whether `column:value` is a condition, as in `search`.
    in_search: bool,
}

impl<'a> Parser<'a> {
    /// The token so far ahead. An empty sign after the end.
    fn ahead(&self, count: usize) -> Token<'a> {
        let end = Token {
            span: Span::new(self.text.len(), self.text.len()),
            kind: TokenKind::Sign,
            text: "",
        };
        self.tokens.get(self.at + count).copied().unwrap_or(end)
    }

    /// The token that is read next.
    fn peek(&self) -> Token<'a> {
        self.ahead(0)
    }

    /// Takes a token. Past the end it stays an empty sign, so a loop must test for the end.
    fn next(&mut self) -> Token<'a> {
        let token = self.peek();
        self.at += 1;
        token
    }

    /// The end of the token before.
    fn last_end(&self) -> usize {
        let before = self.at.checked_sub(1).and_then(|at| self.tokens.get(at));
        before.map_or(0, |token| token.span.end)
    }

    /// From a start to the end of the token before.
    fn since(&self, start: usize) -> Span {
        Span::new(start, self.last_end().max(start))
    }

    /// Whether the next token is this sign. Words in quotes and literals are never signs.
    fn is_sign(&self, sign: &str) -> bool {
        let token = self.peek();
        token.kind == TokenKind::Sign && token.text == sign
    }

    fn is_sign_at(&self, count: usize, sign: &str) -> bool {
        let token = self.ahead(count);
        token.kind == TokenKind::Sign && token.text == sign
    }

    /// Whether the next token is this word. The words of the language are not reserved: a column may be called `by`.
    fn is_word(&self, word: &str) -> bool {
        let token = self.peek();
        token.kind == TokenKind::Name && token.text == word
    }

    fn is_word_at(&self, count: usize, word: &str) -> bool {
        let token = self.ahead(count);
        token.kind == TokenKind::Name && token.text == word
    }

    /// Takes a sign if it is the next token.
    fn take_sign(&mut self, sign: &str) -> bool {
        let found = self.is_sign(sign);
        self.at += usize::from(found);
        found
    }

    /// Takes a word if it is the next token.
    fn take_word(&mut self, word: &str) -> bool {
        let found = self.is_word(word);
        self.at += usize::from(found);
        found
    }

    /// Takes a sign, or reports what stands in its place.
    fn expect_sign(&mut self, sign: &str) -> Result<Span> {
        if self.is_sign(sign) {
            return Ok(self.next().span);
        }
        Err(self.unexpected(&format!("`{sign}`")))
    }

    fn expect_word(&mut self, word: &str) -> Result<()> {
        if self.take_word(word) {
            return Ok(());
        }
        Err(self.unexpected(&format!("`{word}`")))
    }

    /// The problem of a token that cannot stand here.
    fn unexpected(&self, wanted: &str) -> Problem {
        let token = self.peek();
        let what = match token.kind {
            TokenKind::Unclosed => {
                return Problem::syntax(
                    token.span,
                    "a text or literal that begins here does not end",
                );
            }
            TokenKind::Sign if token.text.is_empty() => "the end of the query".to_owned(),
            TokenKind::Text => "a text".to_owned(),
            TokenKind::Literal => "a literal".to_owned(),
            _ => format!("`{}`", short(token.text)),
        };
        Problem::syntax(token.span, format!("expected {wanted}, found {what}"))
    }

    /// Runs a part one level deeper.
    ///
    /// The limit holds for all recursion of the parser: nothing else makes the stack grow.
    fn deeper<T>(&mut self, part: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        if self.depth >= MAX_DEPTH {
            let message = format!("the query is too complex: more than {MAX_DEPTH} levels");
            return Err(Problem::new(
                ProblemKind::TooComplex,
                self.peek().span,
                message,
            ));
        }
        self.depth += 1;
        let outcome = part(self);
        self.depth -= 1;
        outcome
    }

    /// Reads an operator that may hold subqueries.
    ///
    /// Counted beside [`deeper`](Self::deeper), since an operator needs several times the stack of a parenthesis.
    fn inside<T>(&mut self, part: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        if self.operators >= MAX_OPERATORS {
            let message =
                format!("the query is too complex: more than {MAX_OPERATORS} levels of subqueries");
            return Err(Problem::new(
                ProblemKind::TooComplex,
                self.peek().span,
                message,
            ));
        }
        self.operators += 1;
        let outcome = part(self);
        self.operators -= 1;
        outcome
    }

    /// A plain name, or one in brackets and quotes.
    ///
    /// `name | "[" text "]"`. Words with `!` or `~` (`!in`, `in~`) are operators and no names.
    fn name(&mut self) -> Result<Name> {
        let token = self.peek();
        if token.kind == TokenKind::Name
            && !token.text.starts_with('!')
            && !token.text.ends_with('~')
        {
            self.at += 1;
            return Ok(Name {
                span: token.span,
                text: token.text.to_owned(),
            });
        }
        if self.is_sign("[") && self.ahead(1).kind == TokenKind::Text && self.is_sign_at(2, "]") {
            let text = text_value(self.ahead(1).text);
            self.at += 3;
            return Ok(Name {
                span: self.since(token.span.start),
                text,
            });
        }
        Err(self.unexpected("a name"))
    }

    /// One or more parts with commas between.
    fn list<T>(&mut self, mut part: impl FnMut(&mut Self) -> Result<T>) -> Result<Vec<T>> {
        let mut parts = vec![part(self)?];
        while self.take_sign(",") {
            parts.push(part(self)?);
        }
        Ok(parts)
    }

    /// A word with dashes, such as `project-away`: names and dashes without blanks between.
    ///
    /// Blanks would make it a subtraction: `project -away` is `project` of a negative.
    fn dashed(&mut self) -> Option<Name> {
        let first = self.peek();
        if first.kind != TokenKind::Name {
            return None;
        }
        self.at += 1;
        let mut end = first.span.end;
        while self.is_sign("-")
            && self.ahead(1).kind == TokenKind::Name
            && self.peek().span.start == end
            && self.ahead(1).span.start == end + 1
        {
            end = self.ahead(1).span.end;
            self.at += 2;
        }
        let span = Span::new(first.span.start, end);
        Some(Name {
            span,
            text: span.of(self.text).to_owned(),
        })
    }
}

/// The beginning of a long text, for a message.
fn short(text: &str) -> String {
    const LONGEST: usize = 40;
    let mut short: String = text.chars().take(LONGEST).collect();
    if short.len() < text.len() {
        short.push_str("...");
    }
    short
}
