//! Paths from a record to the values of a column.
//!
//! | path | value |
//! | --- | --- |
//! | `os.version` | a member of a nested object |
//! | `ipAddresses[0].ipAddress` | a member of the first element of a list |
//! | `ipAddresses[].ipAddress` | an array of that member of every element |
//!
//! A member whose own name contains dots or brackets is preferred, and names are matched in any case after an exact
//! match.

use std::borrow::Cow;

use serde_json::value::RawValue;

use crate::members::Members;

/// Checks the brackets of a path, so that a caller can refuse it before anything is sent.
///
/// # Errors
/// A sentence that names what is wrong.
///
/// ```
/// assert!(output::check_path("ipAddresses[].ipAddress").is_ok());
/// assert_eq!(output::check_path("a[x]").unwrap_err(), "`[x]` is no position: write `[0]`, or `[]` for every element");
/// ```
pub fn check_path(path: &str) -> Result<(), String> {
    let mut rest = path;
    while let Some((before, after)) = rest.split_once('[') {
        if before.contains(']') {
            break;
        }
        let Some((position, after)) = after.split_once(']') else {
            return Err("a `[` without `]`".to_owned());
        };
        if !position.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(format!(
                "`[{position}]` is no position: write `[0]`, or `[]` for every element"
            ));
        }
        if !(after.is_empty() || after.starts_with(['.', '['])) {
            return Err(format!("`{after}` after `]`: a dot leads to a member"));
        }
        rest = after;
    }
    match rest.contains(']') {
        true => Err("a `]` without `[`".to_owned()),
        false if path.is_empty() => Err("an empty name".to_owned()),
        false => Ok(()),
    }
}

/// The JSON text at a path: borrowed from the record, or an array of the values that `[]` selects. `None` if the record
/// has no such value.
pub(crate) fn find<'a>(record: &Members<'a>, path: &str) -> Option<Cow<'a, str>> {
    if !path.contains('[') || record.get(path).is_some() {
        return record.find(path).map(|value| value.get().into());
    }
    let mut values = Vec::new();
    in_object(record, path, &mut values);
    if !path.contains("[]") {
        return values.first().map(|value| (*value).into());
    }
    (!values.is_empty()).then(|| format!("[{}]", values.join(",")).into())
}

/// Collects the values below an object. The path begins with a name.
fn in_object<'a>(object: &Members<'a>, path: &str, into: &mut Vec<&'a str>) {
    let (name, rest) = match path.find('[') {
        Some(at) => path.split_at(at),
        None => (path, ""),
    };
    if let Some(value) = object.find(name) {
        below(value.get(), rest, into);
    }
}

/// Collects the values below a value. The path is empty, or begins with a bracket or a dot.
fn below<'a>(value: &'a str, path: &str, into: &mut Vec<&'a str>) {
    if path.is_empty() {
        into.push(value);
    } else if let Some(path) = path.strip_prefix('.') {
        if value.starts_with('{')
            && let Ok(object) = Members::of(value.as_bytes())
        {
            in_object(&object, path, into);
        }
    } else if let Some((position, rest)) = path[1..].split_once(']') {
        let elements: Vec<&'a RawValue> = match value.starts_with('[') {
            true => serde_json::from_str(value).unwrap_or_default(),
            false => return,
        };
        let only = position.parse::<usize>().ok();
        for (at, element) in elements.into_iter().enumerate() {
            if only.is_none_or(|only| only == at) {
                below(element.get(), rest, into);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RECORD: &str = r#"{"id":1,"ips":[{"ip":"a","tags":["x","y"]},{"ip":"b","tags":[]},{"mac":"c"}],"a[0]":7,
        "os":{"parts":[1.50]},"name":"n"}"#;

    fn found(path: &str) -> Option<String> {
        let members = Members::of(RECORD.as_bytes()).unwrap();
        find(&members, path).map(Cow::into_owned)
    }

    #[test]
    fn elements_of_lists_are_reached() {
        let table = [
            ("ips[0].ip", Some("\"a\"")),
            ("ips[].ip", Some("[\"a\",\"b\"]")),
            ("IPS[1].IP", Some("\"b\"")),
            ("ips[].tags[]", Some("[\"x\",\"y\"]")),
            ("ips[0].tags[1]", Some("\"y\"")),
            ("os.parts[0]", Some("1.50")),
            ("a[0]", Some("7")),
            ("ips[7].ip", None),
            ("ips[].none", None),
            ("name[].x", None),
            ("name[0]", None),
        ];
        for (path, expected) in table {
            assert_eq!(found(path).as_deref(), expected, "{path}");
        }
    }

    #[test]
    fn brackets_are_checked() {
        for path in ["a", "a.b", "a[]", "a[0][].b", "@odata.type"] {
            assert_eq!(check_path(path), Ok(()), "{path}");
        }
        for path in ["", "a[", "a]", "a[-1]", "a[0]b", "a]b["] {
            assert!(check_path(path).is_err(), "{path}");
        }
    }
}
