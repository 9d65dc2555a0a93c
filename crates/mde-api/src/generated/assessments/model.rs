//! The records and words of this group.

use http_core::{Id, Timestamp, Value};

http_core::entity! {
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/export-security-baseline-assessment.md`.
    pub struct AssetBaselineAssessment {
        /// deviceId, profileId and configurationId joined by "`_`".
        pub id: Id<AssetBaselineAssessment> = "id" | "Id",
        pub configuration_id: Option<String> = "configurationId" | "ConfigurationId",
        pub device_id: Option<String> = "deviceId" | "DeviceId",
        pub device_name: Option<String> = "deviceName" | "DeviceName",
        pub profile_id: Option<String> = "profileId" | "ProfileId",
        pub os_platform: Option<String> = "osPlatform" | "OsPlatform" | "OSPlatform",
        pub os_version: Option<String> = "osVersion" | "OsVersion" | "OSVersion",
        pub rbac_group_id: Option<i64> = "rbacGroupId" | "RbacGroupId",
        /// `Unassigned` if the device is in no group, `None` if there are no groups.
        pub rbac_group_name: Option<String> = "rbacGroupName" | "RbacGroupName",
        pub is_applicable: Option<bool> = "isApplicable" | "IsApplicable",
        pub is_compliant: Option<bool> = "isCompliant" | "IsCompliant",
        /// Absent when nothing was collected.
        pub data_collection_time_offset: Option<Timestamp> = "dataCollectionTimeOffset" | "DataCollectionTimeOffset",
        pub compliance_calculation_time_offset: Option<Timestamp> = "complianceCalculationTimeOffset" | "ComplianceCalculationTimeOffset",
        pub recommended_value: Vec<String> = "recommendedValue" | "RecommendedValue",
        pub current_value: Vec<String> = "currentValue" | "CurrentValue",
        pub source: Vec<String> = "source" | "Source",
    }
}

http_core::entity! {
    /// Unique by DeviceId, BrowserName, ExtensionId.
    ///
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-assessment-browser-extensions.md`.
    pub struct AssetBrowserExtension {
        pub device_id: Option<String> = "DeviceId",
        pub device_name: Option<String> = "DeviceName",
        pub rbac_group_id: Option<i64> = "RbacGroupId",
        /// `Unassigned` if the device is in no group, `None` if there are no groups.
        pub rbac_group_name: Option<String> = "RbacGroupName",
        pub installation_time: Option<String> = "InstallationTime",
        /// Such as chrome.
        pub browser_name: Option<String> = "BrowserName",
        pub extension_id: Option<String> = "ExtensionId",
        pub extension_name: Option<String> = "ExtensionName",
        pub extension_description: Option<String> = "ExtensionDescription",
        pub extension_version: Option<String> = "ExtensionVersion",
        pub extension_risk: Option<AssetBrowserExtensionExtensionRisk> = "ExtensionRisk",
        pub is_activated: Option<bool> = "IsActivated",
        pub permissions: Vec<BrowserExtensionPermission> = "Permissions",
    }
}

