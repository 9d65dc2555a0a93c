//! `mde.domains.stats`: Get a domain's prevalence.

use http_core::{AnswerKind, Client, Kind, Operation, Param, RateLimit, Request, Result};

use crate::domains::DomainStats;

/// `mde.domains.stats`: Get a domain's prevalence.
pub static STATS: Operation = Operation::get("mde.domains.stats", "/api/domains/{domain}/stats")
    .host("mde")
    .summary("Get a domain's prevalence")
    .help("An unknown domain has the prevalence 0.")
    .inputs(&[
        Param::path("domain")
            .members(&["host", "domainName"])
            .example("mail.example.com"),
        Param::query("lookBackHours")
            .kind(Kind::Integer)
            .help("Hours to look back. Default and maximum: 720 (30 days)."),
    ])
    .answer(AnswerKind::Entity)
    .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
    .permissions(&["Url.Read.All"], &["Url.Read.All"])
    .role("View Data")
    .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-domain-statistics.md");

/// Get a domain's prevalence.
///
/// An unknown domain has the prevalence 0.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-domain-statistics.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.domains().stats("mail.example.com").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct StatsDomain {
    client: Client,
    request: Request,
}

impl StatsDomain {
    pub(super) fn new(client: &Client, domain: impl Into<String>) -> Self {
        let domain: String = domain.into();
        let request = Request::new(&STATS).set("domain", domain);
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
    pub async fn send(self) -> Result<DomainStats> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(StatsDomain);
