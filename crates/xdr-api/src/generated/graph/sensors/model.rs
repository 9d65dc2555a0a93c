//! The records and words of this group.

use http_core::{Id, Timestamp};

use crate::graph::health_issues::HealthIssue;

http_core::entity! {
    /// Deployment access key type.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct DeploymentAccessKeyType {
        /// Deployment access key. The document sample spells it sensorDeploymentAccessKey.
        pub deployment_access_key: Option<http_core::Secret> = "deploymentAccessKey",
    }
}

http_core::entity! {
    /// Network adapter.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct NetworkAdapter {
        /// Id.
        pub id: Id<NetworkAdapter> = "id",
        /// Is enabled.
        pub is_enabled: Option<bool> = "isEnabled",
        /// Name.
        pub name: Option<String> = "name",
    }
}

http_core::entity! {
    /// Sensor.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct Sensor {
        /// Id.
        pub id: Id<Sensor> = "id",
        /// Created date time.
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        /// Deployment status.
        pub deployment_status: Option<SensorDeploymentStatus> = "deploymentStatus",
        /// Display name.
        pub display_name: Option<String> = "displayName",
        /// Domain name.
        pub domain_name: Option<String> = "domainName",
        /// Health status.
        pub health_status: Option<HealthStatus> = "healthStatus",
        /// Open health issues count.
        pub open_health_issues_count: Option<i64> = "openHealthIssuesCount",
        /// Sensor type.
        pub sensor_type: Option<SensorType> = "sensorType",
        /// Service status.
        pub service_status: Option<ServiceStatus> = "serviceStatus",
        /// Settings.
        pub settings: Option<SensorSettings> = "settings",
        /// Version.
        pub version: Option<String> = "version",
        /// Health issues. Relationship: absent unless expanded or read on its own path.
        pub health_issues: Vec<HealthIssue> = "healthIssues",
    }
}

http_core::entity! {
    /// Sensor deployment package.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct SensorDeploymentPackage {
        /// Download url.
        pub download_url: Option<String> = "downloadUrl",
        /// Version.
        pub version: Option<String> = "version",
    }
}

http_core::entity! {
    /// Sensor settings.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct SensorSettings {
        /// Description.
        pub description: Option<String> = "description",
        /// Domain controller dns names.
        pub domain_controller_dns_names: Vec<String> = "domainControllerDnsNames",
        /// Is delayed deployment enabled.
        pub is_delayed_deployment_enabled: Option<bool> = "isDelayedDeploymentEnabled",
        /// Network adapters. Relationship: absent unless expanded or read on its own path.
        pub network_adapters: Vec<NetworkAdapter> = "networkAdapters",
    }
}

http_core::open_enum! {
    /// Health status. An open set of words.
    pub enum HealthStatus {
        Healthy = "healthy",
        NotHealthyLow = "notHealthyLow",
        NotHealthyMedium = "notHealthyMedium",
        NotHealthyHigh = "notHealthyHigh",
        UnknownFutureValue = "unknownFutureValue",
    }
}

http_core::open_enum! {
    /// Sensor deployment status. An open set of words.
    pub enum SensorDeploymentStatus {
        UpToDate = "upToDate",
        Outdated = "outdated",
        Updating = "updating",
        UpdateFailed = "updateFailed",
        NotConfigured = "notConfigured",
        Unreachable = "unreachable",
        Disconnected = "disconnected",
        StartFailure = "startFailure",
        Syncing = "syncing",
        UnknownFutureValue = "unknownFutureValue",
    }
}

http_core::open_enum! {
    /// Sensor type. An open set of words.
    pub enum SensorType {
        AdConnectIntegrated = "adConnectIntegrated",
        AdcsIntegrated = "adcsIntegrated",
        AdfsIntegrated = "adfsIntegrated",
        DomainControllerIntegrated = "domainControllerIntegrated",
        DomainControllerStandalone = "domainControllerStandalone",
        UnknownFutureValue = "unknownFutureValue",
    }
}

http_core::open_enum! {
    /// Service status. An open set of words.
    pub enum ServiceStatus {
        Stopped = "stopped",
        Starting = "starting",
        Running = "running",
        Disabled = "disabled",
        Onboarding = "onboarding",
        Unknown = "unknown",
        UnknownFutureValue = "unknownFutureValue",
    }
}
