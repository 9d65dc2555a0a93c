//! `AnalyzedEmailRecipientDetail`.

http_core::entity! {
    /// Analyzed email recipient detail.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct AnalyzedEmailRecipientDetail {
        /// Cc recipients.
        pub cc_recipients: Vec<String> = "ccRecipients",
        /// Domain name.
        pub domain_name: Option<String> = "domainName",
    }
}
