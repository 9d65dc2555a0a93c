//! Reads which properties a filter names.
//!
//! This is a scanner for names, not a parser: it accepts any text, valid or not. Its result serves
//! warnings about properties that are not documented as filterable, so a rare false name costs little.

/// Words of the filter language.
const WORDS: &[&str] = &[
    "and", "or", "not", "eq", "ne", "gt", "ge", "lt", "le", "in", "has", "add", "sub", "mul",
    "div", "mod", "true", "false", "null", "any", "all", "asc", "desc",
];

/// The properties that a filter names, each once, in order of appearance.
///
/// Skips quoted text, numbers, times, GUIDs, function names, and the variables of `any` and `all`. A path
/// such as `evidence/entityType` is one name.
///
/// ```
/// use http_core::odata::properties;
/// let filter = "startswith(computerDnsName,'a or b') and lastSeen ge 2026-01-31T00:00:00Z";
/// assert_eq!(properties(filter), ["computerDnsName", "lastSeen"]);
/// ```
pub fn properties(filter: &str) -> Vec<&str> {
    let mut found: Vec<&str> = Vec::new();
    let mut variables: Vec<&str> = Vec::new();
    let mut rest = filter;
    while let Some(first) = rest.chars().next() {
        if first == '\'' {
            rest = behind_text(rest);
            continue;
        }
        if !is_of_word(first) {
            rest = &rest[first.len_utf8()..];
            continue;
        }
        let end = rest.find(|c| !is_of_word(c)).unwrap_or(rest.len());
        let (word, behind) = rest.split_at(end);
        rest = behind;
        let is_variable_made = behind.starts_with(':') && !first.is_ascii_digit();
        if is_variable_made {
            variables.push(word);
        }
        let root = word.split('/').next().unwrap_or(word);
        let is_name = !first.is_ascii_digit()
            && first != '-'
            && !is_variable_made
            && !behind.trim_start().starts_with('(')
            && !WORDS.iter().any(|known| known.eq_ignore_ascii_case(word))
            && !variables.contains(&root)
            && !is_guid(word);
        let name = word
            .strip_suffix("/any")
            .or_else(|| word.strip_suffix("/all"));
        let name = match name {
            Some(list) => Some(list),
            None => is_name.then_some(word),
        };
        if let Some(name) = name.filter(|name| !found.contains(name)) {
            found.push(name);
        }
        // A digit begins a number, a time or an id, whose letters and colons belong to it.
        if first.is_ascii_digit() || first == '-' {
            let end = rest.find([' ', ')', ',']).unwrap_or(rest.len());
            rest = &rest[end..];
        }
    }
    found
}

/// Whether a character may be part of a word. `@` and `#` occur in annotations.
fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '/' | '.' | '-' | '@' | '#')
}

/// The text behind a quoted string. Doubled quotes are inside the string.
fn behind_text(quoted: &str) -> &str {
    let mut rest = &quoted[1..];
    while let Some((_, behind)) = rest.split_once('\'') {
        match behind.strip_prefix('\'') {
            Some(inside) => rest = inside,
            None => return behind,
        }
    }
    ""
}

/// Whether a word is a GUID, which may begin with a letter.
pub(crate) fn is_guid(word: &str) -> bool {
    let groups: Vec<_> = word.split('-').map(str::len).collect();
    groups == [8, 4, 4, 4, 12] && word.bytes().all(|b| b == b'-' || b.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::request::odata::Filter;

    #[test]
    fn only_properties_are_found() {
        for (filter, names) in [
            (
                "severity eq 'High' or not (status eq 'x''y')",
                vec!["severity", "status"],
            ),
            (
                "a ge 2018-08-01Z and b eq -1.5 and c eq null",
                vec!["a", "b", "c"],
            ),
            (
                "machineId eq f1e2d3c4-0000-1111-2222-333344445555",
                vec!["machineId"],
            ),
            (
                "tags/any(t:t eq 'x') and id in ('1', '2')",
                vec!["tags", "id"],
            ),
            ("evidence/entityType eq 'File'", vec!["evidence/entityType"]),
            ("contains(tolower(name),'eq')", vec!["name"]),
            ("'nothing", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(properties(filter), names, "{filter}");
        }
    }

    proptest! {
        #[test]
        fn no_value_is_taken_for_a_property(value in "\\PC{0,40}") {
            let filter = Filter::eq("name", value.as_str()).and(Filter::eq("other", 1)).to_string();
            prop_assert_eq!(properties(&filter), vec!["name", "other"]);
        }
    }
}
