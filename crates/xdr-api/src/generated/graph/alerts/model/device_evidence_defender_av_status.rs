//! `DeviceEvidenceDefenderAvStatus`.

http_core::open_enum! {
    /// Device evidence defender av status. An open set of words.
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
