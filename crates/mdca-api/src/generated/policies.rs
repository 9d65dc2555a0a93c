//! Operations and types of policies.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`DisablePolicy`] | `POST /cas/api/v1/policies/{policy_id}/disable/` | not documented |
//! | [`EnablePolicy`] | `POST /cas/api/v1/policies/{policy_id}/enable/` | not documented |
//! | [`GetPolicy`] | `POST /cas/api/v1/policies/{policy_id}/` | not documented |

mod disable;
mod enable;
mod get;
mod model;

use http_core::{Answer, BodyKind, Client, Operation, Param, RateLimit, Status};

pub use disable::DisablePolicy;
pub use enable::EnablePolicy;
pub use get::GetPolicy;
pub use model::Policy;

/// `mdca.policies.disable`: Disable a policy. Status: preview.
pub static DISABLE: Operation = Operation::post("mdca.policies.disable", "/cas/api/v1/policies/{policy_id}/disable/").host("mdca_portal").summary("Disable a policy").help("Known only from the Power Platform connector (marked Preview): route under \
/cas/api/v1 on portal.cloudappsecurity.com, Authorization header as an API \
key. No permission is given.").status(Status::Preview).params(&[Param::path("policy_id"),
]).limits(&[RateLimit::per_minute(30),]).limit_class("mdca").source("microsoft/PowerPlatformConnectors:certified-connectors/CloudAppSecurity/apiDefinition.swagger.json");

/// `mdca.policies.enable`: Enable a policy. Status: preview.
pub static ENABLE: Operation = Operation::post("mdca.policies.enable", "/cas/api/v1/policies/{policy_id}/enable/").host("mdca_portal").summary("Enable a policy").help("Known only from the Power Platform connector (marked Preview): route under \
/cas/api/v1 on portal.cloudappsecurity.com, Authorization header as an API \
key. No permission is given.").status(Status::Preview).params(&[Param::path("policy_id"),
]).limits(&[RateLimit::per_minute(30),]).limit_class("mdca").source("microsoft/PowerPlatformConnectors:certified-connectors/CloudAppSecurity/apiDefinition.swagger.json");

/// `mdca.policies.get`: Get a policy. Status: preview.
pub static GET: Operation = Operation::post("mdca.policies.get", "/cas/api/v1/policies/{policy_id}/").host("mdca_portal").summary("Get a policy").help("A read, sent as POST. Known only from the Power Platform connector (marked \
Preview): route under /cas/api/v1 on portal.cloudappsecurity.com, \
Authorization header as an API key. No permission is given.").status(Status::Preview).params(&[Param::path("policy_id"),
Param::body("projectedMSFlowFields").required().help("a string, not a boolean"),
]).body(BodyKind::Json).answer(Answer::Entity).idempotent().limits(&[RateLimit::per_minute(30),]).limit_class("mdca").source("microsoft/PowerPlatformConnectors:certified-connectors/CloudAppSecurity/apiDefinition.swagger.json");

/// The operations of policies; each method begins a request.
#[derive(Clone, Debug)]
pub struct Policies {
    client: Client,
}

impl Policies {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Disable a policy. See [`DisablePolicy`].
    pub fn disable(&self, policy_id: impl Into<String>) -> DisablePolicy {
        DisablePolicy::new(&self.client, policy_id)
    }

    /// Enable a policy. See [`EnablePolicy`].
    pub fn enable(&self, policy_id: impl Into<String>) -> EnablePolicy {
        EnablePolicy::new(&self.client, policy_id)
    }

    /// Get a policy. See [`GetPolicy`].
    pub fn get(
        &self,
        policy_id: impl Into<String>,
        projected_ms_flow_fields: impl Into<String>,
    ) -> GetPolicy {
        GetPolicy::new(&self.client, policy_id, projected_ms_flow_fields)
    }
}
