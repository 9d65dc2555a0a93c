//! `ResponseActionIdentifier`.

http_core::open_enum! {
    /// An open set of words.
    pub enum ResponseActionIdentifier {
        DeviceId = "deviceId",
        UnknownFutureValue = "unknownFutureValue",
    }
}
