//! `StopAndQuarantineFileResponseActionIdentifier`.

http_core::open_enum! {
    /// Stop and quarantine file response action identifier. An open set of words.
    pub enum StopAndQuarantineFileResponseActionIdentifier {
        DeviceId = "deviceId",
        Sha1 = "sha1",
        InitiatingProcessSha1 = "initiatingProcessSHA1",
        UnknownFutureValue = "unknownFutureValue",
    }
}