http_core::entity! {
    /// Unique by deviceId, thumbprint, path.
    ///
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/export-certificate-inventory-assessment.md`.
    pub struct AssetCertificateAssessment {
        pub device_id: Option<String> = "deviceId" | "DeviceId",
        pub device_name: Option<String> = "deviceName" | "DeviceName",
        pub thumbprint: Option<String> = "thumbprint" | "Thumbprint",
        /// Store `location\store\thumbprint`.
        pub path: Option<String> = "path" | "Path",
        /// Such as sha384ECDSA.
        pub signature_algorithm: Option<String> = "signatureAlgorithm" | "SignatureAlgorithm",
        pub key_length: Option<i64> = "keyLength" | "KeyLength",
        /// Year 0001 means not known.
        pub not_after: Option<Timestamp> = "notAfter" | "NotAfter" | "ExpirationDate",
        pub not_before: Option<Timestamp> = "notBefore" | "NotBefore" | "IssueDate",
        /// CA for an authority.
        pub subject_type: Option<String> = "subjectType" | "SubjectType",
        pub serial_number: Option<String> = "serialNumber" | "SerialNumber",
        pub subject_object: Option<Value> = "subjectObject" | "SubjectObject" | "IssuedTo",
        pub issuer_object: Option<Value> = "issuerObject" | "IssuerObject" | "IssuedBy",
        pub key_usage_array: Option<Value> = "keyUsageArray" | "KeyUsageArray" | "KeyUsage",
        pub extended_key_usage_array: Option<Value> = "extendedKeyUsageArray" | "ExtendedKeyUsageArray" | "ExtendedKeyUsage",
        pub is_self_signed: Option<bool> = "isSelfSigned" | "IsSelfSigned",
        /// 0 or a number.
        pub rbac_group_id: Option<i64> = "rbacGroupId" | "RbacGroupId",
        /// `Unassigned` if the device is in no group, `None` if there are no groups.
        pub rbac_group_name: Option<String> = "rbacGroupName" | "RbacGroupName",
    }
}

http_core::entity! {
    /// Unique by deviceId, configurationId.
    ///
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-assessment-secure-config.md`.
    pub struct AssetConfiguration {
        pub device_id: Option<String> = "deviceId" | "DeviceId",
        /// 0 or a number.
        pub rbac_group_id: Option<i64> = "rbacGroupId" | "RbacGroupId",
        /// `Unassigned` if the device is in no group, `None` if there are no groups.
        pub rbac_group_name: Option<String> = "rbacGroupName" | "RbacGroupName",
        /// FQDN.
        pub device_name: Option<String> = "deviceName" | "DeviceName",
        pub os_platform: Option<String> = "osPlatform" | "OsPlatform" | "OSPlatform",
        pub os_version: Option<String> = "osVersion" | "OsVersion" | "OSVersion",
        /// When the device was last seen. Text such as `2020-12-30 14:17:26`, or with 3 or 7 fraction
        /// digits: no zone, taken as UTC.
        pub timestamp: Option<String> = "timestamp" | "Timestamp",
        /// scid-N.
        pub configuration_id: Option<String> = "configurationId" | "ConfigurationId",
        pub configuration_category: Option<AssetConfigurationConfigurationCategory> = "configurationCategory" | "ConfigurationCategory",
        /// May be empty.
        pub configuration_subcategory: Option<String> = "configurationSubcategory" | "ConfigurationSubcategory",
        /// 1 to 10.
        pub configuration_impact: Option<f64> = "configurationImpact" | "ConfigurationImpact",
        pub is_compliant: Option<bool> = "isCompliant" | "IsCompliant",
        pub is_applicable: Option<bool> = "isApplicable" | "IsApplicable",
        pub is_expected_user_impact: Option<bool> = "isExpectedUserImpact" | "IsExpectedUserImpact",
        pub configuration_name: Option<String> = "configurationName" | "ConfigurationName",
        /// `sca-_-scid-N`.
        pub recommendation_reference: Option<String> = "recommendationReference" | "RecommendationReference",
    }
}

http_core::entity! {
    /// Unique by deviceId, componentType, componentName.
    ///
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/export-firmware-hardware-assessment.md`.
    pub struct AssetHardwareFirmware {
        pub device_id: Option<String> = "deviceId" | "DeviceId",
        pub rbac_group_id: Option<i64> = "rbacGroupId" | "RbacGroupId",
        /// `Unassigned` if the device is in no group, `None` if there are no groups.
        pub rbac_group_name: Option<String> = "rbacGroupName" | "RbacGroupName",
        pub device_name: Option<String> = "deviceName" | "DeviceName",
        /// Such as Hardware.
        pub component_type: Option<String> = "componentType" | "ComponentType",
        pub manufacturer: Option<String> = "manufacturer" | "Manufacturer",
        pub component_name: Option<String> = "componentName" | "ComponentName",
        pub component_version: Option<String> = "componentVersion" | "ComponentVersion",
        /// JSON object in a string.
        pub additional_fields: Option<String> = "additionalFields" | "AdditionalFields",
    }
}

http_core::entity! {
    /// Unique by deviceId, softwareVendor, softwareName, softwareVersion.
    ///
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-assessment-non-cpe-software-inventory.md`.
    pub struct AssetNonCpeSoftware {
        pub device_id: Option<String> = "deviceId" | "DeviceId",
        /// 0 or a number.
        pub rbac_group_id: Option<i64> = "rbacGroupId" | "RbacGroupId",
        /// `Unassigned` if the device is in no group, `None` if there are no groups.
        pub rbac_group_name: Option<String> = "rbacGroupName" | "RbacGroupName",
        pub device_name: Option<String> = "deviceName" | "DeviceName",
        pub os_platform: Option<String> = "osPlatform" | "OsPlatform" | "OSPlatform",
        pub software_vendor: Option<String> = "softwareVendor" | "SoftwareVendor",
        pub software_name: Option<String> = "softwareName" | "SoftwareName",
        pub software_version: Option<String> = "softwareVersion" | "SoftwareVersion",
        /// Text such as `2020-12-30 14:17:26`, or with 3 or 7 fraction digits: no zone, taken as UTC.
        pub software_last_seen_timestamp: Option<String> = "softwareLastSeenTimestamp" | "SoftwareLastSeenTimestamp",
    }
}

