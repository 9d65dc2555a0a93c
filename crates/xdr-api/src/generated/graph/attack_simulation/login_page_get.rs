//! `graph.attack_simulation.login_page_get`: Get one login page.

use http_core::{AnswerKind, Client, Header, Id, Operation, Param, Request, Result};

use crate::graph::attack_simulation::LoginPage;

/// `graph.attack_simulation.login_page_get`: Get one login page.
pub static LOGIN_PAGE_GET: Operation = Operation::get(
    "graph.attack_simulation.login_page_get",
    "/v1.0/security/attackSimulation/loginPages/{login_page_id}",
)
.host("graph")
.summary("Get one login page")
.help(
    "Users see it in attacks that harvest credentials or hide a link in an \
attachment.",
)
.inputs(&[Param::path("login_page_id").example("24e7e2c5-c324-4279-9cb5-232d6f3eb0d4")])
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
.source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/loginpage-get.md");

/// Get one login page.
///
/// Users see it in attacks that harvest credentials or hide a link in an attachment.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/loginpage-get.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().attack_simulation().login_page_get("24e7e2c5-c324-4279-9cb5-232d6f3eb0d4").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct LoginPageGet {
    client: Client,
    request: Request,
}

impl LoginPageGet {
    pub(super) fn new(client: &Client, login_page_id: impl Into<Id<LoginPage>>) -> Self {
        let login_page_id: Id<LoginPage> = login_page_id.into();
        let request = Request::new(&LOGIN_PAGE_GET).set("login_page_id", login_page_id);
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
    pub async fn send(self) -> Result<LoginPage> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(LoginPageGet);
