//! `WhoisContact`.

use crate::graph::threat_intelligence::PhysicalAddress;

http_core::entity! {
    /// Whois contact.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct WhoisContact {
        /// Address.
        pub address: Option<PhysicalAddress> = "address",
        /// Email.
        pub email: Option<String> = "email",
        /// Fax.
        pub fax: Option<String> = "fax",
        /// Name.
        pub name: Option<String> = "name",
        /// Organization.
        pub organization: Option<String> = "organization",
        /// Telephone.
        pub telephone: Option<String> = "telephone",
    }
}
