//! Conditions on the properties that the lists of this group filter by.

use http_core::Timestamp;

use crate::graph::alerts::AlertClassification;
use crate::graph::alerts::AlertDetermination;
use crate::graph::alerts::AlertServiceSource;
use crate::graph::alerts::AlertSeverity;
use crate::graph::alerts::AlertStatus;

http_core::odata_filter! {
    /// Conditions on the properties that [`ListAlerts`](super::ListAlerts) filters by, as far as
    /// the documents list them. Each method gives a [`Property`](http_core::odata::Property).
    pub struct AlertFilter {
        assigned_to: String = "assignedTo",
        classification: AlertClassification = "classification",
        created_date_time: Timestamp = "createdDateTime",
        determination: AlertDetermination = "determination",
        last_update_date_time: Timestamp = "lastUpdateDateTime",
        service_source: AlertServiceSource = "serviceSource",
        severity: AlertSeverity = "severity",
        status: AlertStatus = "status",
    }
}
