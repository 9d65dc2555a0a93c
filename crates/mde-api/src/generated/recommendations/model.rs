//! The records and words of this group.

use http_core::Id;

http_core::entity! {
    /// Machine reference.
    ///
    /// Named MachineRef in the method tables.
    ///
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-remediation-exposed-devices-activities.md`.
    pub struct MachineReference {
        /// Id. Device id.
        pub id: Id<MachineReference> = "id",
        /// Computer dns name.
        pub computer_dns_name: Option<String> = "computerDnsName",
        /// Os platform. Windows10, WindowsServer2016 and the like.
        pub os_platform: Option<String> = "osPlatform",
        /// Rbac group name. "Unassigned" when the device is in no group, "None" when there are no
        /// groups; samples show "UnassignedGroup".
        pub rbac_group_name: Option<String> = "rbacGroupName",
    }
}

http_core::entity! {
    /// Recommendation.
    ///
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/recommendation.md`.
    pub struct Recommendation {
        /// Id. `va-_-vendor-_-product` or `sca-_-scid-N`.
        pub id: Id<Recommendation> = "id",
        /// Product name.
        pub product_name: Option<String> = "productName",
        /// Recommendation name.
        pub recommendation_name: Option<String> = "recommendationName",
        /// Weaknesses.
        pub weaknesses: Option<i64> = "weaknesses",
        /// Vendor.
        pub vendor: Option<String> = "vendor",
        /// Recommended version. Often empty.
        pub recommended_version: Option<String> = "recommendedVersion",
        /// Recommended program. Often empty.
        pub recommended_program: Option<String> = "recommendedProgram",
        /// Recommended vendor. Often empty.
        pub recommended_vendor: Option<String> = "recommendedVendor",
        /// Recommendation category. "Security controls" with a space was seen instead of
        /// SecurityControls (MicrosoftDocs/microsoft-365-docs#5910).
        pub recommendation_category: Option<RecommendationCategory> = "recommendationCategory",
        /// Sub category. May be empty.
        pub sub_category: Option<String> = "subCategory",
        /// Severity score. 1 to 10; 0 for software.
        pub severity_score: Option<f64> = "severityScore",
        /// Public exploit.
        pub public_exploit: Option<bool> = "publicExploit",
        /// Active alert.
        pub active_alert: Option<bool> = "activeAlert",
        /// Associated threats. Threat analytics report ids.
        pub associated_threats: Vec<String> = "associatedThreats",
        /// Remediation type.
        pub remediation_type: Option<RecommendationRemediationType> = "remediationType",
        /// Status. Exception state.
        pub status: Option<RecommendationStatus> = "status",
        /// Config score impact.
        pub config_score_impact: Option<f64> = "configScoreImpact",
        /// Exposure impact.
        pub exposure_impact: Option<f64> = "exposureImpact",
        /// Total machine count.
        pub total_machine_count: Option<i64> = "totalMachineCount",
        /// Exposed machines count.
        pub exposed_machines_count: Option<i64> = "exposedMachinesCount",
        /// Non productivity impacted assets.
        pub non_productivity_impacted_assets: Option<i64> = "nonProductivityImpactedAssets",
        /// Related component.
        pub related_component: Option<String> = "relatedComponent",
        /// Has unpatchable cve. In the list sample only.
        pub has_unpatchable_cve: Option<bool> = "hasUnpatchableCve",
        /// Tags. In the samples, not in the table; internetFacing seen.
        pub tags: Vec<String> = "tags",
        /// Exposed critical devices. Devices of any criticality level above "not critical".
        pub exposed_critical_devices: Option<i64> = "exposedCriticalDevices",
    }
}

http_core::open_enum! {
    /// Recommendation category. An open set of words.
    pub enum RecommendationCategory {
        Accounts = "Accounts",
        Application = "Application",
        Network = "Network",
        Os = "OS",
        SecurityControls = "SecurityControls",
    }
}

http_core::open_enum! {
    /// Recommendation remediation type. An open set of words.
    pub enum RecommendationRemediationType {
        ConfigurationChange = "ConfigurationChange",
        Update = "Update",
        Upgrade = "Upgrade",
        Uninstall = "Uninstall",
    }
}

http_core::open_enum! {
    /// Recommendation status. An open set of words.
    pub enum RecommendationStatus {
        Active = "Active",
        Exception = "Exception",
    }
}
