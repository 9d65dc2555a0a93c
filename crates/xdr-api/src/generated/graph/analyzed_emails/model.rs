//! The records and words of this group.

use http_core::{Id, Timestamp};

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct AnalyzedEmail {
        pub id: Id<AnalyzedEmail> = "id",
        pub alert_ids: Vec<String> = "alertIds",
        pub attachments: Vec<AnalyzedEmailAttachment> = "attachments",
        pub authentication_details: Option<AnalyzedEmailAuthenticationDetail> = "authenticationDetails",
        pub bulk_complaint_level: Option<String> = "bulkComplaintLevel",
        pub client_type: Option<String> = "clientType",
        pub contexts: Vec<String> = "contexts",
        pub detection_methods: Vec<String> = "detectionMethods",
        pub directionality: Option<AnalyzedEmailDirectionality> = "directionality",
        pub distribution_list: Option<String> = "distributionList",
        pub dlp_rules: Vec<AnalyzedEmailDlpRuleInfo> = "dlpRules",
        pub email_cluster_id: Option<String> = "emailClusterId",
        pub exchange_transport_rules: Vec<AnalyzedEmailExchangeTransportRuleInfo> = "exchangeTransportRules",
        pub forwarding_detail: Option<String> = "forwardingDetail",
        pub inbound_connector_formatted_name: Option<String> = "inboundConnectorFormattedName",
        pub internet_message_id: Option<String> = "internetMessageId",
        pub language: Option<String> = "language",
        pub latest_delivery: Option<AnalyzedEmailDeliveryDetail> = "latestDelivery",
        pub logged_date_time: Option<Timestamp> = "loggedDateTime",
        pub network_message_id: Option<String> = "networkMessageId",
        pub original_delivery: Option<AnalyzedEmailDeliveryDetail> = "originalDelivery",
        pub override_sources: Vec<String> = "overrideSources",
        pub phish_confidence_level: Option<String> = "phishConfidenceLevel",
        pub policy: Option<String> = "policy",
        pub policy_action: Option<String> = "policyAction",
        pub policy_type: Option<String> = "policyType",
        pub primary_override_source: Option<String> = "primaryOverrideSource",
        pub recipient_detail: Option<AnalyzedEmailRecipientDetail> = "recipientDetail",
        pub recipient_email_address: Option<String> = "recipientEmailAddress",
        pub return_path: Option<String> = "returnPath",
        pub sender_detail: Option<AnalyzedEmailSenderDetail> = "senderDetail",
        pub size_in_bytes: Option<i64> = "sizeInBytes",
        pub spam_confidence_level: Option<String> = "spamConfidenceLevel",
        pub subject: Option<String> = "subject",
        pub threat_detection_details: Vec<ThreatDetectionDetail> = "threatDetectionDetails",
        pub threat_types: Vec<AnalyzedEmailThreatType> = "threatTypes",
        pub timeline_events: Vec<TimelineEvent> = "timelineEvents",
        pub urls: Vec<AnalyzedEmailUrl> = "urls",
    }
}

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct AnalyzedEmailAttachment {
        pub detonation_details: Option<DetonationDetails> = "detonationDetails",
        pub file_extension: Option<String> = "fileExtension",
        pub file_name: Option<String> = "fileName",
        pub file_size: Option<i64> = "fileSize",
        pub file_type: Option<String> = "fileType",
        pub malware_family: Option<String> = "malwareFamily",
        pub sha256: Option<String> = "sha256",
        pub tenant_allow_block_list_detail_info: Option<String> = "tenantAllowBlockListDetailInfo",
        pub threat_type: Option<ThreatType> = "threatType",
    }
}

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct AnalyzedEmailAuthenticationDetail {
        pub composite_authentication: Option<String> = "compositeAuthentication",
        pub dkim: Option<String> = "dkim",
        pub dmarc: Option<String> = "dmarc",
        pub sender_policy_framework: Option<String> = "senderPolicyFramework",
    }
}

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct AnalyzedEmailDeliveryDetail {
        pub action: Option<AnalyzedEmailDeliveryDetailAction> = "action",
        pub latest_threats: Option<String> = "latestThreats",
        pub location: Option<AnalyzedEmailDeliveryDetailLocation> = "location",
        pub original_threats: Option<String> = "originalThreats",
    }
}

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct AnalyzedEmailDlpRuleInfo {
        pub name: Option<String> = "name",
        pub rule_id: Option<String> = "ruleId",
    }
}

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct AnalyzedEmailExchangeTransportRuleInfo {
        pub name: Option<String> = "name",
        pub rule_id: Option<String> = "ruleId",
    }
}

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct AnalyzedEmailRecipientDetail {
        pub cc_recipients: Vec<String> = "ccRecipients",
        pub domain_name: Option<String> = "domainName",
    }
}

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct AnalyzedEmailSenderDetail {
        pub display_name: Option<String> = "displayName",
        pub domain_creation_date_time: Option<Timestamp> = "domainCreationDateTime",
        pub domain_name: Option<String> = "domainName",
        pub domain_owner: Option<String> = "domainOwner",
        pub from_address: Option<String> = "fromAddress",
        pub ipv4: Option<String> = "ipv4",
        pub location: Option<String> = "location",
        pub mail_from_address: Option<String> = "mailFromAddress",
        pub mail_from_domain_name: Option<String> = "mailFromDomainName",
    }
}

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct AnalyzedEmailUrl {
        pub detection_method: Option<String> = "detectionMethod",
        pub detonation_details: Option<DetonationDetails> = "detonationDetails",
        pub tenant_allow_block_list_detail_info: Option<String> = "tenantAllowBlockListDetailInfo",
        pub threat_type: Option<ThreatType> = "threatType",
        pub url: Option<String> = "url",
    }
}

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct CompromiseIndicator {
        pub value: Option<String> = "value",
        pub verdict: Option<CompromiseIndicatorVerdict> = "verdict",
    }
}

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct DetonationBehaviourDetails {
        pub action_status: Option<String> = "actionStatus",
        pub behaviour_capability: Option<String> = "behaviourCapability",
        pub behaviour_group: Option<String> = "behaviourGroup",
        pub details: Option<String> = "details",
        pub event_date_time: Option<Timestamp> = "eventDateTime",
        pub operation: Option<String> = "operation",
        pub process_id: Option<String> = "processId",
        pub process_name: Option<String> = "processName",
        pub target: Option<String> = "target",
    }
}

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct DetonationChain {
        pub child_nodes: Vec<DetonationChain> = "childNodes",
        pub value: Option<String> = "value",
    }
}

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct DetonationDetails {
        pub analysis_date_time: Option<Timestamp> = "analysisDateTime",
        pub compromise_indicators: Vec<CompromiseIndicator> = "compromiseIndicators",
        pub detonation_behaviour_details: Option<DetonationBehaviourDetails> = "detonationBehaviourDetails",
        pub detonation_behaviour_details_v2: Option<String> = "detonationBehaviourDetailsV2",
        pub detonation_chain: Option<DetonationChain> = "detonationChain",
        pub detonation_observables: Option<DetonationObservables> = "detonationObservables",
        pub detonation_screenshot_uri: Option<String> = "detonationScreenshotUri",
        pub detonation_verdict: Option<String> = "detonationVerdict",
        pub detonation_verdict_reason: Option<String> = "detonationVerdictReason",
        pub entity_metadata: Option<String> = "entityMetadata",
        pub mitre_techniques: Option<String> = "mitreTechniques",
        pub static_analysis: Option<String> = "staticAnalysis",
        pub submission_source: Option<String> = "submissionSource",
    }
}

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct DetonationObservables {
        pub contacted_ips: Vec<String> = "contactedIps",
        pub contacted_urls: Vec<String> = "contactedUrls",
        pub droppedfiles: Vec<String> = "droppedfiles",
    }
}

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct ThreatDetectionDetail {
        pub confidence_level: Option<String> = "confidenceLevel",
        pub priority_account_protection: Option<String> = "priorityAccountProtection",
        pub threats: Option<String> = "threats",
    }
}

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct TimelineEvent {
        pub event_date_time: Option<Timestamp> = "eventDateTime",
        pub event_details: Option<String> = "eventDetails",
        pub event_result: Option<String> = "eventResult",
        pub event_source: Option<TimelineEventEventSource> = "eventSource",
        pub event_threats: Vec<String> = "eventThreats",
        pub event_type: Option<TimelineEventEventType> = "eventType",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum AnalyzedEmailAction {
        MoveToJunk = "moveToJunk",
        MoveToInbox = "moveToInbox",
        HardDelete = "hardDelete",
        SoftDelete = "softDelete",
        MoveToDeletedItems = "moveToDeletedItems",
        MoveToQuarantine = "moveToQuarantine",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum AnalyzedEmailDeliveryDetailAction {
        Unknown = "unknown",
        DeliveredToJunk = "deliveredToJunk",
        Delivered = "delivered",
        Blocked = "blocked",
        Replaced = "replaced",
        UnknownFutureValue = "unknownFutureValue",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum AnalyzedEmailDeliveryDetailLocation {
        Unknown = "unknown",
        InboxFolder = "inbox_folder",
        JunkFolder = "junkFolder",
        DeletedFolder = "deletedFolder",
        Quarantine = "quarantine",
        OnpremExternal = "onprem_external",
        Failed = "failed",
        Dropped = "dropped",
        Others = "others",
        UnknownFutureValue = "unknownFutureValue",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum AnalyzedEmailDirectionality {
        Unknown = "unknown",
        Inbound = "inbound",
        Outbound = "outbound",
        IntraOrg = "intraOrg",
        UnknownFutureValue = "unknownFutureValue",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum AnalyzedEmailSeverity {
        Low = "low",
        Medium = "medium",
        High = "high",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum AnalyzedEmailThreatType {
        Unknown = "unknown",
        Spam = "spam",
        Malware = "malware",
        Phish = "phish",
        None = "none",
        UnknownFutureValue = "unknownFutureValue",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum CompromiseIndicatorVerdict {
        None = "none",
        Malware = "malware",
        Phish = "phish",
        SiteUnavailable = "siteUnavailable",
        Spam = "spam",
        DecryptionFailed = "decryptionFailed",
        UnsupportedUriScheme = "unsupportedUriScheme",
        UnsupportedFileType = "unsupportedFileType",
        Undefined = "undefined",
        UnknownFutureValue = "unknownFutureValue",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum ThreatType {
        Unknown = "unknown",
        Spam = "spam",
        Malware = "malware",
        Phish = "phish",
        None = "none",
        UnknownFutureValue = "unknownFutureValue",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum TimelineEventEventSource {
        System = "system",
        Admin = "admin",
        User = "user",
        UnknownFutureValue = "unknownFutureValue",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum TimelineEventEventType {
        OriginalDelivery = "originalDelivery",
        SystemTimeTravel = "systemTimeTravel",
        DynamicDelivery = "dynamicDelivery",
        UserUrlClick = "userUrlClick",
        Reprocessed = "reprocessed",
        Zap = "zap",
        QuarantineRelease = "quarantineRelease",
        Air = "air",
        Unknown = "unknown",
        UnknownFutureValue = "unknownFutureValue",
    }
}
