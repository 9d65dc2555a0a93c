//! `ResourceAccessEvent`.

use http_core::Timestamp;

http_core::entity! {
    /// Resource access event.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct ResourceAccessEvent {
        /// Access date time.
        pub access_date_time: Option<Timestamp> = "accessDateTime",
        /// Account id.
        pub account_id: Option<String> = "accountId",
        /// Ip address.
        pub ip_address: Option<String> = "ipAddress",
        /// Resource identifier.
        pub resource_identifier: Option<String> = "resourceIdentifier",
    }
}
