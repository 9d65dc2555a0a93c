//! `EmailSender`.

http_core::entity! {
    /// Email sender.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct EmailSender {
        /// Display name.
        pub display_name: Option<String> = "displayName",
        /// Domain name.
        pub domain_name: Option<String> = "domainName",
        /// Email address.
        pub email_address: Option<String> = "emailAddress",
    }
}
