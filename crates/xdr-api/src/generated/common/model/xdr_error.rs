//! `XdrError`.

use crate::common::XdrErrorCode;

http_core::entity! {
    /// Xdr error.
    ///
    /// Source: `MicrosoftDocs/defender-docs:defender-xdr/api-error-codes.md`.
    pub struct XdrError {
        /// Code. Throttling code is not in the table.
        pub code: Option<XdrErrorCode> = "code",
        /// Message.
        pub message: Option<String> = "message",
        /// Target. Tracking id to hand to support, not a field name.
        pub target: Option<String> = "target",
    }
}
