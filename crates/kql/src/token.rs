//! The lexer. It accepts every text: what it cannot read becomes a token of its own.
//!
//! Words of the language are not told from names here: `by`, `on` and `where` are names wherever the grammar has no
//! other use for them.
//!
//! # Texts
//!
//! ```
//! use kql::TokenKind;
//!
//! for text in ["'it'", "\"it\"", "'it\\'s'", "@'C:\\'", "h'hidden'", "h@'C:\\'", "```two\nlines```"] {
//!     let tokens = kql::tokens(text);
//!     assert_eq!((tokens.len(), tokens[0].kind), (1, TokenKind::Text), "{text}");
//! }
//! // The backslash escapes the quote, unless the text is verbatim.
//! assert_eq!(kql::tokens("'C:\\'")[0].kind, TokenKind::Unclosed);
//! ```

use crate::span::Span;

/// A token and its place.
///
/// ```
/// let tokens = kql::tokens("Name == 'x'");
/// assert_eq!(tokens[2].text, "'x'");
/// assert_eq!((tokens[2].span.start, tokens[2].kind), (8, kql::TokenKind::Text));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<'a> {
    /// The place in the query.
    pub span: Span,
    /// The kind.
    pub kind: TokenKind,
    /// The text of the query at the place, quotes included.
    pub text: &'a str,
}

/// Kinds of tokens.
///
/// ```
/// use kql::TokenKind;
///
/// let kinds = |text: &str| -> Vec<TokenKind> { kql::tokens(text).iter().map(|token| token.kind).collect() };
/// assert_eq!(kinds("1 1.5 7d 7x"), [TokenKind::Long, TokenKind::Real, TokenKind::Timespan, TokenKind::Invalid]);
/// assert_eq!(kinds("datetime(2026-01-01)"), [TokenKind::Literal]);
/// assert_eq!(kinds("!in in~ !has"), [TokenKind::Name; 3]);
/// assert_eq!(kinds("'open"), [TokenKind::Unclosed]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TokenKind {
    /// A name or a word of the language: letters, digits, `_` and `$`, not beginning with a digit. Negated words
    /// (`!in`, `!has`) and `in~` are one token.
    Name,
    /// A text in quotes, of any of the forms of the language: `"a"`, `'a'`, `@"a"`, `h"a"`, and several lines
    /// between three backticks or tildes.
    Text,
    /// A whole number, decimal or hexadecimal (`0x1f`). A sign is a token of its own.
    Long,
    /// A number with a fraction or an exponent. `1..2` is a range and not a number.
    Real,
    /// A number with a unit of time, such as `7d`, `1.5h` or `90minutes`, without a blank between.
    Timespan,
    /// `datetime(...)`, `timespan(...)`, `dynamic(...)` or `guid(...)` with what is in the parentheses.
    Literal,
    /// An operator or a mark such as `==` or `,`.
    Sign,
    /// A text, or a literal in parentheses, that does not end. Texts in plain quotes end with the line at the
    /// latest.
    Unclosed,
    /// A character that no token begins with, or a number with an unknown unit.
    Invalid,
}

/// Operators and marks. Longer ones first.
///
/// `#` and `?` occur in commands and macros, not in queries; they are signs, so that a message can name them.
const SIGNS: [&str; 32] = [
    "==", "!=", "<>", "=~", "!~", "<=", ">=", "=>", "..", "--", "<", ">", "=", "|", "(", ")", "[",
    "]", "{", "}", ",", ";", ":", "+", "-", "*", "/", "%", ".", "~", "?", "#",
];

/// Words after which a parenthesis holds a literal.
///
/// Other types (`long(5)`, `bool(1)`) hold tokens in their parentheses; these hold text that is not tokens, such as
/// `2026-01-01`.
const LITERALS: [&str; 8] = [
    "datetime", "date", "timespan", "time", "dynamic", "guid", "uuid", "uniqueid",
];

/// Units of a timespan.
///
/// Ticks of 100 nanoseconds. From the vendor's page "The timespan data type", with the plurals that the service
/// accepts.
const UNITS: [(&str, i64); 28] = [
    ("d", 864_000_000_000),
    ("day", 864_000_000_000),
    ("days", 864_000_000_000),
    ("h", 36_000_000_000),
    ("hr", 36_000_000_000),
    ("hrs", 36_000_000_000),
    ("hour", 36_000_000_000),
    ("hours", 36_000_000_000),
    ("m", 600_000_000),
    ("min", 600_000_000),
    ("minute", 600_000_000),
    ("minutes", 600_000_000),
    ("s", 10_000_000),
    ("sec", 10_000_000),
    ("second", 10_000_000),
    ("seconds", 10_000_000),
    ("ms", 10_000),
    ("milli", 10_000),
    ("millis", 10_000),
    ("millisec", 10_000),
    ("millisecond", 10_000),
    ("milliseconds", 10_000),
    ("micro", 10),
    ("micros", 10),
    ("microsecond", 10),
    ("microseconds", 10),
    ("tick", 1),
    ("ticks", 1),
];

