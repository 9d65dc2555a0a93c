//! The records and words of this group.

use http_core::{Id, Timestamp};

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct HealthIssue {
        pub id: Id<HealthIssue> = "id",
        pub additional_information: Vec<String> = "additionalInformation",
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        pub description: Option<String> = "description",
        pub display_name: Option<String> = "displayName",
        pub domain_names: Vec<String> = "domainNames",
        pub health_issue_type: Option<HealthIssueType> = "healthIssueType",
        pub issue_type_id: Option<String> = "issueTypeId",
        pub last_modified_date_time: Option<Timestamp> = "lastModifiedDateTime",
        pub recommendations: Vec<String> = "recommendations",
        pub recommended_action_commands: Vec<String> = "recommendedActionCommands",
        pub sensor_dns_names: Vec<String> = "sensorDNSNames",
        pub severity: Option<HealthIssueSeverity> = "severity",
        pub status: Option<HealthIssueStatus> = "status",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum HealthIssueSeverity {
        Low = "low",
        Medium = "medium",
        High = "high",
        UnknownFutureValue = "unknownFutureValue",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum HealthIssueStatus {
        Open = "open",
        Closed = "closed",
        Suppressed = "suppressed",
        UnknownFutureValue = "unknownFutureValue",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum HealthIssueType {
        Sensor = "sensor",
        Global = "global",
        UnknownFutureValue = "unknownFutureValue",
    }
}
