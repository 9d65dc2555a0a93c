//! `mdca.alerts.dismiss`: Dismiss one alert (old form).

use http_core::{
    BodyKind, Client, Effect, EffectKind, Id, Operation, Param, RateLimit, Request, Result, Status,
    Target,
};

use crate::alerts::Alert;

/// `mdca.alerts.dismiss`: Dismiss one alert (old form). Status: legacy.
pub static DISMISS: Operation = Operation::post(
    "mdca.alerts.dismiss",
    "/api/v1/alerts/{alert_id}/dismiss/",
)
.host("mdca_portal")
.summary("Dismiss one alert (old form)")
.help("Use `mdca.alerts.close_false_positive` instead.")
.status(Status::Legacy)
.replaced_by(&["mdca.alerts.close_false_positive"])
.inputs(&[
    Param::path("alert_id").example("55362c58eb0433ae7e52c422"),
    Param::body("comment")
        .help("Comment on the change.")
        .example("Ticket 4711"),
])
.body(BodyKind::Json)
.limits(&[RateLimit::per_minute(30)])
.limit_class("mdca")
.permissions(
    &["investigation.manage", "discovery.manage"],
    &["investigation.manage", "discovery.manage"],
)
.target(
    &Target::new("alert_id", "mdca.alerts.get")
        .name(&["title"])
        .shows(&["severityValue", "statusValue"]),
)
.effect(Effect::new(EffectKind::Irreversible))
.source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-alerts-dismiss.md@6a08f345^");

/// Dismiss one alert (old form).
///
/// Use `mdca.alerts.close_false_positive` instead.
///
/// Source:
/// `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-alerts-dismiss.md@6a08f345^`.
///
/// ```
/// # use mdca_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// client.alerts().dismiss("55362c58eb0433ae7e52c422").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct DismissAlert {
    client: Client,
    request: Request,
}

impl DismissAlert {
    pub(super) fn new(client: &Client, alert_id: impl Into<Id<Alert>>) -> Self {
        let alert_id: Id<Alert> = alert_id.into();
        let request = Request::new(&DISMISS).set("alert_id", alert_id);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Comment on the change.
    pub fn comment(mut self, comment: impl Into<String>) -> Self {
        let comment: String = comment.into();
        self.request = self.request.set("comment", comment);
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

http_core::call_options!(DismissAlert);
