//! The records and words of this group.

use http_core::{Id, Timestamp};

http_core::entity! {
    /// Remediation task.
    ///
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-remediation-methods-properties.md`.
    pub struct RemediationTask {
        /// Id. Sample ids are not valid GUIDs: parse as text.
        pub id: Id<RemediationTask> = "id",
        /// Title.
        pub title: Option<String> = "title",
        /// Created on.
        pub created_on: Option<Timestamp> = "createdOn",
        /// Requester id.
        pub requester_id: Option<String> = "requesterId",
        /// Requester email.
        pub requester_email: Option<String> = "requesterEmail",
        /// Status.
        pub status: Option<RemediationTaskStatus> = "status",
        /// Status last modified on.
        pub status_last_modified_on: Option<Timestamp> = "statusLastModifiedOn",
        /// Description.
        pub description: Option<String> = "description",
        /// Related component.
        pub related_component: Option<String> = "relatedComponent",
        /// Target devices.
        pub target_devices: Option<i64> = "targetDevices",
        /// Rbac group names. Typed String in the table.
        pub rbac_group_names: Vec<String> = "rbacGroupNames",
        /// Fixed devices. No type given in the table.
        pub fixed_devices: Option<i64> = "fixedDevices",
        /// Requester notes.
        pub requester_notes: Option<String> = "requesterNotes",
        /// Due on.
        pub due_on: Option<Timestamp> = "dueOn",
        /// Category.
        pub category: Option<RemediationTaskCategory> = "category",
        /// Productivity impact remediation type. AllExposedAssets seen; the other choice is described,
        /// not spelled.
        pub productivity_impact_remediation_type: Option<String> = "productivityImpactRemediationType",
        /// Priority.
        pub priority: Option<RemediationTaskPriority> = "priority",
        /// Completion method. Automatic in an example; the manual value is not spelled.
        pub completion_method: Option<String> = "completionMethod",
        /// Completer id.
        pub completer_id: Option<String> = "completerId",
        /// Completer email.
        pub completer_email: Option<String> = "completerEmail",
        /// Scid.
        pub scid: Option<String> = "scid",
        /// Type. Update seen; likely the remediationType values.
        pub r#type: Option<String> = "type",
        /// Product id.
        pub product_id: Option<String> = "productId",
        /// Vendor id.
        pub vendor_id: Option<String> = "vendorId",
        /// Name id.
        pub name_id: Option<String> = "nameId",
        /// Recommended version.
        pub recommended_version: Option<String> = "recommendedVersion",
        /// Recommended vendor.
        pub recommended_vendor: Option<String> = "recommendedVendor",
        /// Recommended program.
        pub recommended_program: Option<String> = "recommendedProgram",
    }
}

http_core::open_enum! {
    /// Remediation task category. An open set of words.
    pub enum RemediationTaskCategory {
        Software = "Software",
        SecurityConfiguration = "Security configuration",
    }
}

http_core::open_enum! {
    /// Remediation task priority. An open set of words.
    pub enum RemediationTaskPriority {
        High = "High",
        Medium = "Medium",
        Low = "Low",
    }
}

http_core::open_enum! {
    /// Remediation task status. An open set of words.
    pub enum RemediationTaskStatus {
        Active = "Active",
        Completed = "Completed",
    }
}
