//! Operations and types of identity settings.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`GetIdentitySettingAutoAuditing`] | `GET /v1.0/security/identities/settings/autoAuditingConfiguration` | `SecurityIdentitiesAutoConfig.Read.All` |
//! | [`UpdateAutoAuditing`] | `PATCH /v1.0/security/identities/settings/autoAuditingConfiguration` | `SecurityIdentitiesAutoConfig.ReadWrite.All` |

mod get_auto_auditing;
mod model;
mod update_auto_auditing;

use http_core::{Answer, BodyKind, Client, Header, Kind, Operation, Param};

pub use get_auto_auditing::GetIdentitySettingAutoAuditing;
pub use model::AutoAuditingConfiguration;
pub use update_auto_auditing::UpdateAutoAuditing;

/// `graph.identity_settings.get_auto_auditing`: Get automatic audit configuration.
pub static GET_AUTO_AUDITING: Operation = Operation::get(
    "graph.identity_settings.get_auto_auditing",
    "/v1.0/security/identities/settings/autoAuditingConfiguration",
)
.host("graph")
.summary("Get automatic audit configuration")
.headers(&[Header {
    name: "prefer",
    value: "include-unknown-enum-members",
}])
.answer(Answer::Entity)
.permissions(
    &["SecurityIdentitiesAutoConfig.Read.All"],
    &["SecurityIdentitiesAutoConfig.Read.All"],
)
.source("microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json");

/// `graph.identity_settings.update_auto_auditing`: Switch automatic audit configuration.
pub static UPDATE_AUTO_AUDITING: Operation = Operation::patch("graph.identity_settings.update_auto_auditing", "/v1.0/security/identities/settings/autoAuditingConfiguration").host("graph").summary("Switch automatic audit configuration").help("200 without a body. The permission file lists POST, the page PATCH.").params(&[Param::body("isAutomatic").kind(Kind::Bool).required(),
]).body(BodyKind::Json).permissions(&["SecurityIdentitiesAutoConfig.ReadWrite.All"], &["SecurityIdentitiesAutoConfig.ReadWrite.All"]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-autoauditingconfiguration-update.md");

/// The operations of identity settings; each method begins a request.
#[derive(Clone, Debug)]
pub struct IdentitySettings {
    client: Client,
}

impl IdentitySettings {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Get automatic audit configuration. See [`GetIdentitySettingAutoAuditing`].
    pub fn get_auto_auditing(&self) -> GetIdentitySettingAutoAuditing {
        GetIdentitySettingAutoAuditing::new(&self.client)
    }

    /// Switch automatic audit configuration. See [`UpdateAutoAuditing`].
    pub fn update_auto_auditing(&self, is_automatic: bool) -> UpdateAutoAuditing {
        UpdateAutoAuditing::new(&self.client, is_automatic)
    }
}
