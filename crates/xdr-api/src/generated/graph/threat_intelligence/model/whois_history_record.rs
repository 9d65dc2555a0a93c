//! `WhoisHistoryRecord`.

use http_core::{Id, Timestamp};

use crate::graph::threat_intelligence::Host;
use crate::graph::threat_intelligence::WhoisContact;
use crate::graph::threat_intelligence::WhoisNameserver;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct WhoisHistoryRecord {
        pub odata_type: Option<String> = "@odata.type",
        pub id: Id<WhoisHistoryRecord> = "id",
        pub abuse: Option<WhoisContact> = "abuse",
        pub admin: Option<WhoisContact> = "admin",
        pub billing: Option<WhoisContact> = "billing",
        pub domain_status: Option<String> = "domainStatus",
        pub expiration_date_time: Option<Timestamp> = "expirationDateTime",
        pub first_seen_date_time: Option<Timestamp> = "firstSeenDateTime",
        pub last_seen_date_time: Option<Timestamp> = "lastSeenDateTime",
        pub last_update_date_time: Option<Timestamp> = "lastUpdateDateTime",
        pub nameservers: Vec<WhoisNameserver> = "nameservers",
        pub noc: Option<WhoisContact> = "noc",
        pub raw_whois_text: Option<String> = "rawWhoisText",
        pub registrant: Option<WhoisContact> = "registrant",
        pub registrar: Option<WhoisContact> = "registrar",
        pub registration_date_time: Option<Timestamp> = "registrationDateTime",
        pub technical: Option<WhoisContact> = "technical",
        pub whois_server: Option<String> = "whoisServer",
        pub zone: Option<WhoisContact> = "zone",
        /// Absent unless expanded or read on its own path.
        pub host: Option<Host> = "host",
    }
}
