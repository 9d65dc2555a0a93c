//! `mde.ips.stats`: Get an IP address's prevalence.

use http_core::{AnswerKind, Client, Kind, Operation, Param, RateLimit, Request, Result};

use crate::ips::IpStats;

/// `mde.ips.stats`: Get an IP address's prevalence.
pub static STATS: Operation = Operation::get("mde.ips.stats", "/api/ips/{ip}/stats")
    .host("mde")
    .summary("Get an IP address's prevalence")
    .help("An unknown address has the prevalence 0.")
    .inputs(&[
        Param::path("ip")
            .members(&["ipAddress", "remoteIP"])
            .example("10.2.0.2"),
        Param::query("lookBackHours")
            .kind(Kind::Integer)
            .help("Hours to look back. Default and maximum: 720 (30 days)."),
    ])
    .answer(AnswerKind::Entity)
    .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
    .permissions(&["Ip.Read.All"], &["Ip.Read.All"])
    .role("View Data")
    .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-ip-statistics.md");

/// Get an IP address's prevalence.
///
/// An unknown address has the prevalence 0.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-ip-statistics.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.ips().stats("10.2.0.2").send().await?;
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

    /// Hours to look back. Default and maximum: 720 (30 days).
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

http_core::call_options!(StatsIp);
