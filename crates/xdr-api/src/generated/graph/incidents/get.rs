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
    "A merged incident has the status `redirected` and names the other one in \
`redirectIncidentId`.",
)
.inputs(&[
    Param::path("incident_id").example("1044"),
    Param::query("$expand").help("Related records to include."),
    Param::query("$select").help("Properties to return, separated by commas."),
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
/// A merged incident has the status `redirected` and names the other one in
/// `redirectIncidentId`.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/resources/security-incident.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().incidents().get("1044").send().await?;
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

    /// Related records to include.
    pub fn expand(mut self, expand: impl Into<String>) -> Self {
        let expand: String = expand.into();
        self.request = self.request.set("$expand", expand);
        self
    }

    /// Properties to return, separated by commas.
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

http_core::call_options!(GetIncident);
