//! `DiscoveryStreamReceiverType`.

http_core::open_enum! {
    /// Discovery stream receiver type. An open set of words.
    pub enum DiscoveryStreamReceiverType {
        Syslog = "syslog",
        Ftp = "ftp",
    }
}
