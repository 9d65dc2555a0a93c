//! The records and words of this group.

use http_core::{Id, Timestamp};

use crate::graph::legacy_alerts::SecurityVendorInformation;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:beta_metadata.xml (2021-07)`.
    pub struct KeyValuePair {
        pub name: Option<String> = "name",
        pub value: Option<String> = "value",
    }
}

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:beta_metadata.xml (2021-07)`.
    pub struct ResultInfo {
        pub code: Option<i64> = "code",
        pub message: Option<String> = "message",
        pub subcode: Option<i64> = "subcode",
    }
}

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:beta_metadata.xml (2021-07)`.
    pub struct SecurityAction {
        pub id: Id<SecurityAction> = "id",
        pub action_reason: Option<String> = "actionReason",
        pub app_id: Option<String> = "appId",
        pub azure_tenant_id: Option<String> = "azureTenantId",
        pub client_context: Option<String> = "clientContext",
        pub completed_date_time: Option<Timestamp> = "completedDateTime",
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        pub error_info: Option<ResultInfo> = "errorInfo",
        pub last_action_date_time: Option<Timestamp> = "lastActionDateTime",
        pub name: Option<String> = "name",
        pub parameters: Vec<KeyValuePair> = "parameters",
        pub states: Vec<SecurityActionState> = "states",
        pub status: Option<SecurityActionStatus> = "status",
        pub user: Option<String> = "user",
        pub vendor_information: Option<SecurityVendorInformation> = "vendorInformation",
    }
}

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:beta_metadata.xml (2021-07)`.
    pub struct SecurityActionState {
        pub app_id: Option<String> = "appId",
        pub status: Option<SecurityActionStatus> = "status",
        pub updated_date_time: Option<Timestamp> = "updatedDateTime",
        pub user: Option<String> = "user",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum SecurityActionStatus {
        NotStarted = "NotStarted",
        Running = "Running",
        Completed = "Completed",
        Failed = "Failed",
    }
}
