//! Next links: reading one from an answer, and checking where it leads.
//!
//! A next link is text from the service that a request with a token would follow, so it is checked
//! like input:
//!
//! - It must lead to the base that the client is configured for. A foreign host is an error, not a
//!   redirect: Graph documents that links stay on the called host, and a token must never reach
//!   another one.
//! - Only path and query are kept. The host is added again from the configuration, so a stored link
//!   carries none.
//! - A relative link is resolved against its page, as RFC 3986 defines it.
//!
//! Links are compared in a normal form, because services change the case and order of the options
//! between pages.

use serde_json::Value;
use url::Url;

use super::paging;
use crate::base::Base;
use crate::error::Result;
use crate::wire::Extra;

/// The members with the link: OData 4.01 JSON, OData 3, and services without OData.
const NAMES: [&str; 3] = ["@odata.nextLink", "odata.nextLink", "nextLink"];

/// Error code for a link to another host.
const FOREIGN: &str = "foreign_next_link";

/// The link of an answer. `None`, also for null and empty text: no page follows.
///
/// # Errors
/// [`ErrorKind::Paging`](crate::ErrorKind::Paging) if the link is blank or not text: the list
/// continues at an unknown place.
pub(super) fn link_of(members: &Extra) -> Result<Option<&str>> {
    for name in NAMES {
        match members.get(name) {
            None | Some(Value::Null) => {}
            Some(Value::String(text)) if text.is_empty() => {}
            Some(Value::String(text)) if text.trim().is_empty() => {
                return Err(paging(format!("`{name}` is blank instead of a link")));
            }
            Some(Value::String(text)) => return Ok(Some(text)),
            Some(_) => {
                return Err(paging(format!(
                    "`{name}` is not text, so it cannot be followed"
                )));
            }
        }
    }
    Ok(None)
}

/// The link as path and query on the base. A relative link is resolved against its page.
///
/// # Errors
/// [`ErrorKind::Paging`](crate::ErrorKind::Paging) if the link is invalid or leads to another host.
pub(super) fn reroot(link: &str, page: &Url, base: &Base) -> Result<String> {
    let absolute = page
        .join(link.trim())
        .map_err(|error| paging("invalid next link").with_source(error))?;
    base.relative(&absolute).ok_or_else(|| {
        let host = absolute.host_str().unwrap_or_default();
        paging(format!(
            "the next link leads to another host, `{host}`, and was not followed"
        ))
        .with_code(Some(FOREIGN.to_owned()))
        .with_hint("tokens are sent only to the configured host")
    })
}

/// A normal form: the path and the decoded options, sorted, names in lower case. Equal for all
/// spellings of one address.
pub(super) fn normal_form(address: &Url) -> String {
    let mut options: Vec<(String, String)> = address
        .query_pairs()
        .map(|(name, value)| (name.to_ascii_lowercase(), value.into_owned()))
        .collect();
    options.sort_unstable();
    format!("{} {options:?}", address.path())
}

/// Whether the query of a link has one of the options, in any encoding and case.
pub(super) fn has_option(link: &str, options: &[&str]) -> bool {
    pairs(link).any(|(name, _)| {
        options
            .iter()
            .any(|option| name.eq_ignore_ascii_case(option))
    })
}

/// The number of rows a link skips. `None` if it does not say so, or has a `$skiptoken`, whose
/// position is opaque.
pub(super) fn skipped_by(link: &str) -> Option<u64> {
    let skip = pairs(link).find(|(name, _)| name.eq_ignore_ascii_case("$skip"))?;
    skip.1
        .parse()
        .ok()
        .filter(|_| !has_option(link, &["$skiptoken"]))
}

/// The decoded options of a link.
fn pairs(link: &str) -> url::form_urlencoded::Parse<'_> {
    let query = link.split_once('?').map_or("", |(_, query)| query);
    url::form_urlencoded::parse(query.as_bytes())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::error::ErrorKind;

    fn members(value: Value) -> Extra {
        serde_json::from_value(value).unwrap()
    }

    #[test]
    fn nothing_and_empty_text_are_no_link_and_anything_else_is_text() {
        for none in [
            json!({}),
            json!({"@odata.nextLink": null}),
            json!({"@odata.nextLink": ""}),
        ] {
            assert_eq!(link_of(&members(none)).unwrap(), None);
        }
        for name in NAMES {
            assert_eq!(link_of(&members(json!({name: "/a"}))).unwrap(), Some("/a"));
            for odd in [
                json!(7),
                json!(true),
                json!({"href": "/a"}),
                json!(["/a"]),
                json!(" "),
                json!("\t\r\n"),
            ] {
                let error = link_of(&members(json!({name: odd}))).unwrap_err();
                assert_eq!(error.kind(), ErrorKind::Paging);
            }
        }
    }

    #[test]
    fn a_relative_link_begins_at_its_page() {
        let base = Base::new(Url::parse("https://h.example/root/").unwrap(), Vec::new());
        let page = Url::parse("https://h.example/root/api/things?$top=2").unwrap();
        for (link, target) in [
            ("?$skip=2", "/root/api/things?$skip=2"),
            ("things?$skip=2", "/root/api/things?$skip=2"),
            ("/api/things?$skip=2", "/api/things?$skip=2"),
            (" https://h.example/x ", "/x"),
        ] {
            assert_eq!(reroot(link, &page, &base).unwrap(), target, "{link}");
        }
        for foreign in [
            "//e.example/x",
            "javascript:x",
            "https://h.example@e.example/x",
        ] {
            let error = reroot(foreign, &page, &base).unwrap_err();
            assert_eq!(error.code(), Some(FOREIGN), "{foreign}");
        }
    }

    #[test]
    fn one_address_is_known_in_any_spelling() {
        let of = |text: &str| normal_form(&Url::parse(text).unwrap());
        let one = of("https://h.example/a?$top=2&$filter=x%20eq%201");
        assert_eq!(one, of("https://h.example/a?%24filter=x+eq+1&%24top=2"));
        assert_ne!(one, of("https://h.example/a?$top=3&$filter=x%20eq%201"));
        assert_ne!(one, of("https://h.example/b?$top=2&$filter=x%20eq%201"));
    }

    #[test]
    fn rows_before_a_link_are_known_where_it_counts_them() {
        assert_eq!(skipped_by("/a?%24skip=40&$top=2"), Some(40));
        for unknown in ["/a", "/a?$skip=x", "/a?$skip=4&$skiptoken=b"] {
            assert_eq!(skipped_by(unknown), None, "{unknown}");
        }
    }
}
