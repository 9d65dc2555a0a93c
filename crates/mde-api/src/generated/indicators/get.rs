//! `mde.indicators.get`: Get one indicator.

use http_core::{AnswerKind, Client, Id, Operation, Param, RateLimit, Request, Result, Status};

use crate::indicators::Indicator;

/// `mde.indicators.get`: Get one indicator. Status: observed.
pub static GET: Operation = Operation::get("mde.indicators.get", "/api/indicators/{indicator_id}").host("mde").summary("Get one indicator").help("With `Ti.ReadWrite` an application sees only the indicators it created.").status(Status::Observed).inputs(&[Param::path("indicator_id").example("901"),
]).answer(AnswerKind::Entity).limits(&[RateLimit::per_minute(100),RateLimit::per_hour(1500),]).permissions(&["Ti.ReadWrite", "Ti.ReadWrite.All"], &["Ti.ReadWrite"]).source("demisto/content:Packs/MicrosoftDefenderAdvancedThreatProtection/Integrations/MicrosoftDefenderAdvancedThreatProtection/MicrosoftDefenderAdvancedThreatProtection.py");

/// Get one indicator.
///
/// With `Ti.ReadWrite` an application sees only the indicators it created.
///
/// Source:
/// `demisto/content:Packs/MicrosoftDefenderAdvancedThreatProtection/Integrations/MicrosoftDefenderAdvancedThreatProtection/MicrosoftDefenderAdvancedThreatProtection.py`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.indicators().get("901").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct GetIndicator {
    client: Client,
    request: Request,
}

impl GetIndicator {
    pub(super) fn new(client: &Client, indicator_id: impl Into<Id<Indicator>>) -> Self {
        let indicator_id: Id<Indicator> = indicator_id.into();
        let request = Request::new(&GET).set("indicator_id", indicator_id);
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
    pub async fn send(self) -> Result<Indicator> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(GetIndicator);
