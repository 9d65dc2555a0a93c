//! The records and words of this group.

use http_core::{Id, Timestamp, Value};

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/ti-indicator.md`.
    pub struct Indicator {
        /// Digits, as a string.
        pub id: Id<Indicator> = "id",
        /// Filterable.
        pub indicator_value: Option<String> = "indicatorValue",
        /// Filterable.
        pub indicator_type: Option<IndicatorType> = "indicatorType",
        /// Filterable. Set once, at creation.
        pub application: Option<String> = "application",
        /// Filterable. Warn is for Defender for Cloud Apps.
        pub action: Option<IndicatorAction> = "action",
        pub external_id: Option<String> = "externalId",
        /// May be missing.
        pub source_type: Option<IndicatorSourceType> = "sourceType",
        /// Usually absent: responses carry `createdBySource` instead.
        pub source: Option<String> = "source",
        pub created_by_source: Option<String> = "createdBySource",
        /// Filterable. UPN or application id.
        pub created_by: Option<String> = "createdBy",
        /// Filterable.
        pub created_by_display_name: Option<String> = "createdByDisplayName",
        pub last_updated_by: Option<String> = "lastUpdatedBy",
        /// Filterable.
        pub creation_time_date_time_utc: Option<Timestamp> = "creationTimeDateTimeUtc",
        /// Filterable.
        pub expiration_time: Option<Timestamp> = "expirationTime",
        pub last_update_time: Option<Timestamp> = "lastUpdateTime",
        /// Filterable. Optional on submit.
        pub severity: Option<IndicatorSeverity> = "severity",
        /// Filterable.
        pub title: Option<String> = "title",
        pub description: Option<String> = "description",
        pub recommended_actions: Option<String> = "recommendedActions",
        /// Filterable. Empty means all devices.
        pub rbac_group_names: Vec<String> = "rbacGroupNames",
        /// Filterable. Empty means all devices.
        pub rbac_group_ids: Vec<String> = "rbacGroupIds",
        /// Filterable.
        pub generate_alert: Option<bool> = "generateAlert",
        pub educate_url: Option<String> = "educateUrl",
        pub category: Option<Value> = "category",
        pub bypass_duration_hours: Option<Value> = "bypassDurationHours",
        pub notification_id: Option<String> = "notificationId",
        pub notification_body: Option<String> = "notificationBody",
        pub version: Option<String> = "version",
        pub mitre_techniques: Vec<String> = "mitreTechniques",
        pub historical_detection: Option<bool> = "historicalDetection",
        pub look_back_period: Option<Value> = "lookBackPeriod",
        pub additional_info: Option<Value> = "additionalInfo",
        pub certificate_info: Option<Value> = "certificateInfo",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/import-ti-indicators.md`.
    pub struct IndicatorImportResult {
        pub id: Id<IndicatorImportResult> = "id",
        /// The indicatorValue sent.
        pub indicator: Option<String> = "indicator",
        pub is_failed: Option<bool> = "isFailed",
        pub failure_reason: Option<String> = "failureReason",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum IndicatorAction {
        Warn = "Warn",
        Block = "Block",
        Audit = "Audit",
        Alert = "Alert",
        AlertAndBlock = "AlertAndBlock",
        BlockAndRemediate = "BlockAndRemediate",
        Allowed = "Allowed",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum IndicatorSeverity {
        Informational = "Informational",
        Low = "Low",
        Medium = "Medium",
        High = "High",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum IndicatorSourceType {
        User = "User",
        AadApp = "AadApp",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum IndicatorType {
        FileSha1 = "FileSha1",
        FileSha256 = "FileSha256",
        FileMd5 = "FileMd5",
        CertificateThumbprint = "CertificateThumbprint",
        IpAddress = "IpAddress",
        DomainName = "DomainName",
        Url = "Url",
        ProcessMemorySimilarityHash = "ProcessMemorySimilarityHash",
        WebCategory = "WebCategory",
    }
}
