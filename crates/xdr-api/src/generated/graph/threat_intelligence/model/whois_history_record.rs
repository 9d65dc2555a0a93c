//! `WhoisHistoryRecord`.

use http_core::{Id, Timestamp};

use crate::graph::threat_intelligence::Host;
use crate::graph::threat_intelligence::WhoisContact;
use crate::graph::threat_intelligence::WhoisNameserver;

http_core::entity! {
    /// Whois history record.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct WhoisHistoryRecord {
        /// Odata type. Discriminator.
        pub odata_type: Option<String> = "@odata.type",
        /// Id.
        pub id: Id<WhoisHistoryRecord> = "id",
        /// Abuse.
        pub abuse: Option<WhoisContact> = "abuse",
        /// Admin.
        pub admin: Option<WhoisContact> = "admin",
        /// Billing.
        pub billing: Option<WhoisContact> = "billing",
        /// Domain status.
        pub domain_status: Option<String> = "domainStatus",
        /// Expiration date time.
        pub expiration_date_time: Option<Timestamp> = "expirationDateTime",
        /// First seen date time.
        pub first_seen_date_time: Option<Timestamp> = "firstSeenDateTime",
        /// Last seen date time.
        pub last_seen_date_time: Option<Timestamp> = "lastSeenDateTime",
        /// Last update date time.
        pub last_update_date_time: Option<Timestamp> = "lastUpdateDateTime",
        /// Nameservers.
        pub nameservers: Vec<WhoisNameserver> = "nameservers",
        /// Noc.
        pub noc: Option<WhoisContact> = "noc",
        /// Raw whois text.
        pub raw_whois_text: Option<String> = "rawWhoisText",
        /// Registrant.
        pub registrant: Option<WhoisContact> = "registrant",
        /// Registrar.
        pub registrar: Option<WhoisContact> = "registrar",
        /// Registration date time.
        pub registration_date_time: Option<Timestamp> = "registrationDateTime",
        /// Technical.
        pub technical: Option<WhoisContact> = "technical",
        /// Whois server.
        pub whois_server: Option<String> = "whoisServer",
        /// Zone.
        pub zone: Option<WhoisContact> = "zone",
        /// Host. Relationship: absent unless expanded or read on its own path.
        pub host: Option<Host> = "host",
    }
}
