//! `AnalyzedMessageEvidence`.

use http_core::Timestamp;

use crate::graph::alerts::EmailSender;
use crate::graph::alerts::EvidenceRemediationStatus;
use crate::graph::alerts::EvidenceRole;
use crate::graph::alerts::EvidenceVerdict;

http_core::entity! {
    /// Analyzed message evidence.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct AnalyzedMessageEvidence {
        /// Odata type. Discriminator.
        pub odata_type: Option<String> = "@odata.type",
        /// Created date time.
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        /// Detailed roles.
        pub detailed_roles: Vec<String> = "detailedRoles",
        /// Remediation status. Evolvable: members after unknownFutureValue are sent only with Prefer:
        /// include-unknown-enum-members.
        pub remediation_status: Option<EvidenceRemediationStatus> = "remediationStatus",
        /// Remediation status details.
        pub remediation_status_details: Option<String> = "remediationStatusDetails",
        /// Roles.
        pub roles: Vec<EvidenceRole> = "roles",
        /// Tags.
        pub tags: Vec<String> = "tags",
        /// Verdict.
        pub verdict: Option<EvidenceVerdict> = "verdict",
        /// Anti spam direction.
        pub anti_spam_direction: Option<String> = "antiSpamDirection",
        /// Attachments count.
        pub attachments_count: Option<i64> = "attachmentsCount",
        /// Delivery action.
        pub delivery_action: Option<String> = "deliveryAction",
        /// Delivery location.
        pub delivery_location: Option<String> = "deliveryLocation",
        /// Internet message id.
        pub internet_message_id: Option<String> = "internetMessageId",
        /// Language.
        pub language: Option<String> = "language",
        /// Network message id.
        pub network_message_id: Option<String> = "networkMessageId",
        /// P1 sender.
        pub p1_sender: Option<EmailSender> = "p1Sender",
        /// P2 sender.
        pub p2_sender: Option<EmailSender> = "p2Sender",
        /// Received date time.
        pub received_date_time: Option<Timestamp> = "receivedDateTime",
        /// Recipient email address.
        pub recipient_email_address: Option<String> = "recipientEmailAddress",
        /// Sender ip.
        pub sender_ip: Option<String> = "senderIp",
        /// Subject.
        pub subject: Option<String> = "subject",
        /// Threat detection methods.
        pub threat_detection_methods: Vec<String> = "threatDetectionMethods",
        /// Threats.
        pub threats: Vec<String> = "threats",
        /// Url count.
        pub url_count: Option<i64> = "urlCount",
        /// Urls.
        pub urls: Vec<String> = "urls",
        /// Urn.
        pub urn: Option<String> = "urn",
    }
}
