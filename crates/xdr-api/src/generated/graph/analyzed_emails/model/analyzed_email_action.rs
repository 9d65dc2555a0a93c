//! `AnalyzedEmailAction`.

http_core::open_enum! {
    /// Analyzed email action. An open set of words.
    pub enum AnalyzedEmailAction {
        MoveToJunk = "moveToJunk",
        MoveToInbox = "moveToInbox",
        HardDelete = "hardDelete",
        SoftDelete = "softDelete",
        MoveToDeletedItems = "moveToDeletedItems",
        MoveToQuarantine = "moveToQuarantine",
    }
}
