//! `mdca.activities.send_feedback`: Send feedback on an activity.

use http_core::rows::Rows;
use http_core::{
    BodyKind, Cell, Client, Column, Continuation, Effect, EffectKind, Id, Items, Kind, Operation,
    Page, Pager, Param, RateLimit, RawItems, Request, Result, Target,
};

use crate::activities::Activity;

/// `mdca.activities.send_feedback`: Send feedback on an activity.
pub static SEND_FEEDBACK: Operation = Operation::post(
    "mdca.activities.send_feedback",
    "/api/v1/activities/{activity_id}/feedback",
)
.host("mdca_portal")
.summary("Send feedback on an activity")
.inputs(&[
    Param::path("activity_id").example(concat!(
        "d21485676604388f2891f5c6cda8f1c46bbace0fa7d26c36184bdfd13147",
        "e5e5"
    )),
    Param::body("feedback")
        .help("Feedback on the activity.")
        .example("positive"),
    Param::body("feedbackValue").help("Value of the feedback."),
    Param::body("feedbackText")
        .help("Text of the feedback.")
        .example("Ticket 4711"),
    Param::body("allowContact")
        .kind(Kind::Bool)
        .help("Whether Microsoft may contact you about the feedback."),
    Param::body("contactEmail").help("Address for questions about the feedback."),
])
.body(BodyKind::Json)
.collection("data")
.limits(&[RateLimit::per_minute(30)])
.limit_class("mdca")
.permissions(
    &["investigation.read", "investigation.manage"],
    &["investigation.read", "investigation.manage"],
)
.target(
    &Target::new("activity_id", "mdca.activities.get")
        .name(&["description"])
        .shows(&["appName", "timestamp"]),
)
.effect(Effect::new(EffectKind::Irreversible))
.columns(&[
    Column::new("_id", Cell::Id),
    Column::new("timestamp", Cell::Age),
    Column::new("appName", Cell::Name),
    Column::new("eventTypeName", Cell::Text),
    Column::new("description", Cell::Text),
])
.source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-activities-feedback.md");

/// Send feedback on an activity.
///
/// Source:
/// `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-activities-feedback.md`.
///
/// ```
/// # use mdca_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.activities().send_feedback("d21485676604388f2891f5c6cda8f1c46bbace0fa7d26c36184bdfd13147e5e5").items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct SendFeedback {
    client: Client,
    request: Request,
}

impl SendFeedback {
    pub(super) fn new(client: &Client, activity_id: impl Into<Id<Activity>>) -> Self {
        let activity_id: Id<Activity> = activity_id.into();
        let request = Request::new(&SEND_FEEDBACK).set("activity_id", activity_id);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Feedback on the activity.
    pub fn feedback(mut self, feedback: impl Into<String>) -> Self {
        let feedback: String = feedback.into();
        self.request = self.request.set("feedback", feedback);
        self
    }

    /// Value of the feedback.
    pub fn feedback_value(mut self, feedback_value: impl Into<String>) -> Self {
        let feedback_value: String = feedback_value.into();
        self.request = self.request.set("feedbackValue", feedback_value);
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

    /// Begins where another reading of the list stopped: on the page after the continuation's.
    pub fn resume(mut self, continuation: &Continuation) -> Self {
        self.request = self.request.resume(continuation);
        self
    }

    /// Sends the request and decodes the first page.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<Page<Activity>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<Activity> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<Activity> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<Activity> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(SendFeedback);
