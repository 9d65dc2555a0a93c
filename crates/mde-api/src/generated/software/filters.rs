//! Conditions on the properties that the lists of this group filter by.

use http_core::Id;

use crate::software::Software;

http_core::odata_filter! {
    /// Conditions on the properties that [`ListSoftware`](super::ListSoftware) filters by, as far
    /// as the documents list them. Each method gives a [`Property`](http_core::odata::Property).
    pub struct SoftwareFilter {
        id: Id<Software> = "id",
        name: String = "name",
        vendor: String = "vendor",
    }
}
