//! `RequestSortDirection`.

http_core::open_enum! {
    /// Request sort direction. An open set of words.
    pub enum RequestSortDirection {
        Asc = "asc",
        Desc = "desc",
    }
}
