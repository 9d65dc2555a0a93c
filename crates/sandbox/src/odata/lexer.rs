//! Tokens of a filter, and dates in the forms that the services accept.

use jiff::Timestamp;

/// A token of a filter.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Token {
    /// A name or a keyword. Names may contain dots (`microsoft.graph.security.userEvidence`).
    Word(String),
    Text(String),
    Number(f64),
    Date(Timestamp),
    Open,
    Close,
    Comma,
    Slash,
    Colon,
    /// `$it`.
    Dollar(String),
}

/// Splits a filter into tokens.
///
/// # Errors
///
/// The message of the service, with the position of the character that is not valid.
pub(crate) fn tokens(text: &str) -> Result<Vec<Token>, String> {
    let mut rest = text;
    let mut tokens = Vec::new();
    loop {
        rest = rest.trim_start();
        let Some(first) = rest.chars().next() else {
            return Ok(tokens);
        };
        let single = match first {
            '(' => Some(Token::Open),
            ')' => Some(Token::Close),
            ',' => Some(Token::Comma),
            '/' => Some(Token::Slash),
            ':' => Some(Token::Colon),
            _ => None,
        };
        if let Some(token) = single {
            tokens.push(token);
            rest = &rest[1..];
            continue;
        }
        let (token, after) = match first {
            '\'' => quoted(rest)?,
            '$' => {
                let end = word_end(&rest[1..]) + 1;
                (Token::Dollar(rest[..end].to_owned()), &rest[end..])
            }
            '0'..='9' | '-' | '+' => number_or_date(rest)?,
            'a'..='z' | 'A'..='Z' | '_' => {
                let end = word_end(rest);
                (Token::Word(rest[..end].to_owned()), &rest[end..])
            }
            other => {
                let at = text.len() - rest.len();
                return Err(format!(
                    "Syntax error: character '{other}' is not valid at position {at} in '{text}'."
                ));
            }
        };
        tokens.push(token);
        rest = after;
    }
}

fn word_end(text: &str) -> usize {
    text.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '@')))
        .unwrap_or(text.len())
}

/// A text in single quotes. Two quotes inside stand for one.
fn quoted(text: &str) -> Result<(Token, &str), String> {
    let mut value = String::new();
    let mut rest = &text[1..];
    loop {
        let Some(end) = rest.find('\'') else {
            return Err(format!(
                "There is an unterminated string literal at position 0 in '{text}'."
            ));
        };
        value.push_str(&rest[..end]);
        rest = &rest[end + 1..];
        match rest.strip_prefix('\'') {
            Some(after) => {
                value.push('\'');
                rest = after;
            }
            None => return Ok((Token::Text(value), rest)),
        }
    }
}

/// A number, a date, or a GUID, which OData writes without quotes.
fn number_or_date(text: &str) -> Result<(Token, &str), String> {
    let end = text
        .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '+' | '.' | ':')))
        .unwrap_or(text.len());
    let (literal, rest) = text.split_at(end);
    if let Ok(number) = literal
        .trim_end_matches(['L', 'l', 'd', 'D', 'f', 'F', 'm', 'M'])
        .parse::<f64>()
    {
        return Ok((Token::Number(number), rest));
    }
    match date(literal) {
        Some(at) => Ok((Token::Date(at), rest)),
        // GUIDs have no quotes in OData.
        None if literal.len() == 36 && literal.matches('-').count() == 4 => {
            Ok((Token::Text(literal.to_owned()), rest))
        }
        None => Err(format!("Unrecognized literal '{literal}'.")),
    }
}

/// A time in a form that the services accept: RFC 3339, a date alone, or a date and time without a
/// zone (UTC).
pub(crate) fn date(text: &str) -> Option<Timestamp> {
    if let Ok(at) = text.parse() {
        return Some(at);
    }
    let bare = text.trim_end_matches('Z');
    if let Ok(day) = bare.parse::<jiff::civil::Date>()
        && bare.len() == 10
    {
        return day
            .to_zoned(jiff::tz::TimeZone::UTC)
            .ok()
            .map(|zoned| zoned.timestamp());
    }
    let spaced = bare.parse::<jiff::civil::DateTime>().ok()?;
    spaced
        .to_zoned(jiff::tz::TimeZone::UTC)
        .ok()
        .map(|zoned| zoned.timestamp())
}
