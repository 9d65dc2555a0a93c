//! `mde.indicators.batch_delete`: Delete up to 500 indicators.

use http_core::{
    BodyKind, Client, Effect, EffectKind, Id, Kind, Named, Operation, Param, RateLimit, Request,
    Result, Target,
};

use crate::indicators::Indicator;

/// `mde.indicators.batch_delete`: Delete up to 500 indicators.
pub static BATCH_DELETE: Operation =
    Operation::post("mde.indicators.batch_delete", "/api/indicators/BatchDelete")
        .host("mde")
        .summary("Delete up to 500 indicators")
        .help("One unknown id fails the whole call.")
        .inputs(&[Param::body("IndicatorIds")
            .kind(Kind::List)
            .required()
            .help("Ids of the indicators to delete; 500 at most.")
            .example("901")])
        .body(BodyKind::Json)
        .limits(&[RateLimit::per_minute(30), RateLimit::per_hour(1500)])
        .permissions(&["Ti.ReadWrite", "Ti.ReadWrite.All"], &[])
        .target(
            &Target::new("IndicatorIds", "mde.indicators.list")
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
        .batch("IndicatorIds", 500)
        .source("MicrosoftDocs/defender-docs:defender-endpoint/api/batch-delete-ti-indicators.md");

/// Delete up to 500 indicators.
///
/// One unknown id fails the whole call.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/batch-delete-ti-indicators.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// client.indicators().batch_delete(["901"]).send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct BatchDeleteIndicators {
    client: Client,
    request: Request,
}

impl BatchDeleteIndicators {
    pub(super) fn new(
        client: &Client,
        indicator_ids: impl IntoIterator<Item = impl Into<Id<Indicator>>>,
    ) -> Self {
        let request = Request::new(&BATCH_DELETE).set(
            "IndicatorIds",
            indicator_ids
                .into_iter()
                .map(Into::into)
                .collect::<Vec<Id<Indicator>>>(),
        );
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

http_core::call_options!(BatchDeleteIndicators);
