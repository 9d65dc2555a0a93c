//! `SslCertificateEntity`.

use crate::graph::threat_intelligence::PhysicalAddress;

http_core::entity! {
    /// Ssl certificate entity.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct SslCertificateEntity {
        /// Address.
        pub address: Option<PhysicalAddress> = "address",
        /// Alternate names.
        pub alternate_names: Vec<String> = "alternateNames",
        /// Common name.
        pub common_name: Option<String> = "commonName",
        /// Email.
        pub email: Option<String> = "email",
        /// Given name.
        pub given_name: Option<String> = "givenName",
        /// Organization name.
        pub organization_name: Option<String> = "organizationName",
        /// Organization unit name.
        pub organization_unit_name: Option<String> = "organizationUnitName",
        /// Serial number.
        pub serial_number: Option<String> = "serialNumber",
        /// Surname.
        pub surname: Option<String> = "surname",
    }
}
