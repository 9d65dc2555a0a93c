//! Reports of made-up incidents.

use serde_json::json;

use super::IncidentReport;

#[test]
fn evidence_of_several_alerts_comes_once_with_all_of_them() {
    let file = |name: &str, hash: &str| json!({"@odata.type": "#microsoft.graph.security.fileEvidence", "fileDetails": {"fileName": name, "sha256": hash}});
    let unknown =
        json!({"@odata.type": "#microsoft.graph.security.quantumEvidence", "displayName": "q"});
    let report = IncidentReport::of(json!({
        "id": "7",
        "alerts": [
            {"id": "b", "createdDateTime": "2026-02-02T00:00:00Z", "evidence": [file("a.exe", "1"), unknown]},
            {"id": "a", "createdDateTime": "2026-02-01T00:00:00Z", "evidence": [file("a.exe", "1"), file("a.exe", "2")]},
        ],
    }));
    let shown: Vec<_> = report
        .evidence
        .iter()
        .map(|one| (one.kind.as_str(), one.id.as_str(), one.alerts.join(",")))
        .collect();
    assert_eq!(
        shown,
        [
            ("file", "1", "a,b".to_owned()),
            ("file", "2", "a".to_owned()),
            ("quantum", "", "b".to_owned())
        ]
    );
    assert!(report.complete);
}

#[test]
fn missing_alerts_are_reported() {
    let report =
        IncidentReport::of(json!({"id": "7", "alerts": [], "alerts@odata.nextLink": "https://x"}));
    assert!(!report.complete);
    assert!(report.to_markdown().contains("**Incomplete:**"));
}

#[test]
fn text_of_the_service_is_no_markup() {
    let hostile = "x](https://evil.example) <img src=x> | `a`\n# heading \u{202e}";
    let report = IncidentReport::of(json!({
        "id": "7",
        "displayName": hostile,
        "alerts": [{"id": "a", "title": hostile, "description": "- item", "evidence": []}],
    }));
    let text = report.to_markdown();
    assert!(
        !text.contains("](")
            && !text.replace("\\<", "").contains("<img")
            && !text.replace("\\:", "").contains("://evil"),
        "{text}"
    );
    assert!(
        text.contains("\\- item") && !text.contains("\n# heading"),
        "{text}"
    );
    let rows = text.lines().filter(|line| line.starts_with("| 1 |"));
    let cells = rows.map(|line| line.replace("\\|", "").matches('|').count());
    assert_eq!(cells.collect::<Vec<_>>(), [9]);
}
