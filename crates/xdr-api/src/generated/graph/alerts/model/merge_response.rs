//! `MergeResponse`.

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct MergeResponse {
        pub target_incident_id: Option<String> = "targetIncidentId",
    }
}
