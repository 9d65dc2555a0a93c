//! `RunDetailsErrorCode`.

http_core::open_enum! {
    /// An open set of words.
    pub enum RunDetailsErrorCode {
        QueryExecutionFailed = "queryExecutionFailed",
        QueryExecutionThrottling = "queryExecutionThrottling",
        QueryExceededResultSize = "queryExceededResultSize",
        QueryLimitsExceeded = "queryLimitsExceeded",
        QueryTimeout = "queryTimeout",
        AlertCreationFailed = "alertCreationFailed",
        AlertReportNotFound = "alertReportNotFound",
        PartialRowsFailed = "partialRowsFailed",
        UnknownFutureValue = "unknownFutureValue",
        NoImpactedEntity = "noImpactedEntity",
    }
}
