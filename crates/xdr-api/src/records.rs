//! Constructors of records that a program sends.
//!
//! Generated records have public fields and no required ones. Where the service requires a field, a constructor sets
//! it.

use crate::graph::detection_rules::{QueryCondition, RuleSchedule};
use crate::graph::legacy_alerts::SecurityVendorInformation;

impl QueryCondition {
    /// The hunting query of a detection rule. The service requires the columns `Timestamp` and `ReportId` in its
    /// result, and one that identifies the affected entity.
    pub fn new(query_text: impl Into<String>) -> Self {
        Self {
            query_text: Some(query_text.into()),
            ..Self::default()
        }
    }
}

impl RuleSchedule {
    /// Runs a rule at this interval, an ISO 8601 duration such as `PT1H`. Zero (`PT0S`) runs it continuously, which
    /// only some queries allow.
    ///
    /// ```
    /// use xdr_api::graph::detection_rules::RuleSchedule;
    ///
    /// assert_eq!(RuleSchedule::every("PT1H").frequency.as_deref(), Some("PT1H"));
    /// ```
    pub fn every(frequency: impl Into<String>) -> Self {
        Self {
            frequency: Some(frequency.into()),
            ..Self::default()
        }
    }
}

impl SecurityVendorInformation {
    /// Product and vendor of a record, as the record itself names them. The service needs both to find the record.
    pub fn new(provider: impl Into<String>, vendor: impl Into<String>) -> Self {
        Self {
            provider: Some(provider.into()),
            vendor: Some(vendor.into()),
            ..Self::default()
        }
    }
}
