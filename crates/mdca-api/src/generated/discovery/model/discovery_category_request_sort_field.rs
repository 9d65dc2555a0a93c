//! `DiscoveryCategoryRequestSortField`.

http_core::open_enum! {
    /// Discovery category request sort field. An open set of words.
    pub enum DiscoveryCategoryRequestSortField {
        Score = "score",
    }
}
