//! Conditions on the properties that the lists of this group filter by.

use http_core::Timestamp;

use crate::remediation_tasks::RemediationTaskStatus;

http_core::odata_filter! {
    /// Conditions on the properties that [`ListRemediationTasks`](super::ListRemediationTasks)
    /// filters by, as far as the documents list them. Each method gives a
    /// [`Property`](http_core::odata::Property).
    pub struct RemediationTaskFilter {
        createdon: Timestamp = "createdon",
        status: RemediationTaskStatus = "status",
    }
}
