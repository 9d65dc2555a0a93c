//! `ActivityResult`.

http_core::entity! {
    /// Activity result.
    ///
    /// Source: `observed`.
    pub struct ActivityResult {
        /// Is success.
        pub is_success: Option<bool> = "isSuccess",
        /// Message.
        pub message: Option<String> = "message",
    }
}
