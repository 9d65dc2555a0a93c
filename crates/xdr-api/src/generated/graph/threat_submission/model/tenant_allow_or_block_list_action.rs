//! `TenantAllowOrBlockListAction`.

use http_core::Timestamp;

use crate::graph::threat_submission::TenantAllowBlockListEntryResult;
use crate::graph::threat_submission::TenantAllowOrBlockListActionAction;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct TenantAllowOrBlockListAction {
        pub action: Option<TenantAllowOrBlockListActionAction> = "action",
        pub expiration_date_time: Option<Timestamp> = "expirationDateTime",
        pub note: Option<String> = "note",
        pub results: Vec<TenantAllowBlockListEntryResult> = "results",
    }
}
