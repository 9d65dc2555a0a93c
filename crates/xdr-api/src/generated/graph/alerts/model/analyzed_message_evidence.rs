//! `AnalyzedMessageEvidence`.

use http_core::Timestamp;

use crate::graph::alerts::EmailSender;
use crate::graph::alerts::EvidenceRemediationStatus;
use crate::graph::alerts::EvidenceRole;
use crate::graph::alerts::EvidenceVerdict;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct AnalyzedMessageEvidence {
        pub odata_type: Option<String> = "@odata.type",
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        pub detailed_roles: Vec<String> = "detailedRoles",
        /// Values after `unknownFutureValue` are sent only with the header `Prefer:
        /// include-unknown-enum-members`.
        pub remediation_status: Option<EvidenceRemediationStatus> = "remediationStatus",
        pub remediation_status_details: Option<String> = "remediationStatusDetails",
        pub roles: Vec<EvidenceRole> = "roles",
        pub tags: Vec<String> = "tags",
        pub verdict: Option<EvidenceVerdict> = "verdict",
        pub anti_spam_direction: Option<String> = "antiSpamDirection",
        pub attachments_count: Option<i64> = "attachmentsCount",
        pub delivery_action: Option<String> = "deliveryAction",
        pub delivery_location: Option<String> = "deliveryLocation",
        pub internet_message_id: Option<String> = "internetMessageId",
        pub language: Option<String> = "language",
        pub network_message_id: Option<String> = "networkMessageId",
        pub p1_sender: Option<EmailSender> = "p1Sender",
        pub p2_sender: Option<EmailSender> = "p2Sender",
        pub received_date_time: Option<Timestamp> = "receivedDateTime",
        pub recipient_email_address: Option<String> = "recipientEmailAddress",
        pub sender_ip: Option<String> = "senderIp",
        pub subject: Option<String> = "subject",
        pub threat_detection_methods: Vec<String> = "threatDetectionMethods",
        pub threats: Vec<String> = "threats",
        pub url_count: Option<i64> = "urlCount",
        pub urls: Vec<String> = "urls",
        pub urn: Option<String> = "urn",
    }
}
