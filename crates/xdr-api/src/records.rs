//! Constructors of records that a program sends.

use crate::graph::detection_rules::{QueryCondition, RuleSchedule};
use crate::graph::legacy_alerts::SecurityVendorInformation;

impl QueryCondition {
    /// The hunting query of a detection rule. The service requires the columns `Timestamp` and `ReportId` in its result,
    /// and one that identifies the affected entity.
    pub fn new(query_text: impl Into<String>) -> Self {
        Self {
            query_text: Some(query_text.into()),
            ..Self::default()
        }
    }
}

impl RuleSchedule {
    /// Runs a rule at this interval, as an ISO 8601 duration such as `PT1H`. Zero (`PT0S`) runs it continuously, which
    /// only some queries allow.
    pub fn every(frequency: impl Into<String>) -> Self {
        Self {
            frequency: Some(frequency.into()),
            ..Self::default()
        }
    }
}

impl SecurityVendorInformation {
    /// The product and the vendor of a record, as the record itself names them. The service finds the record by both.
    pub fn new(provider: impl Into<String>, vendor: impl Into<String>) -> Self {
        Self {
            provider: Some(provider.into()),
            vendor: Some(vendor.into()),
            ..Self::default()
        }
    }
}
