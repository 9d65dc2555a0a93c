//! The records and words of this group.

use http_core::Id;

http_core::entity! {
    /// Source: `observed: fields of DefenderHarvester and of a portal collector; PyPI mde-client
    /// 0.4.0`.
    pub struct DataExportEventHub {
        pub event_hub_resource_id: Option<String> = "eventHubResourceId",
        pub subscription_id: Option<String> = "subscriptionId",
        pub resource_group: Option<String> = "resourceGroup",
        pub namespace: Option<String> = "namespace",
        pub name: Option<String> = "name",
    }
}

http_core::entity! {
    /// Source: `observed: fields of DefenderHarvester and of a portal collector; PyPI mde-client
    /// 0.4.0`.
    pub struct DataExportLog {
        /// Table that is sent, such as `AdvancedHunting-DeviceInfo`.
        pub category: Option<String> = "category",
        pub enabled: Option<bool> = "enabled",
    }
}

http_core::entity! {
    /// Source: `observed: fields of DefenderHarvester and of a portal collector; PyPI mde-client
    /// 0.4.0`.
    pub struct DataExportSettings {
        /// Name of the setting.
        pub id: Id<DataExportSettings> = "id",
        pub designated_tenant_id: Option<String> = "designatedTenantId",
        pub event_hub_properties: Option<DataExportEventHub> = "eventHubProperties",
        pub storage_account_properties: Option<DataExportStorageAccount> = "storageAccountProperties",
        pub workspace_properties: Option<DataExportWorkspace> = "workspaceProperties",
        pub logs: Vec<DataExportLog> = "logs",
    }
}

http_core::entity! {
    /// Source: `observed: fields of DefenderHarvester and of a portal collector; PyPI mde-client
    /// 0.4.0`.
    pub struct DataExportStorageAccount {
        pub storage_account_resource_id: Option<String> = "storageAccountResourceId",
        pub subscription_id: Option<String> = "subscriptionId",
        pub resource_group: Option<String> = "resourceGroup",
        pub name: Option<String> = "name",
    }
}

http_core::entity! {
    /// Source: `observed: fields of DefenderHarvester and of a portal collector; PyPI mde-client
    /// 0.4.0`.
    pub struct DataExportWorkspace {
        pub workspace_resource_id: Option<String> = "workspaceResourceId",
        pub subscription_id: Option<String> = "subscriptionId",
        pub resource_group: Option<String> = "resourceGroup",
        pub name: Option<String> = "name",
    }
}
