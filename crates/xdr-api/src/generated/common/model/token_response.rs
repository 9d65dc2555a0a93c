//! `TokenResponse`.

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-xdr/api-create-app-web.md`.
    pub struct TokenResponse {
        pub token_type: Option<String> = "token_type",
        /// Seconds.
        pub expires_in: Option<i64> = "expires_in",
        pub ext_expires_in: Option<i64> = "ext_expires_in",
        pub access_token: Option<String> = "access_token",
    }
}
