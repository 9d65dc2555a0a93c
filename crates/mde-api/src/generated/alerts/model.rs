//! The records and words of this group.

use http_core::{Id, Timestamp};

use crate::machines::Machine;

http_core::entity! {
    /// Alert.
    ///
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/alerts.md`.
    pub struct Alert {
        /// Id. Opaque, e.g. `da637472900382838869_1364969609` or `da637308392288907382_-880718168:`
        /// letters, digits, `'_'` and '-' seen; the property table writes it ID.
        pub id: Id<Alert> = "id",
        /// Title.
        pub title: Option<String> = "title",
        /// Description. May hold line breaks.
        pub description: Option<String> = "description",
        /// Alert creation time. UTC; filterable.
        pub alert_creation_time: Option<Timestamp> = "alertCreationTime",
        /// Last event time. Last triggering event on the device; filterable.
        pub last_event_time: Option<Timestamp> = "lastEventTime",
        /// First event time.
        pub first_event_time: Option<Timestamp> = "firstEventTime",
        /// Last update time. UTC; filterable; the field to poll on.
        pub last_update_time: Option<Timestamp> = "lastUpdateTime",
        /// Resolved time. Null until status is Resolved.
        pub resolved_time: Option<Timestamp> = "resolvedTime",
        /// Incident id. Filterable.
        pub incident_id: Option<i64> = "incidentId",
        /// Investigation id. Filterable; an integer here while Investigation.id is a string.
        pub investigation_id: Option<i64> = "investigationId",
        /// Investigation state.
        pub investigation_state: Option<AlertInvestigationState> = "investigationState",
        /// Assigned to. Filterable; a UPN, or the literal Automation for alerts closed by automation
        /// (seen in a third-party fixture).
        pub assigned_to: Option<String> = "assignedTo",
        /// Rbac group name.
        pub rbac_group_name: Option<String> = "rbacGroupName",
        /// Mitre techniques. The table calls it String; every sample shows an array; missing in older
        /// responses.
        pub mitre_techniques: Vec<String> = "mitreTechniques",
        /// Related user. The table calls it String; samples show an object or null.
        pub related_user: Option<RelatedUser> = "relatedUser",
        /// Severity. Filterable; note the capital S in UnSpecified.
        pub severity: Option<AlertSeverity> = "severity",
        /// Status. Filterable.
        pub status: Option<AlertStatus> = "status",
        /// Classification. The resource page prints the display text 'Informational, expected
        /// activity'; the wire value InformationalExpectedActivity is on the update page; older data
        /// may hold Unknown.
        pub classification: Option<AlertClassification> = "classification",
        /// Determination. Pages disagree: ConfirmedUserActivity/Clean on alerts.md and
        /// batch-update-alerts.md, ConfirmedActivity/NotMalicious on update-alert.md; users report
        /// NoEnoughDataToValidate or NotEnoughDataToValidate on the wire; Apt and SecurityPersonnel
        /// were withdrawn around 2022-08-29; treat as an open enum.
        pub determination: Option<AlertDetermination> = "determination",
        /// Category. Filterable; free text in the table; the create page lists the values it accepts.
        pub category: Option<String> = "category",
        /// Detection source. Filterable; seen: WindowsDefenderAtp, WindowsDefenderAv.
        pub detection_source: Option<String> = "detectionSource",
        /// Threat family name.
        pub threat_family_name: Option<String> = "threatFamilyName",
        /// Threat name.
        pub threat_name: Option<String> = "threatName",
        /// Machine id. Machine.id.
        pub machine_id: Option<Id<Machine>> = "machineId",
        /// Computer dns name.
        pub computer_dns_name: Option<String> = "computerDnsName",
        /// Aad tenant id.
        pub aad_tenant_id: Option<String> = "aadTenantId",
        /// Detector id. Added 2021-01-03; missing in older samples.
        pub detector_id: Option<String> = "detectorId",
        /// Comments.
        pub comments: Vec<AlertComment> = "comments",
        /// Evidence. The table writes it Evidence; the wire name is evidence; empty unless the list is
        /// asked with `$expand=evidence`.
        pub evidence: Vec<AlertEvidence> = "evidence",
    }
}

http_core::entity! {
    /// Alert comment.
    ///
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/alerts.md`.
    pub struct AlertComment {
        /// Comment.
        pub comment: Option<String> = "comment",
        /// Created by.
        pub created_by: Option<String> = "createdBy",
        /// Created time. The table calls it createTime; samples say createdTime; both are read.
        pub created_time: Option<Timestamp> = "createdTime" | "createTime",
    }
}