/// Ticks of 100 nanoseconds in a unit of time. `None` for an unknown unit.
pub(crate) fn ticks(unit: &str) -> Option<i64> {
    let found = UNITS.iter().find(|(name, _)| *name == unit);
    found.map(|(_, ticks)| *ticks)
}

/// The tokens of a text, without blanks and comments. Takes time in proportion to the length.
///
/// ```
/// let texts: Vec<_> = kql::tokens("T | where A !in~ ('x') // why").iter().map(|token| token.text).collect();
/// assert_eq!(texts, ["T", "|", "where", "A", "!in~", "(", "'x'", ")"]);
/// ```
///
/// Every byte that is neither a blank nor a part of a comment belongs to one token. Comments go from `//` to the end
/// of the line.
pub fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut lexer = Lexer { text, at: 0 };
    let mut tokens = Vec::new();
    loop {
        lexer.skip_blanks();
        let start = lexer.at;
        let Some(kind) = lexer.token() else {
            return tokens;
        };
        tokens.push(Token {
            span: Span::new(start, lexer.at),
            kind,
            text: &text[start..lexer.at],
        });
    }
}

/// A text and the place in it. The place is always between two characters.
struct Lexer<'a> {
    text: &'a str,
    at: usize,
}

impl Lexer<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// The byte so far ahead. Zero after the end.
    fn byte(&self, ahead: usize) -> u8 {
        let bytes = self.text.as_bytes();
        bytes.get(self.at + ahead).copied().unwrap_or(0)
    }

    fn skip_while(&mut self, test: impl Fn(char) -> bool) {
        let rest = self.rest();
        self.at += rest.find(|letter| !test(letter)).unwrap_or(rest.len());
    }

    /// A byte order mark counts as a blank: files of Windows begin with one.
    fn skip_blanks(&mut self) {
        loop {
            self.skip_while(|letter| letter.is_whitespace() || letter == '\u{feff}');
            if !self.rest().starts_with("//") {
                return;
            }
            self.skip_while(|letter| letter != '\n');
        }
    }

    /// Reads one token by its first character. `None` at the end.
    fn token(&mut self) -> Option<TokenKind> {
        let first = self.peek()?;
        Some(match first {
            '"' | '\'' => self.quoted(first, false),
            '`' if self.rest().starts_with("```") => self.fenced("```"),
            '~' if self.rest().starts_with("~~~") => self.fenced("~~~"),
            '@' | 'h' | 'H' if self.prefixed() => return Some(self.prefixed_text()),
            _ if first.is_ascii_digit() => self.number(),
            _ if is_name_start(first) => self.name(),
            '!' if self.byte(1).is_ascii_alphabetic() => {
                self.at += 1;
                self.name()
            }
            _ => self.sign(first),
        })
    }

    /// Whether a text with a prefix (`@`, `h`, `h@`) begins here.
    fn prefixed(&self) -> bool {
        let rest = self.rest();
        let rest = rest.strip_prefix(['h', 'H']).unwrap_or(rest);
        let rest = rest.strip_prefix('@').unwrap_or(rest);
        rest.starts_with(['"', '\'']) || rest.starts_with("```")
    }

    /// Reads the prefix and the text. `h` hides the text in the logs of a service, `@` turns escapes off.
    fn prefixed_text(&mut self) -> TokenKind {
        let mut verbatim = false;
        while let Some(letter) = self.peek() {
            match letter {
                '@' => verbatim = true,
                '`' => return self.fenced("```"),
                '"' | '\'' => return self.quoted(letter, verbatim),
                _ => {}
            }
            self.at += letter.len_utf8();
        }
        TokenKind::Unclosed
    }

    /// A text up to its quote. A backslash escapes the next character, in verbatim text a doubled quote is one quote.
    ///
    /// A line break ends a text that is not verbatim, so that one missing quote does not swallow the query.
    fn quoted(&mut self, quote: char, verbatim: bool) -> TokenKind {
        self.at += 1;
        while let Some(letter) = self.peek() {
            self.at += letter.len_utf8();
            match letter {
                '\\' if !verbatim => {
                    if let Some(escaped) = self.peek() {
                        self.at += escaped.len_utf8();
                    }
                }
                '\n' if !verbatim => return TokenKind::Unclosed,
                _ if letter != quote => {}
                _ if verbatim && self.peek() == Some(quote) => self.at += 1,
                _ => return TokenKind::Text,
            }
        }
        TokenKind::Unclosed
    }

    /// A text of several lines, between two fences.
    fn fenced(&mut self, fence: &str) -> TokenKind {
        self.at += fence.len();
        match self.rest().find(fence) {
            Some(end) => {
                self.at += end + fence.len();
                TokenKind::Text
            }
            None => {
                self.at = self.text.len();
                TokenKind::Unclosed
            }
        }
    }

    /// A number, and a unit if letters follow at once.
    fn number(&mut self) -> TokenKind {
        if self.byte(0) == b'0'
            && matches!(self.byte(1), b'x' | b'X')
            && self.byte(2).is_ascii_hexdigit()
        {
            self.at += 2;
            self.skip_while(|letter| letter.is_ascii_hexdigit());
            return TokenKind::Long;
        }
        self.skip_while(|letter| letter.is_ascii_digit());
        let mut kind = TokenKind::Long;
        // `1..2` is a range, `1.5` is not.
        if self.byte(0) == b'.' && self.byte(1).is_ascii_digit() {
            kind = TokenKind::Real;
            self.at += 1;
            self.skip_while(|letter| letter.is_ascii_digit());
        }
        let signed = usize::from(matches!(self.byte(1), b'+' | b'-'));
        if matches!(self.byte(0), b'e' | b'E') && self.byte(1 + signed).is_ascii_digit() {
            self.at += 1 + signed;
            self.skip_while(|letter| letter.is_ascii_digit());
            kind = TokenKind::Real;
        }
        let unit = self.at;
        self.skip_while(is_name_part);
        match &self.text[unit..self.at] {
            "" => kind,
            unit if ticks(unit).is_some() => TokenKind::Timespan,
            _ => TokenKind::Invalid,
        }
    }

    /// A name; with a parenthesis after some types the literal in it.
    fn name(&mut self) -> TokenKind {
        let start = self.at;
        self.skip_while(is_name_part);
        let word = &self.text[start..self.at];
        if word == "in" && self.byte(0) == b'~' {
            self.at += 1;
            return TokenKind::Name;
        }
        if LITERALS.contains(&word) {
            let after = self.at;
            self.skip_while(char::is_whitespace);
            if self.byte(0) == b'(' {
                return self.literal();
            }
            self.at = after;
        }
        TokenKind::Name
    }

    /// Text up to the closing parenthesis. Quoted parentheses do not count.
    ///
    /// Parentheses inside are counted. A quote in a date is not a quote of text, but dates have none.
    fn literal(&mut self) -> TokenKind {
        let mut depth = 0_usize;
        let mut quote = None;
        while let Some(letter) = self.peek() {
            self.at += letter.len_utf8();
            match (quote, letter) {
                (Some(_), '\\') => {
                    if let Some(escaped) = self.peek() {
                        self.at += escaped.len_utf8();
                    }
                }
                (Some(open), _) if open == letter => quote = None,
                (Some(_), _) => {}
                (None, '"' | '\'') => quote = Some(letter),
                (None, '(') => depth += 1,
                (None, ')') if depth <= 1 => return TokenKind::Literal,
                (None, ')') => depth -= 1,
                (None, _) => {}
            }
        }
        TokenKind::Unclosed
    }

    /// The longest sign that begins here, or one character that no token begins with.
    fn sign(&mut self, first: char) -> TokenKind {
        match SIGNS.iter().find(|sign| self.rest().starts_with(**sign)) {
            Some(sign) => {
                self.at += sign.len();
                TokenKind::Sign
            }
            None => {
                self.at += first.len_utf8();
                TokenKind::Invalid
            }
        }
    }
}

