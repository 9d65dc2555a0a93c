//! `mdca.activities.get`: Get one activity.

use http_core::{AnswerKind, Client, Id, Operation, Param, RateLimit, Request, Result};

use crate::activities::Activity;

/// `mdca.activities.get`: Get one activity.
pub static GET: Operation =
    Operation::get("mdca.activities.get", "/api/v1/activities/{activity_id}/")
        .host("mdca_portal")
        .summary("Get one activity")
        .help("Takes the `_id` of the activity.")
        .inputs(&[Param::path("activity_id").example(concat!(
            "d21485676604388f2891f5c6cda8f1c46bbace0fa7d26c36184bdfd13147",
            "e5e5"
        ))])
        .answer(AnswerKind::Entity)
        .limits(&[RateLimit::per_minute(30)])
        .limit_class("mdca")
        .permissions(
            &["investigation.read", "investigation.manage"],
            &["investigation.read", "investigation.manage"],
        )
        .source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-activities-fetch.md");

/// Get one activity.
///
/// Takes the `_id` of the activity.
///
/// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-activities-fetch.md`.
///
/// ```
/// # use mdca_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.activities().get("d21485676604388f2891f5c6cda8f1c46bbace0fa7d26c36184bdfd13147e5e5").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct GetActivity {
    client: Client,
    request: Request,
}

impl GetActivity {
    pub(super) fn new(client: &Client, activity_id: impl Into<Id<Activity>>) -> Self {
        let activity_id: Id<Activity> = activity_id.into();
        let request = Request::new(&GET).set("activity_id", activity_id);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Sends the request and decodes the answer.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<Activity> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(GetActivity);