http_core::entity! {
    /// Alert evidence.
    ///
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/alerts.md`.
    pub struct AlertEvidence {
        /// Entity type. No list is documented; seen: User, Process, File; the url, ipAddress and
        /// `registry*` fields imply more kinds.
        pub entity_type: Option<String> = "entityType",
        /// Evidence creation time. Missing in fixtures from 2020.
        pub evidence_creation_time: Option<Timestamp> = "evidenceCreationTime",
        /// Sha1.
        pub sha1: Option<String> = "sha1",
        /// Sha256.
        pub sha256: Option<String> = "sha256",
        /// File name.
        pub file_name: Option<String> = "fileName",
        /// File path. Folder only.
        pub file_path: Option<String> = "filePath",
        /// Process id.
        pub process_id: Option<i64> = "processId",
        /// Process command line.
        pub process_command_line: Option<String> = "processCommandLine",
        /// Process creation time.
        pub process_creation_time: Option<Timestamp> = "processCreationTime",
        /// Parent process id.
        pub parent_process_id: Option<i64> = "parentProcessId",
        /// Parent process creation time.
        pub parent_process_creation_time: Option<Timestamp> = "parentProcessCreationTime",
        /// Parent process file name.
        pub parent_process_file_name: Option<String> = "parentProcessFileName",
        /// Parent process file path.
        pub parent_process_file_path: Option<String> = "parentProcessFilePath",
        /// Ip address.
        pub ip_address: Option<String> = "ipAddress",
        /// Url.
        pub url: Option<String> = "url",
        /// Registry key.
        pub registry_key: Option<String> = "registryKey",
        /// Registry hive.
        pub registry_hive: Option<String> = "registryHive",
        /// Registry value type.
        pub registry_value_type: Option<String> = "registryValueType",
        /// Registry value.
        pub registry_value: Option<String> = "registryValue",
        /// Account name.
        pub account_name: Option<String> = "accountName",
        /// Domain name.
        pub domain_name: Option<String> = "domainName",
        /// User sid.
        pub user_sid: Option<String> = "userSid",
        /// Aad user id.
        pub aad_user_id: Option<String> = "aadUserId",
        /// User principal name.
        pub user_principal_name: Option<String> = "userPrincipalName",
        /// Detection status. No list is documented; seen: Detected.
        pub detection_status: Option<String> = "detectionStatus",
    }
}

http_core::entity! {
    /// Related user.
    ///
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/alerts.md`.
    pub struct RelatedUser {
        /// User name.
        pub user_name: Option<String> = "userName",
        /// Domain name.
        pub domain_name: Option<String> = "domainName",
    }
}

http_core::open_enum! {
    /// Alert category. An open set of words.
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
    /// Alert classification. An open set of words.
    pub enum AlertClassification {
        TruePositive = "TruePositive",
        InformationalExpectedActivity = "InformationalExpectedActivity",
        FalsePositive = "FalsePositive",
    }
}

http_core::open_enum! {
    /// Alert determination. An open set of words.
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
    /// Alert investigation state. An open set of words.
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
    /// Alert severity. An open set of words.
    pub enum AlertSeverity {
        UnSpecified = "UnSpecified",
        Informational = "Informational",
        Low = "Low",
        Medium = "Medium",
        High = "High",
    }
}

http_core::open_enum! {
    /// Alert status. An open set of words.
    pub enum AlertStatus {
        Unknown = "Unknown",
        New = "New",
        InProgress = "InProgress",
        Resolved = "Resolved",
    }
}
