//! `MessageSecurityState`.

use http_core::Timestamp;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct MessageSecurityState {
        pub connecting_ip: Option<String> = "connectingIP",
        pub delivery_action: Option<String> = "deliveryAction",
        pub delivery_location: Option<String> = "deliveryLocation",
        pub directionality: Option<String> = "directionality",
        pub internet_message_id: Option<String> = "internetMessageId",
        pub message_fingerprint: Option<String> = "messageFingerprint",
        pub message_received_date_time: Option<Timestamp> = "messageReceivedDateTime",
        pub message_subject: Option<String> = "messageSubject",
        pub network_message_id: Option<String> = "networkMessageId",
    }
}
