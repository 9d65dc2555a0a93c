//! The records and words of this group.

use http_core::{Id, Timestamp};

use crate::machines::Machine;

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/alerts.md`.
    pub struct Alert {
        /// Opaque, e.g. `da637472900382838869_1364969609` or `da637308392288907382_-880718168:`
        /// letters, digits, `'_'` and '-' seen; the property table writes it ID.
        pub id: Id<Alert> = "id",
        pub title: Option<String> = "title",
        /// May hold line breaks.
        pub description: Option<String> = "description",
        /// UTC; filterable.
        pub alert_creation_time: Option<Timestamp> = "alertCreationTime",
        /// Last triggering event on the device; filterable.
        pub last_event_time: Option<Timestamp> = "lastEventTime",
        pub first_event_time: Option<Timestamp> = "firstEventTime",
        /// UTC; filterable; the field to poll on.
        pub last_update_time: Option<Timestamp> = "lastUpdateTime",
        /// Null until status is Resolved.
        pub resolved_time: Option<Timestamp> = "resolvedTime",
        /// Filterable.
        pub incident_id: Option<i64> = "incidentId",
        /// Filterable; an integer here while Investigation.id is a string.
        pub investigation_id: Option<i64> = "investigationId",
        pub investigation_state: Option<AlertInvestigationState> = "investigationState",
        /// Filterable; a UPN, or the literal Automation for alerts closed by automation (seen in a
        /// third-party fixture).
        pub assigned_to: Option<String> = "assignedTo",
        pub rbac_group_name: Option<String> = "rbacGroupName",
        /// The table calls it String; every sample shows an array; missing in older responses.
        pub mitre_techniques: Vec<String> = "mitreTechniques",
        /// The table calls it String; samples show an object or null.
        pub related_user: Option<RelatedUser> = "relatedUser",
        /// Filterable; note the capital S in UnSpecified.
        pub severity: Option<AlertSeverity> = "severity",
        /// Filterable.
        pub status: Option<AlertStatus> = "status",
        /// The resource page prints the display text 'Informational, expected activity'; the wire value
        /// InformationalExpectedActivity is on the update page; older data may hold Unknown.
        pub classification: Option<AlertClassification> = "classification",
        /// Pages disagree: ConfirmedUserActivity/Clean on alerts.md and batch-update-alerts.md,
        /// ConfirmedActivity/NotMalicious on update-alert.md; users report NoEnoughDataToValidate or
        /// NotEnoughDataToValidate on the wire; Apt and SecurityPersonnel were withdrawn around
        /// 2022-08-29; treat as an open enum.
        pub determination: Option<AlertDetermination> = "determination",
        /// Filterable; free text in the table; the create page lists the values it accepts.
        pub category: Option<String> = "category",
        /// Filterable; seen: WindowsDefenderAtp, WindowsDefenderAv.
        pub detection_source: Option<String> = "detectionSource",
        pub threat_family_name: Option<String> = "threatFamilyName",
        pub threat_name: Option<String> = "threatName",
        /// Machine.id.
        pub machine_id: Option<Id<Machine>> = "machineId",
        pub computer_dns_name: Option<String> = "computerDnsName",
        pub aad_tenant_id: Option<String> = "aadTenantId",
        /// Added 2021-01-03; missing in older samples.
        pub detector_id: Option<String> = "detectorId",
        pub comments: Vec<AlertComment> = "comments",
        /// The table writes it Evidence; the wire name is evidence; empty unless the list is asked with
        /// `$expand=evidence`.
        pub evidence: Vec<AlertEvidence> = "evidence",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/alerts.md`.
    pub struct AlertComment {
        pub comment: Option<String> = "comment",
        pub created_by: Option<String> = "createdBy",
        /// The table calls it createTime; samples say createdTime; both are read.
        pub created_time: Option<Timestamp> = "createdTime" | "createTime",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/alerts.md`.
    pub struct AlertEvidence {
        /// No list is documented; seen: User, Process, File; the url, ipAddress and `registry*` fields
        /// imply more kinds.
        pub entity_type: Option<String> = "entityType",
        /// Missing in fixtures from 2020.
        pub evidence_creation_time: Option<Timestamp> = "evidenceCreationTime",
        pub sha1: Option<String> = "sha1",
        pub sha256: Option<String> = "sha256",
        pub file_name: Option<String> = "fileName",
        /// Folder only.
        pub file_path: Option<String> = "filePath",
        pub process_id: Option<i64> = "processId",
        pub process_command_line: Option<String> = "processCommandLine",
        pub process_creation_time: Option<Timestamp> = "processCreationTime",
        pub parent_process_id: Option<i64> = "parentProcessId",
        pub parent_process_creation_time: Option<Timestamp> = "parentProcessCreationTime",
        pub parent_process_file_name: Option<String> = "parentProcessFileName",
        pub parent_process_file_path: Option<String> = "parentProcessFilePath",
        pub ip_address: Option<String> = "ipAddress",
        pub url: Option<String> = "url",
        pub registry_key: Option<String> = "registryKey",
        pub registry_hive: Option<String> = "registryHive",
        pub registry_value_type: Option<String> = "registryValueType",
        pub registry_value: Option<String> = "registryValue",
        pub account_name: Option<String> = "accountName",
        pub domain_name: Option<String> = "domainName",
        pub user_sid: Option<String> = "userSid",
        pub aad_user_id: Option<String> = "aadUserId",
        pub user_principal_name: Option<String> = "userPrincipalName",
        /// No list is documented; seen: Detected.
        pub detection_status: Option<String> = "detectionStatus",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/alerts.md`.
    pub struct RelatedUser {
        pub user_name: Option<String> = "userName",
        pub domain_name: Option<String> = "domainName",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum AlertCategory {
        General = "General",
        CommandAndControl = "CommandAndControl",
        Collection = "Collection",
        CredentialAccess = "CredentialAccess",
        DefenseEvasion = "DefenseEvasion",
        Discovery = "Discovery",
        Exfiltration = "Exfiltration",
        Exploit = "Exploit",
        Execution = "Execution",
        InitialAccess = "InitialAccess",
        LateralMovement = "LateralMovement",
        Malware = "Malware",
        Persistence = "Persistence",
        PrivilegeEscalation = "PrivilegeEscalation",
        Ransomware = "Ransomware",
        SuspiciousActivity = "SuspiciousActivity",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum AlertClassification {
        TruePositive = "TruePositive",
        InformationalExpectedActivity = "InformationalExpectedActivity",
        FalsePositive = "FalsePositive",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum AlertDetermination {
        MultiStagedAttack = "MultiStagedAttack",
        MaliciousUserActivity = "MaliciousUserActivity",
        CompromisedUser = "CompromisedUser",
        Malware = "Malware",
        Phishing = "Phishing",
        UnwantedSoftware = "UnwantedSoftware",
        SecurityTesting = "SecurityTesting",
        LineOfBusinessApplication = "LineOfBusinessApplication",
        ConfirmedUserActivity = "ConfirmedUserActivity",
        ConfirmedActivity = "ConfirmedActivity",
        Clean = "Clean",
        NotMalicious = "NotMalicious",
        InsufficientData = "InsufficientData",
        OtherValue = "Other",
        NoEnoughDataToValidate = "NoEnoughDataToValidate",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum AlertInvestigationState {
        Unknown = "Unknown",
        Terminated = "Terminated",
        SuccessfullyRemediated = "SuccessfullyRemediated",
        Benign = "Benign",
        Failed = "Failed",
        PartiallyRemediated = "PartiallyRemediated",
        Running = "Running",
        PendingApproval = "PendingApproval",
        PendingResource = "PendingResource",
        PartiallyInvestigated = "PartiallyInvestigated",
        TerminatedByUser = "TerminatedByUser",
        TerminatedBySystem = "TerminatedBySystem",
        Queued = "Queued",
        InnerFailure = "InnerFailure",
        PreexistingAlert = "PreexistingAlert",
        UnsupportedOs = "UnsupportedOs",
        UnsupportedAlertType = "UnsupportedAlertType",
        SuppressedAlert = "SuppressedAlert",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum AlertSeverity {
        UnSpecified = "UnSpecified",
        Informational = "Informational",
        Low = "Low",
        Medium = "Medium",
        High = "High",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum AlertStatus {
        Unknown = "Unknown",
        New = "New",
        InProgress = "InProgress",
        Resolved = "Resolved",
    }
}
