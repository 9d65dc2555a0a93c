//! `graph.hunting.get_schema`: Get the hunting tables, columns and functions.

use http_core::{AnswerKind, Client, Operation, Request, Result, Status};

use crate::graph::hunting::HuntingSchemaResult;

/// `graph.hunting.get_schema`: Get the hunting tables, columns and functions. Status: preview.
pub static GET_SCHEMA: Operation = Operation::get("graph.hunting.get_schema", "/beta/security/getHuntingSchema").host("graph").summary("Get the hunting tables, columns and functions").help("Shows what the caller may query; each user may see other tables.").status(Status::Preview).answer(AnswerKind::Object).permissions(&["ThreatHunting.Read.All"], &["ThreatHunting.Read.All"]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-security-gethuntingschema.md");

/// Get the hunting tables, columns and functions.
///
/// Shows what the caller may query; each user may see other tables.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-security-gethuntingschema.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().hunting().get_schema().send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct GetHuntingSchema {
    client: Client,
    request: Request,
}

impl GetHuntingSchema {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&GET_SCHEMA);
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
    pub async fn send(self) -> Result<HuntingSchemaResult> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(GetHuntingSchema);
