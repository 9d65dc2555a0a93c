//! The records and words of this group.

use http_core::{Id, Timestamp};

use crate::machines::Machine;

http_core::entity! {
    /// Latest scan.
    ///
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/add-a-new-scan-definition.md`.
    pub struct LatestScan {
        /// Status. Seen: Fail.
        pub status: Option<String> = "status",
        /// Failure reason.
        pub failure_reason: Option<String> = "failureReason",
        /// Execution date time.
        pub execution_date_time: Option<Timestamp> = "executionDateTime",
    }
}

http_core::entity! {
    /// Scan agent.
    ///
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-all-scan-agents.md`.
    pub struct ScanAgent {
        /// Id.
        pub id: Id<ScanAgent> = "id",
        /// Machine id.
        pub machine_id: Option<Id<Machine>> = "machineId",
        /// Last seen.
        pub last_seen: Option<Timestamp> = "lastSeen",
        /// Computer dns name. ScannerAgent calls it machineName.
        pub computer_dns_name: Option<String> = "computerDnsName",
        /// Assigned application id. Capital A in the samples.
        pub assigned_application_id: Option<String> = "AssignedApplicationId",
        /// Scanner software version.
        pub scanner_software_version: Option<String> = "ScannerSoftwareVersion",
        /// Last command execution timestamp.
        pub last_command_execution_timestamp: Option<Timestamp> = "LastCommandExecutionTimestamp",
        /// Mde client version.
        pub mde_client_version: Option<String> = "mdeClientVersion",
    }
}

http_core::entity! {
    /// Scan authentication params.
    ///
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-authenticated-scan-properties.md`.
    pub struct ScanAuthenticationParams {
        /// Odata type. SnmpAuthParams for Network scans, WindowsAuthParams for Windows scans.
        pub odata_type: Option<ScanAuthenticationParamsOdataType> = "@odata.type",
        /// Type. The first four with SnmpAuthParams, the last two with WindowsAuthParams.
        pub r#type: Option<ScanAuthenticationParamsType> = "type",
        /// Key vault url. Table: KeyVaultUrl; replaces user name and password.
        pub key_vault_url: Option<String> = "keyVaultUrl",
        /// Key vault secret name. Table: KeyVaultSecretName.
        pub key_vault_secret_name: Option<String> = "keyVaultSecretName",
        /// Domain. Table: Domain; Windows only.
        pub domain: Option<String> = "domain",
        /// Username. Table: Username; Windows, or SNMP but for CommunityString.
        pub username: Option<String> = "username",
        /// Is gmsa user. Table: IsGMSAUser; must be true with WindowsAuthParams.
        pub is_gmsa_user: Option<bool> = "isGmsaUser",
        /// Community string. Table: CommunityString.
        pub community_string: Option<http_core::Secret> = "communityString",
        /// Auth protocol. Table: AuthProtocol; AuthNoPriv and AuthPriv.
        pub auth_protocol: Option<ScanAuthenticationParamsAuthProtocol> = "authProtocol",
        /// Auth password. Table: AuthPassword.
        pub auth_password: Option<http_core::Secret> = "authPassword",
        /// Priv protocol. Table: PrivProtocol; AuthPriv.
        pub priv_protocol: Option<ScanAuthenticationParamsPrivProtocol> = "privProtocol",
        /// Priv password. Table: PrivPassword.
        pub priv_password: Option<http_core::Secret> = "privPassword",
    }
}

http_core::entity! {
    /// Scan definition.
    ///
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-authenticated-scan-properties.md`.
    pub struct ScanDefinition {
        /// Id. A GUID in most samples.
        pub id: Id<ScanDefinition> = "id",
        /// Scan type.
        pub scan_type: Option<ScanDefinitionScanType> = "scanType",
        /// Scan name.
        pub scan_name: Option<String> = "scanName",
        /// Is active.
        pub is_active: Option<bool> = "isActive",
        /// Target. Comma-separated addresses or host names.
        pub target: Option<String> = "target",
        /// Org id.
        pub org_id: Option<String> = "orgId",
        /// Interval in hours.
        pub interval_in_hours: Option<i64> = "intervalInHours",
        /// Created by.
        pub created_by: Option<String> = "createdBy",
        /// Target type. Tables say 'IP Address' or 'Hostname', every sample says Ip.
        pub target_type: Option<ScanDefinitionTargetType> = "targetType",
        /// Scan authentication params. Null in create and update responses.
        pub scan_authentication_params: Option<ScanAuthenticationParams> = "scanAuthenticationParams",
        /// Scanner agent.
        pub scanner_agent: Option<ScannerAgent> = "scannerAgent",
        /// Latest scan.
        pub latest_scan: Option<LatestScan> = "latestScan",
    }
}

