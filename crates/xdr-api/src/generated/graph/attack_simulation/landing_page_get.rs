//! `graph.attack_simulation.landing_page_get`: Get one landing page.

use http_core::{AnswerKind, Client, Header, Id, Operation, Param, Request, Result};

use crate::graph::attack_simulation::LandingPage;

/// `graph.attack_simulation.landing_page_get`: Get one landing page.
pub static LANDING_PAGE_GET: Operation = Operation::get(
    "graph.attack_simulation.landing_page_get",
    "/v1.0/security/attackSimulation/landingPages/{landing_page_id}",
)
.host("graph")
.summary("Get one landing page")
.inputs(&[Param::path("landing_page_id").example("5e48fd4a-6ce8-4bdb-90a1-af3210ad3612")])
.headers(&[Header::new("prefer", "include-unknown-enum-members")])
.answer(AnswerKind::Entity)
.permissions(
    &[
        "AttackSimulation.Read.All",
        "AttackSimulation.ReadWrite.All",
    ],
    &[
        "AttackSimulation.Read.All",
        "AttackSimulation.ReadWrite.All",
    ],
)
.source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/landingpage-get.md");

/// Get one landing page.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/landingpage-get.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().attack_simulation().landing_page_get("5e48fd4a-6ce8-4bdb-90a1-af3210ad3612").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct LandingPageGet {
    client: Client,
    request: Request,
}

impl LandingPageGet {
    pub(super) fn new(client: &Client, landing_page_id: impl Into<Id<LandingPage>>) -> Self {
        let landing_page_id: Id<LandingPage> = landing_page_id.into();
        let request = Request::new(&LANDING_PAGE_GET).set("landing_page_id", landing_page_id);
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
    pub async fn send(self) -> Result<LandingPage> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(LandingPageGet);
