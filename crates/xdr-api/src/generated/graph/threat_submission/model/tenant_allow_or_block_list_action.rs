//! `TenantAllowOrBlockListAction`.

use http_core::Timestamp;

use crate::graph::threat_submission::TenantAllowBlockListEntryResult;
use crate::graph::threat_submission::TenantAllowOrBlockListActionAction;

http_core::entity! {
    /// Tenant allow or block list action.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct TenantAllowOrBlockListAction {
        /// Action.
        pub action: Option<TenantAllowOrBlockListActionAction> = "action",
        /// Expiration date time.
        pub expiration_date_time: Option<Timestamp> = "expirationDateTime",
        /// Note.
        pub note: Option<String> = "note",
        /// Results.
        pub results: Vec<TenantAllowBlockListEntryResult> = "results",
    }
}
