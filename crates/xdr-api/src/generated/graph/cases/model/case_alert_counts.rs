//! `CaseAlertCounts`.

use crate::graph::cases::CaseAlertStatusCounts;
use crate::graph::cases::CaseSeverityCounts;

http_core::entity! {
    /// Source: `PyPI msgraph-beta-sdk 1.66.0: models/security/case_management`.
    pub struct CaseAlertCounts {
        pub total: Option<i64> = "total",
        pub active: Option<i64> = "active",
        pub by_severity: Option<CaseSeverityCounts> = "bySeverity",
        pub by_status: Option<CaseAlertStatusCounts> = "byStatus",
    }
}
