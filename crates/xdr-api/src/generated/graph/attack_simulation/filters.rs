//! Conditions on the properties that the lists of this group filter by.

http_core::odata_filter! {
    /// Conditions on the properties that [`TrainingCampaignsList`](super::TrainingCampaignsList)
    /// filters by, as far as the documents list them. Each method gives a
    /// [`Property`](http_core::odata::Property).
    pub struct TrainingCampaignFilter {
        display_name: String = "displayName",
    }
}
