//! `mdca.discovered_apps.set_sanctioned`: Tag an app as sanctioned.

use http_core::{
    BodyKind, Client, Effect, EffectKind, Operation, Param, RateLimit, Request, Result, Status,
};

/// `mdca.discovered_apps.set_sanctioned`: Tag an app as sanctioned. Status: preview.
pub static SET_SANCTIONED: Operation = Operation::post("mdca.discovered_apps.set_sanctioned", "/cas/api/v1/discovery/discovery_app/{app_id}/set_sanctioned/").host("mdca_portal").summary("Tag an app as sanctioned").help("Takes the number of the app. Documented only by the Power Platform \
connector.").status(Status::Preview).inputs(&[Param::path("app_id").example("11161"),
Param::body("sanction").required().constant("true").help("Whether to tag the app as sanctioned."),
]).body(BodyKind::Json).limits(&[RateLimit::per_minute(30),]).limit_class("mdca").effect(Effect::new(EffectKind::Irreversible)).source("microsoft/PowerPlatformConnectors:certified-connectors/CloudAppSecurity/apiDefinition.swagger.json");

/// Tag an app as sanctioned.
///
/// Takes the number of the app. Documented only by the Power Platform connector.
///
/// Source:
/// `microsoft/PowerPlatformConnectors:certified-connectors/CloudAppSecurity/apiDefinition.swagger.json`.
///
/// ```
/// # use mdca_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// client.discovered_apps().set_sanctioned("11161").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct SetSanctioned {
    client: Client,
    request: Request,
}

impl SetSanctioned {
    pub(super) fn new(client: &Client, app_id: impl Into<String>) -> Self {
        let app_id: String = app_id.into();
        let request = Request::new(&SET_SANCTIONED).set("app_id", app_id);
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

http_core::call_options!(SetSanctioned);
