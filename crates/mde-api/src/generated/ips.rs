//! Operations and types of ips.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`ListIpAlerts`] | `GET /api/ips/{ip}/alerts` | `Alert.Read.All` |
//! | [`StatsIp`] | `GET /api/ips/{ip}/stats` | `Ip.Read.All` |

mod list_alerts;
mod model;
mod stats;

use http_core::{Answer, Client, Kind, Operation, Param, RateLimit};

pub use list_alerts::ListIpAlerts;
pub use model::{Ip, IpStats};
pub use stats::StatsIp;

/// `mde.ips.list_alerts`: List an IP address's alerts.
pub static LIST_ALERTS: Operation = Operation::get("mde.ips.list_alerts", "/api/ips/{ip}/alerts")
    .host("mde")
    .summary("List an IP address's alerts")
    .help(
        "A valid unknown address gives 200 with an empty list. Delegated callers \
need the role permission 'View Data' and see only devices of their device \
groups.",
    )
    .params(&[Param::path("ip")])
    .collection("value")
    .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
    .permissions(
        &["Alert.Read.All", "Alert.ReadWrite.All"],
        &["Alert.Read", "Alert.ReadWrite"],
    )
    .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-ip-related-alerts.md");

/// `mde.ips.stats`: Get an IP address's prevalence.
pub static STATS: Operation = Operation::get("mde.ips.stats", "/api/ips/{ip}/stats")
    .host("mde")
    .summary("Get an IP address's prevalence")
    .help(
        "A valid unknown address gives 200 with organizationPrevalence 0. Delegated \
callers need the role permission 'View Data'.",
    )
    .params(&[
        Param::path("ip"),
        Param::query("lookBackHours")
            .kind(Kind::Integer)
            .help("at most 720, the default (30 days)"),
    ])
    .answer(Answer::Entity)
    .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
    .permissions(&["Ip.Read.All"], &["Ip.Read.All"])
    .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-ip-statistics.md");

/// The operations of ips; each method begins a request.
#[derive(Clone, Debug)]
pub struct Ips {
    client: Client,
}

impl Ips {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// List an IP address's alerts. See [`ListIpAlerts`].
    pub fn list_alerts(&self, ip: impl Into<String>) -> ListIpAlerts {
        ListIpAlerts::new(&self.client, ip)
    }

    /// Get an IP address's prevalence. See [`StatsIp`].
    pub fn stats(&self, ip: impl Into<String>) -> StatsIp {
        StatsIp::new(&self.client, ip)
    }
}
