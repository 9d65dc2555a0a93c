//! `HostPortBanner`.

use http_core::Timestamp;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct HostPortBanner {
        pub banner: Option<String> = "banner",
        pub first_seen_date_time: Option<Timestamp> = "firstSeenDateTime",
        pub last_seen_date_time: Option<Timestamp> = "lastSeenDateTime",
        pub scan_protocol: Option<String> = "scanProtocol",
        pub times_observed: Option<i64> = "timesObserved",
    }
}
