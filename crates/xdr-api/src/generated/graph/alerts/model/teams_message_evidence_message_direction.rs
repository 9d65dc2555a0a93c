//! `TeamsMessageEvidenceMessageDirection`.

http_core::open_enum! {
    /// An open set of words.
    pub enum TeamsMessageEvidenceMessageDirection {
        Unknown = "unknown",
        Inbound = "inbound",
        Outbound = "outbound",
        Intraorg = "intraorg",
        UnknownFutureValue = "unknownFutureValue",
    }
}
