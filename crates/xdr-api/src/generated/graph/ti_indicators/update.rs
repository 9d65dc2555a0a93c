//! `graph.ti_indicators.update`: Change one threat indicator.

use http_core::{
    BodyKind, Client, Effect, EffectKind, Id, Kind, Operation, Param, RateLimit, Request, Result,
    Status, Target, Timestamp, Undo, Value,
};

use crate::graph::ti_indicators::TiIndicator;

/// `graph.ti_indicators.update`: Change one threat indicator. Status: legacy.
pub static UPDATE: Operation = Operation::patch(
    "graph.ti_indicators.update",
    "/beta/security/tiIndicators/{ti_indicator_id}",
)
.host("graph")
.summary("Change one threat indicator")
.status(Status::Legacy)
.replaced_by(&["mde.indicators.submit"])
.inputs(&[
    Param::path("ti_indicator_id").example("ec5e65ab-7795-4081-9770-4ea4af9680cd"),
    Param::body("expirationDateTime")
        .kind(Kind::Time)
        .required()
        .until()
        .help("When the indicator ends."),
    Param::body("targetProduct")
        .required()
        .help("Product that the indicator is for, such as Microsoft Defender ATP.")
        .example("Microsoft Defender ATP"),
    Param::body("severity")
        .kind(Kind::Integer)
        .help("Severity, from 0 to 5.")
        .example("3"),
    Param::body("description").help("What the indicator is about; 100 characters at most."),
])
.body(BodyKind::Json)
.open_body()
.idempotent()
.limits(&[RateLimit::per_minute(1000)])
.limit_class("graph.ti_indicators")
.permissions(
    &["ThreatIndicators.ReadWrite.OwnedBy"],
    &["ThreatIndicators.ReadWrite.OwnedBy"],
)
.target(
    &Target::new("ti_indicator_id", "graph.ti_indicators.get")
        .name(&["description"])
        .shows(&["action", "targetProduct", "expirationDateTime"]),
)
.effect(
    Effect::new(EffectKind::Reversible).undo(
        &Undo::by("graph.ti_indicators.update")
            .carried(&["ti_indicator_id"])
            .restored(&[
                ("description", "description"),
                ("expirationDateTime", "expirationDateTime"),
                ("severity", "severity"),
                ("targetProduct", "targetProduct"),
            ]),
    ),
)
.source("microsoftgraph/microsoft-graph-docs:api-reference/beta/api/tiindicator-update.md");

/// Change one threat indicator.
///
/// Source: `microsoftgraph/microsoft-graph-docs:api-reference/beta/api/tiindicator-update.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// client.graph().ti_indicators().update("ec5e65ab-7795-4081-9770-4ea4af9680cd", "2026-01-31T09:30:00Z", "Microsoft Defender ATP").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct UpdateTiIndicator {
    client: Client,
    request: Request,
}

impl UpdateTiIndicator {
    pub(super) fn new(
        client: &Client,
        ti_indicator_id: impl Into<Id<TiIndicator>>,
        expiration_date_time: impl Into<Timestamp>,
        target_product: impl Into<String>,
    ) -> Self {
        let ti_indicator_id: Id<TiIndicator> = ti_indicator_id.into();
        let expiration_date_time: Timestamp = expiration_date_time.into();
        let target_product: String = target_product.into();
        let request = Request::new(&UPDATE)
            .set("ti_indicator_id", ti_indicator_id)
            .set("expirationDateTime", expiration_date_time)
            .set("targetProduct", target_product);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Severity, from 0 to 5.
    pub fn severity(mut self, severity: u32) -> Self {
        self.request = self.request.set("severity", severity);
        self
    }

    /// What the indicator is about; 100 characters at most.
    pub fn description(mut self, description: impl Into<String>) -> Self {
        let description: String = description.into();
        self.request = self.request.set("description", description);
        self
    }

    /// Sets a member of the body that no page lists.
    pub fn member(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.request = self.request.set_open(name, value);
        self
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

http_core::call_options!(UpdateTiIndicator);
