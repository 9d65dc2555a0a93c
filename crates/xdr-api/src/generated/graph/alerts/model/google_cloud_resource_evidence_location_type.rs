//! `GoogleCloudResourceEvidenceLocationType`.

http_core::open_enum! {
    /// An open set of words.
    pub enum GoogleCloudResourceEvidenceLocationType {
        Unknown = "unknown",
        Regional = "regional",
        Zonal = "zonal",
        Global = "global",
        UnknownFutureValue = "unknownFutureValue",
    }
}
