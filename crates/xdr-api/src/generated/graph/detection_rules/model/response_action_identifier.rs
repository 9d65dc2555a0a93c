//! `ResponseActionIdentifier`.

http_core::open_enum! {
    /// Response action identifier. An open set of words.
    pub enum ResponseActionIdentifier {
        DeviceId = "deviceId",
        UnknownFutureValue = "unknownFutureValue",
    }
}
