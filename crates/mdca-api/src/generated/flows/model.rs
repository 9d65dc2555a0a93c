//! The records and words of this group.

use http_core::{Id, Timestamp, Value};

http_core::entity! {
    /// Source:
    /// `microsoft/PowerPlatformConnectors:certified-connectors/CloudAppSecurity/apiDefinition.swagger.json`.
    pub struct FlowAlertEntity {
        pub r#type: Option<String> = "Type",
        pub name: Option<String> = "Name",
        pub aad_tenant_id: Option<String> = "AadTenantId",
        pub aad_user_id: Option<String> = "AadUserId",
        pub upn_suffix: Option<String> = "UPNSuffix",
        /// On ip entities.
        pub address: Option<String> = "Address",
        pub resource_id: Option<String> = "ResourceId",
        /// On entities of cloud applications.
        pub domains: Vec<String> = "Domains",
    }
}

http_core::entity! {
    /// Source:
    /// `microsoft/PowerPlatformConnectors:certified-connectors/CloudAppSecurity/apiDefinition.swagger.json`.
    pub struct FlowAlertLink {
        pub r#type: Option<String> = "Type",
        pub category: Option<String> = "Category",
        pub label: Option<String> = "Label",
        pub href: Option<String> = "Href",
    }
}

http_core::entity! {
    /// Source:
    /// `microsoft/PowerPlatformConnectors:certified-connectors/CloudAppSecurity/apiDefinition.swagger.json`.
    pub struct FlowAlertMetadata {
        pub component: Option<String> = "Component",
        pub component_version: Option<String> = "ComponentVersion",
        pub tenant_id: Option<String> = "TenantId",
        pub mcas_tenant_id: Option<String> = "MCASTenantId",
        /// Name of a data centre.
        pub mcasdc: Option<String> = "MCASDC",
        pub duplicate_alerts_context_id: Option<String> = "DuplicateAlertsContextId",
        pub mcas_alert_category: Option<String> = "MCASAlertCategory",
    }
}

http_core::entity! {
    /// Source:
    /// `microsoft/PowerPlatformConnectors:certified-connectors/CloudAppSecurity/apiDefinition.swagger.json`.
    pub struct FlowAlertNotification {
        /// Schema version.
        pub version: Option<String> = "Version",
        pub vendor_name: Option<String> = "VendorName",
        pub provider_name: Option<String> = "ProviderName",
        pub alert_type: Option<String> = "AlertType",
        pub alert_display_name: Option<String> = "AlertDisplayName",
        pub description: Option<String> = "Description",
        /// Words here, numbers in the REST API.
        pub severity: Option<FlowAlertNotificationSeverity> = "Severity",
        /// ISO 8601.
        pub start_time_utc: Option<Timestamp> = "StartTimeUtc",
        /// ISO 8601.
        pub end_time_utc: Option<Timestamp> = "EndTimeUtc",
        /// ISO 8601.
        pub time_generated: Option<Timestamp> = "TimeGenerated",
        /// The alert id.
        pub provider_alert_id: Id<FlowAlertNotification> = "ProviderAlertId",
        /// The policy id.
        pub provider_policy_id: Option<String> = "ProviderPolicyId",
        pub correlation_key: Option<String> = "CorrelationKey",
        pub azure_resource_id: Option<String> = "AzureResourceId",
        pub compromised_entity: Option<String> = "CompromisedEntity",
        pub remediation_steps: Vec<String> = "RemediationSteps",
        pub metadata: Option<FlowAlertMetadata> = "Metadata",
        /// Members named with spaces: IP Addresses, Cloud Applications, Countries.
        pub extended_properties: Option<Value> = "ExtendedProperties",
        /// Mixed types.
        pub entities: Vec<FlowAlertEntity> = "Entities",
        pub extended_links: Vec<FlowAlertLink> = "ExtendedLinks",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum FlowAlertNotificationSeverity {
        Informational = "Informational",
        Low = "Low",
        Medium = "Medium",
        High = "High",
    }
}
