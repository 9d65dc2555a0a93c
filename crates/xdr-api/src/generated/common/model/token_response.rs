//! `TokenResponse`.

http_core::entity! {
    /// Token response.
    ///
    /// Source: `MicrosoftDocs/defender-docs:defender-xdr/api-create-app-web.md`.
    pub struct TokenResponse {
        /// Token type.
        pub token_type: Option<String> = "token_type",
        /// Expires in. Seconds, 3599 in the sample.
        pub expires_in: Option<i64> = "expires_in",
        /// Ext expires in.
        pub ext_expires_in: Option<i64> = "ext_expires_in",
        /// Access token.
        pub access_token: Option<String> = "access_token",
    }
}
