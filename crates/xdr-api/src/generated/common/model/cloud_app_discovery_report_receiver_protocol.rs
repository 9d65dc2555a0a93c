//! `CloudAppDiscoveryReportReceiverProtocol`.

http_core::open_enum! {
    /// An open set of words.
    pub enum CloudAppDiscoveryReportReceiverProtocol {
        Ftp = "ftp",
        Ftps = "ftps",
        SyslogTcp = "syslogTcp",
        SyslogTls = "syslogTls",
        SyslogUdp = "syslogUdp",
        UnknownFutureValue = "unknownFutureValue",
    }
}
