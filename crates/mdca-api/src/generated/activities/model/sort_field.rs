//! `SortField`.

http_core::open_enum! {
    /// Sort field. An open set of words.
    pub enum SortField {
        Date = "date",
        Created = "created",
    }
}
