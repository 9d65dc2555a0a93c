//! `XdrError`.

use crate::common::XdrErrorCode;

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-xdr/api-error-codes.md`.
    pub struct XdrError {
        /// Throttling code is not in the table.
        pub code: Option<XdrErrorCode> = "code",
        pub message: Option<String> = "message",
        /// Tracking id to hand to support, not a field name.
        pub target: Option<String> = "target",
    }
}
