//! Operations and types of discovered apps.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`SetBanned`] | `POST /cas/api/v1/discovery/discovery_app/{app_id}/set_banned/` | not documented |
//! | [`SetSanctioned`] | `POST /cas/api/v1/discovery/discovery_app/{app_id}/set_sanctioned/` | not documented |

mod model;
mod set_banned;
mod set_sanctioned;

use http_core::{BodyKind, Client, Operation, Param, RateLimit, Status};

pub use model::AppId;
pub use set_banned::SetBanned;
pub use set_sanctioned::SetSanctioned;

/// `mdca.discovered_apps.set_banned`: Tag an app as unsanctioned. Status: preview.
pub static SET_BANNED: Operation = Operation::post("mdca.discovered_apps.set_banned", "/cas/api/v1/discovery/discovery_app/{app_id}/set_banned/").host("mdca_portal").summary("Tag an app as unsanctioned").help("app_id is an integer. Known only from the Power Platform connector (marked \
Preview): route under /cas/api/v1 on portal.cloudappsecurity.com, \
Authorization header as an API key. No permission is given.").status(Status::Preview).params(&[Param::path("app_id"),
Param::body("ban").required().help("a string, not a boolean"),
]).body(BodyKind::Json).limits(&[RateLimit::per_minute(30),]).limit_class("mdca").source("microsoft/PowerPlatformConnectors:certified-connectors/CloudAppSecurity/apiDefinition.swagger.json");

/// `mdca.discovered_apps.set_sanctioned`: Tag an app as sanctioned. Status: preview.
pub static SET_SANCTIONED: Operation = Operation::post("mdca.discovered_apps.set_sanctioned", "/cas/api/v1/discovery/discovery_app/{app_id}/set_sanctioned/").host("mdca_portal").summary("Tag an app as sanctioned").help("app_id is an integer. Known only from the Power Platform connector (marked \
Preview): route under /cas/api/v1 on portal.cloudappsecurity.com, \
Authorization header as an API key. No permission is given.").status(Status::Preview).params(&[Param::path("app_id"),
Param::body("sanction").required().help("a string, not a boolean"),
]).body(BodyKind::Json).limits(&[RateLimit::per_minute(30),]).limit_class("mdca").source("microsoft/PowerPlatformConnectors:certified-connectors/CloudAppSecurity/apiDefinition.swagger.json");

/// The operations of discovered apps; each method begins a request.
#[derive(Clone, Debug)]
pub struct DiscoveredApps {
    client: Client,
}

impl DiscoveredApps {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Tag an app as unsanctioned. See [`SetBanned`].
    pub fn set_banned(&self, app_id: impl Into<String>, ban: impl Into<String>) -> SetBanned {
        SetBanned::new(&self.client, app_id, ban)
    }

    /// Tag an app as sanctioned. See [`SetSanctioned`].
    pub fn set_sanctioned(
        &self,
        app_id: impl Into<String>,
        sanction: impl Into<String>,
    ) -> SetSanctioned {
        SetSanctioned::new(&self.client, app_id, sanction)
    }
}
