//! `mdca.activities.send_feedback`: Send feedback on an activity.

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
.help(
    "No trailing slash, unlike its neighbours. Table and example disagree on \
the body.",
)
.inputs(&[
    Param::path("activity_id"),
    Param::body("feedback").help("the only parameter in the table; the example does not send it"),
    Param::body("feedbackValue").help("example \"0\"; values not documented"),
    Param::body("feedbackText").help("example only"),
    Param::body("allowContact")
        .kind(Kind::Bool)
        .help("example only"),
    Param::body("contactEmail").help("example only"),
])
.body(BodyKind::Json)
.collection("data")
.limits(&[RateLimit::per_minute(30)])
.limit_class("mdca")
.permissions(
    &["Investigation.read", "Investigation.manage"],
    &["Investigation.read", "Investigation.manage"],
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
/// No trailing slash, unlike its neighbours. Table and example disagree on the body.
///
/// Source:
/// `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-activities-feedback.md`.
///
/// ```
/// # use mdca_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.activities().send_feedback("activity-id").items();
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

    /// Feedback. The only parameter in the table; the example does not send it.
    pub fn feedback(mut self, feedback: impl Into<String>) -> Self {
        let feedback: String = feedback.into();
        self.request = self.request.set("feedback", feedback);
        self
    }

    /// Feedback value. Example "0"; values not documented.
    pub fn feedback_value(mut self, feedback_value: impl Into<String>) -> Self {
        let feedback_value: String = feedback_value.into();
        self.request = self.request.set("feedbackValue", feedback_value);
        self
    }

    /// Feedback text. Example only.
    pub fn feedback_text(mut self, feedback_text: impl Into<String>) -> Self {
        let feedback_text: String = feedback_text.into();
        self.request = self.request.set("feedbackText", feedback_text);
        self
    }

    /// Allow contact. Example only.
    pub fn allow_contact(mut self, allow_contact: bool) -> Self {
        self.request = self.request.set("allowContact", allow_contact);
        self
    }

    /// Contact email. Example only.
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
}
