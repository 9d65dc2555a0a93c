//! `XdrErrorResponse`.

use crate::common::XdrError;

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-xdr/api-error-codes.md`.
    pub struct XdrErrorResponse {
        pub error: Option<XdrError> = "error",
    }
}