http_core::entity! {
    /// Unique by deviceId, softwareVendor, softwareName, softwareVersion.
    ///
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-assessment-software-inventory.md`.
    pub struct AssetSoftware {
        pub device_id: Option<String> = "deviceId" | "DeviceId",
        /// 0 or a number.
        pub rbac_group_id: Option<i64> = "rbacGroupId" | "RbacGroupId",
        /// `Unassigned` if the device is in no group, `None` if there are no groups.
        pub rbac_group_name: Option<String> = "rbacGroupName" | "RbacGroupName",
        pub device_name: Option<String> = "deviceName" | "DeviceName",
        pub os_platform: Option<String> = "osPlatform" | "OsPlatform" | "OSPlatform",
        pub software_vendor: Option<String> = "softwareVendor" | "SoftwareVendor",
        pub software_name: Option<String> = "softwareName" | "SoftwareName",
        pub software_version: Option<String> = "softwareVersion" | "SoftwareVersion",
        pub number_of_weaknesses: Option<i64> = "numberOfWeaknesses" | "NumberOfWeaknesses",
        pub disk_paths: Vec<String> = "diskPaths" | "DiskPaths",
        pub registry_paths: Vec<String> = "registryPaths" | "RegistryPaths",
        /// Text such as `2020-12-30 14:17:26`, or with 3 or 7 fraction digits: no zone, taken as UTC.
        pub software_first_seen_timestamp: Option<String> = "softwareFirstSeenTimestamp" | "SoftwareFirstSeenTimestamp",
        /// Such as `Upcoming EOS`.
        pub end_of_support_status: Option<AssetSoftwareEndOfSupportStatus> = "endOfSupportStatus" | "EndOfSupportStatus",
        pub end_of_support_date: Option<String> = "endOfSupportDate" | "EndOfSupportDate",
    }
}

http_core::entity! {
    /// One row for each device, vendor, name, version and CVE.
    ///
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-assessment-software-vulnerabilities.md`.
    pub struct AssetVulnerability {
        /// Device id, software, version and CVE joined by "`_`".
        pub id: Id<AssetVulnerability> = "id" | "Id",
        pub device_id: Option<String> = "deviceId" | "DeviceId",
        /// 0 or a number.
        pub rbac_group_id: Option<i64> = "rbacGroupId" | "RbacGroupId",
        /// `Unassigned` if the device is in no group, `None` if there are no groups.
        pub rbac_group_name: Option<String> = "rbacGroupName" | "RbacGroupName",
        pub device_name: Option<String> = "deviceName" | "DeviceName",
        pub os_platform: Option<String> = "osPlatform" | "OsPlatform" | "OSPlatform",
        pub os_version: Option<String> = "osVersion" | "OsVersion" | "OSVersion",
        /// Such as x64.
        pub os_architecture: Option<String> = "osArchitecture" | "OsArchitecture" | "OSArchitecture",
        pub software_vendor: Option<String> = "softwareVendor" | "SoftwareVendor",
        pub software_name: Option<String> = "softwareName" | "SoftwareName",
        pub software_version: Option<String> = "softwareVersion" | "SoftwareVersion",
        /// Null for software without a known CVE.
        pub cve_id: Option<String> = "cveId" | "CveId",
        pub cvss_score: Option<f64> = "cvssScore" | "CvssScore",
        /// Such as Medium or High.
        pub vulnerability_severity_level: Option<String> = "vulnerabilitySeverityLevel" | "VulnerabilitySeverityLevel",
        pub recommended_security_update: Option<String> = "recommendedSecurityUpdate" | "RecommendedSecurityUpdate",
        /// KB number or vendor advisory id.
        pub recommended_security_update_id: Option<String> = "recommendedSecurityUpdateId" | "RecommendedSecurityUpdateId",
        pub recommended_security_update_url: Option<String> = "recommendedSecurityUpdateUrl" | "RecommendedSecurityUpdateUrl",
        pub disk_paths: Vec<String> = "diskPaths" | "DiskPaths",
        pub registry_paths: Vec<String> = "registryPaths" | "RegistryPaths",
        /// Text such as `2020-12-30 14:17:26`, or with 3 or 7 fraction digits: no zone, taken as UTC.
        pub last_seen_timestamp: Option<String> = "lastSeenTimestamp" | "LastSeenTimestamp",
        /// Text such as `2020-12-30 14:17:26`, or with 3 or 7 fraction digits: no zone, taken as UTC.
        pub first_seen_timestamp: Option<String> = "firstSeenTimestamp" | "FirstSeenTimestamp",
        pub exploitability_level: Option<AssetVulnerabilityExploitabilityLevel> = "exploitabilityLevel" | "ExploitabilityLevel",
        /// `va-_-vendor-_-product`.
        pub recommendation_reference: Option<String> = "recommendationReference" | "RecommendationReference",
        pub security_update_available: Option<bool> = "securityUpdateAvailable" | "SecurityUpdateAvailable",
        pub cve_batch_title: Option<String> = "cveBatchTitle" | "CveBatchTitle",
        pub cve_batch_url: Option<String> = "cveBatchUrl" | "CveBatchUrl",
        pub is_onboarded: Option<bool> = "isOnboarded" | "IsOnboarded",
        pub event_timestamp: Option<String> = "eventTimestamp" | "EventTimestamp",
        pub status: Option<DeltaAssetVulnerabilityStatus> = "status" | "Status",
    }
}

