//! `MergeResponse`.

http_core::entity! {
    /// Merge response.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct MergeResponse {
        /// Target incident id.
        pub target_incident_id: Option<String> = "targetIncidentId",
    }
}
