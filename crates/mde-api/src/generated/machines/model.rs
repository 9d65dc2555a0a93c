//! The records and words of this group.

use http_core::{Id, Timestamp, Value};

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/run-live-response.md`.
    pub struct LiveResponseCommand {
        pub r#type: Option<LiveResponseCommandType> = "type",
        /// PutFile: FileName. RunScript: ScriptName and Args. GetFile: Path.
        pub params: Vec<LiveResponseParam> = "params",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/run-live-response.md`.
    pub struct LiveResponseParam {
        pub key: Option<LiveResponseParamKey> = "key",
        pub value: Option<String> = "value",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/machine.md`.
    pub struct Machine {
        /// 40 hex characters as a rule.
        pub id: Id<Machine> = "id",
        /// Filterable. May be null or empty.
        pub computer_dns_name: Option<String> = "computerDnsName",
        pub first_seen: Option<Timestamp> = "firstSeen",
        /// Filterable. Time of the last full report (about daily), not the last-seen time of the
        /// portal.
        pub last_seen: Option<Timestamp> = "lastSeen",
        /// Filterable. Such as Windows10, Windows11, WindowsServer2019, RedHatEnterpriseLinux or
        /// Ubuntu. The list is open.
        pub os_platform: Option<String> = "osPlatform",
        /// Such as x64. Use `osArchitecture` instead.
        pub os_processor: Option<String> = "osProcessor",
        pub os_architecture: Option<MachineOsArchitecture> = "osArchitecture",
        /// Filterable. OS version such as 1709 or 22H2, a string.
        pub version: Option<String> = "version",
        /// Null on some Linux devices.
        pub os_build: Option<i64> = "osBuild",
        /// Usually null.
        pub os_version: Option<String> = "osVersion",
        /// Filterable. Not usable in `$select`.
        pub onboarding_status: Option<MachineOnboardingStatus> = "onboardingStatus",
        /// Filterable.
        pub last_ip_address: Option<String> = "lastIpAddress",
        /// IPv4 or IPv6.
        pub last_external_ip_address: Option<String> = "lastExternalIpAddress",
        /// Filterable.
        pub health_status: Option<MachineHealthStatus> = "healthStatus",
        /// Not filterable.
        pub rbac_group_name: Option<String> = "rbacGroupName",
        /// Filterable. 0 for none.
        pub rbac_group_id: Option<i64> = "rbacGroupId",
        /// Filterable. None is a string, not null.
        pub risk_score: Option<MachineRiskScore> = "riskScore",
        /// Filterable.
        pub exposure_level: Option<MachineExposureLevel> = "exposureLevel",
        /// Filterable.
        pub device_value: Option<MachineDeviceValue> = "deviceValue",
        /// Filterable.
        pub aad_device_id: Option<String> = "aadDeviceId",
        pub is_aad_joined: Option<bool> = "isAadJoined",
        /// Filterable.
        pub machine_tags: Vec<String> = "machineTags",
        pub ip_addresses: Vec<MachineIpAddress> = "ipAddresses",
        pub agent_version: Option<String> = "agentVersion",
        /// Mostly NotSupported, even where `mde.device_health` has the mode.
        pub defender_av_status: Option<String> = "defenderAvStatus",
        pub is_excluded: Option<bool> = "isExcluded",
        pub exclusion_reason: Option<String> = "exclusionReason",
        pub is_potential_duplication: Option<bool> = "isPotentialDuplication",
        /// Id of the record that replaces this one.
        pub merged_into_machine_id: Option<String> = "mergedIntoMachineId",
        /// Such as MicrosoftDefenderForEndpoint or Intune.
        pub managed_by: Option<String> = "managedBy",
        /// Such as Success or Unknown.
        pub managed_by_status: Option<String> = "managedByStatus",
        pub vm_metadata: Option<Value> = "vmMetadata",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/exposed-apis-odata-samples.md`.
    pub struct MachineIpAddress {
        /// IPv4 or IPv6. May be empty.
        pub ip_address: Option<String> = "ipAddress",
        /// 12 hexadecimal digits without separators. Null for loopback.
        pub mac_address: Option<String> = "macAddress",
        /// Such as Ethernet, SoftwareLoopback or Other.
        pub r#type: Option<String> = "type",
        /// Such as Up or Down.
        pub operational_status: Option<String> = "operationalStatus",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-missing-kbs-software.md; the
    /// $metadata of the service, by PyPI mde-client 0.4.0`.
    pub struct MissingKb {
        /// KB number without "KB".
        pub id: Id<MissingKb> = "id",
        pub name: Option<String> = "name",
        pub products_names: Vec<String> = "productsNames",
        pub url: Option<String> = "url",
        /// Number of devices that lack it.
        pub machine_missed_on: Option<i64> = "machineMissedOn",
        /// Number of CVEs it fixes.
        pub cve_addressed: Option<i64> = "cveAddressed",
        pub os_build: Option<i64> = "osBuild",
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
