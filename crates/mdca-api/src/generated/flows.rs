//! Operations and types of flows.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`CreateFlow`] | `POST /cas/api/v1/ms_flow/` | not documented |
//! | [`DeleteFlow`] | `DELETE /cas/api/v1/ms_flow/{flow_id}/` | not documented |

mod create;
mod delete;
mod model;

use http_core::{Answer, BodyKind, Client, Operation, Param, RateLimit, Status};

pub use create::CreateFlow;
pub use delete::DeleteFlow;
pub use model::{
    FlowAlertEntity, FlowAlertLink, FlowAlertMetadata, FlowAlertNotification,
    FlowAlertNotificationSeverity,
};

/// `mdca.flows.create`: Register a callback for alerts. Status: preview.
pub static CREATE: Operation = Operation::post("mdca.flows.create", "/cas/api/v1/ms_flow/").host("mdca_portal").summary("Register a callback for alerts").help("Webhook of Power Automate; a policy must also be pointed at the flow in \
the portal. Known only from the Power Platform connector (marked Preview): \
route under /cas/api/v1 on portal.cloudappsecurity.com, Authorization \
header as an API key. No permission is given.").status(Status::Preview).params(&[Param::body("callback_url").required().help("receives FlowAlertNotification"),
]).body(BodyKind::Json).answer(Answer::Object).limits(&[RateLimit::per_minute(30),]).limit_class("mdca").source("microsoft/PowerPlatformConnectors:certified-connectors/CloudAppSecurity/apiDefinition.swagger.json");

/// `mdca.flows.delete`: Remove a callback. Status: preview.
pub static DELETE: Operation = Operation::delete("mdca.flows.delete", "/cas/api/v1/ms_flow/{flow_id}/").host("mdca_portal").summary("Remove a callback").help("Known only from the Power Platform connector (marked Preview): route under \
/cas/api/v1 on portal.cloudappsecurity.com, Authorization header as an API \
key. No permission is given.").status(Status::Preview).params(&[Param::path("flow_id"),
]).answer(Answer::Scalar).limits(&[RateLimit::per_minute(30),]).limit_class("mdca").source("microsoft/PowerPlatformConnectors:certified-connectors/CloudAppSecurity/apiDefinition.swagger.json");

/// The operations of flows; each method begins a request.
#[derive(Clone, Debug)]
pub struct Flows {
    client: Client,
}

impl Flows {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Register a callback for alerts. See [`CreateFlow`].
    pub fn create(&self, callback_url: impl Into<String>) -> CreateFlow {
        CreateFlow::new(&self.client, callback_url)
    }

    /// Remove a callback. See [`DeleteFlow`].
    pub fn delete(&self, flow_id: impl Into<String>) -> DeleteFlow {
        DeleteFlow::new(&self.client, flow_id)
    }
}
