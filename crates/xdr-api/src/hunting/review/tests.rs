//! What a review says of queries with and without errors.

use super::*;
use crate::hunting::library;

fn review(query: &str) -> QueryReview {
    let reviewer = Reviewer {
        text: query,
        offset: 0,
        query,
        tables: kql::tables(query),
    };
    let mut review = reviewer.names(&HuntingSchema::documented().language());
    reviewer.deprecated(&mut review);
    reviewer.times("2026-11-29T00:00:00Z".parse().unwrap(), &mut review);
    review
}

#[test]
fn a_name_that_is_wrong_is_named_with_its_place_and_the_nearest_one() {
    for (query, line, column, message, suggestion) in [
        (
            "DeviceProcesEvents | take 1",
            1,
            1,
            "unknown table `DeviceProcesEvents`",
            Some("DeviceProcessEvents"),
        ),
        (
            "DeviceProcessEvents\n| where FileNmae == 'x'",
            2,
            9,
            "unknown column `FileNmae`",
            Some("FileName"),
        ),
        (
            "DeviceInfo | extend x = tostrng(DeviceId)",
            1,
            25,
            "unknown function `tostrng`",
            Some("tostring"),
        ),
        (
            "DeviceInfo | summarize n = dcout(DeviceId)",
            1,
            28,
            "unknown function `dcout`",
            Some("dcount"),
        ),
        (
            "EmailEvents | where PhishFilterVerdict == 'Phish'",
            1,
            21,
            "unknown column `PhishFilterVerdict`",
            Some("ThreatTypes"),
        ),
        (
            "AppFileEvents | take 1",
            1,
            1,
            "table `AppFileEvents` is gone",
            Some("CloudAppEvents"),
        ),
        (
            "DeviceInfo | project Nothing",
            1,
            22,
            "unknown column `Nothing`",
            None,
        ),
        (
            "DeviceInfo | wehre DeviceId == ''",
            1,
            14,
            "unknown operator `wehre`",
            Some("where"),
        ),
    ] {
        let review = review(query);
        let [error] = review.errors.as_slice() else {
            panic!("{query}: {review:?}");
        };
        assert_eq!((error.line, error.column), (line, column), "{query}");
        assert_eq!(error.message, message, "{query}");
        assert_eq!(error.suggestion.as_deref(), suggestion, "{query}");
    }
}

#[test]
fn a_finding_shows_the_line_with_carets_below_the_name() {
    let review = review("DeviceInfo\n| where DeviceNmae == 'x'");
    assert_eq!(
        review.errors[0].to_string(),
        "unknown column `DeviceNmae` (line 2, column 9); did you mean `DeviceName`?\n\
         | where DeviceNmae == 'x'\n        ^^^^^^^^^^"
    );
}

#[test]
fn what_the_tenant_may_have_is_a_note_and_no_error() {
    for (query, noted) in [
        ("SigninLogs | where TimeGenerated > ago(1d)", true),
        ("DeviceCustomFileEvents | where Anything == 1", true),
        ("Contoso_CL | where Anything_s == 'x'", false),
        ("_Im_Dns(starttime=ago(1d)) | take 1", false),
        ("DeviceInfo | invoke MySavedFunction('x')", true),
        (
            "DeviceInfo | where TimeGenerated > ago(1d) and _ItemId == ''",
            false,
        ),
        (
            "AssignedIPAddresses('x') | project DeviceName, IPAddress",
            false,
        ),
        ("DeviceInfo | invoke SeenBy() | project Anything", false),
        ("DeviceInfo | frobnicate Anything", false),
        ("DeviceInfo | where (", false),
        ("search 'x' | where Anything == 1", false),
        ("union Device*, Email* | where Anything == 1", false),
        ("union * | where Anything == 1", false),
    ] {
        let review = review(query);
        assert_eq!(review.errors, [], "{query}");
        assert_eq!(
            !review.notes.is_empty(),
            noted,
            "{query}: {:?}",
            review.notes
        );
    }
}

#[test]
fn times_out_of_reach_and_deprecated_tables_are_noted() {
    for (query, notes) in [
        (
            "DeviceInfo | where Timestamp > ago(90d) or Timestamp > ago(90d)",
            1,
        ),
        (
            "DeviceInfo | where Timestamp between (datetime(2026-01-01) .. ago(1d))",
            1,
        ),
        (
            "DeviceInfo | where Timestamp > ago(30d) and Timestamp < datetime(2026-11-28)",
            0,
        ),
        ("Contoso_CL | where TimeGenerated > ago(90d)", 0),
        ("AADSignInEventsBeta | take 1", 1),
    ] {
        let review = review(query);
        assert_eq!(
            (review.errors.len(), review.notes.len()),
            (0, notes),
            "{query}: {review:?}"
        );
    }
}

#[test]
fn the_ready_hunts_have_no_finding() {
    for hunt in library::all() {
        let bound = hunt
            .parameters
            .iter()
            .map(|one| format!("let {} = '';\n", one.name));
        let query = bound.collect::<String>() + &hunt.query;
        assert_eq!(review(&query), QueryReview::default(), "{}", hunt.name);
    }
}

/// Queries in the forms that queries in the wild use, between lines of dashes.
const FORMS: &str = include_str!("forms.kql");

#[test]
fn the_forms_of_the_language_have_no_error() {
    for query in FORMS.split("\n---\n") {
        assert_eq!(review(query).errors, [], "{query}");
    }
}
