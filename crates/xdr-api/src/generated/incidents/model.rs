//! The records and words of this group.

use http_core::{Id, Timestamp};

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-xdr/api-list-incidents.md`.
    pub struct XdrAlert {
        /// Free format, prefix differs per product (da…, ca…, fa…).
        pub alert_id: Id<XdrAlert> = "alertId",
        pub incident_id: Option<i64> = "incidentId",
        /// Values seen in documents: MicrosoftCloudAppSecurity, MicrosoftDefenderATP, OfficeATP; not a
        /// closed list.
        pub service_source: Option<String> = "serviceSource",
        /// Not createdTime.
        pub creation_time: Option<Timestamp> = "creationTime",
        /// Not lastUpdateTime.
        pub last_updated_time: Option<Timestamp> = "lastUpdatedTime",
        pub resolved_time: Option<Timestamp> = "resolvedTime",
        pub first_activity: Option<Timestamp> = "firstActivity",
        /// In the sample only.
        pub last_activity: Option<Timestamp> = "lastActivity",
        pub title: Option<String> = "title",
        pub description: Option<String> = "description",
        /// Kill chain phase, MITRE tactic spelled in PascalCase.
        pub category: Option<String> = "category",
        /// Table lists New, Active, Resolved; the sample carries InProgress.
        pub status: Option<XdrAlertStatus> = "status",
        pub severity: Option<XdrAlertSeverity> = "severity",
        pub investigation_id: Option<i64> = "investigationId",
        pub investigation_state: Option<XdrAlertInvestigationState> = "investigationState",
        pub classification: Option<XdrAlertClassification> = "classification",
        /// Union of three documents that disagree; accept any string when reading. Apt and
        /// SecurityPersonnel were announced as dropped from 2022-08-29.
        pub determination: Option<XdrAlertDetermination> = "determination",
        /// Sample values: MCAS, WindowsDefenderAv, OfficeATP.
        pub detection_source: Option<String> = "detectionSource",
        /// Also the literal Automation.
        pub assigned_to: Option<String> = "assignedTo",
        pub actor_name: Option<String> = "actorName",
        pub threat_family_name: Option<String> = "threatFamilyName",
        pub mitre_techniques: Vec<String> = "mitreTechniques",
        pub devices: Vec<XdrDevice> = "devices",
        /// Table nests it under the device; the sample has it on the alert.
        pub entities: Vec<XdrEntity> = "entities",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-xdr/api-list-incidents.md`.
    pub struct XdrDevice {
        /// The table calls it DeviceId.
        pub mdatp_device_id: Id<XdrDevice> = "mdatpDeviceId",
        pub aad_device_id: Option<String> = "aadDeviceId",
        pub device_dns_name: Option<String> = "deviceDnsName",
        pub os_platform: Option<String> = "osPlatform",
        /// Sample only.
        pub version: Option<String> = "version",
        /// Sample only.
        pub os_processor: Option<String> = "osProcessor",
        pub os_build: Option<i64> = "osBuild",
        /// Example Active.
        pub health_status: Option<String> = "healthStatus",
        /// Example High.
        pub risk_score: Option<String> = "riskScore",
        pub rbac_group_name: Option<String> = "rbacGroupName",
        /// Sample only.
        pub rbac_group_id: Option<i64> = "rbacGroupId",
        pub first_seen: Option<Timestamp> = "firstSeen",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-xdr/api-list-incidents.md`.
    pub struct XdrEntity {
        /// SecurityGroup is named only in the field descriptions, not in the list of types; expect
        /// others.
        pub entity_type: Option<XdrEntityEntityType> = "entityType",
        /// Meaningful for entityType File.
        pub sha1: Option<String> = "sha1",
        /// Meaningful for entityType File.
        pub sha256: Option<String> = "sha256",
        /// Meaningful for entityType File.
        pub file_name: Option<String> = "fileName",
        /// Meaningful for entityType File.
        pub file_path: Option<String> = "filePath",
        /// Meaningful for entityType Process.
        pub process_id: Option<i64> = "processId",
        /// Meaningful for entityType Process.
        pub process_command_line: Option<String> = "processCommandLine",
        /// Meaningful for entityType Process.
        pub process_creation_time: Option<Timestamp> = "processCreationTime",
        /// Meaningful for entityType Process.
        pub parent_process_id: Option<i64> = "parentProcessId",
        /// Meaningful for entityType Process.
        pub parent_process_creation_time: Option<Timestamp> = "parentProcessCreationTime",
        /// Meaningful for entityType Ip.
        pub ip_address: Option<String> = "ipAddress",
        /// Meaningful for entityType Url.
        pub url: Option<String> = "url",
        /// Meaningful for entityType User.
        pub account_name: Option<String> = "accountName",
        /// Meaningful for entityType User.
        pub domain_name: Option<String> = "domainName",
        /// Meaningful for entityType User.
        pub user_sid: Option<String> = "userSid",
        /// Meaningful for entityType User.
        pub aad_user_id: Option<String> = "aadUserId",
        /// Meaningful for entityType User, MailBox, MailMessage.
        pub user_principal_name: Option<String> = "userPrincipalName",
        /// Meaningful for entityType MailBox.
        pub mailbox_display_name: Option<String> = "mailboxDisplayName",
        /// Meaningful for entityType User, MailBox, MailMessage.
        pub mailbox_address: Option<String> = "mailboxAddress",
        /// Meaningful for entityType MailCluster.
        pub cluster_by: Option<String> = "clusterBy",
        /// Meaningful for entityType User, MailBox, MailMessage.
        pub sender: Option<String> = "sender",
        /// Meaningful for entityType MailMessage.
        pub recipient: Option<String> = "recipient",
        /// Meaningful for entityType MailMessage.
        pub subject: Option<String> = "subject",
        /// Meaningful for entityType MailMessage.
        pub delivery_action: Option<String> = "deliveryAction",
        /// Meaningful for entityType SecurityGroup.
        pub security_group_id: Option<String> = "securityGroupId",
        /// Meaningful for entityType SecurityGroup.
        pub security_group_name: Option<String> = "securityGroupName",
        /// Meaningful for entityType Registry.
        pub registry_hive: Option<String> = "registryHive",
        /// Meaningful for entityType Registry.
        pub registry_key: Option<String> = "registryKey",
        /// Meaningful for entityType Registry.
        pub registry_value_type: Option<String> = "registryValueType",
        /// Meaningful for entityType Registry.
        pub registry_value: Option<String> = "registryValue",
        /// Meaningful for entityType any, the device the entity was seen on.
        pub device_id: Option<String> = "deviceId",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-xdr/api-list-incidents.md`.
    pub struct XdrIncident {
        /// Number, unlike the Graph incident id which is a string.
        pub incident_id: Option<i64> = "incidentId",
        /// Set when this incident was merged into another.
        pub redirect_incident_id: Option<i64> = "redirectIncidentId",
        pub incident_name: Option<String> = "incidentName",
        pub created_time: Option<Timestamp> = "createdTime",
        /// Filterable; poll on it. The alert inside spells it lastUpdatedTime.
        pub last_update_time: Option<Timestamp> = "lastUpdateTime",
        /// Null when nobody owns it; filterable.
        pub assigned_to: Option<String> = "assignedTo",
        /// List document omits InformationalExpectedActivity, update document omits Unknown.
        pub classification: Option<XdrAlertClassification> = "classification",
        /// Union of three documents that disagree; accept any string when reading. Apt and
        /// SecurityPersonnel were announced as dropped from 2022-08-29.
        pub determination: Option<XdrAlertDetermination> = "determination",
        /// In the field table at incident level, absent from the sample.
        pub detection_source: Option<String> = "detectionSource",
        /// List document names only Active and Resolved.
        pub status: Option<XdrIncidentStatus> = "status",
        /// UnSpecified (that capitalisation) only in the resource document; cannot be filtered.
        pub severity: Option<XdrIncidentSeverity> = "severity",
        pub tags: Vec<String> = "tags",
        pub comments: Vec<XdrIncidentComment> = "comments",
        /// Always inlined, no expand needed.
        pub alerts: Vec<XdrAlert> = "alerts",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-xdr/api-list-incidents.md`.
    pub struct XdrIncidentComment {
        pub comment: Option<String> = "comment",
        pub created_by: Option<String> = "createdBy",
        /// Prose of the resource document says createTime; the sample has createdTime.
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
