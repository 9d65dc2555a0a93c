//! `AnalyzedEmailAuthenticationDetail`.

http_core::entity! {
    /// Analyzed email authentication detail.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct AnalyzedEmailAuthenticationDetail {
        /// Composite authentication.
        pub composite_authentication: Option<String> = "compositeAuthentication",
        /// Dkim.
        pub dkim: Option<String> = "dkim",
        /// Dmarc.
        pub dmarc: Option<String> = "dmarc",
        /// Sender policy framework.
        pub sender_policy_framework: Option<String> = "senderPolicyFramework",
    }
}
