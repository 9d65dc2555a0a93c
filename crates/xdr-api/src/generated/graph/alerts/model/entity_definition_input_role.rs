//! `EntityDefinitionInputRole`.

http_core::open_enum! {
    /// An open set of words.
    pub enum EntityDefinitionInputRole {
        Impacted = "impacted",
        Related = "related",
        UnknownFutureValue = "unknownFutureValue",
    }
}
