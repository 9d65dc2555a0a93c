//! `EvidenceDetectionStatus`.

http_core::open_enum! {
    /// Evidence detection status. An open set of words.
    pub enum EvidenceDetectionStatus {
        Detected = "detected",
        Blocked = "blocked",
        Prevented = "prevented",
        UnknownFutureValue = "unknownFutureValue",
    }
}
