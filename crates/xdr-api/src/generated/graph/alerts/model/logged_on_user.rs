//! `LoggedOnUser`.

http_core::entity! {
    /// Logged on user.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct LoggedOnUser {
        /// Account name.
        pub account_name: Option<String> = "accountName",
        /// Domain name.
        pub domain_name: Option<String> = "domainName",
    }
}
