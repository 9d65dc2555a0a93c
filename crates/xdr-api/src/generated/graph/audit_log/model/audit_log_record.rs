//! `AuditLogRecord`.

use http_core::{Id, Timestamp};

use crate::graph::audit_log::AuditData;
use crate::graph::audit_log::AuditLogRecordType;
use crate::graph::audit_log::AuditLogRecordUserType;

http_core::entity! {
    /// Audit log record.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct AuditLogRecord {
        /// Id.
        pub id: Id<AuditLogRecord> = "id",
        /// Administrative units.
        pub administrative_units: Vec<String> = "administrativeUnits",
        /// Audit data.
        pub audit_data: Option<AuditData> = "auditData",
        /// Audit log record type.
        pub audit_log_record_type: Option<AuditLogRecordType> = "auditLogRecordType",
        /// Client ip.
        pub client_ip: Option<String> = "clientIp",
        /// Created date time.
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        /// Object id.
        pub object_id: Option<String> = "objectId",
        /// Operation.
        pub operation: Option<String> = "operation",
        /// Organization id.
        pub organization_id: Option<String> = "organizationId",
        /// Service.
        pub service: Option<String> = "service",
        /// User id.
        pub user_id: Option<String> = "userId",
        /// User principal name.
        pub user_principal_name: Option<String> = "userPrincipalName",
        /// User type.
        pub user_type: Option<AuditLogRecordUserType> = "userType",
    }
}
