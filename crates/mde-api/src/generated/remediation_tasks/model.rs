//! The records and words of this group.

use http_core::{Id, Timestamp};

http_core::entity! {
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-remediation-methods-properties.md;
    /// the $metadata of the service, by PyPI mde-client 0.4.0`.
    pub struct RemediationTask {
        /// Text: not always a GUID.
        pub id: Id<RemediationTask> = "id",
        pub title: Option<String> = "title",
        pub created_on: Option<Timestamp> = "createdOn",
        pub requester_id: Option<String> = "requesterId",
        pub requester_email: Option<String> = "requesterEmail",
        pub status: Option<RemediationTaskStatus> = "status",
        pub status_last_modified_on: Option<Timestamp> = "statusLastModifiedOn",
        pub description: Option<String> = "description",
        pub related_component: Option<String> = "relatedComponent",
        pub target_devices: Option<i64> = "targetDevices",
        pub rbac_group_names: Vec<String> = "rbacGroupNames",
        pub fixed_devices: Option<i64> = "fixedDevices",
        pub requester_notes: Option<String> = "requesterNotes",
        pub due_on: Option<Timestamp> = "dueOn",
        pub category: Option<RemediationTaskCategory> = "category",
        /// Which assets the task is for.
        pub productivity_impact_remediation_type: Option<String> = "productivityImpactRemediationType",
        pub priority: Option<RemediationTaskPriority> = "priority",
        /// How the task is completed.
        pub completion_method: Option<String> = "completionMethod",
        pub completer_id: Option<String> = "completerId",
        pub completer_email: Option<String> = "completerEmail",
        pub scid: Option<String> = "scid",
        /// Such as Update.
        pub r#type: Option<String> = "type",
        pub product_id: Option<String> = "productId",
        pub vendor_id: Option<String> = "vendorId",
        pub name_id: Option<String> = "nameId",
        pub recommended_version: Option<String> = "recommendedVersion",
        pub recommended_vendor: Option<String> = "recommendedVendor",
        pub recommended_program: Option<String> = "recommendedProgram",
        pub recommendation_reference: Option<String> = "recommendationReference",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum RemediationTaskCategory {
        Software = "Software",
        SecurityConfiguration = "SecurityConfiguration" | "Security configuration",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum RemediationTaskPriority {
        High = "High",
        Medium = "Medium",
        Low = "Low",
        None = "None",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum RemediationTaskStatus {
        Active = "Active",
        Completed = "Completed",
    }
}
