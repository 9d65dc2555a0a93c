//! `AssetSoftwareEndOfSupportStatus`.

http_core::open_enum! {
    /// Asset software end of support status. An open set of words.
    pub enum AssetSoftwareEndOfSupportStatus {
        None = "None",
        EosVersion = "EOS Version",
        UpcomingEosVersion = "Upcoming EOS Version",
        EosSoftware = "EOS Software",
        UpcomingEosSoftware = "Upcoming EOS Software",
    }
}
