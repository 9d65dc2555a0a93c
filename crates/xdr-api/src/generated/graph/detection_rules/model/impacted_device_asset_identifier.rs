//! `ImpactedDeviceAssetIdentifier`.

http_core::open_enum! {
    /// An open set of words.
    pub enum ImpactedDeviceAssetIdentifier {
        DeviceId = "deviceId",
        DeviceName = "deviceName",
        RemoteDeviceName = "remoteDeviceName",
        TargetDeviceName = "targetDeviceName",
        DestinationDeviceName = "destinationDeviceName",
        UnknownFutureValue = "unknownFutureValue",
    }
}
