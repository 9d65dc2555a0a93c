//! The records and words of this group.

use http_core::{Id, Timestamp};

http_core::entity! {
    /// Health issue.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct HealthIssue {
        /// Id.
        pub id: Id<HealthIssue> = "id",
        /// Additional information.
        pub additional_information: Vec<String> = "additionalInformation",
        /// Created date time.
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        /// Description.
        pub description: Option<String> = "description",
        /// Display name.
        pub display_name: Option<String> = "displayName",
        /// Domain names.
        pub domain_names: Vec<String> = "domainNames",
        /// Health issue type. Samples write Global with a capital.
        pub health_issue_type: Option<HealthIssueType> = "healthIssueType",
        /// Issue type id.
        pub issue_type_id: Option<String> = "issueTypeId",
        /// Last modified date time.
        pub last_modified_date_time: Option<Timestamp> = "lastModifiedDateTime",
        /// Recommendations.
        pub recommendations: Vec<String> = "recommendations",
        /// Recommended action commands.
        pub recommended_action_commands: Vec<String> = "recommendedActionCommands",
        /// Sensor dns names.
        pub sensor_dns_names: Vec<String> = "sensorDNSNames",
        /// Severity.
        pub severity: Option<HealthIssueSeverity> = "severity",
        /// Status.
        pub status: Option<HealthIssueStatus> = "status",
    }
}

http_core::open_enum! {
    /// Health issue severity. An open set of words.
    pub enum HealthIssueSeverity {
        Low = "low",
        Medium = "medium",
        High = "high",
        UnknownFutureValue = "unknownFutureValue",
    }
}

http_core::open_enum! {
    /// Health issue status. An open set of words.
    pub enum HealthIssueStatus {
        Open = "open",
        Closed = "closed",
        Suppressed = "suppressed",
        UnknownFutureValue = "unknownFutureValue",
    }
}

http_core::open_enum! {
    /// Health issue type. An open set of words.
    pub enum HealthIssueType {
        Sensor = "sensor",
        Global = "global",
        UnknownFutureValue = "unknownFutureValue",
    }
}
