//! Parser of `$filter`.
//!
//! Depth, lambdas and size are limited, because a request must not overflow the stack or keep the
//! emulator busy. OData libraries of the services have such limits as well; their numbers are not
//! documented.

use super::lexer::{Token, tokens};
use jiff::Timestamp;

/// A filter as a tree.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Expression {
    /// Two or more conditions. A chain is one level, however many terms it has.
    And(Vec<Expression>),
    Or(Vec<Expression>),
    Not(Box<Expression>),
    Compare(Comparison, Box<Expression>, Box<Expression>),
    In(Box<Expression>, Vec<Expression>),
    /// A function with its arguments.
    Call(Function, Vec<Expression>),
    /// `path/any(x: ...)` or `path/all(x: ...)`. Without a condition: whether the list has an item.
    Any {
        list: Vec<String>,
        variable: String,
        condition: Option<Box<Expression>>,
        all: bool,
    },
    /// Names from the record or from a lambda variable. Empty for the record itself (`$it`).
    Path(Vec<String>),
    Text(String),
    Number(f64),
    Date(Timestamp),
    Bool(bool),
    Null,
}

/// `eq`, `ne`, `gt`, `ge`, `lt`, `le`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Comparison {
    Equal,
    NotEqual,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,
}

/// The supported functions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Function {
    StartsWith,
    EndsWith,
    Contains,
    ToLower,
    ToUpper,
    Length,
}

impl Function {
    /// The function with a name, in any letter case. `None` if it is not supported.
    fn of(word: &str) -> Option<Function> {
        Some(match word.to_ascii_lowercase().as_str() {
            "startswith" => Function::StartsWith,
            "endswith" => Function::EndsWith,
            "contains" => Function::Contains,
            "tolower" => Function::ToLower,
            "toupper" => Function::ToUpper,
            "length" => Function::Length,
            _ => return None,
        })
    }

    /// The number of arguments.
    fn arguments(self) -> usize {
        match self {
            Function::StartsWith | Function::EndsWith | Function::Contains => 2,
            Function::ToLower | Function::ToUpper | Function::Length => 1,
        }
    }
}

/// Maximum nesting of parentheses, `not`, functions and lambdas. Keeps the stack of a thread from
/// overflowing.
const DEPTH: usize = 100;

/// Maximum nesting of lambdas. Each level multiplies the work by the length of its list.
const LAMBDAS: usize = 2;

/// Maximum number of tokens of a filter.
const NODES: usize = 10_000;

/// Parses a filter.
///
/// # Errors
///
/// The message of the service, without the words in front that
/// [`Refusal::odata`](crate::refusal::Refusal::odata) adds.
pub(crate) fn parse(text: &str) -> Result<Expression, String> {
    let mut parser = Parser {
        tokens: tokens(text)?,
        at: 0,
        text,
        depth: 0,
        lambdas: 0,
    };
    if parser.tokens.len() > NODES {
        return Err(format!(
            "The node count limit of '{NODES}' has been exceeded."
        ));
    }
    let expression = parser.or()?;
    if parser.at < parser.tokens.len() {
        return Err(parser.error("Syntax error"));
    }
    Ok(expression)
}

/// Tokens, the position in them, and the nesting so far.
struct Parser<'a> {
    tokens: Vec<Token>,
    at: usize,
    text: &'a str,
    depth: usize,
    lambdas: usize,
}

