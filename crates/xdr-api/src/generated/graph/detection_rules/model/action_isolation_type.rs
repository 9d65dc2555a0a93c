//! `ActionIsolationType`.

http_core::open_enum! {
    /// Action isolation type. An open set of words.
    pub enum ActionIsolationType {
        Full = "full",
        Selective = "selective",
        UnknownFutureValue = "unknownFutureValue",
    }
}
