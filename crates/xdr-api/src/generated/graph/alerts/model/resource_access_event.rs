//! `ResourceAccessEvent`.

use http_core::Timestamp;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct ResourceAccessEvent {
        pub access_date_time: Option<Timestamp> = "accessDateTime",
        pub account_id: Option<String> = "accountId",
        pub ip_address: Option<String> = "ipAddress",
        pub resource_identifier: Option<String> = "resourceIdentifier",
    }
}
