//! The records and words of this group.

use http_core::{Id, Timestamp};

http_core::entity! {
    /// Xdr alert.
    ///
    /// Source: `MicrosoftDocs/defender-docs:defender-xdr/api-list-incidents.md`.
    pub struct XdrAlert {
        /// Alert id. Free format, prefix differs per product (da…, ca…, fa…).
        pub alert_id: Id<XdrAlert> = "alertId",
        /// Incident id.
        pub incident_id: Option<i64> = "incidentId",
        /// Service source. Values seen in documents: MicrosoftCloudAppSecurity, MicrosoftDefenderATP,
        /// OfficeATP; not a closed list.
        pub service_source: Option<String> = "serviceSource",
        /// Creation time. Not createdTime.
        pub creation_time: Option<Timestamp> = "creationTime",
        /// Last updated time. Not lastUpdateTime.
        pub last_updated_time: Option<Timestamp> = "lastUpdatedTime",
        /// Resolved time.
        pub resolved_time: Option<Timestamp> = "resolvedTime",
        /// First activity.
        pub first_activity: Option<Timestamp> = "firstActivity",
        /// Last activity. In the sample only.
        pub last_activity: Option<Timestamp> = "lastActivity",
        /// Title.
        pub title: Option<String> = "title",
        /// Description.
        pub description: Option<String> = "description",
        /// Category. Kill chain phase, MITRE tactic spelled in PascalCase.
        pub category: Option<String> = "category",
        /// Status. Table lists New, Active, Resolved; the sample carries InProgress.
        pub status: Option<XdrAlertStatus> = "status",
        /// Severity.
        pub severity: Option<XdrAlertSeverity> = "severity",
        /// Investigation id.
        pub investigation_id: Option<i64> = "investigationId",
        /// Investigation state.
        pub investigation_state: Option<XdrAlertInvestigationState> = "investigationState",
        /// Classification.
        pub classification: Option<XdrAlertClassification> = "classification",
        /// Determination. Union of three documents that disagree; accept any string when reading. Apt
        /// and SecurityPersonnel were announced as dropped from 2022-08-29.
        pub determination: Option<XdrAlertDetermination> = "determination",
        /// Detection source. Sample values: MCAS, WindowsDefenderAv, OfficeATP.
        pub detection_source: Option<String> = "detectionSource",
        /// Assigned to. Also the literal Automation.
        pub assigned_to: Option<String> = "assignedTo",
        /// Actor name.
        pub actor_name: Option<String> = "actorName",
        /// Threat family name.
        pub threat_family_name: Option<String> = "threatFamilyName",
        /// Mitre techniques.
        pub mitre_techniques: Vec<String> = "mitreTechniques",
        /// Devices.
        pub devices: Vec<XdrDevice> = "devices",
        /// Entities. Table nests it under the device; the sample has it on the alert.
        pub entities: Vec<XdrEntity> = "entities",
    }
}

http_core::entity! {
    /// Xdr device.
    ///
    /// Source: `MicrosoftDocs/defender-docs:defender-xdr/api-list-incidents.md`.
    pub struct XdrDevice {
        /// Mdatp device id. The table calls it DeviceId.
        pub mdatp_device_id: Id<XdrDevice> = "mdatpDeviceId",
        /// Aad device id.
        pub aad_device_id: Option<String> = "aadDeviceId",
        /// Device dns name.
        pub device_dns_name: Option<String> = "deviceDnsName",
        /// Os platform.
        pub os_platform: Option<String> = "osPlatform",
        /// Version. Sample only.
        pub version: Option<String> = "version",
        /// Os processor. Sample only.
        pub os_processor: Option<String> = "osProcessor",
        /// Os build.
        pub os_build: Option<i64> = "osBuild",
        /// Health status. Example Active.
        pub health_status: Option<String> = "healthStatus",
        /// Risk score. Example High.
        pub risk_score: Option<String> = "riskScore",
        /// Rbac group name.
        pub rbac_group_name: Option<String> = "rbacGroupName",
        /// Rbac group id. Sample only.
        pub rbac_group_id: Option<i64> = "rbacGroupId",
        /// First seen.
        pub first_seen: Option<Timestamp> = "firstSeen",
    }
}

