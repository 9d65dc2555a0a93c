//! `UnclassifiedArtifact`.

use http_core::Id;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct UnclassifiedArtifact {
        pub odata_type: Option<String> = "@odata.type",
        pub id: Id<UnclassifiedArtifact> = "id",
        pub kind: Option<String> = "kind",
        pub value: Option<String> = "value",
    }
}
