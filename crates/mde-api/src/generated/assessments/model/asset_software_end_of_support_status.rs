//! `AssetSoftwareEndOfSupportStatus`.

http_core::open_enum! {
    /// An open set of words.
    pub enum AssetSoftwareEndOfSupportStatus {
        None = "None",
        EosVersion = "EOS Version",
        UpcomingEosVersion = "Upcoming EOS Version",
        EosSoftware = "EOS Software",
        UpcomingEosSoftware = "Upcoming EOS Software",
    }
}
