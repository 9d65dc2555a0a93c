//! `MitreTechnique`.

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct MitreTechnique {
        pub technique: Option<String> = "technique",
        pub sub_techniques: Vec<String> = "subTechniques",
    }
}
