//! `IntelligenceProfileKind`.

http_core::open_enum! {
    /// An open set of words.
    pub enum IntelligenceProfileKind {
        Actor = "actor",
        Tool = "tool",
        UnknownFutureValue = "unknownFutureValue",
    }
}
