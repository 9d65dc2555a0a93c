//! `graph.ti_indicators.create`: Upload one threat indicator.

use http_core::{
    AnswerKind, BodyKind, Client, Effect, EffectKind, Kind, Operation, Param, RateLimit, Request,
    Result, Status, Timestamp, Undo, Value,
};

use crate::graph::ti_indicators::TiIndicator;
use crate::graph::ti_indicators::TiIndicatorAction;
use crate::graph::ti_indicators::TiIndicatorTlpLevel;

/// `graph.ti_indicators.create`: Upload one threat indicator. Status: legacy.
pub static CREATE: Operation =
    Operation::post("graph.ti_indicators.create", "/beta/security/tiIndicators")
        .host("graph")
        .summary("Upload one threat indicator")
        .help(
            "A tenant holds 15,000 indicators at most. Use the indicators of Defender \
for Endpoint or Microsoft Sentinel instead.",
        )
        .status(Status::Legacy)
        .replaced_by(&["mde.indicators.submit"])
        .inputs(&[
            Param::body("action")
                .kind(Kind::Enum(&["unknown", "allow", "block", "alert"]))
                .required()
                .help("What to do when the indicator is seen."),
            Param::body("description")
                .required()
                .help("What the indicator is about; 100 characters at most.")
                .example("Dropped by the installer of ticket 4711"),
            Param::body("expirationDateTime")
                .kind(Kind::Time)
                .required()
                .until()
                .help("When the indicator ends."),
            Param::body("targetProduct")
                .required()
                .help("Product that the indicator is for, such as Microsoft Defender ATP.")
                .example("Microsoft Defender ATP"),
            Param::body("threatType")
                .required()
                .help("Type of threat, such as Malware or Phishing.")
                .example("Malware"),
            Param::body("tlpLevel")
                .kind(Kind::Enum(&["unknown", "white", "green", "amber", "red"]))
                .required()
                .help("Traffic light protocol level."),
        ])
        .body(BodyKind::Json)
        .open_body()
        .answer(AnswerKind::Entity)
        .limits(&[RateLimit::per_minute(1000)])
        .limit_class("graph.ti_indicators")
        .permissions(
            &["ThreatIndicators.ReadWrite.OwnedBy"],
            &["ThreatIndicators.ReadWrite.OwnedBy"],
        )
        .effect(
            Effect::new(EffectKind::Additive)
                .undo(&Undo::by("graph.ti_indicators.delete").created("ti_indicator_id", "id")),
        )
        .source("microsoftgraph/microsoft-graph-docs:api-reference/beta/api/tiindicators-post.md");

/// Upload one threat indicator.
///
/// A tenant holds 15,000 indicators at most. Use the indicators of Defender for Endpoint or
/// Microsoft Sentinel instead.
///
/// Source: `microsoftgraph/microsoft-graph-docs:api-reference/beta/api/tiindicators-post.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().ti_indicators().create().send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct CreateTiIndicator {
    client: Client,
    request: Request,
}

impl CreateTiIndicator {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&CREATE);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// What to do when the indicator is seen. Required.
    pub fn action(mut self, action: impl Into<TiIndicatorAction>) -> Self {
        let action: TiIndicatorAction = action.into();
        self.request = self.request.set("action", action);
        self
    }

    /// What the indicator is about; 100 characters at most. Required.
    pub fn description(mut self, description: impl Into<String>) -> Self {
        let description: String = description.into();
        self.request = self.request.set("description", description);
        self
    }

    /// When the indicator ends. Required.
    pub fn expiration_date_time(mut self, expiration_date_time: impl Into<Timestamp>) -> Self {
        let expiration_date_time: Timestamp = expiration_date_time.into();
        self.request = self.request.set("expirationDateTime", expiration_date_time);
        self
    }

    /// Product that the indicator is for, such as Microsoft Defender ATP. Required.
    pub fn target_product(mut self, target_product: impl Into<String>) -> Self {
        let target_product: String = target_product.into();
        self.request = self.request.set("targetProduct", target_product);
        self
    }

    /// Type of threat, such as Malware or Phishing. Required.
    pub fn threat_type(mut self, threat_type: impl Into<String>) -> Self {
        let threat_type: String = threat_type.into();
        self.request = self.request.set("threatType", threat_type);
        self
    }

    /// Traffic light protocol level. Required.
    pub fn tlp_level(mut self, tlp_level: impl Into<TiIndicatorTlpLevel>) -> Self {
        let tlp_level: TiIndicatorTlpLevel = tlp_level.into();
        self.request = self.request.set("tlpLevel", tlp_level);
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

    /// Sends the request and decodes the answer.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<TiIndicator> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(CreateTiIndicator);
