//! `AssetConfigurationConfigurationCategory`.

http_core::open_enum! {
    /// Asset configuration configuration category. An open set of words.
    pub enum AssetConfigurationConfigurationCategory {
        Application = "Application",
        Os = "OS",
        Network = "Network",
        Accounts = "Accounts",
        SecurityControls = "Security controls",
    }
}
