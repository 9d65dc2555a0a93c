//! `UnclassifiedArtifact`.

use http_core::Id;

http_core::entity! {
    /// Unclassified artifact.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct UnclassifiedArtifact {
        /// Odata type. Discriminator.
        pub odata_type: Option<String> = "@odata.type",
        /// Id.
        pub id: Id<UnclassifiedArtifact> = "id",
        /// Kind.
        pub kind: Option<String> = "kind",
        /// Value.
        pub value: Option<String> = "value",
    }
}
