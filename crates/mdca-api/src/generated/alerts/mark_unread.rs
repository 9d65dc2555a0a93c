//! `mdca.alerts.mark_unread`: Mark an alert as unread.

use http_core::{
    Client, Effect, EffectKind, Id, Operation, Param, RateLimit, Request, Result, Target, Undo,
};

use crate::alerts::Alert;

/// `mdca.alerts.mark_unread`: Mark an alert as unread.
pub static MARK_UNREAD: Operation = Operation::post(
    "mdca.alerts.mark_unread",
    "/api/v1/alerts/{alert_id}/unread/",
)
.host("mdca_portal")
.summary("Mark an alert as unread")
.help("A read permission is enough.")
.inputs(&[Param::path("alert_id").example("55362c58eb0433ae7e52c422")])
.idempotent()
.limits(&[RateLimit::per_minute(30)])
.limit_class("mdca")
.permissions(
    &[
        "investigation.read",
        "discovery.read",
        "investigation.manage",
        "discovery.manage",
    ],
    &[
        "investigation.read",
        "discovery.read",
        "investigation.manage",
        "discovery.manage",
    ],
)
.target(
    &Target::new("alert_id", "mdca.alerts.get")
        .name(&["title"])
        .shows(&["severityValue", "statusValue"]),
)
.effect(
    Effect::new(EffectKind::Reversible)
        .undo(&Undo::by("mdca.alerts.mark_read").carried(&["alert_id"])),
)
.source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-alerts-mark-unread.md");

/// Mark an alert as unread.
///
/// A read permission is enough.
///
/// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-alerts-mark-unread.md`.
///
/// ```
/// # use mdca_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// client.alerts().mark_unread("55362c58eb0433ae7e52c422").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct MarkUnread {
    client: Client,
    request: Request,
}

impl MarkUnread {
    pub(super) fn new(client: &Client, alert_id: impl Into<Id<Alert>>) -> Self {
        let alert_id: Id<Alert> = alert_id.into();
        let request = Request::new(&MARK_UNREAD).set("alert_id", alert_id);
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

http_core::call_options!(MarkUnread);
