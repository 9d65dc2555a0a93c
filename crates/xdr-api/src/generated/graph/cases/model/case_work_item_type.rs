//! `CaseWorkItemType`.

http_core::open_enum! {
    /// An open set of words.
    pub enum CaseWorkItemType {
        Incident = "incident",
        UnknownFutureValue = "unknownFutureValue",
    }
}
