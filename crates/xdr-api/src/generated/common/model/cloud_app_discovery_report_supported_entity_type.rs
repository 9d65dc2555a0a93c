//! `CloudAppDiscoveryReportSupportedEntityType`.

http_core::open_enum! {
    /// An open set of words.
    pub enum CloudAppDiscoveryReportSupportedEntityType {
        IpAddress = "ipAddress",
        MachineName = "machineName",
        OtherValue = "other",
        Unknown = "unknown",
        UserName = "userName",
        UnknownFutureValue = "unknownFutureValue",
    }
}
