//! The records and words of this group.

use http_core::{Id, Timestamp};

http_core::entity! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/resources/security-casemanagement-incidentrelation.md`.
    pub struct CaseIncidentRelation {
        pub odata_type: Option<String> = "@odata.type",
        pub id: Id<CaseIncidentRelation> = "id",
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        pub created_by: Option<String> = "createdBy",
        pub last_modified_date_time: Option<Timestamp> = "lastModifiedDateTime",
        pub last_modified_by: Option<String> = "lastModifiedBy",
        pub related_resource_id: Option<String> = "relatedResourceId",
        pub display_name: Option<String> = "displayName",
    }
}

http_core::entity! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/resources/security-casemanagement-recommendationrelation.md`.
    pub struct CaseRecommendationRelation {
        pub odata_type: Option<String> = "@odata.type",
        pub id: Id<CaseRecommendationRelation> = "id",
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        pub created_by: Option<String> = "createdBy",
        pub last_modified_date_time: Option<Timestamp> = "lastModifiedDateTime",
        pub last_modified_by: Option<String> = "lastModifiedBy",
        pub related_resource_id: Option<String> = "relatedResourceId",
        pub display_name: Option<String> = "displayName",
        pub recommendation_type: Option<String> = "recommendationType",
        pub resource_group_name: Option<String> = "resourceGroupName",
        pub subscription_id: Option<String> = "subscriptionId",
    }
}

http_core::family! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/resources/security-casemanagement-relation.md`.
    pub enum CaseRelation {
        CaseIncident(CaseIncidentRelation) = "#microsoft.graph.security.caseManagement.incidentRelation",
        CaseRecommendation(CaseRecommendationRelation) = "#microsoft.graph.security.caseManagement.recommendationRelation",
        CaseWorkspaceIndicator(CaseWorkspaceIndicatorRelation) = "#microsoft.graph.security.caseManagement.workspaceIndicatorRelation",
    }
}

http_core::entity! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/resources/security-casemanagement-workspaceindicatorrelation.md`.
    pub struct CaseWorkspaceIndicatorRelation {
        pub odata_type: Option<String> = "@odata.type",
        pub id: Id<CaseWorkspaceIndicatorRelation> = "id",
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        pub created_by: Option<String> = "createdBy",
        pub last_modified_date_time: Option<Timestamp> = "lastModifiedDateTime",
        pub last_modified_by: Option<String> = "lastModifiedBy",
        pub related_resource_id: Option<String> = "relatedResourceId",
        pub display_name: Option<String> = "displayName",
        pub resource_group_name: Option<String> = "resourceGroupName",
        pub subscription_id: Option<String> = "subscriptionId",
        pub workspace_name: Option<String> = "workspaceName",
    }
}
