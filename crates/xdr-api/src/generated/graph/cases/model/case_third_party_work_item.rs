//! `CaseThirdPartyWorkItem`.

use http_core::{Timestamp, Value};

use crate::graph::cases::CaseWorkItemProvider;
use crate::graph::cases::CaseWorkItemType;

http_core::entity! {
    /// Source: `PyPI msgraph-beta-sdk 1.66.0: models/security/case_management`.
    pub struct CaseThirdPartyWorkItem {
        pub identifier: Option<String> = "identifier",
        pub instance: Option<String> = "instance",
        pub last_synced_on_date_time: Option<Timestamp> = "lastSyncedOnDateTime",
        pub metadata: Option<Value> = "metadata",
        pub provider: Option<CaseWorkItemProvider> = "provider",
        pub synced_by: Option<String> = "syncedBy",
        pub work_item_type: Option<CaseWorkItemType> = "workItemType",
    }
}
