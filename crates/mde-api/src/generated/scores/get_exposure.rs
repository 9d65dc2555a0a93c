//! `mde.scores.get_exposure`: Get the exposure score of the organisation.

use http_core::{AnswerKind, Client, Operation, Request, Result};

use crate::scores::Score;

/// `mde.scores.get_exposure`: Get the exposure score of the organisation.
pub static GET_EXPOSURE: Operation =
    Operation::get("mde.scores.get_exposure", "/api/exposureScore")
        .host("mde")
        .summary("Get the exposure score of the organisation")
        .help("Lower is better. Only the present score is available.")
        .answer(AnswerKind::Entity)
        .permissions(&["Score.Read.All"], &["Score.Read"])
        .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-exposure-score.md");

/// Get the exposure score of the organisation.
///
/// Lower is better. Only the present score is available.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-exposure-score.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.scores().get_exposure().send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct GetScoreExposure {
    client: Client,
    request: Request,
}

impl GetScoreExposure {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&GET_EXPOSURE);
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
    pub async fn send(self) -> Result<Score> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(GetScoreExposure);
