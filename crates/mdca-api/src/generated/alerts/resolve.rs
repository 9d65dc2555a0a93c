//! `mdca.alerts.resolve`: Resolve alerts matching filters (old form).

use http_core::{
    AnswerKind, BodyKind, Client, Effect, EffectKind, ItemFailed, Kind, Operation, Outcome, Param,
    RateLimit, Request, Result, Status, Verdicts,
};

use crate::alerts::AlertFilters;
use crate::alerts::CloseAlertsResult;

/// `mdca.alerts.resolve`: Resolve alerts matching filters (old form). Status: legacy.
pub static RESOLVE: Operation = Operation::post("mdca.alerts.resolve", "/api/v1/alerts/resolve/").host("mdca_portal").summary("Resolve alerts matching filters (old form)").help("Use `mdca.alerts.close_true_positive` instead. Acts on every alert that \
the filters match. An empty filter matches all of them.").status(Status::Legacy).replaced_by(&["mdca.alerts.close_true_positive"]).inputs(&[Param::body("filters").kind(Kind::Json).required().help("Filters that choose the alerts, usually by id.").example("{\"id\":{\"eq\":[\"55362c58eb0433ae7e52c422\"]}}"),
Param::body("comment").help("Comment on the change.").example("Ticket 4711"),
]).body(BodyKind::Json).answer(AnswerKind::Object).filter_fields(AlertFilters::FIELDS).limits(&[RateLimit::per_minute(30),]).limit_class("mdca").permissions(&["investigation.manage", "discovery.manage"], &["investigation.manage", "discovery.manage"]).verdicts(&Verdicts::new("alertsNotFound", ItemFailed::Listed).counts(&["closed_benign", "closed_false_positive", "closed_true_positive", "dismissed"]).asked("filters/id/eq").note("unknown, or closed before")).effect(Effect::new(EffectKind::Irreversible)).source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-alerts-bulk-resolve.md@6a08f345^");

/// Resolve alerts matching filters (old form).
///
/// Use `mdca.alerts.close_true_positive` instead. Acts on every alert that the filters match.
/// An empty filter matches all of them.
///
/// Source:
/// `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-alerts-bulk-resolve.md@6a08f345^`.
///
/// ```
/// # use mdca_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.alerts().resolve(&Default::default()).send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ResolveAlert {
    client: Client,
    request: Request,
}

impl ResolveAlert {
    pub(super) fn new(client: &Client, filters: &AlertFilters) -> Self {
        let request = Request::new(&RESOLVE).set_json("filters", filters);
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

    /// Sends the request and decodes the answer; what failed stands beside it.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind). Items that failed are no error of this call.
    pub async fn send(self) -> Result<Outcome<CloseAlertsResult>> {
        self.client.send_outcome(self.request).await
    }
}

http_core::call_options!(ResolveAlert);
