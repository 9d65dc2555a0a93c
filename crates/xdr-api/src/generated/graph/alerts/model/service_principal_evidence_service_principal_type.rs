//! `ServicePrincipalEvidenceServicePrincipalType`.

http_core::open_enum! {
    /// An open set of words.
    pub enum ServicePrincipalEvidenceServicePrincipalType {
        Unknown = "unknown",
        Application = "application",
        ManagedIdentity = "managedIdentity",
        Legacy = "legacy",
        UnknownFutureValue = "unknownFutureValue",
    }
}
