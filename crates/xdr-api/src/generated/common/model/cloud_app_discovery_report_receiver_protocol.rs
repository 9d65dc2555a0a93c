//! `CloudAppDiscoveryReportReceiverProtocol`.

http_core::open_enum! {
    /// Cloud app discovery report receiver protocol. An open set of words.
    pub enum CloudAppDiscoveryReportReceiverProtocol {
        Ftp = "ftp",
        Ftps = "ftps",
        SyslogTcp = "syslogTcp",
        SyslogTls = "syslogTls",
        SyslogUdp = "syslogUdp",
        UnknownFutureValue = "unknownFutureValue",
    }
}
