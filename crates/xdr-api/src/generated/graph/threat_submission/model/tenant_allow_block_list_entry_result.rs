//! `TenantAllowBlockListEntryResult`.

use http_core::Timestamp;

use crate::graph::threat_submission::EmailContentThreatSubmissionStatus;
use crate::graph::threat_submission::TenantAllowBlockListEntryResultEntryType;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct TenantAllowBlockListEntryResult {
        pub entry_type: Option<TenantAllowBlockListEntryResultEntryType> = "entryType",
        pub expiration_date_time: Option<Timestamp> = "expirationDateTime",
        pub identity: Option<String> = "identity",
        pub status: Option<EmailContentThreatSubmissionStatus> = "status",
        pub value: Option<String> = "value",
    }
}
