//! Operations and types of secure score control profiles.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`GetSecureScoreControlProfile`] | `GET /v1.0/security/secureScoreControlProfiles/{control_id}` | `SecurityEvents.Read.All` |
//! | [`ListSecureScoreControlProfiles`] | `GET /v1.0/security/secureScoreControlProfiles` | `SecurityEvents.Read.All` |
//! | [`UpdateSecureScoreControlProfile`] | `PATCH /v1.0/security/secureScoreControlProfiles/{control_id}` | `SecurityEvents.ReadWrite.All` |

mod get;
mod list;
mod model;
mod update;

use http_core::{Client, Id};

use crate::graph::legacy_alerts::SecurityVendorInformation;

pub use get::{GET, GetSecureScoreControlProfile};
pub use list::{LIST, ListSecureScoreControlProfiles};
pub use model::{
    CertificationControl, ComplianceInformation, SecureScoreControlProfile,
    SecureScoreControlProfileState, SecureScoreControlStateUpdate,
};
pub use update::{UPDATE, UpdateSecureScoreControlProfile};

/// The operations of secure score control profiles; each method begins a request.
#[derive(Clone, Debug)]
pub struct SecureScoreControlProfiles {
    pub(crate) client: Client,
}

impl SecureScoreControlProfiles {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Get one secure score control. See [`GetSecureScoreControlProfile`].
    pub fn get(
        &self,
        control_id: impl Into<Id<SecureScoreControlProfile>>,
    ) -> GetSecureScoreControlProfile {
        GetSecureScoreControlProfile::new(&self.client, control_id)
    }

    /// List secure score controls. See [`ListSecureScoreControlProfiles`].
    pub fn list(&self) -> ListSecureScoreControlProfiles {
        ListSecureScoreControlProfiles::new(&self.client)
    }

    /// Set the state of a secure score control. See [`UpdateSecureScoreControlProfile`].
    pub fn update(
        &self,
        control_id: impl Into<Id<SecureScoreControlProfile>>,
        vendor_information: &SecurityVendorInformation,
    ) -> UpdateSecureScoreControlProfile {
        UpdateSecureScoreControlProfile::new(&self.client, control_id, vendor_information)
    }
}
