//! The records and words of this group.

use http_core::{Id, Timestamp};

use crate::domains::Domain;
use crate::machines::Machine;

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/alerts.md; the $metadata of the
    /// service, by PyPI mde-client 0.4.0`.
    pub struct Alert {
        /// Opaque: letters, digits, `_` and `-`.
        pub id: Id<Alert> = "id",
        pub title: Option<String> = "title",
        /// May hold line breaks.
        pub description: Option<String> = "description",
        /// UTC. Filterable.
        pub alert_creation_time: Option<Timestamp> = "alertCreationTime",
        /// Last triggering event on the device. Filterable.
        pub last_event_time: Option<Timestamp> = "lastEventTime",
        pub first_event_time: Option<Timestamp> = "firstEventTime",
        /// UTC. Filterable. The field to poll on.
        pub last_update_time: Option<Timestamp> = "lastUpdateTime",
        /// Null until status is Resolved.
        pub resolved_time: Option<Timestamp> = "resolvedTime",
        /// Filterable.
        pub incident_id: Option<i64> = "incidentId",
        /// Filterable. A number, while the id of an investigation is a string.
        pub investigation_id: Option<i64> = "investigationId",
        pub investigation_state: Option<AlertInvestigationState> = "investigationState",
        /// Filterable. A user principal name, or `Automation` for alerts closed by automation.
        pub assigned_to: Option<String> = "assignedTo",
        pub rbac_group_name: Option<String> = "rbacGroupName",
        /// Empty in older alerts.
        pub mitre_techniques: Vec<String> = "mitreTechniques",
        pub related_user: Option<RelatedUser> = "relatedUser",
        /// Filterable. Spelled UnSpecified, with a capital S.
        pub severity: Option<AlertSeverity> = "severity",
        /// Filterable.
        pub status: Option<AlertStatus> = "status",
        pub classification: Option<AlertClassification> = "classification",
        /// Older alerts may have words that the service no longer accepts, such as `Apt` and
        /// `SecurityPersonnel`.
        pub determination: Option<AlertDetermination> = "determination",
        /// Filterable.
        pub category: Option<String> = "category",
        /// Filterable. Such as WindowsDefenderAtp or WindowsDefenderAv.
        pub detection_source: Option<String> = "detectionSource",
        pub threat_family_name: Option<String> = "threatFamilyName",
        pub threat_name: Option<String> = "threatName",
        /// Id of the machine.
        pub machine_id: Option<Id<Machine>> = "machineId",
        pub computer_dns_name: Option<String> = "computerDnsName",
        pub aad_tenant_id: Option<String> = "aadTenantId",
        /// Missing from alerts of before 2021.
        pub detector_id: Option<String> = "detectorId",
        pub comments: Vec<AlertComment> = "comments",
        /// Empty unless the list is asked with `$expand=evidence`.
        pub evidence: Vec<AlertEvidence> = "evidence",
        pub logged_on_users: Vec<AlertLoggedOnUser> = "loggedOnUsers",
        pub domains: Vec<Domain> = "domains",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/alerts.md`.
    pub struct AlertComment {
        pub comment: Option<String> = "comment",
        pub created_by: Option<String> = "createdBy",
        pub created_time: Option<Timestamp> = "createdTime" | "createTime",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/alerts.md; the $metadata of the
    /// service, by PyPI mde-client 0.4.0`.
    pub struct AlertEvidence {
        /// Such as User, Process or File. The list is open.
        pub entity_type: Option<String> = "entityType",
        pub evidence_creation_time: Option<Timestamp> = "evidenceCreationTime",
        pub sha1: Option<String> = "sha1",
        pub sha256: Option<String> = "sha256",
        pub file_name: Option<String> = "fileName",
        /// Folder only, without the file name.
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
        /// Such as Detected.
        pub detection_status: Option<String> = "detectionStatus",
        pub registry_value_name: Option<String> = "registryValueName",
    }
}

http_core::entity! {
    /// Source: `the $metadata of the service, by PyPI mde-client 0.4.0 (LoggedOnUser)`.
    pub struct AlertLoggedOnUser {
        pub account_name: Option<String> = "accountName",
        pub domain_name: Option<String> = "domainName",
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
        Unknown = "Unknown",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum AlertDetermination {
        MultiStagedAttack = "MultiStagedAttack",
        MaliciousUserActivity = "MaliciousUserActivity",
        CompromisedAccount = "CompromisedAccount" | "CompromisedUser",
        Malware = "Malware",
        Phishing = "Phishing",
        UnwantedSoftware = "UnwantedSoftware",
        SecurityTesting = "SecurityTesting",
        LineOfBusinessApplication = "LineOfBusinessApplication",
        ConfirmedUserActivity = "ConfirmedUserActivity",
        ConfirmedActivity = "ConfirmedActivity",
        Clean = "Clean",
        NotMalicious = "NotMalicious",
        NoEnoughDataToValidate = "NoEnoughDataToValidate" | "InsufficientData",
        OtherValue = "Other",
        NotAvailable = "NotAvailable",
        Apt = "Apt",
        SecurityPersonnel = "SecurityPersonnel",
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
        Disabled = "Disabled",
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
        Unspecified = "Unspecified",
        Hidden = "Hidden",
    }
}