http_core::entity! {
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-assessment-browser-extensions.md`.
    pub struct BrowserExtensionPermission {
        /// Permission key or URL pattern.
        pub id: Id<BrowserExtensionPermission> = "Id",
        pub is_required: Option<bool> = "IsRequired",
        pub risk: Option<BrowserExtensionPermissionRisk> = "Risk",
    }
}

http_core::entity! {
    /// No securityUpdateAvailable here, although the text says all members of the full export come
    /// back.
    ///
    /// Unique by id, rbacGroupId, eventTimestamp, status.
    ///
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-assessment-software-vulnerabilities.md`.
    pub struct DeltaAssetVulnerability {
        /// Device id, software, version and CVE joined by "`_`".
        pub id: Option<String> = "id",
        pub device_id: Option<String> = "deviceId",
        /// 0 or a number.
        pub rbac_group_id: Option<i64> = "rbacGroupId",
        /// `Unassigned` if the device is in no group, `None` if there are no groups.
        pub rbac_group_name: Option<String> = "rbacGroupName",
        pub device_name: Option<String> = "deviceName",
        pub os_platform: Option<String> = "osPlatform",
        pub os_version: Option<String> = "osVersion",
        /// Such as x64.
        pub os_architecture: Option<String> = "osArchitecture",
        pub software_vendor: Option<String> = "softwareVendor",
        pub software_name: Option<String> = "softwareName",
        pub software_version: Option<String> = "softwareVersion",
        /// Null for software without a known CVE.
        pub cve_id: Option<String> = "cveId",
        pub cvss_score: Option<f64> = "cvssScore",
        /// Such as Medium or High.
        pub vulnerability_severity_level: Option<String> = "vulnerabilitySeverityLevel",
        pub recommended_security_update: Option<String> = "recommendedSecurityUpdate",
        /// KB number or vendor advisory id.
        pub recommended_security_update_id: Option<String> = "recommendedSecurityUpdateId",
        pub recommended_security_update_url: Option<String> = "recommendedSecurityUpdateUrl",
        pub disk_paths: Vec<String> = "diskPaths",
        pub registry_paths: Vec<String> = "registryPaths",
        /// Text such as `2020-12-30 14:17:26`, or with 3 or 7 fraction digits: no zone, taken as UTC.
        pub last_seen_timestamp: Option<String> = "lastSeenTimestamp",
        /// Text such as `2020-12-30 14:17:26`, or with 3 or 7 fraction digits: no zone, taken as UTC.
        pub first_seen_timestamp: Option<String> = "firstSeenTimestamp",
        pub exploitability_level: Option<AssetVulnerabilityExploitabilityLevel> = "exploitabilityLevel",
        /// `va-_-vendor-_-product`.
        pub recommendation_reference: Option<String> = "recommendationReference",
        pub is_onboarded: Option<bool> = "isOnboarded",
        pub status: Option<DeltaAssetVulnerabilityStatus> = "status",
        /// When the change was found, in steps of 6 hours. Text such as `2020-12-30 14:17:26`, or with
        /// 3 or 7 fraction digits: no zone, taken as UTC.
        pub event_timestamp: Option<String> = "eventTimestamp",
    }
}

