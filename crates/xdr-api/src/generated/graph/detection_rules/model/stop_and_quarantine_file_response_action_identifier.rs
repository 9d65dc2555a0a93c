//! `StopAndQuarantineFileResponseActionIdentifier`.

http_core::open_enum! {
    /// An open set of words.
    pub enum StopAndQuarantineFileResponseActionIdentifier {
        DeviceId = "deviceId",
        Sha1 = "sha1",
        InitiatingProcessSha1 = "initiatingProcessSHA1",
        UnknownFutureValue = "unknownFutureValue",
    }
}
