//! `TenantAllowBlockListEntryResult`.

use http_core::Timestamp;

use crate::graph::threat_submission::EmailContentThreatSubmissionStatus;
use crate::graph::threat_submission::TenantAllowBlockListEntryResultEntryType;

http_core::entity! {
    /// Tenant allow block list entry result.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct TenantAllowBlockListEntryResult {
        /// Entry type.
        pub entry_type: Option<TenantAllowBlockListEntryResultEntryType> = "entryType",
        /// Expiration date time.
        pub expiration_date_time: Option<Timestamp> = "expirationDateTime",
        /// Identity.
        pub identity: Option<String> = "identity",
        /// Status.
        pub status: Option<EmailContentThreatSubmissionStatus> = "status",
        /// Value.
        pub value: Option<String> = "value",
    }
}
