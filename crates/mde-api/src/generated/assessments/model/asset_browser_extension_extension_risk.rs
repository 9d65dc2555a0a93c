//! `AssetBrowserExtensionExtensionRisk`.

http_core::open_enum! {
    /// An open set of words.
    pub enum AssetBrowserExtensionExtensionRisk {
        None = "None",
        Low = "Low",
        Medium = "Medium",
        High = "High",
        Critical = "Critical",
    }
}
