//! `RuleSchedulePeriod`.

http_core::open_enum! {
    /// An open set of words.
    pub enum RuleSchedulePeriod {
        Value0 = "0",
        Value1H = "1H",
        Value3H = "3H",
        Value12H = "12H",
        Value24H = "24H",
    }
}
