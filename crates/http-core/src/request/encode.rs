//! Percent-encoding of values in paths, queries and forms.
//!
//! Two invariants, tested with random values:
//!
//! - A value is encoded exactly once and decodes to itself.
//! - A value in a path stays one segment. A device id such as `../x` must not name another operation.
//!
//! The allowed characters are those of RFC 3986. Query values keep the characters that OData uses as
//! syntax (`$ ' ( ) , / :`), since `lastSeen%20ge%202026-01-31T00:00:00Z` is what the documents show; a
//! space is `%20` and a plus `%2B`, because the services read `+` as a space.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::error::{Error, Result};

/// Encodes all but the unreserved characters of RFC 3986, section 2.3.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// Encodes what would end or change a query value.
const VALUE: &AsciiSet = &SEGMENT
    .remove(b'$')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b',')
    .remove(b'/')
    .remove(b':')
    .remove(b'@');

/// Fills the braces of a path template. In quotes, as in `findbyip(ip='{ip}')`, a quote of the value is
/// doubled, as OData wants it.
///
/// # Errors
/// `Usage` for an empty value, `.` and `..`: URL parsers remove such segments, so the path would name
/// another operation.
pub(super) fn path(template: &str, values: &[(&'static str, String)]) -> Result<String> {
    let mut path = String::with_capacity(template.len() + 40);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        path.push_str(before);
        let value = values
            .iter()
            .find(|(known, _)| *known == name)
            .map_or("", |(_, value)| value);
        if matches!(value, "" | "." | "..") {
            return Err(Error::usage(format!("`{name}` cannot be `{value}`")));
        }
        let doubled = before.ends_with('\'').then(|| value.replace('\'', "''"));
        path.extend(utf8_percent_encode(
            doubled.as_deref().unwrap_or(value),
            SEGMENT,
        ));
        rest = after;
    }
    path.push_str(rest);
    Ok(path)
}

/// A query string of name and value pairs, without the `?`.
pub(super) fn query(values: &[(String, String)]) -> String {
    pairs(values, VALUE)
}

/// The body of an `application/x-www-form-urlencoded` form. All but the unreserved characters are
/// encoded, because secrets are made of all the others; a space is `%20`, which decodes like `+`.
pub(super) fn form(values: &[(String, String)]) -> String {
    pairs(values, SEGMENT)
}

/// Pairs joined by `&`, encoded by a set.
fn pairs(values: &[(String, String)], kept: &'static AsciiSet) -> String {
    let mut text = String::new();
    for (name, value) in values {
        if !text.is_empty() {
            text.push('&');
        }
        text.extend(utf8_percent_encode(name, kept));
        text.push('=');
        text.extend(utf8_percent_encode(value, kept));
    }
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn one(template: &str, value: &str) -> Result<String> {
        path(template, &[("id", value.to_owned())])
    }

    #[test]
    fn function_segments_keep_their_form_and_double_quotes_inside() {
        assert_eq!(
            one("/f(ip='{id}',t=1)", "a'b").unwrap(),
            "/f(ip='a%27%27b',t=1)"
        );
        assert_eq!(
            one("/f(ip='{id}',t=1)", "fe80::1").unwrap(),
            "/f(ip='fe80%3A%3A1',t=1)"
        );
    }

    #[test]
    fn a_value_cannot_climb_or_vanish() {
        for value in ["", ".", ".."] {
            assert!(one("/a/{id}", value).is_err(), "{value:?}");
        }
        assert_eq!(one("/a/{id}", "../b").unwrap(), "/a/..%2Fb");
    }

    #[test]
    fn a_query_value_is_encoded_once() {
        let values = [(
            "$filter".to_owned(),
            "a eq 'x+y & z#%' and b ge 2020-01-01T00:00:00Z".to_owned(),
        )];
        assert_eq!(
            query(&values),
            "$filter=a%20eq%20'x%2By%20%26%20z%23%25'%20and%20b%20ge%202020-01-01T00:00:00Z"
        );
    }

    #[test]
    fn a_form_keeps_the_unreserved_characters_only() {
        let values = [("client_secret".to_owned(), "a~b._-+/=&%é \"".to_owned())];
        assert_eq!(
            form(&values),
            "client_secret=a~b._-%2B%2F%3D%26%25%C3%A9%20%22"
        );
    }

    proptest! {
        #[test]
        fn any_form_value_comes_back(name in "[a-z_]{1,9}", value in "\\PC{0,40}") {
            let text = form(&[(name.clone(), value.clone())]);
            let back: Vec<_> = url::form_urlencoded::parse(text.as_bytes()).into_owned().collect();
            prop_assert_eq!(back, vec![(name, value)]);
        }

        #[test]
        fn any_query_value_comes_back(name in "[$a-zA-Z]{1,9}", value in "\\PC{0,40}") {
            let text = query(&[(name.clone(), value.clone())]);
            let back: Vec<_> = url::form_urlencoded::parse(text.as_bytes()).into_owned().collect();
            prop_assert_eq!(back, vec![(name, value)]);
        }

        #[test]
        fn any_path_value_stays_one_segment(value in "\\PC{1,40}") {
            prop_assume!(value != "." && value != "..");
            let text = one("/a/{id}/z", &value).unwrap();
            prop_assert_eq!(text.split('/').count(), 4);
            let segment = text.split('/').nth(2).unwrap();
            let back = percent_encoding::percent_decode_str(segment).decode_utf8().unwrap();
            prop_assert_eq!(back, value);
        }
    }
}
