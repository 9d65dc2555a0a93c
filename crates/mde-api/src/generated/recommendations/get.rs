//! `mde.recommendations.get`: Get one recommendation by its id.

use http_core::{AnswerKind, Client, Id, Operation, Param, Request, Result};

use crate::recommendations::Recommendation;

/// `mde.recommendations.get`: Get one recommendation by its id.
pub static GET: Operation = Operation::get(
    "mde.recommendations.get",
    "/api/recommendations/{recommendation_id}",
)
.host("mde")
.summary("Get one recommendation by its id")
.inputs(&[Param::path("recommendation_id").example("va-_-microsoft-_-edge")])
.answer(AnswerKind::Entity)
.permissions(
    &["SecurityRecommendation.Read.All"],
    &["SecurityRecommendation.Read"],
)
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-recommendation-by-id.md");

/// Get one recommendation by its id.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-recommendation-by-id.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.recommendations().get("va-_-microsoft-_-edge").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct GetRecommendation {
    client: Client,
    request: Request,
}

impl GetRecommendation {
    pub(super) fn new(client: &Client, recommendation_id: impl Into<Id<Recommendation>>) -> Self {
        let recommendation_id: Id<Recommendation> = recommendation_id.into();
        let request = Request::new(&GET).set("recommendation_id", recommendation_id);
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
    pub async fn send(self) -> Result<Recommendation> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(GetRecommendation);
