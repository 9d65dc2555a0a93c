//! Conditions on the properties that the lists of this group filter by.

use http_core::Timestamp;

use crate::indicators::IndicatorAction;
use crate::indicators::IndicatorSeverity;
use crate::indicators::IndicatorType;

http_core::odata_filter! {
    /// Conditions on the properties that [`ListIndicators`](super::ListIndicators) filters by, as
    /// far as the documents list them. Each method gives a
    /// [`Property`](http_core::odata::Property).
    pub struct IndicatorFilter {
        action: IndicatorAction = "action",
        application: String = "application",
        created_by: String = "createdBy",
        created_by_display_name: String = "createdByDisplayName",
        creation_time_date_time_utc: Timestamp = "creationTimeDateTimeUtc",
        expiration_time: Timestamp = "expirationTime",
        generate_alert: bool = "generateAlert",
        indicator_type: IndicatorType = "indicatorType",
        indicator_value: String = "indicatorValue",
        rbac_group_ids: Vec<String> = "rbacGroupIds",
        rbac_group_names: Vec<String> = "rbacGroupNames",
        severity: IndicatorSeverity = "severity",
        title: String = "title",
    }
}
