//! The records and words of this group.

use http_core::{Id, Timestamp};

use crate::machines::Machine;

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/add-a-new-scan-definition.md`.
    pub struct LatestScan {
        /// Such as Fail.
        pub status: Option<String> = "status",
        pub failure_reason: Option<String> = "failureReason",
        pub execution_date_time: Option<Timestamp> = "executionDateTime",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-all-scan-agents.md`.
    pub struct ScanAgent {
        pub id: Id<ScanAgent> = "id",
        pub machine_id: Option<Id<Machine>> = "machineId",
        pub last_seen: Option<Timestamp> = "lastSeen",
        /// ScannerAgent calls it machineName.
        pub computer_dns_name: Option<String> = "computerDnsName",
        pub assigned_application_id: Option<String> = "AssignedApplicationId",
        pub scanner_software_version: Option<String> = "ScannerSoftwareVersion",
        pub last_command_execution_timestamp: Option<Timestamp> = "LastCommandExecutionTimestamp",
        pub mde_client_version: Option<String> = "mdeClientVersion",
    }
}

http_core::entity! {
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-authenticated-scan-properties.md`.
    pub struct ScanAuthenticationParams {
        /// `SnmpAuthParams` for Network scans, `WindowsAuthParams` for Windows scans.
        pub odata_type: Option<ScanAuthenticationParamsOdataType> = "@odata.type",
        /// The first four for SNMP, the last two for Windows.
        pub r#type: Option<ScanAuthenticationParamsType> = "type",
        /// Replaces user name and password.
        pub key_vault_url: Option<String> = "keyVaultUrl",
        pub key_vault_secret_name: Option<String> = "keyVaultSecretName",
        /// Windows only.
        pub domain: Option<String> = "domain",
        /// For Windows, and for SNMP unless the type is CommunityString.
        pub username: Option<String> = "username",
        /// Must be true for Windows scans.
        pub is_gmsa_user: Option<bool> = "isGmsaUser",
        pub community_string: Option<http_core::Secret> = "communityString",
        /// For AuthNoPriv and AuthPriv.
        pub auth_protocol: Option<ScanAuthenticationParamsAuthProtocol> = "authProtocol",
        pub auth_password: Option<http_core::Secret> = "authPassword",
        /// For AuthPriv.
        pub priv_protocol: Option<ScanAuthenticationParamsPrivProtocol> = "privProtocol",
        pub priv_password: Option<http_core::Secret> = "privPassword",
    }
}

http_core::entity! {
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-authenticated-scan-properties.md`.
    pub struct ScanDefinition {
        /// Usually a GUID.
        pub id: Id<ScanDefinition> = "id",
        pub scan_type: Option<ScanDefinitionScanType> = "scanType",
        pub scan_name: Option<String> = "scanName",
        pub is_active: Option<bool> = "isActive",
        /// Comma-separated addresses or host names.
        pub target: Option<String> = "target",
        pub org_id: Option<String> = "orgId",
        pub interval_in_hours: Option<i64> = "intervalInHours",
        pub created_by: Option<String> = "createdBy",
        pub target_type: Option<ScanDefinitionTargetType> = "targetType",
        /// Null in create and update responses.
        pub scan_authentication_params: Option<ScanAuthenticationParams> = "scanAuthenticationParams",
        pub scanner_agent: Option<ScannerAgent> = "scannerAgent",
        pub latest_scan: Option<LatestScan> = "latestScan",
    }
}

http_core::entity! {
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/Get-scan-history-by-definition.md`.
    pub struct ScanHistoryByDefinition {
        /// One id despite the plural.
        pub scan_definition_ids: Option<String> = "ScanDefinitionIds",
        pub last_scanned: Option<Timestamp> = "LastScanned",
        /// Such as `Partial Success`, with a space.
        pub scan_status: Option<String> = "ScanStatus",
        pub scanner_id: Option<String> = "ScannerId",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/Get-scan-history-by-session.md`.
    pub struct ScanHistoryBySession {
        pub org_id: Option<String> = "orgId",
        pub scan_definition_ids: Option<String> = "ScanDefinitionIds",
        /// One id despite the plural.
        pub session_ids: Option<String> = "SessionIds",
        pub number_of_successfully_scanned_targets: Option<i64> = "NumberOfSuccessfullyScannedTargets",
        pub number_of_targets: Option<i64> = "NumberOfTargets",
        /// Such as Success.
        pub scan_status: Option<String> = "ScanStatus",
        pub last_scanned: Option<Timestamp> = "LastScanned",
        pub list_scanned_targets: Vec<ScannedTarget> = "ListScannedTargets",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/Get-scan-history-by-session.md`.
    pub struct ScannedTarget {
        pub ip: Option<String> = "Ip",
        pub hostname: Option<String> = "Hostname",
        pub scanned_device_description: Option<String> = "ScannedDeviceDescription",
        pub error_message: Option<String> = "ErrorMessage",
        pub scan_status: Option<String> = "ScanStatus",
        /// As `hh:mm:ss`.
        pub scan_duration: Option<String> = "ScanDuration",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/add-a-new-scan-definition.md`.
    pub struct ScannerAgent {
        /// Id of the tenant, `_` and id of the device.
        pub id: Id<ScannerAgent> = "id",
        pub machine_id: Option<Id<Machine>> = "machineId",
        pub machine_name: Option<String> = "machineName",
        pub last_seen: Option<Timestamp> = "lastSeen",
        pub assigned_application_id: Option<String> = "assignedApplicationId",
        pub scanner_software_version: Option<String> = "scannerSoftwareVersion",
        pub last_command_execution_timestamp: Option<Timestamp> = "lastCommandExecutionTimestamp",
        pub mde_client_version: Option<String> = "mdeClientVersion",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum ScanAuthenticationParamsAuthProtocol {
        Md5 = "MD5",
        Sha1 = "SHA1",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum ScanAuthenticationParamsOdataType {
        MicrosoftWindowsDefenderAtpApiSnmpAuthParams = "#microsoft.windowsDefenderATP.api.SnmpAuthParams",
        MicrosoftWindowsDefenderAtpApiWindowsAuthParams = "#microsoft.windowsDefenderATP.api.WindowsAuthParams",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum ScanAuthenticationParamsPrivProtocol {
        Des = "DES",
        Value3Des = "3DES",
        Aes = "AES",
    }
}

http_core::open_enum! {
    /// An open set of words.
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
    /// An open set of words.
    pub enum ScanDefinitionScanType {
        Windows = "Windows",
        Network = "Network",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum ScanDefinitionTargetType {
        Ip = "Ip",
        Hostname = "Hostname",
    }
}
