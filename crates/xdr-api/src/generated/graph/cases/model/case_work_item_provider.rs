//! `CaseWorkItemProvider`.

http_core::open_enum! {
    /// An open set of words.
    pub enum CaseWorkItemProvider {
        ServiceNow = "serviceNow",
        UnknownFutureValue = "unknownFutureValue",
    }
}
