//! `SslCertificate`.

use http_core::{Id, Timestamp};

use crate::graph::threat_intelligence::Host;
use crate::graph::threat_intelligence::SslCertificateEntity;

http_core::entity! {
    /// Ssl certificate.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct SslCertificate {
        /// Odata type. Discriminator.
        pub odata_type: Option<String> = "@odata.type",
        /// Id.
        pub id: Id<SslCertificate> = "id",
        /// Expiration date time.
        pub expiration_date_time: Option<Timestamp> = "expirationDateTime",
        /// Fingerprint.
        pub fingerprint: Option<String> = "fingerprint",
        /// First seen date time.
        pub first_seen_date_time: Option<Timestamp> = "firstSeenDateTime",
        /// Issue date time.
        pub issue_date_time: Option<Timestamp> = "issueDateTime",
        /// Issuer.
        pub issuer: Option<SslCertificateEntity> = "issuer",
        /// Last seen date time.
        pub last_seen_date_time: Option<Timestamp> = "lastSeenDateTime",
        /// Serial number.
        pub serial_number: Option<String> = "serialNumber",
        /// Sha1.
        pub sha1: Option<String> = "sha1",
        /// Subject.
        pub subject: Option<SslCertificateEntity> = "subject",
        /// Related hosts. Relationship: absent unless expanded or read on its own path.
        pub related_hosts: Vec<Host> = "relatedHosts",
    }
}
