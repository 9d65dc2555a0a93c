//! A report as Markdown of the GitHub dialect, for tickets and mails.

use std::fmt::Write as _;

use http_core::Value;

use super::IncidentReport;
use super::evidence::{Evidence, text};

/// The facts below the title: label and member of the incident. Members without a value are left out.
const FACTS: &[(&str, &str)] = &[
    ("Status", "status"),
    ("Severity", "severity"),
    ("Classification", "classification"),
    ("Determination", "determination"),
    ("Assigned to", "assignedTo"),
    ("Created", "createdDateTime"),
    ("Last change", "lastUpdateDateTime"),
    ("Custom tags", "customTags"),
    ("System tags", "systemTags"),
    ("Merged into", "redirectIncidentId"),
    ("Portal", "incidentWebUrl"),
];

/// Columns of the alerts.
const ALERTS: &[(&str, &str)] = &[
    ("Created", "createdDateTime"),
    ("Severity", "severity"),
    ("Status", "status"),
    ("Title", "title"),
    ("Product", "productName"),
    ("Techniques", "mitreTechniques"),
    ("Id", "id"),
];

/// Columns of the devices, below their names.
const DEVICES: &[(&str, &str)] = &[
    ("Risk", "riskScore"),
    ("Health", "healthStatus"),
    ("Onboarding", "onboardingStatus"),
    ("System", "osPlatform"),
    ("Last address", "lastIpAddress"),
    ("Tags", "tags"),
    ("Id", "mdeDeviceId"),
];

/// Columns of the users.
const USERS: &[(&str, &str)] = &[
    ("Display name", "userAccount.displayName"),
    ("Domain", "userAccount.domainName"),
    ("Verdict", "verdict"),
    ("Id", "userAccount.azureAdUserId"),
];

/// Columns of other evidence.
const EVIDENCE: &[(&str, &str)] = &[("Verdict", "verdict"), ("Remediation", "remediationStatus")];

/// The whole report.
pub(super) fn of(report: &IncidentReport) -> String {
    let incident = &report.incident;
    let mut out = format!(
        "# Incident {}: {}\n\n",
        escaped(&text(incident, "id")),
        escaped(&text(incident, "displayName"))
    );
    for (label, path) in FACTS {
        let value = text(incident, path);
        if !value.is_empty() {
            let _ = writeln!(out, "- **{label}:** {}", escaped(&value));
        }
    }
    for member in ["summary", "description"] {
        paragraph(&mut out, &text(incident, member));
    }
    comments(&mut out, incident);
    alerts(&mut out, report);
    evidence(&mut out, report, "Devices", (&report.devices, DEVICES));
    evidence(&mut out, report, "Users", (&report.users, USERS));
    others(&mut out, report);
    details(&mut out, report);
    out
}

/// The table of the alerts, and a warning if the answer held only some of them.
fn alerts(out: &mut String, report: &IncidentReport) {
    let _ = writeln!(out, "\n## Alerts ({})\n", report.alerts.len());
    if !report.complete {
        out.push_str("**Incomplete:** the incident has more alerts than the service returned.\n\n");
    }
    if report.alerts.is_empty() {
        out.push_str("None.\n");
        return;
    }
    let titles: Vec<_> = ALERTS.iter().map(|(title, _)| *title).collect();
    head(out, &["#"], &titles);
    for (number, alert) in (1..).zip(&report.alerts) {
        let cells = ALERTS.iter().map(|(_, path)| text(alert, path));
        row(out, std::iter::once(number_of(number)).chain(cells));
    }
}

/// A table of devices or users, with the numbers of their alerts. Left out if there are none.
fn evidence(
    out: &mut String,
    report: &IncidentReport,
    title: &str,
    (all, columns): (&[Evidence], &[(&str, &str)]),
) {
    if all.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n## {title} ({})\n", all.len());
    let titles: Vec<_> = columns.iter().map(|(title, _)| *title).collect();
    head(out, &["Name"], &[&titles[..], &["Alerts"]].concat());
    for one in all {
        let cells = columns.iter().map(|(_, path)| one.member(path));
        let cells = std::iter::once(one.name.clone()).chain(cells);
        row(out, cells.chain([numbers(report, one)]));
    }
}