/// Letters of any script, `_` and `$`. The dollar begins `$left`, `$right` and `$table`.
fn is_name_start(letter: char) -> bool {
    letter.is_alphabetic() || letter == '_' || letter == '$'
}

fn is_name_part(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_' || letter == '$'
}

/// The value of a text token: without quotes, escapes resolved.
pub(crate) fn text_value(token: &str) -> String {
    let token = token.trim_start_matches(['h', 'H']);
    for fence in ["```", "~~~"] {
        let inner = token
            .strip_prefix(fence)
            .and_then(|rest| rest.strip_suffix(fence));
        if let Some(inner) = inner {
            return inner.to_owned();
        }
    }
    let (verbatim, quoted) = match token.strip_prefix('@') {
        Some(rest) => (true, rest),
        None => (false, token),
    };
    let mut letters = quoted.chars();
    let quote = letters.next().unwrap_or('"');
    let inner = quoted[quote.len_utf8()..]
        .strip_suffix(quote)
        .unwrap_or_default();
    if verbatim {
        let doubled: String = [quote, quote].iter().collect();
        return inner.replace(&doubled, &quote.to_string());
    }
    unescaped(inner)
}

/// Resolves backslash escapes. Unknown ones stay as the character after the backslash.
fn unescaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        if letter != '\\' {
            value.push(letter);
            continue;
        }
        match letters.next() {
            Some('n') => value.push('\n'),
            Some('t') => value.push('\t'),
            Some('r') => value.push('\r'),
            Some('0') => value.push('\0'),
            Some('u') => {
                let rest = letters.as_str();
                let code = rest
                    .get(..4)
                    .and_then(|digits| u32::from_str_radix(digits, 16).ok());
                match code.and_then(char::from_u32) {
                    Some(letter) => {
                        value.push(letter);
                        letters = rest[4..].chars();
                    }
                    None => value.push('u'),
                }
            }
            Some(other) => value.push(other),
            None => {}
        }
    }
    value
}
