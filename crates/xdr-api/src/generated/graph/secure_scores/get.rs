//! `graph.secure_scores.get`: Get one daily secure score.

use http_core::{Client, Id, Request, Result};

use crate::graph::secure_scores::SecureScore;

/// Get one daily secure score.
///
/// The id is tenant id, underscore, date.
///
/// Source: `microsoftgraph/microsoft-graph-docs:api-reference/v1.0/api/securescore-get.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().secure_scores().get("text").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct GetSecureScore {
    client: Client,
    request: Request,
}

impl GetSecureScore {
    pub(super) fn new(client: &Client, secure_score_id: impl Into<Id<SecureScore>>) -> Self {
        let secure_score_id: Id<SecureScore> = secure_score_id.into();
        let request = Request::new(&super::GET).set("secure_score_id", secure_score_id);
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
    pub async fn send(self) -> Result<SecureScore> {
        self.client.send(self.request).await
    }
}
