//! Next links: which one an answer holds, where it leads, and whether it may be followed.

use serde_json::Value;
use url::Url;

use super::paging;
use crate::base::Base;
use crate::error::Result;
use crate::wire::Extra;

/// The members that hold the link, by the versions of OData.
const NAMES: [&str; 3] = ["@odata.nextLink", "odata.nextLink", "nextLink"];

/// The code of the error for a link that leads elsewhere.
const FOREIGN: &str = "foreign_next_link";

/// The link of an answer. Nothing and empty text mean that no page follows.
///
/// # Errors
/// A link that is no text, or blank: the list goes on, and nobody knows where.
pub(super) fn link_of(members: &Extra) -> Result<Option<&str>> {
    for name in NAMES {
        match members.get(name) {
            None | Some(Value::Null) => {}
            Some(Value::String(text)) if text.is_empty() => {}
            Some(Value::String(text)) if text.trim().is_empty() => {
                return Err(paging(format!("`{name}` holds blanks only, so no link")));
            }
            Some(Value::String(text)) => return Ok(Some(text)),
            Some(_) => return Err(paging(format!("`{name}` holds no text, so no link"))),
        }
    }
    Ok(None)
}

/// The link as path and query on the base, if it may be followed. A relative one begins at the page that it stands on.
pub(super) fn reroot(link: &str, page: &Url, base: &Base) -> Result<String> {
    let absolute = page
        .join(link.trim())
        .map_err(|error| paging("the next link is no URL").with_source(error))?;
    base.relative(&absolute).ok_or_else(|| {
        let host = absolute.host_str().unwrap_or_default();
        paging(format!(
            "the next link leads to another host, `{host}`: not followed"
        ))
        .with_code(Some(FOREIGN.to_owned()))
        .with_hint("a token is sent to the configured host only")
    })
}

/// What two spellings of one address have in common: the path and the decoded options, in any order.
pub(super) fn spelled_alike(address: &Url) -> String {
    let mut options: Vec<(String, String)> = address
        .query_pairs()
        .map(|(name, value)| (name.to_ascii_lowercase(), value.into_owned()))
        .collect();
    options.sort_unstable();
    format!("{} {options:?}", address.path())
}

/// Whether the query of a link has one of the options, however it is encoded.
pub(super) fn names(link: &str, options: &[&str]) -> bool {
    pairs(link).any(|(name, _)| {
        options
            .iter()
            .any(|option| name.eq_ignore_ascii_case(option))
    })
}

/// How many rows a link leaves out, where it says so and holds no place of the service's own.
pub(super) fn skipped_by(link: &str) -> Option<u64> {
    let skip = pairs(link).find(|(name, _)| name.eq_ignore_ascii_case("$skip"))?;
    skip.1
        .parse()
        .ok()
        .filter(|_| !names(link, &["$skiptoken"]))
}

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
        let of = |text: &str| spelled_alike(&Url::parse(text).unwrap());
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
