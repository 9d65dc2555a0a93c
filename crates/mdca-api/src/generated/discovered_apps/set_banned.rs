//! `mdca.discovered_apps.set_banned`: Tag an app as unsanctioned.

use http_core::{
    BodyKind, Client, Effect, EffectKind, Operation, Param, RateLimit, Request, Result, Status,
};

/// `mdca.discovered_apps.set_banned`: Tag an app as unsanctioned. Status: preview.
pub static SET_BANNED: Operation = Operation::post("mdca.discovered_apps.set_banned", "/cas/api/v1/discovery/discovery_app/{app_id}/set_banned/").host("mdca_portal").summary("Tag an app as unsanctioned").help("Takes the number of the app. Documented only by the Power Platform \
connector.").status(Status::Preview).inputs(&[Param::path("app_id").example("11161"),
Param::body("ban").required().constant("true").help("Whether to tag the app as unsanctioned."),
]).body(BodyKind::Json).limits(&[RateLimit::per_minute(30),]).limit_class("mdca").effect(Effect::new(EffectKind::Irreversible)).source("microsoft/PowerPlatformConnectors:certified-connectors/CloudAppSecurity/apiDefinition.swagger.json");

/// Tag an app as unsanctioned.
///
/// Takes the number of the app. Documented only by the Power Platform connector.
///
/// Source:
/// `microsoft/PowerPlatformConnectors:certified-connectors/CloudAppSecurity/apiDefinition.swagger.json`.
///
/// ```
/// # use mdca_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// client.discovered_apps().set_banned("11161").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct SetBanned {
    client: Client,
    request: Request,
}

impl SetBanned {
    pub(super) fn new(client: &Client, app_id: impl Into<String>) -> Self {
        let app_id: String = app_id.into();
        let request = Request::new(&SET_BANNED).set("app_id", app_id);
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

http_core::call_options!(SetBanned);
