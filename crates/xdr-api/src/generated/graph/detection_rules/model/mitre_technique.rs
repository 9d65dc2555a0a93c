//! `MitreTechnique`.

http_core::entity! {
    /// Mitre technique.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct MitreTechnique {
        /// Technique.
        pub technique: Option<String> = "technique",
        /// Sub techniques.
        pub sub_techniques: Vec<String> = "subTechniques",
    }
}
