//! `DeviceEvidenceDefenderAvStatus`.

http_core::open_enum! {
    /// An open set of words.
    pub enum DeviceEvidenceDefenderAvStatus {
        NotReporting = "notReporting",
        Disabled = "disabled",
        NotUpdated = "notUpdated",
        Updated = "updated",
        Unknown = "unknown",
        NotSupported = "notSupported",
        UnknownFutureValue = "unknownFutureValue",
    }
}
