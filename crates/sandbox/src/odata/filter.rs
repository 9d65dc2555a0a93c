//! The grammar of `$filter`.

use super::lexer::{Token, tokens};
use jiff::Timestamp;

/// A filter as a tree.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Expression {
    And(Box<Expression>, Box<Expression>),
    Or(Box<Expression>, Box<Expression>),
    Not(Box<Expression>),
    Compare(Comparison, Box<Expression>, Box<Expression>),
    In(Box<Expression>, Vec<Expression>),
    /// `startswith`, `endswith`, `contains`, `tolower`, `toupper`, `length`.
    Call(Function, Vec<Expression>),
    /// `path/any(x: …)`; without a condition: the list is not empty.
    Any {
        list: Vec<String>,
        variable: String,
        condition: Option<Box<Expression>>,
        all: bool,
    },
    Path(Vec<String>),
    Text(String),
    Number(f64),
    Date(Timestamp),
    Bool(bool),
    Null,
}

/// The comparison words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Comparison {
    Equal,
    NotEqual,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,
}

/// The functions that are known.
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

    fn arguments(self) -> usize {
        match self {
            Function::StartsWith | Function::EndsWith | Function::Contains => 2,
            Function::ToLower | Function::ToUpper | Function::Length => 1,
        }
    }
}

/// Reads a filter.
pub(crate) fn parse(text: &str) -> Result<Expression, String> {
    let mut parser = Parser {
        tokens: tokens(text)?,
        at: 0,
        text,
    };
    let expression = parser.or()?;
    if parser.at < parser.tokens.len() {
        return Err(parser.error("Syntax error"));
    }
    Ok(expression)
}

struct Parser<'a> {
    tokens: Vec<Token>,
    at: usize,
    text: &'a str,
}

impl Parser<'_> {
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

    fn accept_word(&mut self, word: &str) -> bool {
        let found = matches!(self.peek(), Some(Token::Word(name)) if name == word);
        self.at += usize::from(found);
        found
    }

    fn or(&mut self) -> Result<Expression, String> {
        let mut left = self.and()?;
        while self.accept_word("or") {
            left = Expression::Or(Box::new(left), Box::new(self.and()?));
        }
        Ok(left)
    }

    fn and(&mut self) -> Result<Expression, String> {
        let mut left = self.not()?;
        while self.accept_word("and") {
            left = Expression::And(Box::new(left), Box::new(self.not()?));
        }
        Ok(left)
    }

    fn not(&mut self) -> Result<Expression, String> {
        if self.accept_word("not") {
            return Ok(Expression::Not(Box::new(self.not()?)));
        }
        self.comparison()
    }

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

    fn value(&mut self) -> Result<Expression, String> {
        match self.take() {
            Some(Token::Open) => {
                let inner = self.or()?;
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
        // An enum literal with its type in front: microsoft.graph.security.alertSeverity'high'.
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
        let mut arguments = vec![self.value()?];
        while self.accept(&Token::Comma) {
            arguments.push(self.value()?);
        }
        self.expect(&Token::Close)?;
        if arguments.len() != function.arguments() {
            return Err(format!(
                "No function signature for the function with name '{word}' matches the arguments."
            ));
        }
        Ok(Expression::Call(function, arguments))
    }

    fn path_after_root(&mut self) -> Result<Expression, String> {
        if self.accept(&Token::Slash)
            && let Some(Token::Word(name)) = self.take()
        {
            return self.path(vec![name]);
        }
        Ok(Expression::Path(Vec::new()))
    }

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
        let condition = Some(Box::new(self.or()?));
        self.expect(&Token::Close)?;
        Ok(Expression::Any {
            list,
            variable,
            condition,
            all,
        })
    }
}

impl Expression {
    /// Calls back with every property path that starts at the record itself.
    pub(crate) fn each_path(&self, found: &mut dyn FnMut(&[String])) {
        self.walk(&mut Vec::new(), found);
    }

    fn walk<'a>(&'a self, bound: &mut Vec<&'a str>, found: &mut dyn FnMut(&[String])) {
        match self {
            Expression::And(left, right)
            | Expression::Or(left, right)
            | Expression::Compare(_, left, right) => {
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
            matches!(parsed, Expression::Or(_, right) if matches!(*right, Expression::And(..)))
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
            // A bare name parses; it is refused as a condition when it is evaluated.
            assert!(readable.is_err() || text == "a", "{text}: {readable:?}");
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
