//! The records and words of this group, one a file.

mod audit_data;
mod audit_log_query;
mod audit_log_query_record_type_filter;
mod audit_log_query_status;
mod audit_log_record;
mod audit_log_record_type;
mod audit_log_record_user_type;

pub use audit_data::AuditData;
pub use audit_log_query::AuditLogQuery;
pub use audit_log_query_record_type_filter::AuditLogQueryRecordTypeFilter;
pub use audit_log_query_status::AuditLogQueryStatus;
pub use audit_log_record::AuditLogRecord;
pub use audit_log_record_type::AuditLogRecordType;
pub use audit_log_record_user_type::AuditLogRecordUserType;
