//! The records and words of this group.

use http_core::Value;

use crate::discovery::RequestSortDirection;

http_core::entity! {
    /// Source: `not documented; observed on 403 (MicrosoftDocs/CloudAppSecurityDocs#605)`.
    pub struct ErrorDetail {
        pub detail: Option<String> = "detail",
        pub correlation_id: Option<String> = "correlation_id",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-introduction.md;
    /// MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-files.md`.
    pub struct FilterOperators {
        /// The record holds one of the values.
        pub eq: Vec<Value> = "eq",
        /// The record holds none of the values.
        pub neq: Vec<Value> = "neq",
        /// Record holds at least one value that differs from the given ones.
        pub deq: Vec<Value> = "deq",
        /// Substring, any of.
        pub contains: Vec<String> = "contains",
        /// None of the substrings.
        pub ncontains: Vec<String> = "ncontains",
        /// Prefix, any of.
        pub startswith: Vec<String> = "startswith",
        /// Prefix, one string.
        pub startswithsingle: Option<String> = "startswithsingle",
        /// None of the prefixes.
        pub doesnotstartwith: Vec<String> = "doesnotstartwith",
        /// Suffix, any of.
        pub endswith: Vec<String> = "endswith",
        /// Full-text search.
        pub text: Option<String> = "text",
        /// Greater than.
        pub gt: Option<Value> = "gt",
        /// Greater or equal.
        pub gte: Option<Value> = "gte",
        /// Less than.
        pub lt: Option<Value> = "lt",
        /// Less or equal.
        pub lte: Option<Value> = "lte",
        /// Within any of the ranges.
        pub range: Vec<FilterRange> = "range",
        /// Date later than N days ago.
        pub gte_ndays: Option<i64> = "gte_ndays",
        /// Date earlier than N days ago.
        pub lte_ndays: Option<i64> = "lte_ndays",
        /// True: the field has a value.
        pub isset: Option<bool> = "isset",
        /// True: the field has no value.
        pub isnotset: Option<bool> = "isnotset",
        /// The values or anything below them.
        pub descendantof: Vec<Value> = "descendantof",
        /// Neither the values nor anything below them.
        pub ndescendantof: Vec<Value> = "ndescendantof",
        /// Files only, in the filter `policy`.
        pub cabinetmatchedrulesequals: Vec<String> = "cabinetmatchedrulesequals",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-introduction.md`.
    pub struct FilterRange {
        /// For dates: epoch milliseconds.
        pub start: Option<Value> = "start",
        /// For dates: epoch milliseconds.
        pub end: Option<Value> = "end",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-introduction.md`.
    pub struct FilterSet {
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-introduction.md;
    /// MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-activities-investigate-script.md`.
    pub struct ListRequest {
        /// Filter name to an object of operators. All filters and operators are ANDed.
        pub filters: Option<FilterSet> = "filters",
        pub sort_direction: Option<RequestSortDirection> = "sortDirection",
        /// Allowed values differ per resource, see the operation.
        pub sort_field: Option<String> = "sortField",
        /// Records to skip.
        pub skip: Option<i64> = "skip",
        /// Default 100, at most 100 (500 to 5000 in scan mode, default 500).
        pub limit: Option<i64> = "limit",
        /// Activities only: turns scan mode on.
        pub is_scan: Option<bool> = "isScan",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-alerts-list.md;
    /// MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-activities-investigate-script.md`.
    pub struct Page {
        /// Number of matching records. May be approximate.
        pub total: Option<i64> = "total",
        /// More records can be asked for.
        pub has_next: Option<bool> = "hasNext",
        pub data: Vec<Value> = "data",
        /// Largest limit of one call for this tenant.
        pub max: Option<i64> = "max",
        /// The real count is above `total`.
        pub more_than_total: Option<bool> = "moreThanTotal",
        /// Scan mode only: filters of the next call. Absent once `hasNext` is false.
        pub next_query_filters: Option<FilterSet> = "nextQueryFilters",
    }
}

http_core::entity! {
    /// Source:
    /// `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-authentication-application.md`.
    pub struct TokenResponse {
        /// Bearer.
        pub token_type: Option<String> = "token_type",
        /// Seconds.
        pub expires_in: Option<i64> = "expires_in",
        pub ext_expires_in: Option<i64> = "ext_expires_in",
        pub access_token: Option<String> = "access_token",
    }
}

http_core::entity! {
    /// Source: `not documented; observed by client authors (demisto/content#8485)`.
    pub struct ValidationError {
        /// True.
        pub error: Option<bool> = "error",
        /// One member per request field at fault. The key names the field.
        pub filters: Vec<ValidationErrorItem> = "filters",
    }
}

http_core::entity! {
    /// Source: `not documented; observed by client authors (demisto/content#8485)`.
    pub struct ValidationErrorItem {
        /// Message, such as "`<value>` is not valid".
        pub error: Option<String> = "error",
        /// Such as `CONSOLE_FORMS_NOT_VALID_VALUE`.
        pub error_message_code: Option<String> = "errorMessageCode",
        /// The parameters of the message, such as `value`.
        pub error_message_params: Option<Value> = "errorMessageParams",
    }
}
