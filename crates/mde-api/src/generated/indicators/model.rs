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
        /// Filterable; set once, at creation.
        pub application: Option<String> = "application",
        /// Filterable; Alert and AlertAndBlock were to end in January 2022 yet still appear; Warn is
        /// for Defender for Cloud Apps.
        pub action: Option<IndicatorAction> = "action",
        /// The table writes it externalID; reported as externalId.
        pub external_id: Option<String> = "externalId",
        /// Documented and in samples; reported missing from real responses (microsoft-365-docs#5887).
        pub source_type: Option<IndicatorSourceType> = "sourceType",
        /// In samples only; real responses carry createdBySource instead (microsoft-365-docs#5887).
        pub source: Option<String> = "source",
        pub created_by_source: Option<String> = "createdBySource",
        /// Filterable; UPN or application id.
        pub created_by: Option<String> = "createdBy",
        /// Filterable; not in the property table; real responses carry it (microsoft-365-docs#5887,
        /// windows-itpro-docs#8629).
        pub created_by_display_name: Option<String> = "createdByDisplayName",
        pub last_updated_by: Option<String> = "lastUpdatedBy",
        /// Filterable; the double 'Time' is the real name.
        pub creation_time_date_time_utc: Option<Timestamp> = "creationTimeDateTimeUtc",
        /// Filterable.
        pub expiration_time: Option<Timestamp> = "expirationTime",
        pub last_update_time: Option<Timestamp> = "lastUpdateTime",
        /// Filterable; optional on submit.
        pub severity: Option<IndicatorSeverity> = "severity",
        /// Filterable.
        pub title: Option<String> = "title",
        pub description: Option<String> = "description",
        pub recommended_actions: Option<String> = "recommendedActions",
        /// Filterable; empty means all devices.
        pub rbac_group_names: Vec<String> = "rbacGroupNames",
        /// Filterable; empty means all devices; the element type of real responses was not seen.
        pub rbac_group_ids: Vec<String> = "rbacGroupIds",
        /// Filterable; the table calls it Enum (True/False); real responses hold a JSON boolean.
        pub generate_alert: Option<bool> = "generateAlert",
        /// Not in the property table; real responses carry it (microsoft-365-docs#5887,
        /// windows-itpro-docs#8629).
        pub educate_url: Option<String> = "educateUrl",
        /// Not in the property table; real responses carry it (microsoft-365-docs#5887,
        /// windows-itpro-docs#8629); a number (1) was seen, not a string.
        pub category: Option<Value> = "category",
        /// Not in the property table; real responses carry it (microsoft-365-docs#5887,
        /// windows-itpro-docs#8629).
        pub bypass_duration_hours: Option<Value> = "bypassDurationHours",
        /// Not in the property table; real responses carry it (microsoft-365-docs#5887,
        /// windows-itpro-docs#8629).
        pub notification_id: Option<String> = "notificationId",
        /// Not in the property table; real responses carry it (microsoft-365-docs#5887,
        /// windows-itpro-docs#8629).
        pub notification_body: Option<String> = "notificationBody",
        /// Not in the property table; real responses carry it (microsoft-365-docs#5887,
        /// windows-itpro-docs#8629).
        pub version: Option<String> = "version",
        /// Not in the property table; real responses carry it (microsoft-365-docs#5887,
        /// windows-itpro-docs#8629).
        pub mitre_techniques: Vec<String> = "mitreTechniques",
        /// Not in the property table; real responses carry it (microsoft-365-docs#5887,
        /// windows-itpro-docs#8629).
        pub historical_detection: Option<bool> = "historicalDetection",
        /// Not in the property table; real responses carry it (microsoft-365-docs#5887,
        /// windows-itpro-docs#8629).
        pub look_back_period: Option<Value> = "lookBackPeriod",
        /// Not in the property table; real responses carry it (microsoft-365-docs#5887,
        /// windows-itpro-docs#8629).
        pub additional_info: Option<Value> = "additionalInfo",
        /// Not in the property table; real responses carry it (microsoft-365-docs#5887,
        /// windows-itpro-docs#8629).
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
    }
}
