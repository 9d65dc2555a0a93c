//! `mdca.alerts.close_benign`: Close alerts as benign.

use http_core::{
    AnswerKind, BodyKind, Client, Effect, EffectKind, ItemFailed, Kind, Operation, Outcome, Param,
    RateLimit, Request, Result, Verdicts,
};

use crate::alerts::AlertFilters;
use crate::alerts::CloseAlertsResult;

/// `mdca.alerts.close_benign`: Close alerts as benign.
pub static CLOSE_BENIGN: Operation =
    Operation::post("mdca.alerts.close_benign", "/api/v1/alerts/close_benign/")
        .host("mdca_portal")
        .summary("Close alerts as benign")
        .help(
            "Acts on every alert that the filters match. An empty filter matches all of \
them.",
        )
        .inputs(&[
            Param::body("filters")
                .kind(Kind::Json)
                .required()
                .help("Filters that choose the alerts, usually by id.")
                .example("{\"id\":{\"eq\":[\"55362c58eb0433ae7e52c422\"]}}"),
            Param::body("comment")
                .help("Comment on the change.")
                .example("Ticket 4711"),
            Param::body("reasonId").kind(Kind::Integer).help(
                "Reason: 2 severity is lower, 4 other, 5 confirmed with the user, 6 \
triggered by a test.",
            ),
            Param::body("sendFeedback")
                .kind(Kind::Bool)
                .help("Whether to send feedback to Microsoft."),
            Param::body("feedbackText").help("Text of the feedback."),
            Param::body("allowContact")
                .kind(Kind::Bool)
                .help("Whether Microsoft may contact you about the feedback."),
            Param::body("contactEmail").help("Address for questions about the feedback."),
        ])
        .body(BodyKind::Json)
        .answer(AnswerKind::Object)
        .filter_fields(AlertFilters::FIELDS)
        .limits(&[RateLimit::per_minute(30)])
        .limit_class("mdca")
        .permissions(
            &["investigation.manage", "discovery.manage"],
            &["investigation.manage", "discovery.manage"],
        )
        .verdicts(
            &Verdicts::new("alertsNotFound", ItemFailed::Listed)
                .counts(&[
                    "closed_benign",
                    "closed_false_positive",
                    "closed_true_positive",
                    "dismissed",
                ])
                .asked("filters/id/eq")
                .note("unknown, or closed before"),
        )
        .effect(Effect::new(EffectKind::Irreversible))
        .source(
            "MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-alerts-close-benign.md",
        );

/// Close alerts as benign.
///
/// Acts on every alert that the filters match. An empty filter matches all of them.
///
/// Source:
/// `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-alerts-close-benign.md`.
///
/// ```
/// # use mdca_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.alerts().close_benign(&Default::default()).send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct CloseBenign {
    client: Client,
    request: Request,
}

impl CloseBenign {
    pub(super) fn new(client: &Client, filters: &AlertFilters) -> Self {
        let request = Request::new(&CLOSE_BENIGN).set_json("filters", filters);
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

    /// Reason: 2 severity is lower, 4 other, 5 confirmed with the user, 6 triggered by a test.
    pub fn reason_id(mut self, reason_id: u32) -> Self {
        self.request = self.request.set("reasonId", reason_id);
        self
    }

    /// Whether to send feedback to Microsoft.
    pub fn send_feedback(mut self, send_feedback: bool) -> Self {
        self.request = self.request.set("sendFeedback", send_feedback);
        self
    }

    /// Text of the feedback.
    pub fn feedback_text(mut self, feedback_text: impl Into<String>) -> Self {
        let feedback_text: String = feedback_text.into();
        self.request = self.request.set("feedbackText", feedback_text);
        self
    }

    /// Whether Microsoft may contact you about the feedback.
    pub fn allow_contact(mut self, allow_contact: bool) -> Self {
        self.request = self.request.set("allowContact", allow_contact);
        self
    }

    /// Address for questions about the feedback.
    pub fn contact_email(mut self, contact_email: impl Into<String>) -> Self {
        let contact_email: String = contact_email.into();
        self.request = self.request.set("contactEmail", contact_email);
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

http_core::call_options!(CloseBenign);
