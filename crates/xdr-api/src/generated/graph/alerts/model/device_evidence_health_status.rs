//! `DeviceEvidenceHealthStatus`.

http_core::open_enum! {
    /// An open set of words.
    pub enum DeviceEvidenceHealthStatus {
        Active = "active",
        Inactive = "inactive",
        ImpairedCommunication = "impairedCommunication",
        NoSensorData = "noSensorData",
        NoSensorDataImpairedCommunication = "noSensorDataImpairedCommunication",
        Unknown = "unknown",
        UnknownFutureValue = "unknownFutureValue",
    }
}
