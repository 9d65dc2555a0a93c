//! `SslCertificateEntity`.

use crate::graph::threat_intelligence::PhysicalAddress;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct SslCertificateEntity {
        pub address: Option<PhysicalAddress> = "address",
        pub alternate_names: Vec<String> = "alternateNames",
        pub common_name: Option<String> = "commonName",
        pub email: Option<String> = "email",
        pub given_name: Option<String> = "givenName",
        pub organization_name: Option<String> = "organizationName",
        pub organization_unit_name: Option<String> = "organizationUnitName",
        pub serial_number: Option<String> = "serialNumber",
        pub surname: Option<String> = "surname",
    }
}
