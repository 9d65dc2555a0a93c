//! The commands: a list for each kind of paging, a hunt, and changes.

/// The kind of paging.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The page has a next link.
    Link,
    /// `$skip`, until a page is not full.
    Skip,
    /// By the time of the last row.
    Boundary,
    /// `skip` and `limit`, until `hasNext` is false.
    SkipLimit,
    /// The page contains the filters of the next one.
    Scan,
    /// Files behind addresses of another host.
    Files,
    /// One answer.
    Hunt,
    /// A change, without rows.
    Change,
}

/// A command and the facts that the server needs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Subject {
    pub(crate) words: &'static [&'static str],
    pub(crate) kind: Kind,
    /// The member that holds the rows.
    pub(crate) list: &'static str,
    /// The key member of a row.
    pub(crate) key: &'static str,
}

const fn list(words: &'static [&'static str], kind: Kind) -> Subject {
    Subject {
        words,
        kind,
        list: "value",
        key: "id",
    }
}

/// Every kind of paging, some more than once.
pub(crate) const LISTS: [Subject; 16] = [
    list(&["mde", "alerts", "list"], Kind::Link),
    list(&["mde", "alerts", "list", "--page-size", "7"], Kind::Link),
    list(
        &[
            "mde",
            "assessments",
            "list-software-inventory",
            "--page-size",
            "7",
        ],
        Kind::Link,
    ),
    list(
        &["mde", "assessments", "list-software-inventory"],
        Kind::Link,
    ),
    list(
        &[
            "mde",
            "assessments",
            "list-software-vulnerability-changes",
            "--since-time",
            "1d",
        ],
        Kind::Link,
    ),
    list(&["api", "--paginate", "/api/machines"], Kind::Link),
    list(&["graph", "analyzed-emails", "list"], Kind::Link),
    list(
        &["mde", "recommendations", "list", "--page-size", "7"],
        Kind::Skip,
    ),
    Subject {
        key: "incidentId",
        ..list(
            &["xdr", "incidents", "list", "--page-size", "7"],
            Kind::Skip,
        )
    },
    list(
        &["graph", "incidents", "list", "--page-size", "7"],
        Kind::Boundary,
    ),
    list(&["graph", "alerts", "list"], Kind::Boundary),
    Subject {
        list: "data",
        key: "_id",
        ..list(
            &["mdca", "alerts", "list", "--page-size", "7"],
            Kind::SkipLimit,
        )
    },
    Subject {
        list: "data",
        key: "_id",
        ..list(&["mdca", "activities", "scan"], Kind::Scan)
    },
    list(
        &["mde", "assessments", "export-software-inventory"],
        Kind::Files,
    ),
    Subject {
        list: "results",
        ..list(&["hunt", "--query", "DeviceInfo"], Kind::Hunt)
    },
    Subject {
        list: "Results",
        ..list(
            &["mde", "advanced-hunting", "run", "--query", "DeviceInfo"],
            Kind::Hunt,
        )
    },
];

/// Changes that must not be made twice.
pub(crate) const CHANGES: [Subject; 5] = [
    list(
        &[
            "mde",
            "machines",
            "isolate",
            "m1",
            "--comment",
            "trial",
            "--isolation-type",
            "Full",
            "-y",
        ],
        Kind::Change,
    ),
    list(
        &["mde", "alerts", "update", "da1", "--comment", "trial", "-y"],
        Kind::Change,
    ),
    list(
        &[
            "graph",
            "incidents",
            "create-comment",
            "7",
            "--comment",
            "trial",
            "-y",
        ],
        Kind::Change,
    ),
    list(
        &[
            "api",
            "PATCH",
            "/api/alerts/da1",
            "-f",
            "comment=trial",
            "-y",
        ],
        Kind::Change,
    ),
    list(
        &[
            "api",
            "POST",
            "/api/machines/m1/isolate",
            "-f",
            "Comment=trial",
            "-y",
        ],
        Kind::Change,
    ),
];
