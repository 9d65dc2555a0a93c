//! The records and words of this group.

use http_core::{Id, Timestamp, Value};

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/run-live-response.md`.
    pub struct LiveResponseCommand {
        pub r#type: Option<LiveResponseCommandType> = "type",
        /// PutFile: FileName; RunScript: ScriptName and Args; GetFile: Path.
        pub params: Vec<LiveResponseParam> = "params",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/run-live-response.md`.
    pub struct LiveResponseParam {
        pub key: Option<LiveResponseParamKey> = "key",
        /// Backslashes of a Windows path are escaped by JSON as usual.
        pub value: Option<String> = "value",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/machine.md`.
    pub struct Machine {
        /// 40 hex characters as a rule.
        pub id: Id<Machine> = "id",
        /// Filterable; may be null or empty.
        pub computer_dns_name: Option<String> = "computerDnsName",
        pub first_seen: Option<Timestamp> = "firstSeen",
        /// Filterable; time of the last full report (about daily), not the portal's last-seen.
        pub last_seen: Option<Timestamp> = "lastSeen",
        /// Filterable; open set; seen: Windows10, Windows11, WindowsServer2019, RedHatEnterpriseLinux,
        /// Ubuntu.
        pub os_platform: Option<String> = "osPlatform",
        /// Use osArchitecture instead; seen: x64.
        pub os_processor: Option<String> = "osProcessor",
        /// No Unknown value is documented; treat as open.
        pub os_architecture: Option<MachineOsArchitecture> = "osArchitecture",
        /// Filterable; OS version such as 1709 or 22H2, a string.
        pub version: Option<String> = "version",
        /// Null on some Linux devices.
        pub os_build: Option<i64> = "osBuild",
        /// Not in the property table; seen in real responses (null in all of them).
        pub os_version: Option<String> = "osVersion",
        /// Filterable; the table spells the field onboardingstatus and the first value onboarded;
        /// responses say onboardingStatus and Onboarded; not usable in `$select`
        /// (microsoft-365-docs#8489).
        pub onboarding_status: Option<MachineOnboardingStatus> = "onboardingStatus",
        /// Filterable.
        pub last_ip_address: Option<String> = "lastIpAddress",
        /// IPv4 or IPv6.
        pub last_external_ip_address: Option<String> = "lastExternalIpAddress",
        /// Filterable.
        pub health_status: Option<MachineHealthStatus> = "healthStatus",
        /// Not filterable.
        pub rbac_group_name: Option<String> = "rbacGroupName",
        /// Filterable; the table says String, every sample and real response has a number (0 for none).
        pub rbac_group_id: Option<i64> = "rbacGroupId",
        /// Filterable; None is a string, not null.
        pub risk_score: Option<MachineRiskScore> = "riskScore",
        /// Filterable.
        pub exposure_level: Option<MachineExposureLevel> = "exposureLevel",
        /// Filterable.
        pub device_value: Option<MachineDeviceValue> = "deviceValue",
        /// Filterable.
        pub aad_device_id: Option<String> = "aadDeviceId",
        /// Only in samples, not in the property table.
        pub is_aad_joined: Option<bool> = "isAadJoined",
        /// Filterable.
        pub machine_tags: Vec<String> = "machineTags",
        /// Missing in the list and get samples, present in the OData samples and in real responses.
        pub ip_addresses: Vec<MachineIpAddress> = "ipAddresses",
        /// Not in the property table; seen in real responses.
        pub agent_version: Option<String> = "agentVersion",
        /// Not in the property table; mostly NotSupported where `mde.device_health` knows the mode
        /// (microsoft-365-docs#13100).
        pub defender_av_status: Option<String> = "defenderAvStatus",
        /// Not in the property table; seen in real responses.
        pub is_excluded: Option<bool> = "isExcluded",
        /// Not in the property table; seen in real responses.
        pub exclusion_reason: Option<String> = "exclusionReason",
        /// Not in the property table; seen in real responses.
        pub is_potential_duplication: Option<bool> = "isPotentialDuplication",
        /// Not in the property table; seen in real responses; id of the record that replaces this one.
        pub merged_into_machine_id: Option<String> = "mergedIntoMachineId",
        /// Not in the property table; seen in real responses; seen: MicrosoftDefenderForEndpoint,
        /// Intune.
        pub managed_by: Option<String> = "managedBy",
        /// Not in the property table; seen in real responses; seen: Success, Unknown.
        pub managed_by_status: Option<String> = "managedByStatus",
        /// Not in the property table; seen in real responses; null in the fixtures read, an object
        /// according to other clients.
        pub vm_metadata: Option<Value> = "vmMetadata",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/exposed-apis-odata-samples.md`.
    pub struct MachineIpAddress {
        /// IPv4 or IPv6; an empty string was seen.
        pub ip_address: Option<String> = "ipAddress",
        /// 12 hex digits without separators; null for loopback.
        pub mac_address: Option<String> = "macAddress",
        /// Not in the property table; seen in real responses: Ethernet, SoftwareLoopback, Other.
        pub r#type: Option<String> = "type",
        /// Seen: Up, Down.
        pub operational_status: Option<String> = "operationalStatus",
    }
}

http_core::entity! {
    /// OData type PublicProductFixDto.
    ///
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-missing-kbs-software.md`.
    pub struct MissingKb {
        /// KB number without "KB".
        pub id: Id<MissingKb> = "id",
        pub name: Option<String> = "name",
        /// Spelled with the s in the middle.
        pub products_names: Vec<String> = "productsNames",
        pub url: Option<String> = "url",
        /// Devices lacking it.
        pub machine_missed_on: Option<i64> = "machineMissedOn",
        /// Number of CVEs it fixes.
        pub cve_addressed: Option<i64> = "cveAddressed",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum IsolationType {
        Full = "Full",
        Selective = "Selective",
        UnManagedDevice = "UnManagedDevice",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum LiveResponseCommandType {
        PutFile = "PutFile",
        RunScript = "RunScript",
        GetFile = "GetFile",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum LiveResponseParamKey {
        FileName = "FileName",
        ScriptName = "ScriptName",
        Args = "Args",
        Path = "Path",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum MachineDeviceValue {
        Normal = "Normal",
        Low = "Low",
        High = "High",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum MachineExposureLevel {
        None = "None",
        Low = "Low",
        Medium = "Medium",
        High = "High",
    }
}

http_core::open_enum! {
    /// An open set of words.
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
    /// An open set of words.
    pub enum MachineOnboardingStatus {
        Onboarded = "Onboarded",
        CanBeOnboarded = "CanBeOnboarded",
        Unsupported = "Unsupported",
        InsufficientInfo = "InsufficientInfo",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum MachineOsArchitecture {
        Value32Bit = "32-bit",
        Value64Bit = "64-bit",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum MachineRiskScore {
        None = "None",
        Informational = "Informational",
        Low = "Low",
        Medium = "Medium",
        High = "High",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum ScanType {
        Quick = "Quick",
        Full = "Full",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum SetTagMachineAction {
        Add = "Add",
        Remove = "Remove",
    }
}