http_core::entity! {
    /// Xdr entity.
    ///
    /// Source: `MicrosoftDocs/defender-docs:defender-xdr/api-list-incidents.md`.
    pub struct XdrEntity {
        /// Entity type. SecurityGroup is named only in the field descriptions, not in the list of
        /// types; expect others.
        pub entity_type: Option<XdrEntityEntityType> = "entityType",
        /// Sha1. Meaningful for entityType File.
        pub sha1: Option<String> = "sha1",
        /// Sha256. Meaningful for entityType File.
        pub sha256: Option<String> = "sha256",
        /// File name. Meaningful for entityType File.
        pub file_name: Option<String> = "fileName",
        /// File path. Meaningful for entityType File.
        pub file_path: Option<String> = "filePath",
        /// Process id. Meaningful for entityType Process.
        pub process_id: Option<i64> = "processId",
        /// Process command line. Meaningful for entityType Process.
        pub process_command_line: Option<String> = "processCommandLine",
        /// Process creation time. Meaningful for entityType Process.
        pub process_creation_time: Option<Timestamp> = "processCreationTime",
        /// Parent process id. Meaningful for entityType Process.
        pub parent_process_id: Option<i64> = "parentProcessId",
        /// Parent process creation time. Meaningful for entityType Process.
        pub parent_process_creation_time: Option<Timestamp> = "parentProcessCreationTime",
        /// Ip address. Meaningful for entityType Ip.
        pub ip_address: Option<String> = "ipAddress",
        /// Url. Meaningful for entityType Url.
        pub url: Option<String> = "url",
        /// Account name. Meaningful for entityType User.
        pub account_name: Option<String> = "accountName",
        /// Domain name. Meaningful for entityType User.
        pub domain_name: Option<String> = "domainName",
        /// User sid. Meaningful for entityType User.
        pub user_sid: Option<String> = "userSid",
        /// Aad user id. Meaningful for entityType User.
        pub aad_user_id: Option<String> = "aadUserId",
        /// User principal name. Meaningful for entityType User, MailBox, MailMessage.
        pub user_principal_name: Option<String> = "userPrincipalName",
        /// Mailbox display name. Meaningful for entityType MailBox.
        pub mailbox_display_name: Option<String> = "mailboxDisplayName",
        /// Mailbox address. Meaningful for entityType User, MailBox, MailMessage.
        pub mailbox_address: Option<String> = "mailboxAddress",
        /// Cluster by. Meaningful for entityType MailCluster.
        pub cluster_by: Option<String> = "clusterBy",
        /// Sender. Meaningful for entityType User, MailBox, MailMessage.
        pub sender: Option<String> = "sender",
        /// Recipient. Meaningful for entityType MailMessage.
        pub recipient: Option<String> = "recipient",
        /// Subject. Meaningful for entityType MailMessage.
        pub subject: Option<String> = "subject",
        /// Delivery action. Meaningful for entityType MailMessage.
        pub delivery_action: Option<String> = "deliveryAction",
        /// Security group id. Meaningful for entityType SecurityGroup.
        pub security_group_id: Option<String> = "securityGroupId",
        /// Security group name. Meaningful for entityType SecurityGroup.
        pub security_group_name: Option<String> = "securityGroupName",
        /// Registry hive. Meaningful for entityType Registry.
        pub registry_hive: Option<String> = "registryHive",
        /// Registry key. Meaningful for entityType Registry.
        pub registry_key: Option<String> = "registryKey",
        /// Registry value type. Meaningful for entityType Registry.
        pub registry_value_type: Option<String> = "registryValueType",
        /// Registry value. Meaningful for entityType Registry.
        pub registry_value: Option<String> = "registryValue",
        /// Device id. Meaningful for entityType any, the device the entity was seen on.
        pub device_id: Option<String> = "deviceId",
    }
}

