//! What is known of an operation from outside: the source that its table names, and further evidence.

use std::collections::BTreeSet;

use super::super::Operation;

/// Parts of a `source`, and what they are evidence of.
const SOURCES: &[(&str, &str)] = &[
    ("MicrosoftDocs/", "page"),
    ("microsoftgraph/microsoft-graph-docs", "page"),
    ("learn.microsoft.com", "page"),
    ("microsoftgraph/msgraph-metadata", "metadata"),
    ("PyPI mde-client", "metadata"),
    (
        "microsoftgraph/microsoft-graph-devx-content",
        "permission file",
    ),
    ("microsoft/PowerPlatformConnectors", "connector"),
    ("microsoft/MCAS", "client"),
    ("demisto/content", "client"),
    ("observed", "client"),
];

/// The kinds of evidence, in the order of the page, with what they mean.
pub(super) const KINDS: &[(&str, &str)] = &[
    ("page", "the vendor documents it"),
    ("sdk", "the official Graph SDK has it, for v1.0 or beta"),
    ("metadata", "the service declares it in its `$metadata`"),
    ("permission file", "the vendor's permission file lists it"),
    (
        "connector",
        "the vendor's Power Automate connector calls it",
    ),
    ("client", "another client calls it"),
];

/// The evidence for an operation, in the order of [`KINDS`].
pub(super) fn of(operation: &Operation) -> Vec<&'static str> {
    let named: BTreeSet<&str> = SOURCES
        .iter()
        .filter(|(part, _)| operation.source.contains(part))
        .map(|(_, kind)| *kind)
        .chain(operation.evidence.iter().map(String::as_str))
        .collect();
    let kinds = KINDS.iter().map(|(kind, _)| *kind);
    kinds.filter(|kind| named.contains(kind)).collect()
}

/// What is wrong with the evidence: an operation without any, a kind that does not exist, a page for what is called
/// observed, or none for what is not.
pub(super) fn faults(operations: &[Operation]) -> Vec<String> {
    let mut faults = Vec::new();
    for operation in operations {
        let id = &operation.id;
        let behind = of(operation);
        if behind.is_empty() {
            faults.push(format!("nothing stands behind `{id}`: name its source"));
        }
        if operation.status == "observed" && behind.contains(&"page") {
            faults.push(format!("`{id}` is called observed, but has a page"));
        }
        if operation.status == "observed" && !operation.has("note") {
            faults.push(format!(
                "`{id}` is called observed without a note on who calls it"
            ));
        }
        for kind in &operation.evidence {
            if !KINDS.iter().any(|(known, _)| known == kind) {
                faults.push(format!("`{id}` names the unknown evidence `{kind}`"));
            }
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn operation(status: &str, source: &str, evidence: &[&str]) -> Operation {
        Operation::read(&json!({
            "id": "a.b.c", "summary": "s", "method": "GET", "path": "/p", "host": "graph", "status": status,
            "source": source, "evidence": evidence, "effect": "read",
        }))
        .unwrap()
    }

    #[test]
    fn the_source_and_the_table_tell_what_stands_behind() {
        let page = operation(
            "ga",
            "MicrosoftDocs/defender-docs:x.md",
            &["sdk", "metadata"],
        );
        assert_eq!(of(&page), ["page", "sdk", "metadata"]);
        assert!(faults(&[page]).is_empty());
    }

    #[test]
    fn what_has_nothing_or_contradicts_itself_is_a_fault() {
        assert!(faults(&[operation("ga", "hearsay", &[])])[0].contains("nothing stands behind"));
        let both = operation("observed", "MicrosoftDocs/x", &["rumour"]);
        let found = faults(&[both]).join("\n");
        assert!(
            found.contains("has a page") && found.contains("`rumour`"),
            "{found}"
        );
    }
}