http_core::entity! {
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-assessment-methods-properties.md`.
    pub struct ExportFilesResponse {
        /// Signed addresses of the files. May be empty.
        pub export_files: Vec<String> = "exportFiles",
        /// When the snapshot was made, not when the call was.
        pub generated_time: Option<Timestamp> = "generatedTime",
    }
}

http_core::entity! {
    /// Source: `observed, not vendor documentation except DeviceGatheredInfo
    /// (MicrosoftDocs/defender-docs:defender-endpoint/api/device-health-api-methods-properties.md);
    /// members seen in two public clients`.
    pub struct InfoGatheringFileRecord {
        pub device_id: Id<InfoGatheringFileRecord> = "DeviceId",
        pub device_name: Option<String> = "DeviceName",
        pub os_platform: Option<String> = "OsPlatform",
        pub os_version: Option<String> = "OsVersion",
        pub rbac_group_id: Option<i64> = "RbacGroupId",
        pub rbac_group_name: Option<String> = "RbacGroupName",
        pub last_seen_time: Option<String> = "LastSeenTime",
        pub timestamp: Option<String> = "Timestamp",
        /// A JSON object, or the same as text. Its members are spelled unevenly: AvMode,
        /// AvSignatureVersion, AvEngineVersion, AvPlatformVersion, AvIsSignatureUptoDate,
        /// AvIsEngineUptodate, AvIsPlatformUptodate, AvSignatureUpdateTime, AvEngineUpdateTime,
        /// AvPlatformUpdateTime, AvSignaturePublishTime, CloudProtectionState, AvScanResults (JSON as
        /// text: Quick and Full, each with ScanStatus, ErrorCode and Timestamp).
        pub device_gathered_info: Option<Value> = "DeviceGatheredInfo",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum AssetBrowserExtensionExtensionRisk {
        None = "None",
        Low = "Low",
        Medium = "Medium",
        High = "High",
        Critical = "Critical",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum AssetConfigurationConfigurationCategory {
        Application = "Application",
        Os = "OS",
        Network = "Network",
        Accounts = "Accounts",
        SecurityControls = "Security controls",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum AssetSoftwareEndOfSupportStatus {
        None = "None",
        EosVersion = "EOS Version",
        UpcomingEosVersion = "Upcoming EOS Version",
        EosSoftware = "EOS Software",
        UpcomingEosSoftware = "Upcoming EOS Software",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum AssetVulnerabilityExploitabilityLevel {
        NoExploit = "NoExploit",
        ExploitIsPublic = "ExploitIsPublic",
        ExploitIsVerified = "ExploitIsVerified",
        ExploitIsInKit = "ExploitIsInKit",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum BrowserExtensionPermissionRisk {
        None = "None",
        Low = "Low",
        Medium = "Medium",
        High = "High",
        Critical = "Critical",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum DeltaAssetVulnerabilityStatus {
        New = "New",
        Fixed = "Fixed",
        Updated = "Updated",
    }
}
