//! `BrowserExtensionPermissionRisk`.

http_core::open_enum! {
    /// Browser extension permission risk. An open set of words.
    pub enum BrowserExtensionPermissionRisk {
        None = "None",
        Low = "Low",
        Medium = "Medium",
        High = "High",
        Critical = "Critical",
    }
}
