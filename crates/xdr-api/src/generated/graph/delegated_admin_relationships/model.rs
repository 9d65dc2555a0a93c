//! The records and words of this group.

use http_core::{Id, Timestamp};

http_core::entity! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/resources/delegatedadminaccessdetails.md`.
    pub struct DelegatedAdminAccessDetails {
        /// Roles that the partner may give to its groups in the customer's tenant.
        pub unified_roles: Vec<UnifiedRole> = "unifiedRoles",
    }
}

http_core::entity! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/resources/delegatedadminrelationship.md`.
    pub struct DelegatedAdminRelationship {
        pub id: Id<DelegatedAdminRelationship> = "id",
        pub access_details: Option<DelegatedAdminAccessDetails> = "accessDetails",
        /// When the customer's approval took effect. Absent before.
        pub activated_date_time: Option<Timestamp> = "activatedDateTime",
        /// Zero: the relationship ends at `endDateTime`.
        pub auto_extend_duration: Option<String> = "autoExtendDuration",
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        /// Absent until a customer has approved, unless the partner named it.
        pub customer: Option<DelegatedAdminRelationshipCustomerParticipant> = "customer",
        /// Name of the relationship, not of the customer.
        pub display_name: Option<String> = "displayName",
        /// From one day to two years.
        pub duration: Option<String> = "duration",
        /// Absent before the approval.
        pub end_date_time: Option<Timestamp> = "endDateTime",
        pub last_modified_date_time: Option<Timestamp> = "lastModifiedDateTime",
        pub status: Option<DelegatedAdminRelationshipStatus> = "status",
    }
}

http_core::entity! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/resources/delegatedadminrelationshipcustomerparticipant.md`.
    pub struct DelegatedAdminRelationshipCustomerParticipant {
        pub display_name: Option<String> = "displayName",
        pub tenant_id: Option<String> = "tenantId",
    }
}

http_core::entity! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/resources/unifiedrole.md`.
    pub struct UnifiedRole {
        /// Template id of a built-in directory role, the same in every tenant.
        pub role_definition_id: Option<String> = "roleDefinitionId",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum DelegatedAdminRelationshipStatus {
        Activating = "activating",
        Active = "active",
        ApprovalPending = "approvalPending",
        Approved = "approved",
        Created = "created",
        Expired = "expired",
        Expiring = "expiring",
        Terminated = "terminated",
        Terminating = "terminating",
        TerminationRequested = "terminationRequested",
        UnknownFutureValue = "unknownFutureValue",
    }
}
