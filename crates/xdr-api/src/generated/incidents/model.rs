//! The records and words of this group.

use http_core::{Id, Timestamp};

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-xdr/api-list-incidents.md`.
    pub struct XdrAlert {
        /// Free format, prefix differs per product (da…, ca…, fa…).
        pub alert_id: Id<XdrAlert> = "alertId",
        pub incident_id: Option<i64> = "incidentId",
        /// Such as MicrosoftCloudAppSecurity, MicrosoftDefenderATP or OfficeATP. The list is open.
        pub service_source: Option<String> = "serviceSource",
        pub creation_time: Option<Timestamp> = "creationTime",
        pub last_updated_time: Option<Timestamp> = "lastUpdatedTime",
        pub resolved_time: Option<Timestamp> = "resolvedTime",
        pub first_activity: Option<Timestamp> = "firstActivity",
        pub last_activity: Option<Timestamp> = "lastActivity",
        pub title: Option<String> = "title",
        pub description: Option<String> = "description",
        /// Phase of the kill chain: a tactic of MITRE in PascalCase.
        pub category: Option<String> = "category",
        pub status: Option<XdrAlertStatus> = "status",
        pub severity: Option<XdrAlertSeverity> = "severity",
        pub investigation_id: Option<i64> = "investigationId",
        pub investigation_state: Option<XdrAlertInvestigationState> = "investigationState",
        pub classification: Option<XdrAlertClassification> = "classification",
        /// Older records may have words that the service no longer accepts.
        pub determination: Option<XdrAlertDetermination> = "determination",
        /// Such as MCAS, WindowsDefenderAv or OfficeATP.
        pub detection_source: Option<String> = "detectionSource",
        /// A user, or `Automation`.
        pub assigned_to: Option<String> = "assignedTo",
        pub actor_name: Option<String> = "actorName",
        pub threat_family_name: Option<String> = "threatFamilyName",
        pub mitre_techniques: Vec<String> = "mitreTechniques",
        pub devices: Vec<XdrDevice> = "devices",
        pub entities: Vec<XdrEntity> = "entities",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-xdr/api-list-incidents.md`.
    pub struct XdrDevice {
        pub mdatp_device_id: Id<XdrDevice> = "mdatpDeviceId",
        pub aad_device_id: Option<String> = "aadDeviceId",
        pub device_dns_name: Option<String> = "deviceDnsName",
        pub os_platform: Option<String> = "osPlatform",
        pub version: Option<String> = "version",
        pub os_processor: Option<String> = "osProcessor",
        pub os_build: Option<i64> = "osBuild",
        /// Such as Active.
        pub health_status: Option<String> = "healthStatus",
        /// Such as High.
        pub risk_score: Option<String> = "riskScore",
        pub rbac_group_name: Option<String> = "rbacGroupName",
        pub rbac_group_id: Option<i64> = "rbacGroupId",
        pub first_seen: Option<Timestamp> = "firstSeen",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-xdr/api-list-incidents.md`.
    pub struct XdrEntity {
        /// The list is open.
        pub entity_type: Option<XdrEntityEntityType> = "entityType",
        /// For entities of type File.
        pub sha1: Option<String> = "sha1",
        /// For entities of type File.
        pub sha256: Option<String> = "sha256",
        /// For entities of type File.
        pub file_name: Option<String> = "fileName",
        /// For entities of type File.
        pub file_path: Option<String> = "filePath",
        /// For entities of type Process.
        pub process_id: Option<i64> = "processId",
        /// For entities of type Process.
        pub process_command_line: Option<String> = "processCommandLine",
        /// For entities of type Process.
        pub process_creation_time: Option<Timestamp> = "processCreationTime",
        /// For entities of type Process.
        pub parent_process_id: Option<i64> = "parentProcessId",
        /// For entities of type Process.
        pub parent_process_creation_time: Option<Timestamp> = "parentProcessCreationTime",
        /// For entities of type Ip.
        pub ip_address: Option<String> = "ipAddress",
        /// For entities of type Url.
        pub url: Option<String> = "url",
        /// For entities of type User.
        pub account_name: Option<String> = "accountName",
        /// For entities of type User.
        pub domain_name: Option<String> = "domainName",
        /// For entities of type User.
        pub user_sid: Option<String> = "userSid",
        /// For entities of type User.
        pub aad_user_id: Option<String> = "aadUserId",
        /// For entities of type User, MailBox or MailMessage.
        pub user_principal_name: Option<String> = "userPrincipalName",
        /// For entities of type MailBox.
        pub mailbox_display_name: Option<String> = "mailboxDisplayName",
        /// For entities of type User, MailBox or MailMessage.
        pub mailbox_address: Option<String> = "mailboxAddress",
        /// For entities of type MailCluster.
        pub cluster_by: Option<String> = "clusterBy",
        /// For entities of type User, MailBox or MailMessage.
        pub sender: Option<String> = "sender",
        /// For entities of type MailMessage.
        pub recipient: Option<String> = "recipient",
        /// For entities of type MailMessage.
        pub subject: Option<String> = "subject",
        /// For entities of type MailMessage.
        pub delivery_action: Option<String> = "deliveryAction",
        /// For entities of type SecurityGroup.
        pub security_group_id: Option<String> = "securityGroupId",
        /// For entities of type SecurityGroup.
        pub security_group_name: Option<String> = "securityGroupName",
        /// For entities of type Registry.
        pub registry_hive: Option<String> = "registryHive",
        /// For entities of type Registry.
        pub registry_key: Option<String> = "registryKey",
        /// For entities of type Registry.
        pub registry_value_type: Option<String> = "registryValueType",
        /// For entities of type Registry.
        pub registry_value: Option<String> = "registryValue",
        /// Device that the entity was seen on. For all types.
        pub device_id: Option<String> = "deviceId",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-xdr/api-list-incidents.md`.
    pub struct XdrIncident {
        /// A number, unlike the id of an incident in Graph.
        pub incident_id: Option<i64> = "incidentId",
        /// Set when this incident was merged into another.
        pub redirect_incident_id: Option<i64> = "redirectIncidentId",
        pub incident_name: Option<String> = "incidentName",
        pub created_time: Option<Timestamp> = "createdTime",
        /// Filterable. Poll on it. Alerts inside spell it `lastUpdatedTime`.
        pub last_update_time: Option<Timestamp> = "lastUpdateTime",
        /// Null when nobody owns it. Filterable.
        pub assigned_to: Option<String> = "assignedTo",
        pub classification: Option<XdrAlertClassification> = "classification",
        /// Older records may have words that the service no longer accepts.
        pub determination: Option<XdrAlertDetermination> = "determination",
        pub detection_source: Option<String> = "detectionSource",
        pub status: Option<XdrIncidentStatus> = "status",
        /// Cannot be filtered.
        pub severity: Option<XdrIncidentSeverity> = "severity",
        pub tags: Vec<String> = "tags",
        pub comments: Vec<XdrIncidentComment> = "comments",
        /// Always inlined: no `$expand` needed.
        pub alerts: Vec<XdrAlert> = "alerts",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-xdr/api-list-incidents.md`.
    pub struct XdrIncidentComment {
        pub comment: Option<String> = "comment",
        pub created_by: Option<String> = "createdBy",
        pub created_time: Option<Timestamp> = "createdTime",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum XdrAlertClassification {
        Unknown = "Unknown",
        FalsePositive = "FalsePositive",
        TruePositive = "TruePositive",
        InformationalExpectedActivity = "InformationalExpectedActivity",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum XdrAlertDetermination {
        NotAvailable = "NotAvailable",
        Apt = "Apt",
        Malware = "Malware",
        SecurityPersonnel = "SecurityPersonnel",
        SecurityTesting = "SecurityTesting",
        UnwantedSoftware = "UnwantedSoftware",
        OtherValue = "Other",
        MultiStagedAttack = "MultiStagedAttack",
        MaliciousUserActivity = "MaliciousUserActivity",
        CompromisedAccount = "CompromisedAccount",
        CompromisedUser = "CompromisedUser",
        Phishing = "Phishing",
        LineOfBusinessApplication = "LineOfBusinessApplication",
        ConfirmedActivity = "ConfirmedActivity",
        ConfirmedUserActivity = "ConfirmedUserActivity",
        Clean = "Clean",
        NoEnoughDataToValidate = "NoEnoughDataToValidate",
        InsufficientData = "InsufficientData",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum XdrAlertInvestigationState {
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
    pub enum XdrAlertSeverity {
        Informational = "Informational",
        Low = "Low",
        Medium = "Medium",
        High = "High",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum XdrAlertStatus {
        New = "New",
        Active = "Active",
        InProgress = "InProgress",
        Resolved = "Resolved",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum XdrEntityEntityType {
        User = "User",
        Ip = "Ip",
        Url = "Url",
        File = "File",
        Process = "Process",
        MailBox = "MailBox",
        MailMessage = "MailMessage",
        MailCluster = "MailCluster",
        Registry = "Registry",
        SecurityGroup = "SecurityGroup",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum XdrIncidentSeverity {
        UnSpecified = "UnSpecified",
        Informational = "Informational",
        Low = "Low",
        Medium = "Medium",
        High = "High",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum XdrIncidentStatus {
        Active = "Active",
        InProgress = "InProgress",
        Resolved = "Resolved",
        Redirected = "Redirected",
    }
}
