//! The records and words of this group.

use http_core::{Id, Timestamp};

use crate::graph::legacy_alerts::SecurityVendorInformation;

http_core::entity! {
    /// Average comparative score.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct AverageComparativeScore {
        /// Average score.
        pub average_score: Option<f64> = "averageScore",
        /// Basis.
        pub basis: Option<String> = "basis",
    }
}

http_core::entity! {
    /// Control score.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct ControlScore {
        /// Control category.
        pub control_category: Option<String> = "controlCategory",
        /// Control name.
        pub control_name: Option<String> = "controlName",
        /// Description.
        pub description: Option<String> = "description",
        /// Score.
        pub score: Option<f64> = "score",
    }
}

http_core::entity! {
    /// Secure score.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct SecureScore {
        /// Id.
        pub id: Id<SecureScore> = "id",
        /// Active user count.
        pub active_user_count: Option<i64> = "activeUserCount",
        /// Average comparative scores. Extra per-category scores appear; -1 means no data
        /// (microsoftgraph/microsoft-graph-docs-contrib#6294).
        pub average_comparative_scores: Vec<AverageComparativeScore> = "averageComparativeScores",
        /// Azure tenant id.
        pub azure_tenant_id: Option<String> = "azureTenantId",
        /// Control scores.
        pub control_scores: Vec<ControlScore> = "controlScores",
        /// Created date time.
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        /// Current score.
        pub current_score: Option<f64> = "currentScore",
        /// Enabled services.
        pub enabled_services: Vec<String> = "enabledServices",
        /// Licensed user count.
        pub licensed_user_count: Option<i64> = "licensedUserCount",
        /// Max score.
        pub max_score: Option<f64> = "maxScore",
        /// Vendor information.
        pub vendor_information: Option<SecurityVendorInformation> = "vendorInformation",
    }
}
