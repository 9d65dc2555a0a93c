//! `HostPortBanner`.

use http_core::Timestamp;

http_core::entity! {
    /// Host port banner.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct HostPortBanner {
        /// Banner.
        pub banner: Option<String> = "banner",
        /// First seen date time.
        pub first_seen_date_time: Option<Timestamp> = "firstSeenDateTime",
        /// Last seen date time.
        pub last_seen_date_time: Option<Timestamp> = "lastSeenDateTime",
        /// Scan protocol.
        pub scan_protocol: Option<String> = "scanProtocol",
        /// Times observed.
        pub times_observed: Option<i64> = "timesObserved",
    }
}
