//! The records and words of this group.

use http_core::{Id, Timestamp};

use crate::graph::health_issues::HealthIssue;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct DeploymentAccessKeyType {
        pub deployment_access_key: Option<http_core::Secret> = "deploymentAccessKey",
    }
}

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct NetworkAdapter {
        pub id: Id<NetworkAdapter> = "id",
        pub is_enabled: Option<bool> = "isEnabled",
        pub name: Option<String> = "name",
    }
}

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct Sensor {
        pub id: Id<Sensor> = "id",
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        pub deployment_status: Option<SensorDeploymentStatus> = "deploymentStatus",
        pub display_name: Option<String> = "displayName",
        pub domain_name: Option<String> = "domainName",
        pub health_status: Option<HealthStatus> = "healthStatus",
        pub open_health_issues_count: Option<i64> = "openHealthIssuesCount",
        pub sensor_type: Option<SensorType> = "sensorType",
        pub service_status: Option<ServiceStatus> = "serviceStatus",
        pub settings: Option<SensorSettings> = "settings",
        pub version: Option<String> = "version",
        /// Absent unless expanded or read on its own path.
        pub health_issues: Vec<HealthIssue> = "healthIssues",
    }
}

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct SensorDeploymentPackage {
        pub download_url: Option<String> = "downloadUrl",
        pub version: Option<String> = "version",
    }
}

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct SensorSettings {
        pub description: Option<String> = "description",
        pub domain_controller_dns_names: Vec<String> = "domainControllerDnsNames",
        pub is_delayed_deployment_enabled: Option<bool> = "isDelayedDeploymentEnabled",
        /// Absent unless expanded or read on its own path.
        pub network_adapters: Vec<NetworkAdapter> = "networkAdapters",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum HealthStatus {
        Healthy = "healthy",
        NotHealthyLow = "notHealthyLow",
        NotHealthyMedium = "notHealthyMedium",
        NotHealthyHigh = "notHealthyHigh",
        UnknownFutureValue = "unknownFutureValue",
    }
}

http_core::open_enum! {
    /// An open set of words.
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
    /// An open set of words.
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
    /// An open set of words.
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
