//! `xdr.incidents.get`: Get one incident.

use http_core::{AnswerKind, Client, Kind, Operation, Param, RateLimit, Request, Result};

use crate::incidents::XdrIncident;

/// `xdr.incidents.get`: Get one incident.
pub static GET: Operation = Operation::get("xdr.incidents.get", "/api/incidents/{incident_id}")
    .host("xdr")
    .summary("Get one incident")
    .help(
        "A merged incident has the status `Redirected` and names the other one in \
`redirectIncidentId`.",
    )
    .inputs(&[Param::path("incident_id")
        .kind(Kind::Integer)
        .example("1044")])
    .answer(AnswerKind::Entity)
    .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
    .permissions(
        &["Incident.Read.All", "Incident.ReadWrite.All"],
        &["Incident.Read", "Incident.ReadWrite"],
    )
    .source("MicrosoftDocs/defender-docs:defender-xdr/api-get-incident.md");

/// Get one incident.
///
/// A merged incident has the status `Redirected` and names the other one in
/// `redirectIncidentId`.
///
/// Source: `MicrosoftDocs/defender-docs:defender-xdr/api-get-incident.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.incidents().get(1044).send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct GetIncident {
    client: Client,
    request: Request,
}

impl GetIncident {
    pub(super) fn new(client: &Client, incident_id: i64) -> Self {
        let request = Request::new(&GET).set("incident_id", incident_id);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Sends the request and decodes the answer.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<XdrIncident> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(GetIncident);
