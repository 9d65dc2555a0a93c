//! The records and words of this group.

use http_core::{Id, Timestamp};

use crate::graph::legacy_alerts::SecurityVendorInformation;

http_core::entity! {
    /// Certification control.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct CertificationControl {
        /// Name.
        pub name: Option<String> = "name",
        /// Url.
        pub url: Option<String> = "url",
    }
}

http_core::entity! {
    /// Compliance information.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct ComplianceInformation {
        /// Certification controls.
        pub certification_controls: Vec<CertificationControl> = "certificationControls",
        /// Certification name.
        pub certification_name: Option<String> = "certificationName",
    }
}

http_core::entity! {
    /// Secure score control profile.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct SecureScoreControlProfile {
        /// Id.
        pub id: Id<SecureScoreControlProfile> = "id",
        /// Action type.
        pub action_type: Option<String> = "actionType",
        /// Action url.
        pub action_url: Option<String> = "actionUrl",
        /// Azure tenant id.
        pub azure_tenant_id: Option<String> = "azureTenantId",
        /// Compliance information.
        pub compliance_information: Vec<ComplianceInformation> = "complianceInformation",
        /// Control category.
        pub control_category: Option<String> = "controlCategory",
        /// Control state updates.
        pub control_state_updates: Vec<SecureScoreControlStateUpdate> = "controlStateUpdates",
        /// Deprecated.
        pub deprecated: Option<bool> = "deprecated",
        /// Implementation cost.
        pub implementation_cost: Option<String> = "implementationCost",
        /// Last modified date time.
        pub last_modified_date_time: Option<Timestamp> = "lastModifiedDateTime",
        /// Max score.
        pub max_score: Option<f64> = "maxScore",
        /// Rank.
        pub rank: Option<i64> = "rank",
        /// Remediation.
        pub remediation: Option<String> = "remediation",
        /// Remediation impact.
        pub remediation_impact: Option<String> = "remediationImpact",
        /// Service.
        pub service: Option<String> = "service",
        /// Threats.
        pub threats: Vec<String> = "threats",
        /// Tier.
        pub tier: Option<String> = "tier",
        /// Title.
        pub title: Option<String> = "title",
        /// User impact.
        pub user_impact: Option<String> = "userImpact",
        /// Vendor information.
        pub vendor_information: Option<SecurityVendorInformation> = "vendorInformation",
    }
}

http_core::entity! {
    /// Secure score control state update.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct SecureScoreControlStateUpdate {
        /// Assigned to.
        pub assigned_to: Option<String> = "assignedTo",
        /// Comment.
        pub comment: Option<String> = "comment",
        /// State.
        pub state: Option<String> = "state",
        /// Updated by.
        pub updated_by: Option<String> = "updatedBy",
        /// Updated date time.
        pub updated_date_time: Option<Timestamp> = "updatedDateTime",
    }
}

http_core::open_enum! {
    /// Secure score control profile state. An open set of words.
    pub enum SecureScoreControlProfileState {
        Default = "Default",
        Ignored = "Ignored",
        ThirdParty = "ThirdParty",
        Reviewed = "Reviewed",
    }
}
