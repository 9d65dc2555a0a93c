//! Masks secrets in texts of other programs and services that go into errors.

use base64::Engine;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

/// Replaces what is masked.
const HIDDEN: &str = "***";

/// A word with at least this many letters and digits may be a key or a token.
const SUSPICIOUS: usize = 32;

/// Names of members and options whose values are masked.
const NAMES: [&str; 9] = [
    "assertion",
    "authorization",
    "key",
    "password",
    "pwd",
    "secret",
    "sig",
    "signature",
    "token",
];

/// Accepts sloppy base64: a secret in a text is a secret whether its padding is right or not.
const LENIENT: GeneralPurposeConfig = GeneralPurposeConfig::new()
    .with_decode_allow_trailing_bits(true)
    .with_decode_padding_mode(DecodePaddingMode::Indifferent);

/// Returns the first line of a text of another program or service, safe to show: the given secrets
/// are masked in every encoding, and so is whatever looks like a token, a key, a password or an
/// e-mail address. At most 300 characters.
///
/// ```
/// let said = "refused: client_secret=hunter2\nmore";
/// assert_eq!(auth_core::first_line(said, &[]), "refused: client_secret=***");
/// ```
pub fn first_line(text: &str, secrets: &[&str]) -> String {
    let line = text.lines().find(|line| !line.trim().is_empty());
    // Mask before cutting: a part of a secret is a secret, too.
    shorten(&without_suspects(&without(
        line.unwrap_or_default(),
        secrets,
    )))
}

/// Masks these secrets: as they are, percent-encoded, and in base64.
fn without(text: &str, secrets: &[&str]) -> String {
    let secrets: Vec<&str> = secrets
        .iter()
        .copied()
        .filter(|one| !one.is_empty())
        .collect();
    let mut text = text.to_owned();
    for secret in &secrets {
        text = text.replace(secret, HIDDEN);
    }
    by_word(&text, |word| {
        let decoded = [percent_decoded(word), base64_decoded(word)];
        let holds = |text: &String| secrets.iter().any(|secret| text.contains(secret));
        if decoded.iter().any(holds) {
            HIDDEN.to_owned()
        } else {
            word.to_owned()
        }
    })
}

/// Masks whatever looks like a token, a key, a password or an e-mail address.
fn without_suspects(text: &str) -> String {
    let mut is_value = false;
    by_word(text, |word| {
        let of_name = std::mem::replace(&mut is_value, is_name(word));
        if of_name || word.contains('@') || is_suspicious(word) {
            return HIDDEN.to_owned();
        }
        match word.split_once(['=', ':']) {
            Some((name, value)) if is_sensitive(name) && !value.is_empty() => {
                format!("{}{HIDDEN}", &word[..=name.len()])
            }
            _ => word.to_owned(),
        }
    })
}

/// Changes each word of a text and keeps what separates them.
fn by_word(text: &str, change: impl FnMut(&str) -> String) -> String {
    let words: Vec<_> = text.split_whitespace().map(change).collect();
    words.join(" ")
}

/// Whether a word is like `password:` or `--password`, whose value is the next word.
fn is_name(word: &str) -> bool {
    let name = word
        .strip_suffix([':', '='])
        .or_else(|| word.starts_with("--").then_some(word));
    name.is_some_and(is_sensitive)
}

/// Whether a name is that of a secret, such as `client_secret` or `access-token`.
fn is_sensitive(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let mut parts = name.split(|letter: char| !letter.is_ascii_alphanumeric());
    parts.any(|part| NAMES.iter().any(|known| part.ends_with(known)))
}

/// Whether a word is a token, or mixes upper case, lower case and digits at a length that words do
/// not have.
fn is_suspicious(word: &str) -> bool {
    let word = word.trim_matches(|letter: char| !letter.is_ascii_alphanumeric());
    if word.contains("eyJ") {
        return true;
    }
    let is_path = word.contains("://") || word.contains('\\') || word.matches('/').count() > 2;
    let mixes = |is: fn(&u8) -> bool| word.as_bytes().iter().any(is);
    word.len() >= SUSPICIOUS
        && !is_path
        && mixes(u8::is_ascii_digit)
        && mixes(u8::is_ascii_lowercase)
        && mixes(u8::is_ascii_uppercase)
}

