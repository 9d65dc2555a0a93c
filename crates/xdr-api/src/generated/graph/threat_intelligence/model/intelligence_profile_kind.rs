//! `IntelligenceProfileKind`.

http_core::open_enum! {
    /// Intelligence profile kind. An open set of words.
    pub enum IntelligenceProfileKind {
        Actor = "actor",
        Tool = "tool",
        UnknownFutureValue = "unknownFutureValue",
    }
}
