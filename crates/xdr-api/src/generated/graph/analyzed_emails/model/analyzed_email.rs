//! `AnalyzedEmail`.

use http_core::{Id, Timestamp};

use crate::graph::analyzed_emails::AnalyzedEmailAttachment;
use crate::graph::analyzed_emails::AnalyzedEmailAuthenticationDetail;
use crate::graph::analyzed_emails::AnalyzedEmailDeliveryDetail;
use crate::graph::analyzed_emails::AnalyzedEmailDirectionality;
use crate::graph::analyzed_emails::AnalyzedEmailDlpRuleInfo;
use crate::graph::analyzed_emails::AnalyzedEmailExchangeTransportRuleInfo;
use crate::graph::analyzed_emails::AnalyzedEmailRecipientDetail;
use crate::graph::analyzed_emails::AnalyzedEmailSenderDetail;
use crate::graph::analyzed_emails::AnalyzedEmailThreatType;
use crate::graph::analyzed_emails::AnalyzedEmailUrl;
use crate::graph::analyzed_emails::ThreatDetectionDetail;
use crate::graph::analyzed_emails::TimelineEvent;

http_core::entity! {
    /// Analyzed email.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct AnalyzedEmail {
        /// Id.
        pub id: Id<AnalyzedEmail> = "id",
        /// Alert ids.
        pub alert_ids: Vec<String> = "alertIds",
        /// Attachments.
        pub attachments: Vec<AnalyzedEmailAttachment> = "attachments",
        /// Authentication details.
        pub authentication_details: Option<AnalyzedEmailAuthenticationDetail> = "authenticationDetails",
        /// Bulk complaint level.
        pub bulk_complaint_level: Option<String> = "bulkComplaintLevel",
        /// Client type.
        pub client_type: Option<String> = "clientType",
        /// Contexts.
        pub contexts: Vec<String> = "contexts",
        /// Detection methods.
        pub detection_methods: Vec<String> = "detectionMethods",
        /// Directionality.
        pub directionality: Option<AnalyzedEmailDirectionality> = "directionality",
        /// Distribution list.
        pub distribution_list: Option<String> = "distributionList",
        /// Dlp rules.
        pub dlp_rules: Vec<AnalyzedEmailDlpRuleInfo> = "dlpRules",
        /// Email cluster id.
        pub email_cluster_id: Option<String> = "emailClusterId",
        /// Exchange transport rules.
        pub exchange_transport_rules: Vec<AnalyzedEmailExchangeTransportRuleInfo> = "exchangeTransportRules",
        /// Forwarding detail.
        pub forwarding_detail: Option<String> = "forwardingDetail",
        /// Inbound connector formatted name.
        pub inbound_connector_formatted_name: Option<String> = "inboundConnectorFormattedName",
        /// Internet message id.
        pub internet_message_id: Option<String> = "internetMessageId",
        /// Language.
        pub language: Option<String> = "language",
        /// Latest delivery.
        pub latest_delivery: Option<AnalyzedEmailDeliveryDetail> = "latestDelivery",
        /// Logged date time.
        pub logged_date_time: Option<Timestamp> = "loggedDateTime",
        /// Network message id.
        pub network_message_id: Option<String> = "networkMessageId",
        /// Original delivery.
        pub original_delivery: Option<AnalyzedEmailDeliveryDetail> = "originalDelivery",
        /// Override sources.
        pub override_sources: Vec<String> = "overrideSources",
        /// Phish confidence level.
        pub phish_confidence_level: Option<String> = "phishConfidenceLevel",
        /// Policy.
        pub policy: Option<String> = "policy",
        /// Policy action.
        pub policy_action: Option<String> = "policyAction",
        /// Policy type.
        pub policy_type: Option<String> = "policyType",
        /// Primary override source.
        pub primary_override_source: Option<String> = "primaryOverrideSource",
        /// Recipient detail.
        pub recipient_detail: Option<AnalyzedEmailRecipientDetail> = "recipientDetail",
        /// Recipient email address.
        pub recipient_email_address: Option<String> = "recipientEmailAddress",
        /// Return path.
        pub return_path: Option<String> = "returnPath",
        /// Sender detail.
        pub sender_detail: Option<AnalyzedEmailSenderDetail> = "senderDetail",
        /// Size in bytes.
        pub size_in_bytes: Option<i64> = "sizeInBytes",
        /// Spam confidence level.
        pub spam_confidence_level: Option<String> = "spamConfidenceLevel",
        /// Subject.
        pub subject: Option<String> = "subject",
        /// Threat detection details.
        pub threat_detection_details: Vec<ThreatDetectionDetail> = "threatDetectionDetails",
        /// Threat types.
        pub threat_types: Vec<AnalyzedEmailThreatType> = "threatTypes",
        /// Timeline events.
        pub timeline_events: Vec<TimelineEvent> = "timelineEvents",
        /// Urls.
        pub urls: Vec<AnalyzedEmailUrl> = "urls",
    }
}
