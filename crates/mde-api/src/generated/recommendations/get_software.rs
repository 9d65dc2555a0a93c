//! `mde.recommendations.get_software`: Get the software behind one recommendation.

use http_core::{AnswerKind, Client, Id, Operation, Param, Request, Result};

use crate::recommendations::Recommendation;
use crate::software::Software;

/// `mde.recommendations.get_software`: Get the software behind one recommendation.
pub static GET_SOFTWARE: Operation = Operation::get(
    "mde.recommendations.get_software",
    "/api/recommendations/{recommendation_id}/software",
)
.host("mde")
.summary("Get the software behind one recommendation")
.help(
    "Configuration recommendations have no software. A delegated token may need \
`Software.Read` as well.",
)
.inputs(&[Param::path("recommendation_id").example("va-_-microsoft-_-edge")])
.answer(AnswerKind::Entity)
.permissions(&["Software.Read.All"], &["SecurityRecommendation.Read"])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/list-recommendation-software.md");

/// Get the software behind one recommendation.
///
/// Configuration recommendations have no software. A delegated token may need `Software.Read`
/// as well.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/list-recommendation-software.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.recommendations().get_software("va-_-microsoft-_-edge").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct GetRecommendationSoftware {
    client: Client,
    request: Request,
}

impl GetRecommendationSoftware {
    pub(super) fn new(client: &Client, recommendation_id: impl Into<Id<Recommendation>>) -> Self {
        let recommendation_id: Id<Recommendation> = recommendation_id.into();
        let request = Request::new(&GET_SOFTWARE).set("recommendation_id", recommendation_id);
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
    pub async fn send(self) -> Result<Software> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(GetRecommendationSoftware);
