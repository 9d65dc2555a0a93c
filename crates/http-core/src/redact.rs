//! What of a URL may be shown: allow-lists, so that a name nobody thought of stays hidden.

use url::Url;

/// Query options whose values are no secret.
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

/// The URL without user, fragment and the values of query options that are not known to be harmless.
///
/// A signed storage URL is a secret as long as it lives: its whole query is hidden.
pub(crate) fn url(url: &Url) -> String {
    let mut shown = format!("{}{}", url.origin().ascii_serialization(), url.path());
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

/// A service's own words without the signatures of addresses that it quotes.
pub(crate) fn text(words: &str) -> String {
    let mut shown = String::with_capacity(words.len());
    let mut rest = words;
    while let Some(at) = rest.find("sig=") {
        let (before, after) = rest.split_at(at + "sig=".len());
        shown.push_str(before);
        shown.push_str("***");
        let ends = |c: char| c == '&' || c.is_whitespace() || matches!(c, '"' | '\'' | '<' | '>');
        rest = after.find(ends).map_or("", |end| &after[end..]);
    }
    shown.push_str(rest);
    shown
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
    fn only_known_options_keep_their_values() {
        let full = "https://user:pass@host.example/c/f.gz?sv=1&sig=canary&$top=5#frag";
        let shown = url(&Url::parse(full).unwrap());
        assert_eq!(shown, "https://host.example/c/f.gz?sv=***&sig=***&$top=5");
    }
}
