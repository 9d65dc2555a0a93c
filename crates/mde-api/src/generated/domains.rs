//! Operations and types of domains.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`ListDomainAlerts`] | `GET /api/domains/{domain}/alerts` | `Alert.ReadWrite.All` |
//! | [`ListDomainMachines`] | `GET /api/domains/{domain}/machines` | `Machine.Read.All` |
//! | [`StatsDomain`] | `GET /api/domains/{domain}/stats` | `URL.Read.All` |

mod list_alerts;
mod list_machines;
mod model;
mod stats;

use http_core::{Answer, Client, Kind, Operation, Param, RateLimit};

pub use list_alerts::ListDomainAlerts;
pub use list_machines::ListDomainMachines;
pub use model::{Domain, DomainStats};
pub use stats::StatsDomain;

/// `mde.domains.list_alerts`: List a domain's alerts.
pub static LIST_ALERTS: Operation =
    Operation::get("mde.domains.list_alerts", "/api/domains/{domain}/alerts")
        .host("mde")
        .summary("List a domain's alerts")
        .help(
            "The newest page lists only the ReadWrite permissions, unlike the sibling \
pages. An unknown domain gives 200 with an empty list. Delegated callers \
need the role permission 'View Data' and see only devices of their device \
groups.",
        )
        .params(&[Param::path("domain")])
        .collection("value")
        .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
        .permissions(&["Alert.ReadWrite.All"], &["Alert.ReadWrite"])
        .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-domain-related-alerts.md");

/// `mde.domains.list_machines`: List devices that talked to a domain.
pub static LIST_MACHINES: Operation = Operation::get(
    "mde.domains.list_machines",
    "/api/domains/{domain}/machines",
)
.host("mde")
.summary("List devices that talked to a domain")
.help(
    "Cut at 500 devices, with no way to page documented. An unknown domain \
gives 200 with an empty list. Delegated callers need the role permission \
'View Data' and see only devices of their device groups.",
)
.params(&[Param::path("domain")])
.collection("value")
.limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
.permissions(
    &["Machine.Read.All", "Machine.ReadWrite.All"],
    &["Machine.Read", "Machine.ReadWrite"],
)
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-domain-related-machines.md");

/// `mde.domains.stats`: Get a domain's prevalence.
pub static STATS: Operation = Operation::get("mde.domains.stats", "/api/domains/{domain}/stats")
    .host("mde")
    .summary("Get a domain's prevalence")
    .help(
        "An unknown domain gives 200 with organizationPrevalence 0. Entra lists the \
role as Url.Read.All. Delegated callers need the role permission 'View \
Data'.",
    )
    .params(&[
        Param::path("domain"),
        Param::query("lookBackHours")
            .kind(Kind::Integer)
            .help("at most 720, the default (30 days)"),
    ])
    .answer(Answer::Entity)
    .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
    .permissions(&["URL.Read.All"], &["URL.Read.All"])
    .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-domain-statistics.md");

/// The operations of domains; each method begins a request.
#[derive(Clone, Debug)]
pub struct Domains {
    client: Client,
}

impl Domains {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// List a domain's alerts. See [`ListDomainAlerts`].
    pub fn list_alerts(&self, domain: impl Into<String>) -> ListDomainAlerts {
        ListDomainAlerts::new(&self.client, domain)
    }

    /// List devices that talked to a domain. See [`ListDomainMachines`].
    pub fn list_machines(&self, domain: impl Into<String>) -> ListDomainMachines {
        ListDomainMachines::new(&self.client, domain)
    }

    /// Get a domain's prevalence. See [`StatsDomain`].
    pub fn stats(&self, domain: impl Into<String>) -> StatsDomain {
        StatsDomain::new(&self.client, domain)
    }
}
