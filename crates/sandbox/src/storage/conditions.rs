//! Conditional headers of reads.
//!
//! `If-Match && If-Unmodified-Since && (If-None-Match || If-Modified-Since)`. The first two fail
//! with 412, the others with 304. `If-Range` is not among the documented headers and is ignored.
//!
//! Source: Azure Storage REST API
//! (`specifying-conditional-headers-for-blob-service-operations`).

use jiff::Timestamp;

use crate::http::Incoming;

/// Why a file is not sent.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Unmet {
    /// The file is another version than the client asks for.
    Precondition,
    /// The client has this version.
    NotModified,
    /// A header that is not a date.
    Invalid(&'static str),
}

/// Checks the conditions of a request for a file with this entity tag and time of its last change.
pub(super) fn check(request: &Incoming, tag: &str, changed: Timestamp) -> Result<(), Unmet> {
    let names_tag = |name: &str| {
        let tags = request.header(name)?;
        let bare = tag.trim_matches('"');
        Some(tags.split(',').any(|one| {
            let one = one.trim();
            one == "*" || one.trim_matches('"') == bare
        }))
    };
    let changed_after = |name: &'static str| {
        let Some(text) = request.header(name) else {
            return Ok(None);
        };
        let at = httpdate::parse_http_date(text)
            .ok()
            .and_then(|at| Timestamp::try_from(at).ok())
            .ok_or(Unmet::Invalid(name))?;
        Ok(Some(changed.as_second() > at.as_second()))
    };
    if names_tag("if-match") == Some(false) || changed_after("if-unmodified-since")? == Some(true) {
        return Err(Unmet::Precondition);
    }
    let is_other = names_tag("if-none-match").map(|named| !named);
    match (is_other, changed_after("if-modified-since")?) {
        (None, None) | (Some(true), _) | (_, Some(true)) => Ok(()),
        _ => Err(Unmet::NotModified),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::service::Service;

    #[test]
    fn conditions_are_combined_as_documented() {
        let (past, same, later) = (
            "Sun, 01 Mar 2026 00:00:00 GMT",
            "Mon, 02 Mar 2026 00:00:00 GMT",
            "Tue, 03 Mar 2026 00:00:00 GMT",
        );
        let changed: Timestamp = "2026-03-02T00:00:00.5Z".parse().unwrap();
        let told = |headers: &[(&str, &str)]| {
            let mut request = axum::http::Request::get("/f");
            for (name, value) in headers {
                request = request.header(*name, *value);
            }
            let request = Incoming::new(Service::Storage, request.body(Vec::new()).unwrap());
            check(&request, "\"a\"", changed)
        };
        let (failed, known) = (Err(Unmet::Precondition), Err(Unmet::NotModified));
        for (headers, outcome) in [
            (&[("if-match", "\"a\"")][..], Ok(())),
            (&[("if-match", "a")], Ok(())),
            (&[("if-match", "*")], Ok(())),
            (&[("if-match", "\"b\", \"a\"")], Ok(())),
            (&[("if-match", "\"b\"")], Err(Unmet::Precondition)),
            (&[("if-none-match", "\"b\"")], Ok(())),
            (&[("if-none-match", "\"a\"")], Err(Unmet::NotModified)),
            (&[("if-unmodified-since", same)], Ok(())),
            (&[("if-unmodified-since", past)], failed),
            (&[("if-modified-since", past)], Ok(())),
            (&[("if-modified-since", same)], known),
            // One of the two is enough.
            (
                &[("if-none-match", "\"a\""), ("if-modified-since", past)],
                Ok(()),
            ),
            (
                &[("if-none-match", "\"b\""), ("if-modified-since", later)],
                Ok(()),
            ),
            (
                &[("if-match", "\"a\""), ("if-none-match", "\"a\"")],
                Err(Unmet::NotModified),
            ),
            (
                &[("if-modified-since", "soon")],
                Err(Unmet::Invalid("if-modified-since")),
            ),
            (&[("if-range", "\"b\"")], Ok(())),
        ] {
            assert_eq!(told(headers), outcome, "{headers:?}");
        }
    }
}
