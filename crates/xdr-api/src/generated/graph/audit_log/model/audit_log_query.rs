//! `AuditLogQuery`.

use http_core::{Id, Timestamp};

use crate::graph::audit_log::AuditLogQueryRecordTypeFilter;
use crate::graph::audit_log::AuditLogQueryStatus;
use crate::graph::audit_log::AuditLogRecord;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct AuditLogQuery {
        pub id: Id<AuditLogQuery> = "id",
        pub administrative_unit_id_filters: Vec<String> = "administrativeUnitIdFilters",
        pub display_name: Option<String> = "displayName",
        pub filter_end_date_time: Option<Timestamp> = "filterEndDateTime",
        pub filter_start_date_time: Option<Timestamp> = "filterStartDateTime",
        pub ip_address_filters: Vec<String> = "ipAddressFilters",
        pub keyword_filter: Option<String> = "keywordFilter",
        pub object_id_filters: Vec<String> = "objectIdFilters",
        pub operation_filters: Vec<String> = "operationFilters",
        pub record_type_filters: Vec<AuditLogQueryRecordTypeFilter> = "recordTypeFilters",
        pub service_filters: Vec<String> = "serviceFilters",
        pub status: Option<AuditLogQueryStatus> = "status",
        pub user_principal_name_filters: Vec<String> = "userPrincipalNameFilters",
        pub approximate_returned_record_count: Option<i64> = "approximateReturnedRecordCount",
        pub is_record_count_limit_exceeded: Option<bool> = "isRecordCountLimitExceeded",
        pub record_count_limit: Option<i64> = "recordCountLimit",
        /// Absent unless expanded or read on its own path.
        pub records: Vec<AuditLogRecord> = "records",
    }
}
