//! The records and words of this group.

use http_core::{Id, Timestamp};

http_core::family! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/resources/security-casemanagement-activity.md`.
    pub enum CaseActivity {
        CaseComment(CaseComment) = "#microsoft.graph.security.caseManagement.comment",
        CaseAuditLog(CaseAuditLog) = "#microsoft.graph.security.caseManagement.auditLog",
    }
}

http_core::entity! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/resources/security-casemanagement-activityresourcedetails.md`.
    pub struct CaseActivityResource {
        /// Such as `task` or `relation`.
        pub kind: Option<String> = "kind",
        pub resource_id: Option<String> = "resourceId",
    }
}

http_core::entity! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/resources/security-casemanagement-auditlog.md`.
    pub struct CaseAuditLog {
        pub odata_type: Option<String> = "@odata.type",
        pub id: Id<CaseAuditLog> = "id",
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        pub created_by: Option<String> = "createdBy",
        pub last_modified_date_time: Option<Timestamp> = "lastModifiedDateTime",
        pub last_modified_by: Option<String> = "lastModifiedBy",
        pub action: Option<CaseAuditAction> = "action",
        pub details: Option<CaseActivityResource> = "details",
        pub modified_properties: Vec<CaseModifiedProperty> = "modifiedProperties",
    }
}

http_core::entity! {
    /// Source: `PyPI msgraph-beta-sdk 1.66.0: models/security/case_management`.
    pub struct CaseBooleanValue {
        pub odata_type: Option<String> = "@odata.type",
        pub value: Option<bool> = "value",
    }
}

http_core::entity! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/resources/security-casemanagement-comment.md`.
    pub struct CaseComment {
        pub odata_type: Option<String> = "@odata.type",
        pub id: Id<CaseComment> = "id",
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        pub created_by: Option<String> = "createdBy",
        pub last_modified_date_time: Option<Timestamp> = "lastModifiedDateTime",
        pub last_modified_by: Option<String> = "lastModifiedBy",
        pub message: Option<String> = "message",
    }
}

http_core::entity! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/resources/security-casemanagement-modifiedproperty.md`.
    pub struct CaseModifiedProperty {
        pub property_name: Option<String> = "propertyName",
        pub old_value: Option<CaseValue> = "oldValue",
        pub new_value: Option<CaseValue> = "newValue",
    }
}

http_core::entity! {
    /// Source: `PyPI msgraph-beta-sdk 1.66.0: models/security/case_management`.
    pub struct CaseStringValue {
        pub odata_type: Option<String> = "@odata.type",
        pub value: Option<String> = "value",
    }
}

http_core::family! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/resources/security-casemanagement-valueproperty.md`.
    pub enum CaseValue {
        CaseString(CaseStringValue) = "#microsoft.graph.security.caseManagement.stringValueProperty",
        CaseBoolean(CaseBooleanValue) = "#microsoft.graph.security.caseManagement.booleanValueProperty",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum CaseAuditAction {
        Link = "link",
        Unlink = "unlink",
        Update = "update",
        Delete = "delete",
        Create = "create",
        Upload = "upload",
        Download = "download",
        FileUploadMalwareDetected = "fileUploadMalwareDetected",
        UnknownFutureValue = "unknownFutureValue",
    }
}
