//! The records and words of this group.

use http_core::{Id, Timestamp, Value};

http_core::entity! {
    /// Live response command.
    ///
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/run-live-response.md`.
    pub struct LiveResponseCommand {
        /// Type.
        pub r#type: Option<LiveResponseCommandType> = "type",
        /// Params. PutFile: FileName; RunScript: ScriptName and Args; GetFile: Path.
        pub params: Vec<LiveResponseParam> = "params",
    }
}

http_core::entity! {
    /// Live response param.
    ///
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/run-live-response.md`.
    pub struct LiveResponseParam {
        /// Key.
        pub key: Option<LiveResponseParamKey> = "key",
        /// Value. Backslashes of a Windows path are escaped by JSON as usual.
        pub value: Option<String> = "value",
    }
}

http_core::entity! {
    /// Machine.
    ///
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/machine.md`.
    pub struct Machine {
        /// Id. 40 hex characters as a rule.
        pub id: Id<Machine> = "id",
        /// Computer dns name. Filterable; may be null or empty.
        pub computer_dns_name: Option<String> = "computerDnsName",
        /// First seen.
        pub first_seen: Option<Timestamp> = "firstSeen",
        /// Last seen. Filterable; time of the last full report (about daily), not the portal's
        /// last-seen.
        pub last_seen: Option<Timestamp> = "lastSeen",
        /// Os platform. Filterable; open set; seen: Windows10, Windows11, WindowsServer2019,
        /// RedHatEnterpriseLinux, Ubuntu.
        pub os_platform: Option<String> = "osPlatform",
        /// Os processor. Use osArchitecture instead; seen: x64.
        pub os_processor: Option<String> = "osProcessor",
        /// Os architecture. No Unknown value is documented; treat as open.
        pub os_architecture: Option<MachineOsArchitecture> = "osArchitecture",
        /// Version. Filterable; OS version such as 1709 or 22H2, a string.
        pub version: Option<String> = "version",
        /// Os build. Null on some Linux devices.
        pub os_build: Option<i64> = "osBuild",
        /// Os version. Not in the property table; seen in real responses (null in all of them).
        pub os_version: Option<String> = "osVersion",
        /// Onboarding status. Filterable; the table spells the field onboardingstatus and the first
        /// value onboarded; responses say onboardingStatus and Onboarded; not usable in `$select`
        /// (microsoft-365-docs#8489).
        pub onboarding_status: Option<MachineOnboardingStatus> = "onboardingStatus",
        /// Last ip address. Filterable.
        pub last_ip_address: Option<String> = "lastIpAddress",
        /// Last external ip address. IPv4 or IPv6.
        pub last_external_ip_address: Option<String> = "lastExternalIpAddress",
        /// Health status. Filterable.
        pub health_status: Option<MachineHealthStatus> = "healthStatus",
        /// Rbac group name. Not filterable.
        pub rbac_group_name: Option<String> = "rbacGroupName",
        /// Rbac group id. Filterable; the table says String, every sample and real response has a
        /// number (0 for none).
        pub rbac_group_id: Option<i64> = "rbacGroupId",
        /// Risk score. Filterable; None is a string, not null.
        pub risk_score: Option<MachineRiskScore> = "riskScore",
        /// Exposure level. Filterable.
        pub exposure_level: Option<MachineExposureLevel> = "exposureLevel",
        /// Device value. Filterable.
        pub device_value: Option<MachineDeviceValue> = "deviceValue",
        /// Aad device id. Filterable.
        pub aad_device_id: Option<String> = "aadDeviceId",
        /// Is aad joined. Only in samples, not in the property table.
        pub is_aad_joined: Option<bool> = "isAadJoined",
        /// Machine tags. Filterable.
        pub machine_tags: Vec<String> = "machineTags",
        /// Ip addresses. Missing in the list and get samples, present in the OData samples and in real
        /// responses.
        pub ip_addresses: Vec<MachineIpAddress> = "ipAddresses",
        /// Agent version. Not in the property table; seen in real responses.
        pub agent_version: Option<String> = "agentVersion",
        /// Defender av status. Not in the property table; mostly NotSupported where `mde.device_health`
        /// knows the mode (microsoft-365-docs#13100).
        pub defender_av_status: Option<String> = "defenderAvStatus",
        /// Is excluded. Not in the property table; seen in real responses.
        pub is_excluded: Option<bool> = "isExcluded",
        /// Exclusion reason. Not in the property table; seen in real responses.
        pub exclusion_reason: Option<String> = "exclusionReason",
        /// Is potential duplication. Not in the property table; seen in real responses.
        pub is_potential_duplication: Option<bool> = "isPotentialDuplication",
        /// Merged into machine id. Not in the property table; seen in real responses; id of the record
        /// that replaces this one.
        pub merged_into_machine_id: Option<String> = "mergedIntoMachineId",
        /// Managed by. Not in the property table; seen in real responses; seen:
        /// MicrosoftDefenderForEndpoint, Intune.
        pub managed_by: Option<String> = "managedBy",
        /// Managed by status. Not in the property table; seen in real responses; seen: Success,
        /// Unknown.
        pub managed_by_status: Option<String> = "managedByStatus",
        /// Vm metadata. Not in the property table; seen in real responses; null in the fixtures read,
        /// an object according to other clients.
        pub vm_metadata: Option<Value> = "vmMetadata",
    }
}

http_core::entity! {
    /// Machine ip address.
    ///
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/exposed-apis-odata-samples.md`.
    pub struct MachineIpAddress {
        /// Ip address. IPv4 or IPv6; an empty string was seen.
        pub ip_address: Option<String> = "ipAddress",
        /// Mac address. 12 hex digits without separators; null for loopback.
        pub mac_address: Option<String> = "macAddress",
        /// Type. Not in the property table; seen in real responses: Ethernet, SoftwareLoopback, Other.
        pub r#type: Option<String> = "type",
        /// Operational status. Seen: Up, Down.
        pub operational_status: Option<String> = "operationalStatus",
    }
}

