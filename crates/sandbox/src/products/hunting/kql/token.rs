//! Tokens of a query, each with its position.
//!
//! Supports comments, escaped and verbatim text (`@"..."`), obfuscated text (`h"..."`) and
//! timespans (`7d`). Multi-line text is not supported.

use jiff::SignedDuration;

use super::QueryError;

/// A token and its position in characters.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Token {
    pub(super) at: usize,
    pub(super) kind: TokenKind,
}

/// The kinds of tokens.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum TokenKind {
    /// A name or a word of the language. `project-away` and `$left.a` are one word.
    Word(String),
    Text(String),
    Long(i64),
    Real(f64),
    Span(SignedDuration),
    /// Operators and punctuation.
    Sign(&'static str),
    /// The text in the parentheses of `datetime(...)` or `dynamic(...)`.
    Raw(&'static str, String),
    /// The end of the query.
    End,
}

/// Operators and punctuation. Longer ones first.
const SIGNS: [&str; 22] = [
    "==", "!=", "=~", "!~", "<=", ">=", "..", "<", ">", "=", "|", "(", ")", "[", "]", ",", ";",
    "+", "-", "*", "/", "%",
];

/// Characters and the position in them.
struct Reader<'a> {
    letters: &'a [char],
    at: usize,
}

/// The tokens of a query. The last one is [`TokenKind::End`].
pub(super) fn read(text: &str) -> Result<Vec<Token>, QueryError> {
    let letters: Vec<char> = text.chars().collect();
    let mut reader = Reader {
        letters: &letters,
        at: 0,
    };
    let mut tokens = Vec::new();
    loop {
        reader.skip_blanks();
        let at = reader.at;
        let kind = reader.token()?;
        let is_end = kind == TokenKind::End;
        tokens.push(Token { at, kind });
        if is_end {
            return Ok(tokens);
        }
    }
}

