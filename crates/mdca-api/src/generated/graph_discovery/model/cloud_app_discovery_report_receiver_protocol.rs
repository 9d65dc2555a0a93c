//! `CloudAppDiscoveryReportReceiverProtocol`.

http_core::open_enum! {
    /// An open set of words.
    pub enum CloudAppDiscoveryReportReceiverProtocol {
        Ftp = "ftp",
        Ftps = "ftps",
        SyslogUdp = "syslogUdp",
        SyslogTcp = "syslogTcp",
        SyslogTls = "syslogTls",
        UnknownFutureValue = "unknownFutureValue",
    }
}
