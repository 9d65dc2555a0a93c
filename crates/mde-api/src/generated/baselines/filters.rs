//! Conditions on the properties that the lists of this group filter by.

use http_core::Id;

use crate::baselines::BaselineProfile;

http_core::odata_filter! {
    /// Conditions on the properties that
    /// [`ListBaselineConfigurations`](super::ListBaselineConfigurations) filters by, as far as the
    /// documents list them. Each method gives a [`Property`](http_core::odata::Property).
    pub struct BaselineConfigurationFilter {
        cce: String = "CCE",
        category: String = "category",
        id: String = "id",
        name: String = "name",
    }
}

http_core::odata_filter! {
    /// Conditions on the properties that [`ListBaselineProfiles`](super::ListBaselineProfiles)
    /// filters by, as far as the documents list them. Each method gives a
    /// [`Property`](http_core::odata::Property).
    pub struct BaselineProfileFilter {
        id: Id<BaselineProfile> = "id",
        name: String = "name",
        operating_system: String = "operatingSystem",
        operating_system_version: String = "operatingSystemVersion",
        passed_devices: i64 = "passedDevices",
        settings_number: i64 = "settingsNumber",
        status: bool = "status",
        total_devices: i64 = "totalDevices",
    }
}
