//! `CaseSlaPolicy`.

use http_core::Timestamp;

use crate::graph::cases::CaseSlaPolicyStatus;

http_core::entity! {
    /// Source: `PyPI msgraph-beta-sdk 1.66.0: models/security/case_management`.
    pub struct CaseSlaPolicy {
        pub policy_id: Option<String> = "policyId",
        pub policy_display_name: Option<String> = "policyDisplayName",
        pub breach_target_date_time: Option<Timestamp> = "breachTargetDateTime",
        pub status: Option<CaseSlaPolicyStatus> = "status",
    }
}
