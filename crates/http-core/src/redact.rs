//! Keeps secrets out of messages, logs and traces.
//!
//! Two inputs, two rules:
//!
//! - **URLs** ([`url`]) use an allow-list: the values of query options are hidden unless the option is
//!   known to be harmless. A new kind of secret is hidden without a change here. Signed storage URLs are
//!   secrets as long as they live, and exports and live response hand them out.
//! - **Messages of a service** ([`text`]) use a deny-list: a sentence is unreadable if only known words
//!   pass. Names of secrets are matched in any case, percent-encoded once or twice, in forms, JSON and
//!   headers, because storage hosts and identity services quote the request they reject.
//!
//! Redaction errs on the side of hiding; nothing depends on the text that comes out.

use url::Url;

/// Query options whose values are harmless: paging, filters, versions.
const SHOWN: &[&str] = &[
    "$filter",
    "$top",
    "$skip",
    "$expand",
    "$count",
    "$select",
    "$orderby",
    "$search",
    "api-version",
    "pageSize",
    "pagesize",
    "sinceTime",
    "sincetime",
    "lookBackHours",
    "limit",
    "skip",
    "sortField",
    "sortDirection",
    "tag",
];

/// The URL without user, password, fragment and the values of unknown query options.
///
/// An address without a host, such as `data:` or `file:`, is cut to its scheme.
pub(crate) fn url(url: &Url) -> String {
    if !url.has_host() {
        return format!("{}:…", url.scheme());
    }
    let host = url.host_str().unwrap_or_default();
    let port = url.port().map(|port| format!(":{port}"));
    let port = port.unwrap_or_default();
    let mut shown = format!("{}://{host}{port}{}", url.scheme(), url.path());
    for (index, (name, value)) in url.query_pairs().enumerate() {
        shown.push(if index == 0 { '?' } else { '&' });
        shown.push_str(&name);
        shown.push('=');
        shown.push_str(if SHOWN.contains(&&*name) {
            &value
        } else {
            "***"
        });
    }
    shown
}

/// Names whose values are secrets, in lower case.
const SECRETS: &[&str] = &[
    "sig",
    "signature",
    "client_secret",
    "client_assertion",
    "refresh_token",
    "access_token",
    "id_token",
    "password",
    "bearer",
];

/// Separators between a name and its value: in URLs and forms (also encoded once or twice), JSON, and
/// headers.
const BETWEEN: &[&str] = &["=", "%3d", "%253d", "\":\"", "\": \"", ": ", ":", " "];

/// A message of a service without the secrets that it quotes: signatures of URLs, tokens, fields of
/// forms. Exported as `http_core::redacted`.
///
/// ```
/// let message = "the signature in ?sv=1&sig=abc%2Bdef&se=2 is not valid";
/// assert_eq!(
///     http_core::redacted(message),
///     "the signature in ?sv=1&sig=***&se=2 is not valid"
/// );
/// ```
pub fn text(words: &str) -> String {
    let lower = words.to_ascii_lowercase();
    let mut shown = String::with_capacity(words.len());
    let mut at = 0;
    while at < words.len() {
        let end = secret_at(&lower, at);
        let Some((from, to)) = end else {
            let next = words[at..].chars().next().map_or(1, char::len_utf8);
            shown.push_str(&words[at..at + next]);
            at += next;
            continue;
        };
        shown.push_str(&words[at..from]);
        shown.push_str("***");
        at = to;
    }
    shown
}

