//! The records and words of this group.

use http_core::{Id, Timestamp};

use crate::machines::Machine;

http_core::entity! {
    /// Source: `the $metadata of the service, by PyPI mde-client 0.4.0
    /// (AdvancedActiveConfiguration)`.
    pub struct AdvancedActiveConfiguration {
        pub addresses: Vec<String> = "addresses",
        pub site_id: Option<String> = "siteId",
        pub scan_identifier: Option<String> = "scanIdentifier",
        pub max_concurrent_scans: Option<i64> = "maxConcurrentScans",
        pub port_check_timeout: Option<f64> = "portCheckTimeout",
        pub single_scan_timeout: Option<i64> = "singleScanTimeout",
        pub disabled_scanners: Vec<String> = "disabledScanners",
        pub enabled_endpoints: Vec<String> = "enabledEndpoints",
        pub export_hmi: Option<bool> = "exportHMI",
        pub external_address: Option<bool> = "externalAddress",
        pub enable_tcp_port_scan: Option<bool> = "enableTCPPortScan",
        pub export_successfull_only_addresses: Option<bool> = "exportSuccessfullOnlyAddresses",
        pub zone: Option<String> = "zone",
        pub force: Option<bool> = "force",
        pub safe: Option<bool> = "safe",
    }
}

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
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-all-scan-agents.md; the
    /// $metadata of the service, by PyPI mde-client 0.4.0`.
    pub struct ScanAgent {
        pub id: Id<ScanAgent> = "id",
        pub machine_id: Option<Id<Machine>> = "machineId",
        pub last_seen: Option<Timestamp> = "lastSeen",
        /// ScannerAgent calls it machineName.
        pub computer_dns_name: Option<String> = "computerDnsName",
        pub assigned_application_id: Option<String> = "assignedApplicationId",
        pub scanner_software_version: Option<String> = "scannerSoftwareVersion",
        pub last_command_execution_timestamp: Option<Timestamp> = "lastCommandExecutionTimestamp",
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
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-authenticated-scan-properties.md; the
    /// $metadata of the service, by PyPI mde-client 0.4.0`.
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
        pub is_troubleshoot_mode: Option<bool> = "isTroubleshootMode",
        pub advanced_active_configuration: Option<AdvancedActiveConfiguration> = "advancedActiveConfiguration",
    }
}

http_core::entity! {
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/Get-scan-history-by-definition.md; the
    /// $metadata of the service, by PyPI mde-client 0.4.0`.
    pub struct ScanHistoryByDefinition {
        pub scan_definition_id: Option<String> = "scanDefinitionId" | "scanDefinitionIds",
        pub last_scanned: Option<Timestamp> = "lastScanned",
        /// Such as `Success`, `Failure` or `PartialSuccess`.
        pub scan_status: Option<String> = "scanStatus",
        pub scanner_id: Option<String> = "scannerId",
        pub org_id: Option<String> = "orgId",
        pub session_id: Option<String> = "sessionId",
        pub number_of_successfully_scanned_targets: Option<i64> = "numberOfSuccessfullyScannedTargets",
        pub number_of_targets: Option<i64> = "numberOfTargets",
        pub general_error_message: Option<String> = "generalErrorMessage",
        pub scanned_targets: Vec<ScannedTarget> = "scannedTargets",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/Get-scan-history-by-session.md;
    /// the $metadata of the service, by PyPI mde-client 0.4.0`.
    pub struct ScanHistoryBySession {
        pub org_id: Option<String> = "orgId",
        pub scan_definition_id: Option<String> = "scanDefinitionId" | "scanDefinitionIds",
        pub session_id: Option<String> = "sessionId" | "sessionIds",
        pub scanner_id: Option<String> = "scannerId",
        pub number_of_successfully_scanned_targets: Option<i64> = "numberOfSuccessfullyScannedTargets",
        pub number_of_targets: Option<i64> = "numberOfTargets",
        /// Such as `Success`, `Failure` or `PartialSuccess`.
        pub scan_status: Option<String> = "scanStatus",
        pub general_error_message: Option<String> = "generalErrorMessage",
        pub last_scanned: Option<Timestamp> = "lastScanned",
        pub scanned_targets: Vec<ScannedTarget> = "scannedTargets" | "listScannedTargets",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/Get-scan-history-by-session.md;
    /// the $metadata of the service, by PyPI mde-client 0.4.0`.
    pub struct ScannedTarget {
        pub ip: Option<String> = "ip",
        pub hostname: Option<String> = "hostname",
        pub scanned_device_description: Option<String> = "scannedDeviceDescription",
        pub error_message: Option<String> = "errorMessage",
        pub scan_status: Option<String> = "scanStatus",
        /// As `hh:mm:ss`.
        pub scan_duration: Option<String> = "scanDuration",
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
        Linux = "Linux",
        AdvancedActive = "AdvancedActive",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum ScanDefinitionTargetType {
        Ip = "Ip",
        Hostname = "Hostname",
        Combined = "Combined",
    }
}
