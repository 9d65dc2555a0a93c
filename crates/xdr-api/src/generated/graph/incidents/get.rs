//! `graph.incidents.get`: Get one incident.

use http_core::{AnswerKind, Client, Header, Id, Operation, Param, Request, Result};

use crate::graph::incidents::Incident;

/// `graph.incidents.get`: Get one incident.
pub static GET: Operation = Operation::get(
    "graph.incidents.get",
    "/v1.0/security/incidents/{incident_id}",
)
.host("graph")
.summary("Get one incident")
.help(
    "$expand=alerts works here too. redirectIncidentId is set when status is \
redirected.",
)
.inputs(&[
    Param::path("incident_id"),
    Param::query("$expand").help("related members to send along"),
    Param::query("$select").help("members to send, separated by commas"),
])
.headers(&[Header::new("prefer", "include-unknown-enum-members")])
.answer(AnswerKind::Entity)
.permissions(
    &[
        "SecurityIncident.Read.All",
        "SecurityIncident.ReadWrite.All",
    ],
    &[
        "SecurityIncident.Read.All",
        "SecurityIncident.ReadWrite.All",
    ],
)
.source(
    "microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/resources/security-incident.md",
);

/// Get one incident.
///
/// `$expand=alerts` works here too. redirectIncidentId is set when status is redirected.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/resources/security-incident.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().incidents().get("incident-id").send().await?;
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
    pub(super) fn new(client: &Client, incident_id: impl Into<Id<Incident>>) -> Self {
        let incident_id: Id<Incident> = incident_id.into();
        let request = Request::new(&GET).set("incident_id", incident_id);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Expand. Related members to send along.
    pub fn expand(mut self, expand: impl Into<String>) -> Self {
        let expand: String = expand.into();
        self.request = self.request.set("$expand", expand);
        self
    }

    /// Select. Members to send, separated by commas.
    pub fn select(mut self, select: impl Into<String>) -> Self {
        let select: String = select.into();
        self.request = self.request.set("$select", select);
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
    pub async fn send(self) -> Result<Incident> {
        self.client.send(self.request).await
    }
}
