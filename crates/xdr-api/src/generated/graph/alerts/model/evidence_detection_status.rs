//! `EvidenceDetectionStatus`.

http_core::open_enum! {
    /// An open set of words.
    pub enum EvidenceDetectionStatus {
        Detected = "detected",
        Blocked = "blocked",
        Prevented = "prevented",
        UnknownFutureValue = "unknownFutureValue",
    }
}