impl Reader<'_> {
    /// The character so far ahead. NUL after the end.
    fn peek(&self, ahead: usize) -> char {
        self.letters.get(self.at + ahead).copied().unwrap_or('\0')
    }

    fn take_while(&mut self, test: impl Fn(char) -> bool) -> String {
        let start = self.at;
        while self.at < self.letters.len() && test(self.letters[self.at]) {
            self.at += 1;
        }
        self.letters[start..self.at].iter().collect()
    }

    /// Skips blanks and comments.
    fn skip_blanks(&mut self) {
        loop {
            self.take_while(char::is_whitespace);
            if (self.peek(0), self.peek(1)) != ('/', '/') {
                return;
            }
            self.take_while(|letter| letter != '\n');
        }
    }

    fn token(&mut self) -> Result<TokenKind, QueryError> {
        let first = self.peek(0);
        match first {
            '\0' if self.at >= self.letters.len() => Ok(TokenKind::End),
            '"' | '\'' => self.text(),
            '@' | 'h' | 'H' if matches!(self.peek(1), '"' | '\'') => {
                self.at += 1;
                if first == '@' {
                    self.verbatim()
                } else {
                    self.text()
                }
            }
            _ if first.is_ascii_digit() => self.number(),
            _ if first.is_ascii_alphabetic() || first == '_' || first == '$' => self.word(),
            _ => self.sign(),
        }
    }

    fn sign(&mut self) -> Result<TokenKind, QueryError> {
        let found = SIGNS.iter().find(|sign| {
            let mut letters = sign.chars().enumerate();
            letters.all(|(ahead, letter)| self.peek(ahead) == letter)
        });
        match found {
            Some(sign) => {
                self.at += sign.len();
                Ok(TokenKind::Sign(sign))
            }
            // Negated words: !in, !has, !contains.
            None if self.peek(0) == '!' && self.peek(1).is_ascii_alphabetic() => {
                self.at += 1;
                match self.word()? {
                    TokenKind::Word(word) => Ok(TokenKind::Word(format!("!{word}"))),
                    other => Ok(other),
                }
            }
            None => Err(unreadable(self.at, &self.peek(0).to_string())),
        }
    }

    fn word(&mut self) -> Result<TokenKind, QueryError> {
        let at = self.at;
        let is_part = |letter: char| letter.is_ascii_alphanumeric() || "_$".contains(letter);
        let mut word = self.take_while(is_part);
        // A member, but not the dots of a range.
        while self.peek(0) == '.' && self.peek(1).is_ascii_alphabetic() {
            self.at += 1;
            word.push('.');
            word.push_str(&self.take_while(is_part));
        }
        if word == "project" && self.peek(0) == '-' && self.peek(1).is_ascii_alphabetic() {
            self.at += 1;
            let rest = self.take_while(|letter| letter.is_ascii_alphabetic());
            word = format!("project-{rest}");
        }
        if (word == "in" || word == "!in") && self.peek(0) == '~' {
            self.at += 1;
            word.push('~');
        }
        if let Some(name) = ["datetime", "dynamic"]
            .into_iter()
            .find(|name| *name == word)
        {
            self.take_while(char::is_whitespace);
            if self.peek(0) == '(' {
                return self.raw(name, at);
            }
        }
        Ok(TokenKind::Word(word))
    }

    /// Text up to the closing parenthesis. Quoted parentheses do not close.
    fn raw(&mut self, name: &'static str, at: usize) -> Result<TokenKind, QueryError> {
        self.at += 1;
        let start = self.at;
        let mut quote = None;
        while self.at < self.letters.len() {
            let letter = self.letters[self.at];
            match quote {
                None if letter == ')' => {
                    let inside: String = self.letters[start..self.at].iter().collect();
                    self.at += 1;
                    return Ok(TokenKind::Raw(name, inside.trim().to_owned()));
                }
                None if letter == '"' || letter == '\'' => quote = Some(letter),
                Some(open) if open == letter => quote = None,
                _ => {}
            }
            self.at += 1;
        }
        Err(unreadable(at, name))
    }

    /// A number, or a timespan with a unit.
    fn number(&mut self) -> Result<TokenKind, QueryError> {
        let at = self.at;
        let mut digits = self.take_while(|letter| letter.is_ascii_digit());
        // `1..2` is a range, `1.5` is not.
        let is_real = self.peek(0) == '.' && self.peek(1).is_ascii_digit();
        if is_real {
            self.at += 1;
            digits.push('.');
            digits += &self.take_while(|letter| letter.is_ascii_digit());
        }
        let unit = self.take_while(|letter| letter.is_ascii_alphabetic());
        let wrong = || unreadable(at, &format!("{digits}{unit}"));
        if unit.is_empty() {
            return if is_real {
                digits.parse().map(TokenKind::Real).map_err(|_| wrong())
            } else {
                digits.parse().map(TokenKind::Long).map_err(|_| wrong())
            };
        }
        let seconds = match unit.as_str() {
            "d" | "day" | "days" => 86_400.0,
            "h" | "hr" | "hour" | "hours" => 3_600.0,
            "m" | "min" | "minute" | "minutes" => 60.0,
            "s" | "sec" | "second" | "seconds" => 1.0,
            "ms" | "milli" | "millis" | "millisecond" | "milliseconds" => 0.001,
            _ => return Err(wrong()),
        };
        let count: f64 = digits.parse().map_err(|_| wrong())?;
        SignedDuration::try_from_secs_f64(count * seconds)
            .map(TokenKind::Span)
            .map_err(|_| wrong())
    }

    /// Text with backslash escapes.
    fn text(&mut self) -> Result<TokenKind, QueryError> {
        let (at, quote) = (self.at, self.peek(0));
        self.at += 1;
        let mut text = String::new();
        while self.at < self.letters.len() {
            let letter = self.letters[self.at];
            self.at += 1;
            match letter {
                _ if letter == quote => return Ok(TokenKind::Text(text)),
                '\n' => break,
                '\\' => {
                    let escaped = self.peek(0);
                    self.at += 1;
                    text.push(match escaped {
                        'n' => '\n',
                        't' => '\t',
                        'r' => '\r',
                        '\\' | '"' | '\'' => escaped,
                        _ => return Err(unreadable(self.at - 2, &format!("\\{escaped}"))),
                    });
                }
                _ => text.push(letter),
            }
        }
        Err(QueryError::new(
            at,
            "Syntax error: Unterminated string literal.",
        ))
    }

    /// Text in which a backslash is a character and a doubled quote stands for one.
    fn verbatim(&mut self) -> Result<TokenKind, QueryError> {
        let (at, quote) = (self.at, self.peek(0));
        self.at += 1;
        let mut text = String::new();
        while self.at < self.letters.len() {
            let letter = self.letters[self.at];
            self.at += 1;
            if letter != quote {
                text.push(letter);
            } else if self.peek(0) == quote {
                self.at += 1;
                text.push(quote);
            } else {
                return Ok(TokenKind::Text(text));
            }
        }
        Err(QueryError::new(
            at,
            "Syntax error: Unterminated string literal.",
        ))
    }
}

/// The error of a part that cannot be parsed.
pub(super) fn unreadable(at: usize, token: &str) -> QueryError {
    QueryError::new(
        at,
        format!("Syntax error: Query could not be parsed at '{token}'. Token: {token},"),
    )
}

/// The static text of a sign.
pub(super) fn sign(text: &str) -> Option<&'static str> {
    SIGNS.into_iter().find(|sign| *sign == text)
}
