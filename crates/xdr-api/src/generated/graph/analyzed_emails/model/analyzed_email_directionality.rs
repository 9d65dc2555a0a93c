//! `AnalyzedEmailDirectionality`.

http_core::open_enum! {
    /// Analyzed email directionality. An open set of words.
    pub enum AnalyzedEmailDirectionality {
        Unknown = "unknown",
        Inbound = "inbound",
        Outbound = "outbound",
        IntraOrg = "intraOrg",
        UnknownFutureValue = "unknownFutureValue",
    }
}
