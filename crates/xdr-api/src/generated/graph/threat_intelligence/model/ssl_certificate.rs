//! `SslCertificate`.

use http_core::{Id, Timestamp};

use crate::graph::threat_intelligence::Host;
use crate::graph::threat_intelligence::SslCertificateEntity;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct SslCertificate {
        pub odata_type: Option<String> = "@odata.type",
        pub id: Id<SslCertificate> = "id",
        pub expiration_date_time: Option<Timestamp> = "expirationDateTime",
        pub fingerprint: Option<String> = "fingerprint",
        pub first_seen_date_time: Option<Timestamp> = "firstSeenDateTime",
        pub issue_date_time: Option<Timestamp> = "issueDateTime",
        pub issuer: Option<SslCertificateEntity> = "issuer",
        pub last_seen_date_time: Option<Timestamp> = "lastSeenDateTime",
        pub serial_number: Option<String> = "serialNumber",
        pub sha1: Option<String> = "sha1",
        pub subject: Option<SslCertificateEntity> = "subject",
        /// Absent unless expanded or read on its own path.
        pub related_hosts: Vec<Host> = "relatedHosts",
    }
}