/// Decodes a word as a form: `%41` becomes `A`, and `+` a blank.
fn percent_decoded(word: &str) -> String {
    let pairs = url::form_urlencoded::parse(word.as_bytes());
    let parts: Vec<_> = pairs
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    parts.join("&")
}

/// Decodes the runs of base64 in a word, at each of the four offsets where one may begin.
fn base64_decoded(word: &str) -> String {
    let is_base64 = |letter: char| letter.is_ascii_alphanumeric() || "+/-_".contains(letter);
    let mut all = String::new();
    for run in word.split(|letter| !is_base64(letter)) {
        for begin in 0..run.len().min(4) {
            let engine = match run.contains(['-', '_']) {
                true => GeneralPurpose::new(&base64::alphabet::URL_SAFE, LENIENT),
                false => GeneralPurpose::new(&base64::alphabet::STANDARD, LENIENT),
            };
            let part = &run[begin..];
            // A single letter does not encode a byte.
            let part = &part[..part.len() - usize::from(part.len() % 4 == 1)];
            if let Ok(bytes) = engine.decode(part) {
                all.push_str(&String::from_utf8_lossy(&bytes));
                all.push(' ');
            }
        }
    }
    all
}

/// One line of at most 300 characters, without control characters.
pub(crate) fn shorten(text: &str) -> String {
    let words: Vec<_> = text.split_whitespace().collect();
    let line = words.join(" ");
    line.chars().filter(|c| !c.is_control()).take(300).collect()
}

#[cfg(test)]
mod tests {
    use base64::engine::general_purpose;

    use super::*;

    #[test]
    fn a_secret_is_found_in_every_form() {
        let secret = "c4n~ry/+ s?cret";
        let standard = general_purpose::STANDARD;
        let url_safe = general_purpose::URL_SAFE_NO_PAD;
        let form: String = url::form_urlencoded::byte_serialize(secret.as_bytes()).collect();
        for echo in [
            secret.to_owned(),
            form.clone(),
            form.to_lowercase(),
            form.replace('+', "%20"),
            standard.encode(secret),
            url_safe.encode(secret),
            standard.encode(format!("client:{secret}")),
            standard.encode(format!("ab{secret}cd")),
            format!("form=a&client_secret={form}&b=c"),
            format!("\"{}\",", standard.encode(format!("x{secret}"))),
        ] {
            let hidden = without(&format!("refused {echo} because"), &[secret, ""]);
            assert_eq!(hidden, "refused *** because", "{echo}");
        }
        assert_eq!(without("nothing here", &[secret]), "nothing here");
    }

    #[test]
    fn what_looks_like_a_secret_is_hidden_and_ordinary_words_are_not() {
        for (text, expected) in [
            ("got eyJhbGciOi.x.y instead", "got *** instead"),
            ("for ada@contoso.example", "for ***"),
            (
                "client_secret=hunter2 is wrong",
                "client_secret=*** is wrong",
            ),
            ("--password hunter2", "--password ***"),
            ("Password: hunter2", "Password: ***"),
            ("\"accessToken\":\"abc\"", "\"accessToken\":***"),
            ("Zm9vYmFyMTIzNDU2Nzg5MFphYmNkZWZnaGlqa2w=", "***"),
        ] {
            assert_eq!(without_suspects(text), expected);
        }
        for text in [
            "AADSTS50076: due to a configuration change made by your administrator",
            "Trace ID: 11111111-2222-3333-4444-555555555555",
            "see https://learn.microsoft.com/en-us/azure/Errors2024/token?view=1",
            "No module named 'azure.cli' in /opt/Python3.12/lib/site-packages/azure/__main__.py",
            "tenant=contoso.example",
        ] {
            assert_eq!(without_suspects(text), text);
        }
    }
}
