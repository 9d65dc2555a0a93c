//! Finds the operation that describes a path.
//!
//! Templates are compared part by part: fixed parts in any case, because the services ignore case in paths, and any
//! text in the place of braces. The query plays no role.

use http_core::{Method, Operation};

use crate::catalog::Catalog;

/// The operation that describes a path. If several fit, the one with the fewest placeholders.
pub(super) fn template(
    catalog: &Catalog,
    method: Method,
    host: Option<&str>,
    path: &str,
) -> Option<&'static Operation> {
    let operations = catalog.operations().filter(|operation| {
        operation.http.method == method
            && host.is_none_or(|host| operation.http.host == host)
            && fits(operation.http.path, path)
    });
    let open = |operation: &&'static Operation| operation.http.path.matches('{').count();
    operations.min_by_key(open)
}

/// The host family of a path that no operation describes with this method.
pub(super) fn host_of_path(
    catalog: &Catalog,
    hosts: &[&'static str],
    path: &str,
) -> Option<&'static str> {
    let mut operations = catalog.operations();
    let other = operations
        .find(|operation| fits(operation.http.path, path))
        .map(|operation| operation.http.host);
    let first = path.trim_start_matches('/').split('/').next();
    let is_graph = matches!(first, Some("v1.0" | "beta"));
    other.or_else(|| {
        hosts
            .iter()
            .copied()
            .find(|host| is_graph && *host == "graph")
    })
}

/// The host, if the address has one, and the path without its query.
pub(super) fn split(address: &str) -> (Option<&str>, &str) {
    let (host, path) = match address.split_once("://") {
        Some((scheme, rest)) if !scheme.contains(['/', '?']) => {
            let at = rest.find(['/', '?']).unwrap_or(rest.len());
            (Some(&rest[..at]), &rest[at..])
        }
        _ => (None, address),
    };
    (host, path.split('?').next().unwrap_or_default())
}

/// Whether a path matches a template: fixed parts in any case, and any text in place of braces.
fn fits(template: &str, path: &str) -> bool {
    let path = path.trim_start_matches('/');
    let mut theirs = path.trim_end_matches('/').split('/');
    let mut ours = template.trim_matches('/').split('/');
    loop {
        match (ours.next(), theirs.next()) {
            (None, None) => return true,
            (Some(ours), Some(theirs)) => {
                let fixed = !ours.contains('{');
                if fixed && !ours.eq_ignore_ascii_case(theirs) || theirs.is_empty() {
                    return false;
                }
            }
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_told_from_templates() {
        assert!(fits("/api/alerts/{alert_id}", "/api/alerts/a1"));
        assert!(fits("/api/alerts", "API/alerts/"));
        assert!(fits("/api/v1/alerts/", "/api/v1/alerts/"));
        assert!(fits("/api/v1/alerts/", "/api/v1/alerts"));
        assert!(fits(
            "/api/v1/alerts/{alert_id}/read/",
            "/api/v1/alerts/1/read/"
        ));
        assert!(!fits("/api/alerts/{alert_id}", "/api/alerts"));
        assert!(!fits("/api/alerts", "/api/machines"));
        assert!(!fits("/api/alerts/{alert_id}", "/api/alerts/a1/machine"));
    }

    #[test]
    fn addresses_are_taken_apart() {
        assert_eq!(
            split("https://h.example:8/api/a?b=c"),
            (Some("h.example:8"), "/api/a")
        );
        assert_eq!(split("https://h.example?b"), (Some("h.example"), ""));
        assert_eq!(split("/api/a?next=https://x"), (None, "/api/a"));
    }
}
