//! The records and words of this group.

use http_core::{Id, Timestamp};

http_core::entity! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/resources/security-casemanagement-attachment.md`.
    pub struct CaseAttachment {
        pub id: Id<CaseAttachment> = "id",
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        pub created_by: Option<String> = "createdBy",
        pub last_modified_date_time: Option<Timestamp> = "lastModifiedDateTime",
        pub last_modified_by: Option<String> = "lastModifiedBy",
        pub display_name: Option<String> = "displayName",
        pub description: Option<String> = "description",
        pub file_size: Option<i64> = "fileSize",
        pub file_extension: Option<String> = "fileExtension",
        /// Content can be fetched once it is `noThreatsFound`.
        pub scan_result: Option<CaseAttachmentScanResult> = "scanResult",
        pub origin: Option<CaseAttachmentOrigin> = "origin",
    }
}

http_core::entity! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/resources/security-casemanagement-attachmentorigin.md`.
    pub struct CaseAttachmentOrigin {
        pub resource_id: Option<String> = "resourceId",
        pub resource_type: Option<CaseAttachmentOriginType> = "resourceType",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum CaseAttachmentOriginType {
        Case = "case",
        Comment = "comment",
        Task = "task",
        UnknownFutureValue = "unknownFutureValue",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum CaseAttachmentScanResult {
        Unscanned = "unscanned",
        NoThreatsFound = "noThreatsFound",
        Malicious = "malicious",
        UnknownFutureValue = "unknownFutureValue",
    }
}
