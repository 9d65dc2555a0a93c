//! `WhoisContact`.

use crate::graph::threat_intelligence::PhysicalAddress;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct WhoisContact {
        pub address: Option<PhysicalAddress> = "address",
        pub email: Option<String> = "email",
        pub fax: Option<String> = "fax",
        pub name: Option<String> = "name",
        pub organization: Option<String> = "organization",
        pub telephone: Option<String> = "telephone",
    }
}
