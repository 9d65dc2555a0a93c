//! `mde.ips.stats`: Get an IP address's prevalence.

use http_core::{AnswerKind, Client, Kind, Operation, Param, RateLimit, Request, Result};

use crate::ips::IpStats;

/// `mde.ips.stats`: Get an IP address's prevalence.
pub static STATS: Operation = Operation::get("mde.ips.stats", "/api/ips/{ip}/stats")
    .host("mde")
    .summary("Get an IP address's prevalence")
    .help(
        "A valid unknown address gives 200 with organizationPrevalence 0. Delegated \
callers need the role permission 'View Data'.",
    )
    .inputs(&[
        Param::path("ip"),
        Param::query("lookBackHours")
            .kind(Kind::Integer)
            .help("at most 720, the default (30 days)"),
    ])
    .answer(AnswerKind::Entity)
    .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
    .permissions(&["Ip.Read.All"], &["Ip.Read.All"])
    .role("View Data")
    .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-ip-statistics.md");

/// Get an IP address's prevalence.
///
/// A valid unknown address gives 200 with organizationPrevalence 0. Delegated callers need the
/// role permission 'View Data'.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-ip-statistics.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.ips().stats("ip").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct StatsIp {
    client: Client,
    request: Request,
}

impl StatsIp {
    pub(super) fn new(client: &Client, ip: impl Into<String>) -> Self {
        let ip: String = ip.into();
        let request = Request::new(&STATS).set("ip", ip);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Look back hours. At most 720, the default (30 days).
    pub fn look_back_hours(mut self, look_back_hours: u32) -> Self {
        self.request = self.request.set("lookBackHours", look_back_hours);
        self
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Sends the request and decodes the answer.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<IpStats> {
        self.client.send(self.request).await
    }
}
