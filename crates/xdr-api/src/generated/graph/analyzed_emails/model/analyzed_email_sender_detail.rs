//! `AnalyzedEmailSenderDetail`.

use http_core::Timestamp;

http_core::entity! {
    /// Analyzed email sender detail.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct AnalyzedEmailSenderDetail {
        /// Display name.
        pub display_name: Option<String> = "displayName",
        /// Domain creation date time.
        pub domain_creation_date_time: Option<Timestamp> = "domainCreationDateTime",
        /// Domain name.
        pub domain_name: Option<String> = "domainName",
        /// Domain owner.
        pub domain_owner: Option<String> = "domainOwner",
        /// From address.
        pub from_address: Option<String> = "fromAddress",
        /// Ipv4.
        pub ipv4: Option<String> = "ipv4",
        /// Location.
        pub location: Option<String> = "location",
        /// Mail from address.
        pub mail_from_address: Option<String> = "mailFromAddress",
        /// Mail from domain name.
        pub mail_from_domain_name: Option<String> = "mailFromDomainName",
    }
}
