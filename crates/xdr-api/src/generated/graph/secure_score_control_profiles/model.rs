//! The records and words of this group.

use http_core::{Id, Timestamp};

use crate::graph::legacy_alerts::SecurityVendorInformation;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct CertificationControl {
        pub name: Option<String> = "name",
        pub url: Option<String> = "url",
    }
}

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct ComplianceInformation {
        pub certification_controls: Vec<CertificationControl> = "certificationControls",
        pub certification_name: Option<String> = "certificationName",
    }
}

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct SecureScoreControlProfile {
        pub id: Id<SecureScoreControlProfile> = "id",
        pub action_type: Option<String> = "actionType",
        pub action_url: Option<String> = "actionUrl",
        pub azure_tenant_id: Option<String> = "azureTenantId",
        pub compliance_information: Vec<ComplianceInformation> = "complianceInformation",
        pub control_category: Option<String> = "controlCategory",
        pub control_state_updates: Vec<SecureScoreControlStateUpdate> = "controlStateUpdates",
        pub deprecated: Option<bool> = "deprecated",
        pub implementation_cost: Option<String> = "implementationCost",
        pub last_modified_date_time: Option<Timestamp> = "lastModifiedDateTime",
        pub max_score: Option<f64> = "maxScore",
        pub rank: Option<i64> = "rank",
        pub remediation: Option<String> = "remediation",
        pub remediation_impact: Option<String> = "remediationImpact",
        pub service: Option<String> = "service",
        pub threats: Vec<String> = "threats",
        pub tier: Option<String> = "tier",
        pub title: Option<String> = "title",
        pub user_impact: Option<String> = "userImpact",
        pub vendor_information: Option<SecurityVendorInformation> = "vendorInformation",
    }
}

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct SecureScoreControlStateUpdate {
        pub assigned_to: Option<String> = "assignedTo",
        pub comment: Option<String> = "comment",
        pub state: Option<String> = "state",
        pub updated_by: Option<String> = "updatedBy",
        pub updated_date_time: Option<Timestamp> = "updatedDateTime",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum SecureScoreControlProfileState {
        Default = "Default",
        Ignored = "Ignored",
        ThirdParty = "ThirdParty",
        Reviewed = "Reviewed",
    }
}
