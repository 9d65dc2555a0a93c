//! `graph.identity_accounts.get`: Get one identity.

use http_core::{AnswerKind, Client, Header, Id, Operation, Param, Request, Result};

use crate::graph::identity_accounts::IdentityAccounts;

/// `graph.identity_accounts.get`: Get one identity.
pub static GET: Operation = Operation::get(
    "graph.identity_accounts.get",
    "/v1.0/security/identities/identityAccounts/{identity_accounts_id}",
)
.host("graph")
.summary("Get one identity")
.inputs(&[Param::path("identity_accounts_id").example("71c46450-8c3c-4e85-aff8-40ad9aecd185")])
.headers(&[Header::new("prefer", "include-unknown-enum-members")])
.answer(AnswerKind::Entity)
.permissions(
    &["SecurityIdentitiesAccount.Read.All"],
    &["SecurityIdentitiesAccount.Read.All"],
)
.source("microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json");

/// Get one identity.
///
/// Source: `microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().identity_accounts().get("71c46450-8c3c-4e85-aff8-40ad9aecd185").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct GetIdentityAccount {
    client: Client,
    request: Request,
}

impl GetIdentityAccount {
    pub(super) fn new(
        client: &Client,
        identity_accounts_id: impl Into<Id<IdentityAccounts>>,
    ) -> Self {
        let identity_accounts_id: Id<IdentityAccounts> = identity_accounts_id.into();
        let request = Request::new(&GET).set("identity_accounts_id", identity_accounts_id);
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
    pub async fn send(self) -> Result<IdentityAccounts> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(GetIdentityAccount);
