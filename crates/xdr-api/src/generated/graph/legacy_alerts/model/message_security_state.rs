//! `MessageSecurityState`.

use http_core::Timestamp;

http_core::entity! {
    /// Message security state.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct MessageSecurityState {
        /// Connecting ip.
        pub connecting_ip: Option<String> = "connectingIP",
        /// Delivery action.
        pub delivery_action: Option<String> = "deliveryAction",
        /// Delivery location.
        pub delivery_location: Option<String> = "deliveryLocation",
        /// Directionality.
        pub directionality: Option<String> = "directionality",
        /// Internet message id.
        pub internet_message_id: Option<String> = "internetMessageId",
        /// Message fingerprint.
        pub message_fingerprint: Option<String> = "messageFingerprint",
        /// Message received date time.
        pub message_received_date_time: Option<Timestamp> = "messageReceivedDateTime",
        /// Message subject.
        pub message_subject: Option<String> = "messageSubject",
        /// Network message id.
        pub network_message_id: Option<String> = "networkMessageId",
    }
}