impl Parser<'_> {
    /// Parses a nested part, one level deeper.
    fn deeper<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<T, String>,
    ) -> Result<T, String> {
        if self.depth == DEPTH {
            return Err("Recursion depth exceeded allowed limit.".to_owned());
        }
        self.depth += 1;
        let outcome = read(self);
        self.depth -= 1;
        outcome
    }

    /// An error with the position, which is counted in tokens.
    fn error(&self, why: &str) -> String {
        format!("{why} at position {} in '{}'.", self.at, self.text)
    }

    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    fn take(&mut self) -> Option<Token> {
        let token = self.tokens.get(self.at).cloned();
        self.at += 1;
        token
    }

    /// Takes the token if it is next.
    fn accept(&mut self, token: &Token) -> bool {
        let found = self.peek() == Some(token);
        self.at += usize::from(found);
        found
    }

    fn expect(&mut self, token: &Token) -> Result<(), String> {
        if self.accept(token) {
            Ok(())
        } else {
            Err(self.error(&format!("{token:?} expected")))
        }
    }

    /// Takes the word if it is next. Letter case counts.
    fn accept_word(&mut self, word: &str) -> bool {
        let found = matches!(self.peek(), Some(Token::Word(name)) if name == word);
        self.at += usize::from(found);
        found
    }

    /// Conditions joined by `or`, which binds loosest.
    fn or(&mut self) -> Result<Expression, String> {
        let first = self.and()?;
        let mut terms = vec![first];
        while self.accept_word("or") {
            terms.push(self.and()?);
        }
        Ok(one_or(terms, Expression::Or))
    }

    fn and(&mut self) -> Result<Expression, String> {
        let first = self.not()?;
        let mut terms = vec![first];
        while self.accept_word("and") {
            terms.push(self.not()?);
        }
        Ok(one_or(terms, Expression::And))
    }

    fn not(&mut self) -> Result<Expression, String> {
        if self.accept_word("not") {
            let inner = self.deeper(Self::not)?;
            return Ok(Expression::Not(Box::new(inner)));
        }
        self.comparison()
    }

    /// A value, or two values with an operator between them.
    fn comparison(&mut self) -> Result<Expression, String> {
        let left = self.value()?;
        let Some(Token::Word(word)) = self.peek() else {
            return Ok(left);
        };
        let comparison = match word.as_str() {
            "eq" => Comparison::Equal,
            "ne" => Comparison::NotEqual,
            "gt" => Comparison::Greater,
            "ge" => Comparison::GreaterOrEqual,
            "lt" => Comparison::Less,
            "le" => Comparison::LessOrEqual,
            "in" => return self.list(left),
            _ => return Ok(left),
        };
        self.at += 1;
        let right = self.value()?;
        Ok(Expression::Compare(
            comparison,
            Box::new(left),
            Box::new(right),
        ))
    }

    /// The values of `in`.
    fn list(&mut self, left: Expression) -> Result<Expression, String> {
        self.at += 1;
        self.expect(&Token::Open)?;
        let mut values = vec![self.value()?];
        while self.accept(&Token::Comma) {
            values.push(self.value()?);
        }
        self.expect(&Token::Close)?;
        Ok(Expression::In(Box::new(left), values))
    }

    /// A literal, a path, a function, or a condition in parentheses.
    fn value(&mut self) -> Result<Expression, String> {
        match self.take() {
            Some(Token::Open) => {
                let inner = self.deeper(Self::or)?;
                self.expect(&Token::Close)?;
                Ok(inner)
            }
            Some(Token::Text(text)) => Ok(Expression::Text(text)),
            Some(Token::Number(number)) => Ok(Expression::Number(number)),
            Some(Token::Date(at)) => Ok(Expression::Date(at)),
            Some(Token::Dollar(_)) => self.path_after_root(),
            Some(Token::Word(word)) => self.word(word),
            _ => {
                self.at -= 1;
                Err(self.error("Expression expected"))
            }
        }
    }

    /// A literal, a function, an enum literal with its type, or a path.
    fn word(&mut self, word: String) -> Result<Expression, String> {
        match word.as_str() {
            "true" => return Ok(Expression::Bool(true)),
            "false" => return Ok(Expression::Bool(false)),
            "null" => return Ok(Expression::Null),
            _ => {}
        }
        if self.peek() == Some(&Token::Open) {
            return self.call(&word);
        }
        // An enum literal after its type: microsoft.graph.security.alertSeverity'high'.
        if let (true, Some(Token::Text(text))) = (word.contains('.'), self.peek()) {
            let text = text.clone();
            self.at += 1;
            return Ok(Expression::Text(text));
        }
        self.path(vec![word])
    }

    fn call(&mut self, word: &str) -> Result<Expression, String> {
        let function = Function::of(word)
            .ok_or_else(|| format!("An unknown function with name '{word}' was found."))?;
        self.expect(&Token::Open)?;
        let mut arguments = vec![self.deeper(Self::value)?];
        while self.accept(&Token::Comma) {
            arguments.push(self.deeper(Self::value)?);
        }
        self.expect(&Token::Close)?;
        if arguments.len() != function.arguments() {
            return Err(format!(
                "No function signature for the function with name '{word}' matches the arguments."
            ));
        }
        Ok(Expression::Call(function, arguments))
    }

    /// The path after `$it`, or the record itself.
    fn path_after_root(&mut self) -> Result<Expression, String> {
        if self.accept(&Token::Slash)
            && let Some(Token::Word(name)) = self.take()
        {
            return self.path(vec![name]);
        }
        Ok(Expression::Path(Vec::new()))
    }

    /// The rest of a path, which may end in a lambda.
    fn path(&mut self, mut names: Vec<String>) -> Result<Expression, String> {
        while self.accept(&Token::Slash) {
            let Some(Token::Word(name)) = self.take() else {
                return Err(self.error("Property name expected"));
            };
            if matches!(name.as_str(), "any" | "all") && self.accept(&Token::Open) {
                return self.lambda(names, name == "all");
            }
            names.push(name);
        }
        Ok(Expression::Path(names))
    }

    /// The rest of `any(` or `all(`.
    fn lambda(&mut self, list: Vec<String>, all: bool) -> Result<Expression, String> {
        if self.accept(&Token::Close) {
            return Ok(Expression::Any {
                list,
                variable: String::new(),
                condition: None,
                all: false,
            });
        }
        let Some(Token::Word(variable)) = self.take() else {
            return Err(self.error("Range variable expected"));
        };
        self.expect(&Token::Colon)?;
        if self.lambdas == LAMBDAS {
            return Err(format!(
                "The Any/All nesting limit of '{LAMBDAS}' has been exceeded."
            ));
        }
        self.lambdas += 1;
        let condition = Some(Box::new(self.deeper(Self::or)?));
        self.lambdas -= 1;
        self.expect(&Token::Close)?;
        Ok(Expression::Any {
            list,
            variable,
            condition,
            all,
        })
    }
}

