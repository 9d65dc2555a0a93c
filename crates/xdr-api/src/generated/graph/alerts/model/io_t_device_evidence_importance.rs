//! `IoTDeviceEvidenceImportance`.

http_core::open_enum! {
    /// An open set of words.
    pub enum IoTDeviceEvidenceImportance {
        Unknown = "unknown",
        Low = "low",
        Normal = "normal",
        High = "high",
        UnknownFutureValue = "unknownFutureValue",
    }
}
