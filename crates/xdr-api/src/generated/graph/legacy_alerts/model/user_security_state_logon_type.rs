//! `UserSecurityStateLogonType`.

http_core::open_enum! {
    /// An open set of words.
    pub enum UserSecurityStateLogonType {
        Unknown = "unknown",
        Interactive = "interactive",
        RemoteInteractive = "remoteInteractive",
        Network = "network",
        Batch = "batch",
        Service = "service",
        UnknownFutureValue = "unknownFutureValue",
    }
}
