//! The records and words of this group.

use http_core::Value;

use crate::discovery::RequestSortDirection;

http_core::entity! {
    /// Error detail.
    ///
    /// Source: `not documented; observed on 403 (MicrosoftDocs/CloudAppSecurityDocs#605)`.
    pub struct ErrorDetail {
        /// Detail. Message.
        pub detail: Option<String> = "detail",
        /// Correlation id.
        pub correlation_id: Option<String> = "correlation_id",
    }
}

http_core::entity! {
    /// Filter operators.
    ///
    /// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-introduction.md;
    /// MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-files.md`.
    pub struct FilterOperators {
        /// Eq. Record holds one of the values; a bare scalar is accepted as well (observed).
        pub eq: Vec<Value> = "eq",
        /// Neq. Record holds none of the values (the page words it as "not containing all").
        pub neq: Vec<Value> = "neq",
        /// Deq. Record holds at least one value that differs from the given ones.
        pub deq: Vec<Value> = "deq",
        /// Contains. Substring, any of.
        pub contains: Vec<String> = "contains",
        /// Ncontains. None of the substrings.
        pub ncontains: Vec<String> = "ncontains",
        /// Startswith. Prefix, any of.
        pub startswith: Vec<String> = "startswith",
        /// Startswithsingle. Prefix, one string.
        pub startswithsingle: Option<String> = "startswithsingle",
        /// Doesnotstartwith. None of the prefixes.
        pub doesnotstartwith: Vec<String> = "doesnotstartwith",
        /// Endswith. Suffix, any of.
        pub endswith: Vec<String> = "endswith",
        /// Text. Full-text search.
        pub text: Option<String> = "text",
        /// Gt. Greater than.
        pub gt: Option<Value> = "gt",
        /// Gte. Greater or equal.
        pub gte: Option<Value> = "gte",
        /// Lt. Less than.
        pub lt: Option<Value> = "lt",
        /// Lte. Less or equal.
        pub lte: Option<Value> = "lte",
        /// Range. Within any of the ranges.
        pub range: Vec<FilterRange> = "range",
        /// Gte ndays. Date later than N days ago.
        pub gte_ndays: Option<i64> = "gte_ndays",
        /// Lte ndays. Date earlier than N days ago.
        pub lte_ndays: Option<i64> = "lte_ndays",
        /// Isset. True: the field has a value.
        pub isset: Option<bool> = "isset",
        /// Isnotset. True: the field has no value.
        pub isnotset: Option<bool> = "isnotset",
        /// Descendantof. The values or anything below them.
        pub descendantof: Vec<Value> = "descendantof",
        /// Ndescendantof. Neither the values nor anything below them.
        pub ndescendantof: Vec<Value> = "ndescendantof",
        /// Cabinetmatchedrulesequals. Files only, filter policy; missing from the general operator
        /// table.
        pub cabinetmatchedrulesequals: Vec<String> = "cabinetmatchedrulesequals",
    }
}

http_core::entity! {
    /// Filter range.
    ///
    /// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-introduction.md`.
    pub struct FilterRange {
        /// Start. For dates: milliseconds since the epoch.
        pub start: Option<Value> = "start",
        /// End. For dates: milliseconds since the epoch.
        pub end: Option<Value> = "end",
    }
}

http_core::entity! {
    /// Filter set.
    ///
    /// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-introduction.md`.
    pub struct FilterSet {
    }
}

http_core::entity! {
    /// List request.
    ///
    /// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-introduction.md;
    /// MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-activities-investigate-script.md`.
    pub struct ListRequest {
        /// Filters. Filter name to an object of operators; all filters and operators are ANDed.
        pub filters: Option<FilterSet> = "filters",
        /// Sort direction.
        pub sort_direction: Option<RequestSortDirection> = "sortDirection",
        /// Sort field. Allowed values differ per resource, see the operation.
        pub sort_field: Option<String> = "sortField",
        /// Skip. Records to skip.
        pub skip: Option<i64> = "skip",
        /// Limit. Default 100, at most 100 (500 to 5000 in scan mode, default 500).
        pub limit: Option<i64> = "limit",
        /// Is scan. Activities only: turns scan mode on.
        pub is_scan: Option<bool> = "isScan",
    }
}

http_core::entity! {
    /// Page.
    ///
    /// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-alerts-list.md;
    /// MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-activities-investigate-script.md`.
    pub struct Page {
        /// Total. Number of matching records; the newer pages call it approximate, older ones exact.
        pub total: Option<i64> = "total",
        /// Has next. More records can be asked for.
        pub has_next: Option<bool> = "hasNext",
        /// Data. The records.
        pub data: Vec<Value> = "data",
        /// Max. Largest limit one call may use for this tenant; in the alerts sample, and observed on
        /// files and entities too.
        pub max: Option<i64> = "max",
        /// More than total. In the alerts sample: the real count is above total.
        pub more_than_total: Option<bool> = "moreThanTotal",
        /// Next query filters. Scan mode only; the filters object of the next call; absent once hasNext
        /// is false.
        pub next_query_filters: Option<FilterSet> = "nextQueryFilters",
    }
}

http_core::entity! {
    /// Token response.
    ///
    /// Source:
    /// `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-authentication-application.md`.
    pub struct TokenResponse {
        /// Token type. Bearer.
        pub token_type: Option<String> = "token_type",
        /// Expires in. Seconds, 3599 in the sample.
        pub expires_in: Option<i64> = "expires_in",
        /// Ext expires in.
        pub ext_expires_in: Option<i64> = "ext_expires_in",
        /// Access token.
        pub access_token: Option<String> = "access_token",
    }
}

http_core::entity! {
    /// Validation error.
    ///
    /// Source: `not documented; observed by client authors (demisto/content#8485)`.
    pub struct ValidationError {
        /// Error. True; observed shape, not documented.
        pub error: Option<bool> = "error",
        /// Filters. One member per request field at fault; the key names the field.
        pub filters: Vec<ValidationErrorItem> = "filters",
    }
}

http_core::entity! {
    /// Validation error item.
    ///
    /// Source: `not documented; observed by client authors (demisto/content#8485)`.
    pub struct ValidationErrorItem {
        /// Error. Message, such as "`<value>` is not valid".
        pub error: Option<String> = "error",
        /// Error message code. Such as `CONSOLE_FORMS_NOT_VALID_VALUE`.
        pub error_message_code: Option<String> = "errorMessageCode",
        /// Error message params. Object of parameters, such as value.
        pub error_message_params: Option<Value> = "errorMessageParams",
    }
}
