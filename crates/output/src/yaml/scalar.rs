//! Strings and numbers of YAML, from the tokens of JSON.
//!
//! A JSON string is nearly a double-quoted YAML string. The differences are handled here: escaped slashes, surrogate
//! pairs, characters that YAML does not allow, and words and numbers that must not be read as another type.

use std::fmt::Write as _;

use crate::terminal::is_unsafe;

/// Words that some YAML parser reads as null or as a boolean, in small letters.
const WORDS: [&str; 9] = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"];

/// Writes a number or a literal. `None` if the token is neither. The digits are copied, so no precision is lost.
pub(super) fn number(token: &[u8], out: &mut Vec<u8>) -> Option<()> {
    if matches!(token, b"null" | b"true" | b"false") {
        out.extend_from_slice(token);
        return Some(());
    }
    // Checks the grammar only; the value is not read.
    serde_json::from_slice::<&serde_json::value::RawValue>(token).ok()?;
    let Some(at) = token.iter().position(|byte| matches!(byte, b'e' | b'E')) else {
        out.extend_from_slice(token);
        return Some(());
    };
    let (digits, exponent) = token.split_at(at);
    out.extend_from_slice(digits);
    // YAML 1.1 requires a point and a sign in numbers with an exponent.
    if !digits.contains(&b'.') {
        out.extend_from_slice(b".0");
    }
    out.push(exponent[0]);
    if !matches!(exponent.get(1), Some(b'+' | b'-')) {
        out.push(b'+');
    }
    out.extend_from_slice(&exponent[1..]);
    Some(())
}

/// Writes a JSON string, given without its quotes. `None` if an escape is invalid. Quotes are left out where every
/// parser reads the text as text.
pub(super) fn string(token: &[u8], out: &mut Vec<u8>) -> Option<()> {
    let text = String::from_utf8_lossy(token);
    if is_plain(&text) {
        out.extend_from_slice(token);
        return Some(());
    }
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    let mut rest = &*text;
    while let Some(at) = rest.find(|character| character == '\\' || must_be_escaped(character)) {
        quoted.push_str(&rest[..at]);
        rest = &rest[at..];
        rest = match rest.strip_prefix('\\') {
            Some(escape) => escaped(escape, &mut quoted)?,
            None => {
                let mut characters = rest.chars();
                if let Some(character) = characters.next() {
                    push(character, &mut quoted);
                }
                characters.as_str()
            }
        };
    }
    quoted.push_str(rest);
    quoted.push('"');
    out.extend_from_slice(quoted.as_bytes());
    Some(())
}

/// Writes one escape and returns the text after it. Most escapes are the same in YAML.
fn escaped<'a>(escape: &'a str, into: &mut String) -> Option<&'a str> {
    let mut characters = escape.chars();
    match characters.next()? {
        '/' => into.push('/'),
        same @ ('"' | '\\' | 'b' | 'f' | 'n' | 'r' | 't') => {
            into.push('\\');
            into.push(same);
        }
        'u' => {
            let (unit, rest) = unit(escape)?;
            let low = rest.strip_prefix('\\').and_then(self::unit);
            let pair = low.and_then(|(low, rest)| {
                let decoded = char::decode_utf16([unit, low]).next()?.ok()?;
                (u32::from(decoded) > 0xffff).then_some((decoded, rest))
            });
            // A surrogate pair becomes one character; a lone surrogate stays escaped.
            if let Some((character, rest)) = pair {
                push_or_escape(character, into);
                return Some(rest);
            }
            let _ = write!(into, "\\u{unit:04x}");
            return Some(rest);
        }
        _ => return None,
    }
    Some(characters.as_str())
}

/// The number in `uXXXX`, and the text after it.
fn unit(text: &str) -> Option<(u16, &str)> {
    let digits = text.strip_prefix('u')?.get(..4)?;
    let is_hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    let unit = u16::from_str_radix(digits, 16).ok().filter(|_| is_hex)?;
    Some((unit, &text[5..]))
}

/// Writes a character, escaped if it has to be.
fn push_or_escape(character: char, into: &mut String) {
    if must_be_escaped(character) {
        push(character, into);
    } else {
        into.push(character);
    }
}

/// Escapes a character. Writing into a string cannot fail.
fn push(character: char, into: &mut String) {
    let _ = match u32::from(character) {
        code @ 0..=0xffff => write!(into, "\\u{code:04x}"),
        code => write!(into, "\\U{code:08x}"),
    };
}

/// Characters that YAML parsers refuse or fold, and those that terminals act on.
fn must_be_escaped(character: char) -> bool {
    is_unsafe(character) || matches!(character, '\u{fffe}' | '\u{ffff}')
}

/// Whether every YAML parser reads the text as text without quotes.
fn is_plain(text: &str) -> bool {
    let is_part = |character: char| character.is_alphanumeric() || "_-./@ ".contains(character);
    text.starts_with(|first: char| first.is_alphabetic() || first == '_')
        && text.chars().all(is_part)
        && !text.ends_with(' ')
        && !WORDS.iter().any(|word| word.eq_ignore_ascii_case(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn string_of(token: &str) -> Option<String> {
        let mut out = Vec::new();
        string(token.as_bytes(), &mut out).map(|()| String::from_utf8(out).unwrap())
    }

    #[test]
    fn strings_are_plain_only_where_every_reader_takes_them_for_text() {
        for (token, expected) in [
            ("High", "High"),
            ("wks-7.contoso.example", "wks-7.contoso.example"),
            ("日本", "日本"),
            ("", "\"\""),
            ("No", "\"No\""),
            ("NULL", "\"NULL\""),
            ("1e3", "\"1e3\""),
            ("2026-03-02", "\"2026-03-02\""),
            ("x: y", "\"x: y\""),
            ("x #y", "\"x #y\""),
            ("- x", "\"- x\""),
            ("x ", "\"x \""),
            ("~", "\"~\""),
            ("=1+1", "\"=1+1\""),
            (r#"a\"b\\c\/d\n"#, r#""a\"b\\c/d\n""#),
            (r"\u0041\ud83d\ude00", r#""\u0041😀""#),
            (r"\ud800x", r#""\ud800x""#),
            (r"\ud800\u0041", r#""\ud800\u0041""#),
            (
                "a\u{9b}\u{85}\u{2028}\u{feff}b",
                r#""a\u009b\u0085\u2028\ufeffb""#,
            ),
            ("\u{e0041}", r#""\U000e0041""#),
        ] {
            assert_eq!(string_of(token).as_deref(), Some(expected), "{token}");
        }
        assert_eq!(string_of(r"\x41"), None);
        assert_eq!(string_of(r"\u+041"), None);
    }

    #[test]
    fn numbers_keep_every_digit() {
        let long = "9".repeat(100_000);
        for (token, expected) in [
            ("18446744073709551616", "18446744073709551616"),
            (&*long, &*long),
            ("1.50", "1.50"),
            ("1e400", "1.0e+400"),
            ("-1.5E7", "-1.5E+7"),
            ("1.038518E+07", "1.038518E+07"),
            ("2e-3", "2.0e-3"),
            ("null", "null"),
        ] {
            let mut out = Vec::new();
            assert_eq!(number(token.as_bytes(), &mut out), Some(()), "{token}");
            assert_eq!(out, expected.as_bytes());
        }
    }
}
