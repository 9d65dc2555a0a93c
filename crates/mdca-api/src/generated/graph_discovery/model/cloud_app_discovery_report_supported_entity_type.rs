//! `CloudAppDiscoveryReportSupportedEntityType`.

http_core::open_enum! {
    /// An open set of words.
    pub enum CloudAppDiscoveryReportSupportedEntityType {
        UserName = "userName",
        IpAddress = "ipAddress",
        MachineName = "machineName",
        OtherValue = "other",
        Unknown = "unknown",
        UnknownFutureValue = "unknownFutureValue",
    }
}
