//! The records and words of this group.

use http_core::{Id, Timestamp};

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct AssessmentIdentity {
        pub id: Option<String> = "id",
        pub display_name: Option<String> = "displayName",
    }
}

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct AssessmentIdentitySet {
        pub application: Option<AssessmentIdentity> = "application",
        pub device: Option<AssessmentIdentity> = "device",
        pub user: Option<AssessmentIdentity> = "user",
    }
}

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct EmailFileAssessmentRequest {
        pub odata_type: Option<String> = "@odata.type",
        pub id: Id<EmailFileAssessmentRequest> = "id",
        pub category: Option<ThreatAssessmentCategory> = "category",
        pub content_type: Option<ThreatAssessmentContentType> = "contentType",
        pub created_by: Option<AssessmentIdentitySet> = "createdBy",
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        pub expected_assessment: Option<ThreatExpectedAssessment> = "expectedAssessment",
        pub request_source: Option<ThreatAssessmentRequestSource> = "requestSource",
        /// Absent unless expanded.
        pub results: Vec<ThreatAssessmentResult> = "results",
        pub status: Option<ThreatAssessmentStatus> = "status",
        /// Base64 of the email file. The service does not store it and answers with an empty text.
        pub content_data: Option<String> = "contentData",
        pub destination_routing_reason: Option<MailDestinationRoutingReason> = "destinationRoutingReason",
        /// Recipient whose policies are used for the assessment.
        pub recipient_email: Option<String> = "recipientEmail",
    }
}

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct FileAssessmentRequest {
        pub odata_type: Option<String> = "@odata.type",
        pub id: Id<FileAssessmentRequest> = "id",
        pub category: Option<ThreatAssessmentCategory> = "category",
        pub content_type: Option<ThreatAssessmentContentType> = "contentType",
        pub created_by: Option<AssessmentIdentitySet> = "createdBy",
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        pub expected_assessment: Option<ThreatExpectedAssessment> = "expectedAssessment",
        pub request_source: Option<ThreatAssessmentRequestSource> = "requestSource",
        /// Absent unless expanded.
        pub results: Vec<ThreatAssessmentResult> = "results",
        pub status: Option<ThreatAssessmentStatus> = "status",
        /// Base64 of the file. The service does not store it and answers with an empty text.
        pub content_data: Option<String> = "contentData",
        pub file_name: Option<String> = "fileName",
    }
}

http_core::entity! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/resources/mailassessmentrequest.md`.
    pub struct MailAssessmentRequest {
        pub odata_type: Option<String> = "@odata.type",
        pub id: Id<MailAssessmentRequest> = "id",
        pub category: Option<ThreatAssessmentCategory> = "category",
        pub content_type: Option<ThreatAssessmentContentType> = "contentType",
        pub created_by: Option<AssessmentIdentitySet> = "createdBy",
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        pub expected_assessment: Option<ThreatExpectedAssessment> = "expectedAssessment",
        pub request_source: Option<ThreatAssessmentRequestSource> = "requestSource",
        /// Absent unless expanded.
        pub results: Vec<ThreatAssessmentResult> = "results",
        pub status: Option<ThreatAssessmentStatus> = "status",
        pub destination_routing_reason: Option<MailDestinationRoutingReason> = "destinationRoutingReason",
        pub message_uri: Option<String> = "messageUri",
        /// Recipient whose policies are used for the assessment.
        pub recipient_email: Option<String> = "recipientEmail",
    }
}

http_core::family! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/resources/threatassessmentrequest.md`.
    pub enum ThreatAssessmentRequest {
        EmailFileAssessment(EmailFileAssessmentRequest) = "#microsoft.graph.emailFileAssessmentRequest",
        FileAssessment(FileAssessmentRequest) = "#microsoft.graph.fileAssessmentRequest",
        MailAssessment(MailAssessmentRequest) = "#microsoft.graph.mailAssessmentRequest",
        UrlAssessment(UrlAssessmentRequest) = "#microsoft.graph.urlAssessmentRequest",
    }
}

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct ThreatAssessmentResult {
        pub id: Id<ThreatAssessmentResult> = "id",
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        pub message: Option<String> = "message",
        /// `checkPolicy`: what the policies of the recipient say. `rescan`: what a new scan found.
        pub result_type: Option<ThreatAssessmentResultType> = "resultType",
    }
}

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct UrlAssessmentRequest {
        pub odata_type: Option<String> = "@odata.type",
        pub id: Id<UrlAssessmentRequest> = "id",
        pub category: Option<ThreatAssessmentCategory> = "category",
        pub content_type: Option<ThreatAssessmentContentType> = "contentType",
        pub created_by: Option<AssessmentIdentitySet> = "createdBy",
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        pub expected_assessment: Option<ThreatExpectedAssessment> = "expectedAssessment",
        pub request_source: Option<ThreatAssessmentRequestSource> = "requestSource",
        /// Absent unless expanded.
        pub results: Vec<ThreatAssessmentResult> = "results",
        pub status: Option<ThreatAssessmentStatus> = "status",
        pub url: Option<String> = "url",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum MailDestinationRoutingReason {
        None = "none",
        MailFlowRule = "mailFlowRule",
        SafeSender = "safeSender",
        BlockedSender = "blockedSender",
        AdvancedSpamFiltering = "advancedSpamFiltering",
        DomainAllowList = "domainAllowList",
        DomainBlockList = "domainBlockList",
        NotInAddressBook = "notInAddressBook",
        FirstTimeSender = "firstTimeSender",
        AutoPurgeToInbox = "autoPurgeToInbox",
        AutoPurgeToJunk = "autoPurgeToJunk",
        AutoPurgeToDeleted = "autoPurgeToDeleted",
        Outbound = "outbound",
        NotJunk = "notJunk",
        Junk = "junk",
        UnknownFutureValue = "unknownFutureValue",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum ThreatAssessmentCategory {
        Undefined = "undefined",
        Spam = "spam",
        Phishing = "phishing",
        Malware = "malware",
        UnknownFutureValue = "unknownFutureValue",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum ThreatAssessmentContentType {
        Mail = "mail",
        Url = "url",
        File = "file",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum ThreatAssessmentRequestSource {
        Undefined = "undefined",
        User = "user",
        Administrator = "administrator",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum ThreatAssessmentResultType {
        CheckPolicy = "checkPolicy",
        Rescan = "rescan",
        UnknownFutureValue = "unknownFutureValue",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum ThreatAssessmentStatus {
        Pending = "pending",
        Completed = "completed",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum ThreatExpectedAssessment {
        Block = "block",
        Unblock = "unblock",
    }
}