/// The only term, or all terms joined.
fn one_or(mut terms: Vec<Expression>, join: fn(Vec<Expression>) -> Expression) -> Expression {
    match terms.pop() {
        Some(only) if terms.is_empty() => only,
        last => {
            terms.extend(last);
            join(terms)
        }
    }
}

impl Expression {
    /// Calls `found` with every property path that starts at the record. Paths of lambda variables
    /// are skipped.
    pub(crate) fn each_path(&self, found: &mut dyn FnMut(&[String])) {
        self.walk(&mut Vec::new(), found);
    }

    /// Calls `found` with the paths. `bound` are the variables of the surrounding lambdas.
    fn walk<'a>(&'a self, bound: &mut Vec<&'a str>, found: &mut dyn FnMut(&[String])) {
        match self {
            Expression::And(terms) | Expression::Or(terms) => {
                terms.iter().for_each(|term| term.walk(bound, found));
            }
            Expression::Compare(_, left, right) => {
                left.walk(bound, found);
                right.walk(bound, found);
            }
            Expression::Not(inner) => inner.walk(bound, found),
            Expression::In(left, values) => {
                left.walk(bound, found);
                values.iter().for_each(|value| value.walk(bound, found));
            }
            Expression::Call(_, arguments) => {
                arguments.iter().for_each(|one| one.walk(bound, found))
            }
            Expression::Any {
                list,
                variable,
                condition,
                ..
            } => {
                found(list);
                if let Some(condition) = condition {
                    bound.push(variable);
                    condition.walk(bound, found);
                    bound.pop();
                }
            }
            Expression::Path(names) => {
                if names
                    .first()
                    .is_none_or(|first| !bound.contains(&first.as_str()))
                {
                    found(names);
                }
            }
            Expression::Text(_)
            | Expression::Number(_)
            | Expression::Date(_)
            | Expression::Bool(_)
            | Expression::Null => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn and_binds_closer_than_or() {
        let parsed = parse("a eq 1 or b eq 2 and c eq 3").unwrap();
        assert!(
            matches!(parsed, Expression::Or(terms) if matches!(terms[..], [_, Expression::And(_)]))
        );
    }

    #[test]
    fn quotes_are_doubled() {
        let Expression::Compare(_, _, right) = parse("name eq 'O''Brien''s'").unwrap() else {
            panic!()
        };
        assert_eq!(*right, Expression::Text("O'Brien's".to_owned()));
    }

    #[test]
    fn dates_stand_bare_in_every_form() {
        for text in [
            "2019-11-22T00:00:00Z",
            "2018-08-01Z",
            "2026-01-01",
            "2020-07-20T10:53:48.7657932Z",
        ] {
            let parsed = parse(&format!("lastSeen ge {text}")).unwrap();
            assert!(
                matches!(parsed, Expression::Compare(_, _, right) if matches!(*right, Expression::Date(_))),
                "{text}"
            );
        }
    }

    #[test]
    fn what_cannot_be_read_is_refused() {
        for text in [
            "",
            "a",
            "a eq",
            "a eq 'x",
            "(a eq 1",
            "a eq 1)",
            "a = 1",
            "a eq 1 and",
            "nope(a) eq 1",
            "a like 'x'",
        ] {
            let readable = parse(text);
            // A name alone is parsed, and refused later because it is not a condition.
            assert!(readable.is_err() || text == "a", "{text}: {readable:?}");
        }
    }

    #[test]
    fn what_nests_too_deep_is_refused_and_a_long_chain_is_not() {
        let nested = |open: &str, close: &str, count: usize| {
            format!("{}a eq 1{}", open.repeat(count), close.repeat(count))
        };
        assert!(parse(&nested("(", ")", DEPTH)).is_ok());
        for (open, close) in [
            ("(", ")"),
            ("not ", ""),
            ("not (", ")"),
            ("tolower(", ")"),
            ("b in (", ")"),
            ("b/any(x: ", ")"),
        ] {
            // Too deep for a stack, with fewer tokens than the maximum.
            assert!(parse(&nested(open, close, 2_400)).is_err(), "{open}");
        }
        assert!(parse(&nested("(", ")", 1_000_000)).is_err());
        let lambdas = |count| nested("e/any(x: ", ")", count);
        assert!(parse(&lambdas(LAMBDAS)).is_ok());
        assert!(parse(&lambdas(LAMBDAS + 1)).is_err());
        for word in [" or ", " and "] {
            let chain = vec!["a eq 1"; 2_000].join(word);
            let parsed = parse(&chain).unwrap();
            let mut count = 0;
            parsed.each_path(&mut |_| count += 1);
            assert_eq!(count, 2_000);
        }
    }

    #[test]
    fn paths_of_lambda_variables_are_not_the_records_own() {
        let parsed = parse("evidence/any(e: e/url eq 'x' and status eq 'new')").unwrap();
        let mut names = Vec::new();
        parsed.each_path(&mut |path| names.push(path.join("/")));
        assert_eq!(names, ["evidence", "status"]);
    }
}
