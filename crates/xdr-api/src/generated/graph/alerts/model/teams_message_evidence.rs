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
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct TeamsMessageEvidence {
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
        pub campaign_id: Option<String> = "campaignId",
        pub channel_id: Option<String> = "channelId",
        pub delivery_action: Option<TeamsMessageEvidenceDeliveryAction> = "deliveryAction",
        pub delivery_location: Option<TeamsMessageEvidenceDeliveryLocation> = "deliveryLocation",
        pub files: Vec<FileEvidence> = "files",
        pub group_id: Option<String> = "groupId",
        pub is_external: Option<bool> = "isExternal",
        pub is_owned: Option<bool> = "isOwned",
        pub last_modified_date_time: Option<Timestamp> = "lastModifiedDateTime",
        pub message_direction: Option<TeamsMessageEvidenceMessageDirection> = "messageDirection",
        pub message_id: Option<String> = "messageId",
        pub owning_tenant_id: Option<String> = "owningTenantId",
        pub parent_message_id: Option<String> = "parentMessageId",
        pub received_date_time: Option<Timestamp> = "receivedDateTime",
        pub recipients: Vec<String> = "recipients",
        pub sender_from_address: Option<String> = "senderFromAddress",
        pub sender_ip: Option<String> = "senderIP",
        pub source_app_name: Option<String> = "sourceAppName",
        pub source_id: Option<String> = "sourceId",
        pub subject: Option<String> = "subject",
        pub suspicious_recipients: Vec<String> = "suspiciousRecipients",
        pub thread_id: Option<String> = "threadId",
        pub thread_type: Option<String> = "threadType",
        pub urls: Vec<UrlEvidence> = "urls",
    }
}