http_core::entity! {
    /// Missing kb.
    ///
    /// OData type PublicProductFixDto.
    ///
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-missing-kbs-software.md`.
    pub struct MissingKb {
        /// Id. KB number without "KB".
        pub id: Id<MissingKb> = "id",
        /// Name.
        pub name: Option<String> = "name",
        /// Products names. Spelled with the s in the middle.
        pub products_names: Vec<String> = "productsNames",
        /// Url.
        pub url: Option<String> = "url",
        /// Machine missed on. Devices lacking it.
        pub machine_missed_on: Option<i64> = "machineMissedOn",
        /// Cve addressed. Number of CVEs it fixes.
        pub cve_addressed: Option<i64> = "cveAddressed",
    }
}

http_core::open_enum! {
    /// Isolation type. An open set of words.
    pub enum IsolationType {
        Full = "Full",
        Selective = "Selective",
        UnManagedDevice = "UnManagedDevice",
    }
}

http_core::open_enum! {
    /// Live response command type. An open set of words.
    pub enum LiveResponseCommandType {
        PutFile = "PutFile",
        RunScript = "RunScript",
        GetFile = "GetFile",
    }
}

http_core::open_enum! {
    /// Live response param key. An open set of words.
    pub enum LiveResponseParamKey {
        FileName = "FileName",
        ScriptName = "ScriptName",
        Args = "Args",
        Path = "Path",
    }
}

http_core::open_enum! {
    /// Machine device value. An open set of words.
    pub enum MachineDeviceValue {
        Normal = "Normal",
        Low = "Low",
        High = "High",
    }
}

http_core::open_enum! {
    /// Machine exposure level. An open set of words.
    pub enum MachineExposureLevel {
        None = "None",
        Low = "Low",
        Medium = "Medium",
        High = "High",
    }
}

http_core::open_enum! {
    /// Machine health status. An open set of words.
    pub enum MachineHealthStatus {
        Active = "Active",
        Inactive = "Inactive",
        ImpairedCommunication = "ImpairedCommunication",
        NoSensorData = "NoSensorData",
        NoSensorDataImpairedCommunication = "NoSensorDataImpairedCommunication",
        Unknown = "Unknown",
    }
}

http_core::open_enum! {
    /// Machine onboarding status. An open set of words.
    pub enum MachineOnboardingStatus {
        Onboarded = "Onboarded",
        CanBeOnboarded = "CanBeOnboarded",
        Unsupported = "Unsupported",
        InsufficientInfo = "InsufficientInfo",
    }
}

http_core::open_enum! {
    /// Machine os architecture. An open set of words.
    pub enum MachineOsArchitecture {
        Value32Bit = "32-bit",
        Value64Bit = "64-bit",
    }
}

http_core::open_enum! {
    /// Machine risk score. An open set of words.
    pub enum MachineRiskScore {
        None = "None",
        Informational = "Informational",
        Low = "Low",
        Medium = "Medium",
        High = "High",
    }
}

http_core::open_enum! {
    /// Scan type. An open set of words.
    pub enum ScanType {
        Quick = "Quick",
        Full = "Full",
    }
}

http_core::open_enum! {
    /// Set tag machine action. An open set of words.
    pub enum SetTagMachineAction {
        Add = "Add",
        Remove = "Remove",
    }
}
