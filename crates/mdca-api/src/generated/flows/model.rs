//! The records and words of this group.

use http_core::{Id, Timestamp, Value};

http_core::entity! {
    /// Flow alert entity.
    ///
    /// Source:
    /// `microsoft/PowerPlatformConnectors:certified-connectors/CloudAppSecurity/apiDefinition.swagger.json`.
    pub struct FlowAlertEntity {
        /// Type.
        pub r#type: Option<String> = "Type",
        /// Name.
        pub name: Option<String> = "Name",
        /// Aad tenant id.
        pub aad_tenant_id: Option<String> = "AadTenantId",
        /// Aad user id.
        pub aad_user_id: Option<String> = "AadUserId",
        /// Upn suffix.
        pub upn_suffix: Option<String> = "UPNSuffix",
        /// Address. Ip entity.
        pub address: Option<String> = "Address",
        /// Resource id.
        pub resource_id: Option<String> = "ResourceId",
        /// Domains. Cloud application entity.
        pub domains: Vec<String> = "Domains",
    }
}

http_core::entity! {
    /// Flow alert link.
    ///
    /// Source:
    /// `microsoft/PowerPlatformConnectors:certified-connectors/CloudAppSecurity/apiDefinition.swagger.json`.
    pub struct FlowAlertLink {
        /// Type.
        pub r#type: Option<String> = "Type",
        /// Category.
        pub category: Option<String> = "Category",
        /// Label.
        pub label: Option<String> = "Label",
        /// Href.
        pub href: Option<String> = "Href",
    }
}

http_core::entity! {
    /// Flow alert metadata.
    ///
    /// Source:
    /// `microsoft/PowerPlatformConnectors:certified-connectors/CloudAppSecurity/apiDefinition.swagger.json`.
    pub struct FlowAlertMetadata {
        /// Component.
        pub component: Option<String> = "Component",
        /// Component version.
        pub component_version: Option<String> = "ComponentVersion",
        /// Tenant id.
        pub tenant_id: Option<String> = "TenantId",
        /// Mcas tenant id.
        pub mcas_tenant_id: Option<String> = "MCASTenantId",
        /// Mcasdc. A data centre name, though the swagger says date-time.
        pub mcasdc: Option<String> = "MCASDC",
        /// Duplicate alerts context id.
        pub duplicate_alerts_context_id: Option<String> = "DuplicateAlertsContextId",
        /// Mcas alert category.
        pub mcas_alert_category: Option<String> = "MCASAlertCategory",
    }
}

http_core::entity! {
    /// Flow alert notification.
    ///
    /// Source:
    /// `microsoft/PowerPlatformConnectors:certified-connectors/CloudAppSecurity/apiDefinition.swagger.json`.
    pub struct FlowAlertNotification {
        /// Version. Schema version.
        pub version: Option<String> = "Version",
        /// Vendor name.
        pub vendor_name: Option<String> = "VendorName",
        /// Provider name.
        pub provider_name: Option<String> = "ProviderName",
        /// Alert type.
        pub alert_type: Option<String> = "AlertType",
        /// Alert display name.
        pub alert_display_name: Option<String> = "AlertDisplayName",
        /// Description.
        pub description: Option<String> = "Description",
        /// Severity. Words here, numbers in the REST API.
        pub severity: Option<FlowAlertNotificationSeverity> = "Severity",
        /// Start time utc. ISO 8601.
        pub start_time_utc: Option<Timestamp> = "StartTimeUtc",
        /// End time utc. ISO 8601.
        pub end_time_utc: Option<Timestamp> = "EndTimeUtc",
        /// Time generated. ISO 8601.
        pub time_generated: Option<Timestamp> = "TimeGenerated",
        /// Provider alert id. The alert id.
        pub provider_alert_id: Id<FlowAlertNotification> = "ProviderAlertId",
        /// Provider policy id. The policy id.
        pub provider_policy_id: Option<String> = "ProviderPolicyId",
        /// Correlation key.
        pub correlation_key: Option<String> = "CorrelationKey",
        /// Azure resource id.
        pub azure_resource_id: Option<String> = "AzureResourceId",
        /// Compromised entity.
        pub compromised_entity: Option<String> = "CompromisedEntity",
        /// Remediation steps.
        pub remediation_steps: Vec<String> = "RemediationSteps",
        /// Metadata.
        pub metadata: Option<FlowAlertMetadata> = "Metadata",
        /// Extended properties. Members named with spaces: IP Addresses, Cloud Applications, Countries.
        pub extended_properties: Option<Value> = "ExtendedProperties",
        /// Entities. Mixed types.
        pub entities: Vec<FlowAlertEntity> = "Entities",
        /// Extended links.
        pub extended_links: Vec<FlowAlertLink> = "ExtendedLinks",
    }
}

http_core::open_enum! {
    /// Flow alert notification severity. An open set of words.
    pub enum FlowAlertNotificationSeverity {
        Informational = "Informational",
        Low = "Low",
        Medium = "Medium",
        High = "High",
    }
}