http_core::entity! {
    /// Scan history by definition.
    ///
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/Get-scan-history-by-definition.md`.
    pub struct ScanHistoryByDefinition {
        /// Scan definition ids. One id despite the plural.
        pub scan_definition_ids: Option<String> = "ScanDefinitionIds",
        /// Last scanned.
        pub last_scanned: Option<Timestamp> = "LastScanned",
        /// Scan status. Seen: Partial Success (with a space).
        pub scan_status: Option<String> = "ScanStatus",
        /// Scanner id.
        pub scanner_id: Option<String> = "ScannerId",
    }
}

http_core::entity! {
    /// Scan history by session.
    ///
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/Get-scan-history-by-session.md`.
    pub struct ScanHistoryBySession {
        /// Org id.
        pub org_id: Option<String> = "orgId",
        /// Scan definition ids.
        pub scan_definition_ids: Option<String> = "ScanDefinitionIds",
        /// Session ids. One id despite the plural.
        pub session_ids: Option<String> = "SessionIds",
        /// Number of successfully scanned targets.
        pub number_of_successfully_scanned_targets: Option<i64> = "NumberOfSuccessfullyScannedTargets",
        /// Number of targets.
        pub number_of_targets: Option<i64> = "NumberOfTargets",
        /// Scan status. Seen: Success.
        pub scan_status: Option<String> = "ScanStatus",
        /// Last scanned.
        pub last_scanned: Option<Timestamp> = "LastScanned",
        /// List scanned targets. The documented sample is broken here; an array is our reading.
        pub list_scanned_targets: Vec<ScannedTarget> = "ListScannedTargets",
    }
}

http_core::entity! {
    /// Scanned target.
    ///
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/Get-scan-history-by-session.md`.
    pub struct ScannedTarget {
        /// Ip.
        pub ip: Option<String> = "Ip",
        /// Hostname.
        pub hostname: Option<String> = "Hostname",
        /// Scanned device description.
        pub scanned_device_description: Option<String> = "ScannedDeviceDescription",
        /// Error message.
        pub error_message: Option<String> = "ErrorMessage",
        /// Scan status.
        pub scan_status: Option<String> = "ScanStatus",
        /// Scan duration. Hh:mm:ss.
        pub scan_duration: Option<String> = "ScanDuration",
    }
}

http_core::entity! {
    /// Scanner agent.
    ///
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/add-a-new-scan-definition.md`.
    pub struct ScannerAgent {
        /// Id. `<orgId>_<machineId>`; one sample has a space after the underscore.
        pub id: Id<ScannerAgent> = "id",
        /// Machine id. All a create request sends.
        pub machine_id: Option<Id<Machine>> = "machineId",
        /// Machine name.
        pub machine_name: Option<String> = "machineName",
        /// Last seen.
        pub last_seen: Option<Timestamp> = "lastSeen",
        /// Assigned application id. AssignedApplicationId in the list sample: match without regard to
        /// case.
        pub assigned_application_id: Option<String> = "assignedApplicationId",
        /// Scanner software version. ScannerSoftwareVersion in the list sample.
        pub scanner_software_version: Option<String> = "scannerSoftwareVersion",
        /// Last command execution timestamp. LastCommandExecutionTimestamp in the list sample.
        pub last_command_execution_timestamp: Option<Timestamp> = "lastCommandExecutionTimestamp",
        /// Mde client version.
        pub mde_client_version: Option<String> = "mdeClientVersion",
    }
}

http_core::open_enum! {
    /// Scan authentication params auth protocol. An open set of words.
    pub enum ScanAuthenticationParamsAuthProtocol {
        Md5 = "MD5",
        Sha1 = "SHA1",
    }
}

http_core::open_enum! {
    /// Scan authentication params odata type. An open set of words.
    pub enum ScanAuthenticationParamsOdataType {
        MicrosoftWindowsDefenderAtpApiSnmpAuthParams = "#microsoft.windowsDefenderATP.api.SnmpAuthParams",
        MicrosoftWindowsDefenderAtpApiWindowsAuthParams = "#microsoft.windowsDefenderATP.api.WindowsAuthParams",
    }
}

http_core::open_enum! {
    /// Scan authentication params priv protocol. An open set of words.
    pub enum ScanAuthenticationParamsPrivProtocol {
        Des = "DES",
        Value3Des = "3DES",
        Aes = "AES",
    }
}

http_core::open_enum! {
    /// Scan authentication params type. An open set of words.
    pub enum ScanAuthenticationParamsType {
        CommunityString = "CommunityString",
        NoAuthNoPriv = "NoAuthNoPriv",
        AuthNoPriv = "AuthNoPriv",
        AuthPriv = "AuthPriv",
        Kerberos = "Kerberos",
        Negotiate = "Negotiate",
    }
}

http_core::open_enum! {
    /// Scan definition scan type. An open set of words.
    pub enum ScanDefinitionScanType {
        Windows = "Windows",
        Network = "Network",
    }
}

http_core::open_enum! {
    /// Scan definition target type. An open set of words.
    pub enum ScanDefinitionTargetType {
        Ip = "Ip",
        Hostname = "Hostname",
    }
}
