//! `XdrError`.

use crate::common::XdrErrorCode;

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-xdr/api-error-codes.md`.
    pub struct XdrError {
        pub code: Option<XdrErrorCode> = "code",
        pub message: Option<String> = "message",
        /// Tracking id for the vendor's support, not the name of a field.
        pub target: Option<String> = "target",
    }
}
