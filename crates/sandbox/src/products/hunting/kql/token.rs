//! A query's text as tokens, each with its place.

use jiff::SignedDuration;

use super::QueryError;

/// A token and where it begins, in characters.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Token {
    pub(super) at: usize,
    pub(super) what: What,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum What {
    /// A name or a word of the language; `project-away` and `$left` are one.
    Word(String),
    Text(String),
    Long(i64),
    Real(f64),
    Span(SignedDuration),
    /// Operators and punctuation.
    Sign(&'static str),
    /// What stands in the parentheses of `datetime(…)` and `dynamic(…)`, as it is.
    Raw(&'static str, String),
    End,
}

/// Longer ones first.
const SIGNS: [&str; 22] = [
    "==", "!=", "=~", "!~", "<=", ">=", "..", "<", ">", "=", "|", "(", ")", "[", "]", ",", ";",
    "+", "-", "*", "/", "%",
];

struct Reader<'a> {
    letters: &'a [char],
    at: usize,
}

/// The tokens of a text, with an end at the end.
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
        let what = reader.token()?;
        let is_end = what == What::End;
        tokens.push(Token { at, what });
        if is_end {
            return Ok(tokens);
        }
    }
}

impl Reader<'_> {
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

    fn skip_blanks(&mut self) {
        loop {
            self.take_while(char::is_whitespace);
            if (self.peek(0), self.peek(1)) != ('/', '/') {
                return;
            }
            self.take_while(|letter| letter != '\n');
        }
    }

    fn token(&mut self) -> Result<What, QueryError> {
        let first = self.peek(0);
        match first {
            '\0' if self.at >= self.letters.len() => Ok(What::End),
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

    fn sign(&mut self) -> Result<What, QueryError> {
        let found = SIGNS.iter().find(|sign| {
            let mut letters = sign.chars().enumerate();
            letters.all(|(ahead, letter)| self.peek(ahead) == letter)
        });
        match found {
            Some(sign) => {
                self.at += sign.len();
                Ok(What::Sign(sign))
            }
            // The negated words: !in, !has, !contains …
            None if self.peek(0) == '!' && self.peek(1).is_ascii_alphabetic() => {
                self.at += 1;
                match self.word()? {
                    What::Word(word) => Ok(What::Word(format!("!{word}"))),
                    other => Ok(other),
                }
            }
            None => Err(unreadable(self.at, &self.peek(0).to_string())),
        }
    }

    fn word(&mut self) -> Result<What, QueryError> {
        let at = self.at;
        let is_part = |letter: char| letter.is_ascii_alphanumeric() || "_$".contains(letter);
        let mut word = self.take_while(is_part);
        // A member of something, but not the dots of a range.
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
        Ok(What::Word(word))
    }

    /// Everything up to the parenthesis that closes.
    fn raw(&mut self, name: &'static str, at: usize) -> Result<What, QueryError> {
        self.at += 1;
        let start = self.at;
        let mut quote = None;
        while self.at < self.letters.len() {
            let letter = self.letters[self.at];
            match quote {
                None if letter == ')' => {
                    let inside: String = self.letters[start..self.at].iter().collect();
                    self.at += 1;
                    return Ok(What::Raw(name, inside.trim().to_owned()));
                }
                None if letter == '"' || letter == '\'' => quote = Some(letter),
                Some(open) if open == letter => quote = None,
                _ => {}
            }
            self.at += 1;
        }
        Err(unreadable(at, name))
    }

    fn number(&mut self) -> Result<What, QueryError> {
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
                digits.parse().map(What::Real).map_err(|_| wrong())
            } else {
                digits.parse().map(What::Long).map_err(|_| wrong())
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
            .map(What::Span)
            .map_err(|_| wrong())
    }

    fn text(&mut self) -> Result<What, QueryError> {
        let (at, quote) = (self.at, self.peek(0));
        self.at += 1;
        let mut text = String::new();
        while self.at < self.letters.len() {
            let letter = self.letters[self.at];
            self.at += 1;
            match letter {
                _ if letter == quote => return Ok(What::Text(text)),
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

    /// Backslashes stand for themselves, a doubled quote for one.
    fn verbatim(&mut self) -> Result<What, QueryError> {
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
                return Ok(What::Text(text));
            }
        }
        Err(QueryError::new(
            at,
            "Syntax error: Unterminated string literal.",
        ))
    }
}

/// The refusal of something that cannot be read.
pub(super) fn unreadable(at: usize, token: &str) -> QueryError {
    QueryError::new(
        at,
        format!("Syntax error: Query could not be parsed at '{token}'. Token: {token},"),
    )
}

/// The sign of that text.
pub(super) fn sign(text: &str) -> Option<&'static str> {
    SIGNS.into_iter().find(|sign| *sign == text)
}
