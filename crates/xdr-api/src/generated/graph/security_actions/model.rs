//! The records and words of this group.

use http_core::{Id, Timestamp};

use crate::graph::legacy_alerts::SecurityVendorInformation;

http_core::entity! {
    /// Key value pair.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:beta_metadata.xml (2021-07)`.
    pub struct KeyValuePair {
        /// Name.
        pub name: Option<String> = "name",
        /// Value.
        pub value: Option<String> = "value",
    }
}

http_core::entity! {
    /// Result info.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:beta_metadata.xml (2021-07)`.
    pub struct ResultInfo {
        /// Code.
        pub code: Option<i64> = "code",
        /// Message.
        pub message: Option<String> = "message",
        /// Subcode.
        pub subcode: Option<i64> = "subcode",
    }
}

http_core::entity! {
    /// Security action.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:beta_metadata.xml (2021-07)`.
    pub struct SecurityAction {
        /// Id.
        pub id: Id<SecurityAction> = "id",
        /// Action reason.
        pub action_reason: Option<String> = "actionReason",
        /// App id.
        pub app_id: Option<String> = "appId",
        /// Azure tenant id.
        pub azure_tenant_id: Option<String> = "azureTenantId",
        /// Client context.
        pub client_context: Option<String> = "clientContext",
        /// Completed date time.
        pub completed_date_time: Option<Timestamp> = "completedDateTime",
        /// Created date time.
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        /// Error info.
        pub error_info: Option<ResultInfo> = "errorInfo",
        /// Last action date time.
        pub last_action_date_time: Option<Timestamp> = "lastActionDateTime",
        /// Name.
        pub name: Option<String> = "name",
        /// Parameters.
        pub parameters: Vec<KeyValuePair> = "parameters",
        /// States.
        pub states: Vec<SecurityActionState> = "states",
        /// Status.
        pub status: Option<SecurityActionStatus> = "status",
        /// User.
        pub user: Option<String> = "user",
        /// Vendor information.
        pub vendor_information: Option<SecurityVendorInformation> = "vendorInformation",
    }
}

http_core::entity! {
    /// Security action state.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:beta_metadata.xml (2021-07)`.
    pub struct SecurityActionState {
        /// App id.
        pub app_id: Option<String> = "appId",
        /// Status.
        pub status: Option<SecurityActionStatus> = "status",
        /// Updated date time.
        pub updated_date_time: Option<Timestamp> = "updatedDateTime",
        /// User.
        pub user: Option<String> = "user",
    }
}

http_core::open_enum! {
    /// Security action status. An open set of words.
    pub enum SecurityActionStatus {
        NotStarted = "NotStarted",
        Running = "Running",
        Completed = "Completed",
        Failed = "Failed",
    }
}
