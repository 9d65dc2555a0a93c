//! `mde.indicators.delete`: Delete an indicator.

use http_core::{
    Client, Effect, EffectKind, Id, Named, Operation, Param, RateLimit, Request, Result, Target,
};

use crate::indicators::Indicator;

/// `mde.indicators.delete`: Delete an indicator.
pub static DELETE: Operation =
    Operation::delete("mde.indicators.delete", "/api/indicators/{indicator_id}")
        .host("mde")
        .summary("Delete an indicator")
        .inputs(&[Param::path("indicator_id").example("901")])
        .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
        .permissions(&["Ti.ReadWrite", "Ti.ReadWrite.All"], &[])
        .target(
            &Target::new("indicator_id", "mde.indicators.list")
                .key("id")
                .name(&["indicatorValue"])
                .shows(&["indicatorType", "action", "title"])
                .named(Named::new(
                    &crate::indicators::LIST,
                    &crate::indicators::LIST,
                    0,
                    "indicatorValue",
                    ("", ""),
                )),
        )
        .effect(Effect::new(EffectKind::Irreversible))
        .source("MicrosoftDocs/defender-docs:defender-endpoint/api/delete-ti-indicator-by-id.md");

/// Delete an indicator.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/delete-ti-indicator-by-id.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// client.indicators().delete("901").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct DeleteIndicator {
    client: Client,
    request: Request,
}

impl DeleteIndicator {
    pub(super) fn new(client: &Client, indicator_id: impl Into<Id<Indicator>>) -> Self {
        let indicator_id: Id<Indicator> = indicator_id.into();
        let request = Request::new(&DELETE).set("indicator_id", indicator_id);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Sends the request; the answer holds nothing.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<()> {
        self.client.send_empty(self.request).await
    }
}

http_core::call_options!(DeleteIndicator);
