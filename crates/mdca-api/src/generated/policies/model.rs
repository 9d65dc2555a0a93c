//! The records and words of this group.

use http_core::Timestamp;

http_core::entity! {
    /// Policy.
    ///
    /// Source:
    /// `microsoft/PowerPlatformConnectors:certified-connectors/CloudAppSecurity/apiDefinition.swagger.json`.
    pub struct Policy {
        /// Name.
        pub name: Option<String> = "name",
        /// Description.
        pub description: Option<String> = "description",
        /// Policy type.
        pub policy_type: Option<String> = "policyType",
        /// Alert daily limit.
        pub alert_daily_limit: Option<i64> = "alertDailyLimit",
        /// Last modified. Typed integer: epoch milliseconds.
        pub last_modified: Option<Timestamp> = "lastModified",
    }
}
