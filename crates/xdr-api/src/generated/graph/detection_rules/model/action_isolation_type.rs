//! `ActionIsolationType`.

http_core::open_enum! {
    /// An open set of words.
    pub enum ActionIsolationType {
        Full = "full",
        Selective = "selective",
        UnknownFutureValue = "unknownFutureValue",
    }
}
