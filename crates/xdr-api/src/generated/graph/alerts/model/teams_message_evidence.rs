//! `TeamsMessageEvidence`.

use http_core::Timestamp;

use crate::graph::alerts::EvidenceRemediationStatus;
use crate::graph::alerts::EvidenceRole;
use crate::graph::alerts::EvidenceVerdict;
use crate::graph::alerts::FileEvidence;
use crate::graph::alerts::TeamsMessageEvidenceDeliveryAction;
use crate::graph::alerts::TeamsMessageEvidenceDeliveryLocation;
use crate::graph::alerts::TeamsMessageEvidenceMessageDirection;
use crate::graph::alerts::UrlEvidence;

http_core::entity! {
    /// Teams message evidence.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct TeamsMessageEvidence {
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
        /// Campaign id.
        pub campaign_id: Option<String> = "campaignId",
        /// Channel id.
        pub channel_id: Option<String> = "channelId",
        /// Delivery action.
        pub delivery_action: Option<TeamsMessageEvidenceDeliveryAction> = "deliveryAction",
        /// Delivery location.
        pub delivery_location: Option<TeamsMessageEvidenceDeliveryLocation> = "deliveryLocation",
        /// Files.
        pub files: Vec<FileEvidence> = "files",
        /// Group id.
        pub group_id: Option<String> = "groupId",
        /// Is external.
        pub is_external: Option<bool> = "isExternal",
        /// Is owned.
        pub is_owned: Option<bool> = "isOwned",
        /// Last modified date time.
        pub last_modified_date_time: Option<Timestamp> = "lastModifiedDateTime",
        /// Message direction.
        pub message_direction: Option<TeamsMessageEvidenceMessageDirection> = "messageDirection",
        /// Message id.
        pub message_id: Option<String> = "messageId",
        /// Owning tenant id.
        pub owning_tenant_id: Option<String> = "owningTenantId",
        /// Parent message id.
        pub parent_message_id: Option<String> = "parentMessageId",
        /// Received date time.
        pub received_date_time: Option<Timestamp> = "receivedDateTime",
        /// Recipients.
        pub recipients: Vec<String> = "recipients",
        /// Sender from address.
        pub sender_from_address: Option<String> = "senderFromAddress",
        /// Sender ip.
        pub sender_ip: Option<String> = "senderIP",
        /// Source app name.
        pub source_app_name: Option<String> = "sourceAppName",
        /// Source id.
        pub source_id: Option<String> = "sourceId",
        /// Subject.
        pub subject: Option<String> = "subject",
        /// Suspicious recipients.
        pub suspicious_recipients: Vec<String> = "suspiciousRecipients",
        /// Thread id.
        pub thread_id: Option<String> = "threadId",
        /// Thread type.
        pub thread_type: Option<String> = "threadType",
        /// Urls.
        pub urls: Vec<UrlEvidence> = "urls",
    }
}
