//! `mdca.discovery.remove_app_tag`: Take a tag off a discovered app.

use http_core::{
    BodyKind, Client, Effect, EffectKind, Operation, Param, RateLimit, Request, Result, Status,
    Undo,
};

/// `mdca.discovery.remove_app_tag`: Take a tag off a discovered app. Status: retired.
pub static REMOVE_APP_TAG: Operation = Operation::post("mdca.discovery.remove_app_tag", "/api/v1/discovery/discovery_app/{app_id}/remove_tag/").host("mdca_portal").summary("Take a tag off a discovered app").help("The vendor withdrew the page that describes it.").status(Status::Retired).inputs(&[Param::path("app_id").example("11161"),
Param::body("tagName").required().help("Name of the tag.").example("reviewed"),
]).body(BodyKind::Json).limits(&[RateLimit::per_minute(30),]).limit_class("mdca").effect(Effect::new(EffectKind::Reversible).undo(&Undo::by("mdca.discovery.add_app_tag").carried(&["app_id", "tagName"]))).source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-discovery-remove-app-tag.md@856e2857^");

/// Take a tag off a discovered app.
///
/// The vendor withdrew the page that describes it.
///
/// Source:
/// `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-discovery-remove-app-tag.md@856e2857^`.
///
/// ```
/// # use mdca_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// client.discovery().remove_app_tag("11161", "reviewed").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct RemoveAppTag {
    client: Client,
    request: Request,
}

impl RemoveAppTag {
    pub(super) fn new(
        client: &Client,
        app_id: impl Into<String>,
        tag_name: impl Into<String>,
    ) -> Self {
        let app_id: String = app_id.into();
        let tag_name: String = tag_name.into();
        let request = Request::new(&REMOVE_APP_TAG)
            .set("app_id", app_id)
            .set("tagName", tag_name);
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

http_core::call_options!(RemoveAppTag);