/// Begin and end of the value of a secret whose name begins at `at`. `lower` is the message in lower
/// case, which has the same byte offsets.
fn secret_at(lower: &str, at: usize) -> Option<(usize, usize)> {
    let is_begun = lower[..at].ends_with(|c: char| c.is_ascii_alphanumeric() || c == '_');
    // An encoded `&` or `?` ends in alphanumerics, yet a name may follow it.
    let is_encoded = ["%26", "%3f", "%2526", "%253f"]
        .iter()
        .any(|encoded| lower[..at].ends_with(encoded));
    if is_begun && !is_encoded {
        return None;
    }
    let rest = &lower[at..];
    // A JSON web token begins with `eyJ`, the encoding of `{"`.
    if rest.starts_with("eyj") {
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "-_.".contains(c)));
        let end = end.unwrap_or(rest.len());
        return (rest[..end].contains('.')).then_some((at, at + end));
    }
    let names = SECRETS
        .iter()
        .filter_map(|name| Some((spelled(rest, name)?, name)));
    let (length, name) = names.max_by_key(|(length, _)| *length)?;
    let after = &rest[length..];
    let between = BETWEEN
        .iter()
        .find(|between| after.starts_with(**between))?;
    // "password: required" is a sentence. Only `Bearer` is followed by its value after a blank.
    let is_loose = between.trim() != *between || *between == ":";
    if is_loose && *name != "bearer" {
        return None;
    }
    let from = at + length + between.len();
    let value = &lower[from..];
    let ends = |c: char| c == '&' || c.is_whitespace() || matches!(c, '"' | '\'' | '<' | '>');
    let end = value.find(ends).unwrap_or(value.len());
    let end = ["%26", "%2526"]
        .iter()
        .filter_map(|encoded| value.find(encoded))
        .fold(end, usize::min);
    let is_token = *name != "bearer" || end > 20;
    is_token.then_some((from, from + end))
}

/// Length of `name` at the beginning of `rest`, with letters as they are or percent-encoded once or
/// twice. `None` if the name does not begin there.
fn spelled(rest: &str, name: &str) -> Option<usize> {
    let mut at = 0;
    for letter in name.bytes() {
        let here = &rest.as_bytes()[at..];
        let encoded = [letter, letter.to_ascii_uppercase()].map(|letter| format!("{letter:02x}"));
        let long = ["%", "%25"].iter().find_map(|sign| {
            let after = here.strip_prefix(sign.as_bytes())?;
            let is_letter = encoded
                .iter()
                .any(|code| after.starts_with(code.as_bytes()));
            is_letter.then_some(sign.len() + 2)
        });
        at += match here.first() {
            Some(first) if *first == letter => 1,
            _ => long?,
        };
    }
    Some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_signatures_are_hidden_and_nothing_else() {
        let said = "'https://h.example/c?sv=1&sig=can%2Bary&se=2' and sig=canary are not valid";
        let shown = "'https://h.example/c?sv=1&sig=***&se=2' and sig=*** are not valid";
        assert_eq!(text(said), shown);
        assert_eq!(text("no signature"), "no signature");
    }

    #[test]
    fn a_secret_is_hidden_in_whatever_way_it_is_quoted() {
        for quoted in [
            "?Sig=canary",
            "&SIG=canary&se=1",
            "?sv=1&%73ig=canary",
            "?s%69%47=canary&se=1",
            "%2526%2573ig%253Dcanary%2526",
            "https%3A%2F%2Fh.example%2Fc%3Fsv%3D1%26sig%3Dcanary%26se%3D2",
            "%2526sig%253Dcanary%2526",
            "client_secret=canary&grant_type=x",
            r#"{"client_secret":"canary","a":1}"#,
            r#"{"refresh_token": "canary"}"#,
            "Authorization: Bearer canary.canary.canary.canary",
            "the token eyJhbGciOiJub25lIn0.canary.canary is not valid",
            "password=canary",
        ] {
            let shown = text(quoted);
            assert!(
                !shown.contains("canary") && shown.contains("***"),
                "{shown}"
            );
        }
        for plain in [
            "the password is wrong",
            "signature: not valid",
            "bearer token required",
            "ümlaut sig ünd",
            "design=1",
        ] {
            assert_eq!(text(plain), plain);
        }
    }

    #[test]
    fn an_address_without_a_host_shows_its_scheme_only() {
        for address in [
            "file:///etc/passwd",
            "javascript:canary()",
            "data:text/plain,canary",
        ] {
            let shown = url(&Url::parse(address).unwrap());
            assert_eq!(shown, format!("{}:…", address.split(':').next().unwrap()));
        }
        let shown = url(&Url::parse("http://[::1]:8080/x").unwrap());
        assert_eq!(shown, "http://[::1]:8080/x");
    }

    #[test]
    fn only_known_options_keep_their_values() {
        let full = "https://user:pass@host.example/c/f.gz?sv=1&sig=canary&$top=5#frag";
        let shown = url(&Url::parse(full).unwrap());
        assert_eq!(shown, "https://host.example/c/f.gz?sv=***&sig=***&$top=5");
    }
}
