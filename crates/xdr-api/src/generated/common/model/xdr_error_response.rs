//! `XdrErrorResponse`.

use crate::common::XdrError;

http_core::entity! {
    /// Xdr error response.
    ///
    /// Source: `MicrosoftDocs/defender-docs:defender-xdr/api-error-codes.md`.
    pub struct XdrErrorResponse {
        /// Error.
        pub error: Option<XdrError> = "error",
    }
}
