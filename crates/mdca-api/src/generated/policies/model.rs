//! The records and words of this group.

use http_core::Timestamp;

http_core::entity! {
    /// Source:
    /// `microsoft/PowerPlatformConnectors:certified-connectors/CloudAppSecurity/apiDefinition.swagger.json`.
    pub struct Policy {
        pub id_: Option<String> = "_id",
        pub name: Option<String> = "name",
        pub description: Option<String> = "description",
        pub policy_type: Option<String> = "policyType",
        pub alert_daily_limit: Option<i64> = "alertDailyLimit",
        /// Epoch milliseconds.
        pub last_modified: Option<Timestamp> = "lastModified",
        pub enabled: Option<bool> = "enabled",
    }
}

crate::filter_set::filter_set! {
    /// Conditions of a filter, one method for each field and operator.
    ///
    /// Source: `microsoft/MCAS:Functions/Get-MCASPolicy.ps1`.
    pub struct PolicyFilters {
        /// Type of the policy.
        "type": Text { eq => type_eq, }
    }
}
