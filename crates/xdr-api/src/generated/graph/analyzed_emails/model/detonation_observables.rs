//! `DetonationObservables`.

http_core::entity! {
    /// Detonation observables.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct DetonationObservables {
        /// Contacted ips.
        pub contacted_ips: Vec<String> = "contactedIps",
        /// Contacted urls.
        pub contacted_urls: Vec<String> = "contactedUrls",
        /// Droppedfiles.
        pub droppedfiles: Vec<String> = "droppedfiles",
    }
}
