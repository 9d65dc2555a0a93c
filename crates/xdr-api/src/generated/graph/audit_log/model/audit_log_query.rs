//! `AuditLogQuery`.

use http_core::{Id, Timestamp};

use crate::graph::audit_log::AuditLogQueryRecordTypeFilter;
use crate::graph::audit_log::AuditLogQueryStatus;
use crate::graph::audit_log::AuditLogRecord;

http_core::entity! {
    /// Audit log query.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct AuditLogQuery {
        /// Id.
        pub id: Id<AuditLogQuery> = "id",
        /// Administrative unit id filters.
        pub administrative_unit_id_filters: Vec<String> = "administrativeUnitIdFilters",
        /// Display name.
        pub display_name: Option<String> = "displayName",
        /// Filter end date time.
        pub filter_end_date_time: Option<Timestamp> = "filterEndDateTime",
        /// Filter start date time.
        pub filter_start_date_time: Option<Timestamp> = "filterStartDateTime",
        /// Ip address filters.
        pub ip_address_filters: Vec<String> = "ipAddressFilters",
        /// Keyword filter.
        pub keyword_filter: Option<String> = "keywordFilter",
        /// Object id filters.
        pub object_id_filters: Vec<String> = "objectIdFilters",
        /// Operation filters.
        pub operation_filters: Vec<String> = "operationFilters",
        /// Record type filters.
        pub record_type_filters: Vec<AuditLogQueryRecordTypeFilter> = "recordTypeFilters",
        /// Service filters. The documents spell it serviceFilter (one string).
        pub service_filters: Vec<String> = "serviceFilters",
        /// Status.
        pub status: Option<AuditLogQueryStatus> = "status",
        /// User principal name filters.
        pub user_principal_name_filters: Vec<String> = "userPrincipalNameFilters",
        /// Records. Relationship: absent unless expanded or read on its own path.
        pub records: Vec<AuditLogRecord> = "records",
    }
}
