//! Conditions on the properties that the lists of this group filter by.

use http_core::{Id, Timestamp};

use crate::graph::cases::Case;

http_core::odata_filter! {
    /// Conditions on the properties that [`ListCases`](super::ListCases) filters by, as far as the
    /// documents list them. Each method gives a [`Property`](http_core::odata::Property).
    pub struct CaseFilter {
        created_by: String = "createdBy",
        created_date_time: Timestamp = "createdDateTime",
        display_name: String = "displayName",
        id: Id<Case> = "id",
        last_modified_by: String = "lastModifiedBy",
        last_modified_date_time: Timestamp = "lastModifiedDateTime",
        status: String = "status",
    }
}
