//! `LoggedOnUser`.

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct LoggedOnUser {
        pub account_name: Option<String> = "accountName",
        pub domain_name: Option<String> = "domainName",
    }
}