/// The table of other evidence: kind, name, verdict, id, and the numbers of the alerts.
fn others(out: &mut String, report: &IncidentReport) {
    if report.evidence.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n## Evidence ({})\n", report.evidence.len());
    let titles: Vec<_> = EVIDENCE.iter().map(|(title, _)| *title).collect();
    head(
        out,
        &["Kind", "What"],
        &[&titles[..], &["Id", "Alerts"]].concat(),
    );
    for one in &report.evidence {
        let cells = EVIDENCE.iter().map(|(_, path)| one.member(path));
        let first = [one.kind.clone(), one.name.clone()].into_iter();
        let last = [one.id.clone(), numbers(report, one)].into_iter();
        row(out, first.chain(cells).chain(last));
    }
}

/// The numbers of the alerts that name a piece of evidence.
fn numbers(report: &IncidentReport, evidence: &Evidence) -> String {
    let all = (1..).zip(&report.alerts);
    let named = all.filter(|(_, alert)| {
        let id = alert["id"].as_str().unwrap_or_default();
        evidence.alerts.iter().any(|known| known == id)
    });
    let numbers: Vec<_> = named.map(|(number, _)| number_of(number)).collect();
    numbers.join(", ")
}

/// What each alert says: description, recommended actions, comments.
fn details(out: &mut String, report: &IncidentReport) {
    for (number, alert) in (1..).zip(&report.alerts) {
        let _ = writeln!(
            out,
            "\n### Alert {number}: {}",
            escaped(&text(alert, "title"))
        );
        paragraph(out, &text(alert, "description"));
        let actions = text(alert, "recommendedActions");
        if !actions.is_empty() {
            let _ = writeln!(out, "\n**Recommended:** {}", escaped(&actions));
        }
        comments(out, alert);
    }
}

/// The comments of an incident or alert. Left out if there are none.
fn comments(out: &mut String, record: &Value) {
    let all = record["comments"].as_array().map_or(&[][..], Vec::as_slice);
    if !all.is_empty() {
        out.push_str("\n**Comments:**\n\n");
    }
    for comment in all {
        let _ = writeln!(
            out,
            "- {} {}: {}",
            escaped(&text(comment, "createdDateTime")),
            escaped(&text(comment, "createdByDisplayName")),
            escaped(&text(comment, "comment"))
        );
    }
}

fn paragraph(out: &mut String, text: &str) {
    if !text.is_empty() {
        let _ = writeln!(out, "\n{}", escaped(text));
    }
}

/// The header of a table and the line below it.
fn head(out: &mut String, first: &[&str], titles: &[&str]) {
    let titles: Vec<_> = first.iter().chain(titles).copied().collect();
    let _ = writeln!(out, "| {} |", titles.join(" | "));
    let _ = writeln!(out, "|{}", " --- |".repeat(titles.len()));
}

fn row(out: &mut String, cells: impl Iterator<Item = String>) {
    let cells: Vec<_> = cells.map(|cell| escaped(&cell)).collect();
    let _ = writeln!(out, "| {} |", cells.join(" | "));
}

fn number_of(number: usize) -> String {
    number.to_string()
}

/// Text of the service without meaning in Markdown: punctuation is escaped, line breaks and control characters become blanks, and
/// addresses do not become links.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        match letter {
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '(' | ')' | '#' | '|'
            | '~' | '!' | '&' | '$' => {
                out.push('\\');
                out.push(letter);
            }
            _ if letter.is_control() || is_invisible(letter) => out.push(' '),
            _ => out.push(letter),
        }
    }
    let out = out.replace("://", "\\://").replace("www.", "www\\.");
    // A list or a heading begins with these at the start of a line only.
    match out.chars().next() {
        Some('-' | '+' | '=') => format!("\\{out}"),
        _ => out,
    }
}

/// Whether a character changes the direction of text or has no width, so that text could look like another one.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{2028}' | '\u{2029}')
}