http_core::entity! {
    /// Xdr incident.
    ///
    /// Source: `MicrosoftDocs/defender-docs:defender-xdr/api-list-incidents.md`.
    pub struct XdrIncident {
        /// Incident id. Number, unlike the Graph incident id which is a string.
        pub incident_id: Option<i64> = "incidentId",
        /// Redirect incident id. Set when this incident was merged into another.
        pub redirect_incident_id: Option<i64> = "redirectIncidentId",
        /// Incident name.
        pub incident_name: Option<String> = "incidentName",
        /// Created time.
        pub created_time: Option<Timestamp> = "createdTime",
        /// Last update time. Filterable; poll on it. The alert inside spells it lastUpdatedTime.
        pub last_update_time: Option<Timestamp> = "lastUpdateTime",
        /// Assigned to. Null when nobody owns it; filterable.
        pub assigned_to: Option<String> = "assignedTo",
        /// Classification. List document omits InformationalExpectedActivity, update document omits
        /// Unknown.
        pub classification: Option<XdrAlertClassification> = "classification",
        /// Determination. Union of three documents that disagree; accept any string when reading. Apt
        /// and SecurityPersonnel were announced as dropped from 2022-08-29.
        pub determination: Option<XdrAlertDetermination> = "determination",
        /// Detection source. In the field table at incident level, absent from the sample.
        pub detection_source: Option<String> = "detectionSource",
        /// Status. List document names only Active and Resolved.
        pub status: Option<XdrIncidentStatus> = "status",
        /// Severity. UnSpecified (that capitalisation) only in the resource document; cannot be
        /// filtered.
        pub severity: Option<XdrIncidentSeverity> = "severity",
        /// Tags.
        pub tags: Vec<String> = "tags",
        /// Comments.
        pub comments: Vec<XdrIncidentComment> = "comments",
        /// Alerts. Always inlined, no expand needed.
        pub alerts: Vec<XdrAlert> = "alerts",
    }
}

http_core::entity! {
    /// Xdr incident comment.
    ///
    /// Source: `MicrosoftDocs/defender-docs:defender-xdr/api-list-incidents.md`.
    pub struct XdrIncidentComment {
        /// Comment.
        pub comment: Option<String> = "comment",
        /// Created by.
        pub created_by: Option<String> = "createdBy",
        /// Created time. Prose of the resource document says createTime; the sample has createdTime.
        pub created_time: Option<Timestamp> = "createdTime",
    }
}

http_core::open_enum! {
    /// Xdr alert classification. An open set of words.
    pub enum XdrAlertClassification {
        Unknown = "Unknown",
        FalsePositive = "FalsePositive",
        TruePositive = "TruePositive",
        InformationalExpectedActivity = "InformationalExpectedActivity",
    }
}

http_core::open_enum! {
    /// Xdr alert determination. An open set of words.
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
    /// Xdr alert investigation state. An open set of words.
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
    /// Xdr alert severity. An open set of words.
    pub enum XdrAlertSeverity {
        Informational = "Informational",
        Low = "Low",
        Medium = "Medium",
        High = "High",
    }
}

http_core::open_enum! {
    /// Xdr alert status. An open set of words.
    pub enum XdrAlertStatus {
        New = "New",
        Active = "Active",
        InProgress = "InProgress",
        Resolved = "Resolved",
    }
}

http_core::open_enum! {
    /// Xdr entity entity type. An open set of words.
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
    /// Xdr incident severity. An open set of words.
    pub enum XdrIncidentSeverity {
        UnSpecified = "UnSpecified",
        Informational = "Informational",
        Low = "Low",
        Medium = "Medium",
        High = "High",
    }
}

http_core::open_enum! {
    /// Xdr incident status. An open set of words.
    pub enum XdrIncidentStatus {
        Active = "Active",
        InProgress = "InProgress",
        Resolved = "Resolved",
        Redirected = "Redirected",
    }
}
