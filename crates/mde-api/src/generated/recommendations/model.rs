//! The records and words of this group.

use http_core::Id;

http_core::entity! {
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-remediation-exposed-devices-activities.md;
    /// the $metadata of the service, by PyPI mde-client 0.4.0`.
    pub struct MachineReference {
        /// Device id.
        pub id: Id<MachineReference> = "id",
        pub computer_dns_name: Option<String> = "computerDnsName",
        /// Windows10, WindowsServer2016 and the like.
        pub os_platform: Option<String> = "osPlatform",
        /// `Unassigned` if the device is in no group, `None` if there are no groups.
        pub rbac_group_name: Option<String> = "rbacGroupName",
        pub tags: Vec<String> = "tags",
        pub rbac_group_id: Option<i64> = "rbacGroupId",
        pub asset_criticality_level: Option<String> = "assetCriticalityLevel",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/recommendation.md`.
    pub struct Recommendation {
        /// `va-_-vendor-_-product` or `sca-_-scid-N`.
        pub id: Id<Recommendation> = "id",
        pub product_name: Option<String> = "productName",
        pub recommendation_name: Option<String> = "recommendationName",
        pub weaknesses: Option<i64> = "weaknesses",
        pub vendor: Option<String> = "vendor",
        /// Often empty.
        pub recommended_version: Option<String> = "recommendedVersion",
        /// Often empty.
        pub recommended_program: Option<String> = "recommendedProgram",
        /// Often empty.
        pub recommended_vendor: Option<String> = "recommendedVendor",
        /// `Security controls` with a space occurs beside `SecurityControls`.
        pub recommendation_category: Option<RecommendationCategory> = "recommendationCategory",
        /// May be empty.
        pub sub_category: Option<String> = "subCategory",
        /// 1 to 10. 0 for software.
        pub severity_score: Option<f64> = "severityScore",
        pub public_exploit: Option<bool> = "publicExploit",
        pub active_alert: Option<bool> = "activeAlert",
        /// Threat analytics report ids.
        pub associated_threats: Vec<String> = "associatedThreats",
        pub remediation_type: Option<RecommendationRemediationType> = "remediationType",
        /// Exception state.
        pub status: Option<RecommendationStatus> = "status",
        pub config_score_impact: Option<f64> = "configScoreImpact",
        pub exposure_impact: Option<f64> = "exposureImpact",
        pub total_machine_count: Option<i64> = "totalMachineCount",
        pub exposed_machines_count: Option<i64> = "exposedMachinesCount",
        pub non_productivity_impacted_assets: Option<i64> = "nonProductivityImpactedAssets",
        pub related_component: Option<String> = "relatedComponent",
        pub has_unpatchable_cve: Option<bool> = "hasUnpatchableCve",
        /// Such as internetFacing.
        pub tags: Vec<String> = "tags",
        /// Devices of any criticality level above "not critical".
        pub exposed_critical_devices: Option<i64> = "exposedCriticalDevices",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum RecommendationCategory {
        Accounts = "Accounts",
        Application = "Application",
        Network = "Network",
        Os = "OS",
        SecurityControls = "SecurityControls",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum RecommendationRemediationType {
        ConfigurationChange = "ConfigurationChange",
        Update = "Update",
        Upgrade = "Upgrade",
        Uninstall = "Uninstall",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum RecommendationStatus {
        Active = "Active",
        Exception = "Exception",
        PartialException = "PartialException",
    }
}
