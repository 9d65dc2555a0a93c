//! `mdca.activities.get`: Fetch one activity.

use http_core::{Client, Id, Request, Result};

use crate::activities::Activity;

/// Fetch one activity.
///
/// The id is the `_id` of the record; two forms are seen (`tenant_app_guid` and 64 hexadecimal
/// digits).
///
/// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-activities-fetch.md`.
///
/// ```
/// # use mdca_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.activities().get("text").send().await?;
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
        let request = Request::new(&super::GET).set("activity_id", activity_id);
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
