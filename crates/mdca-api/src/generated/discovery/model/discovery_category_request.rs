//! `DiscoveryCategoryRequest`.

use crate::common::FilterSet;
use crate::discovery::DiscoveryCategoryRequestSortField;
use crate::discovery::RequestSortDirection;

http_core::entity! {
    /// Discovery category request.
    ///
    /// Source:
    /// `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-discovery-list-categories.md`.
    pub struct DiscoveryCategoryRequest {
        /// Stream id. Continuous report id; the only field not marked optional.
        pub stream_id: Option<String> = "streamId",
        /// Filters. By category id; filter names not given.
        pub filters: Option<FilterSet> = "filters",
        /// Sort direction.
        pub sort_direction: Option<RequestSortDirection> = "sortDirection",
        /// Sort field. Number of apps.
        pub sort_field: Option<DiscoveryCategoryRequestSortField> = "sortField",
        /// Skip.
        pub skip: Option<i64> = "skip",
        /// Limit.
        pub limit: Option<i64> = "limit",
        /// Time frame. Days since the report was last used.
        pub time_frame: Option<i64> = "timeFrame",
    }
}
