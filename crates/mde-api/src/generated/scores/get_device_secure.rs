//! `mde.scores.get_device_secure`: Get the Microsoft Secure Score for Devices.

use http_core::{AnswerKind, Client, Operation, Request, Result};

use crate::scores::Score;

/// `mde.scores.get_device_secure`: Get the Microsoft Secure Score for Devices.
pub static GET_DEVICE_SECURE: Operation =
    Operation::get("mde.scores.get_device_secure", "/api/configurationScore")
        .host("mde")
        .summary("Get the Microsoft Secure Score for Devices")
        .help("Higher is better.")
        .answer(AnswerKind::Entity)
        .permissions(&["Score.Read.All"], &["Score.Read"])
        .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-device-secure-score.md");

/// Get the Microsoft Secure Score for Devices.
///
/// Higher is better.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-device-secure-score.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.scores().get_device_secure().send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct GetScoreDeviceSecure {
    client: Client,
    request: Request,
}

impl GetScoreDeviceSecure {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&GET_DEVICE_SECURE);
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

http_core::call_options!(GetScoreDeviceSecure);
