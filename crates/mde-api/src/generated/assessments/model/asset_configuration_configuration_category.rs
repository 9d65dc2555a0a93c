//! `AssetConfigurationConfigurationCategory`.

http_core::open_enum! {
    /// An open set of words.
    pub enum AssetConfigurationConfigurationCategory {
        Application = "Application",
        Os = "OS",
        Network = "Network",
        Accounts = "Accounts",
        SecurityControls = "Security controls",
    }
}
