//! `AnalyzedEmailDeliveryDetailLocation`.

http_core::open_enum! {
    /// Analyzed email delivery detail location. An open set of words.
    pub enum AnalyzedEmailDeliveryDetailLocation {
        Unknown = "unknown",
        InboxFolder = "inbox_folder",
        JunkFolder = "junkFolder",
        DeletedFolder = "deletedFolder",
        Quarantine = "quarantine",
        OnpremExternal = "onprem_external",
        Failed = "failed",
        Dropped = "dropped",
        Others = "others",
        UnknownFutureValue = "unknownFutureValue",
    }
}
