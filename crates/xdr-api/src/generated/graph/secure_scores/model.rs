//! The records and words of this group.

use http_core::{Id, Timestamp};

use crate::graph::legacy_alerts::SecurityVendorInformation;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct AverageComparativeScore {
        pub average_score: Option<f64> = "averageScore",
        pub basis: Option<String> = "basis",
    }
}

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct ControlScore {
        pub control_category: Option<String> = "controlCategory",
        pub control_name: Option<String> = "controlName",
        pub description: Option<String> = "description",
        pub score: Option<f64> = "score",
    }
}

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct SecureScore {
        pub id: Id<SecureScore> = "id",
        pub active_user_count: Option<i64> = "activeUserCount",
        /// May have further scores per category. -1 means no data.
        pub average_comparative_scores: Vec<AverageComparativeScore> = "averageComparativeScores",
        pub azure_tenant_id: Option<String> = "azureTenantId",
        pub control_scores: Vec<ControlScore> = "controlScores",
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        pub current_score: Option<f64> = "currentScore",
        pub enabled_services: Vec<String> = "enabledServices",
        pub licensed_user_count: Option<i64> = "licensedUserCount",
        pub max_score: Option<f64> = "maxScore",
        pub vendor_information: Option<SecurityVendorInformation> = "vendorInformation",
    }
}
