//! `EmailSender`.

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct EmailSender {
        pub display_name: Option<String> = "displayName",
        pub domain_name: Option<String> = "domainName",
        pub email_address: Option<String> = "emailAddress",
    }
}
