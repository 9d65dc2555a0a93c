//! `AuditLogRecord`.

use http_core::{Id, Timestamp};

use crate::graph::audit_log::AuditData;
use crate::graph::audit_log::AuditLogRecordType;
use crate::graph::audit_log::AuditLogRecordUserType;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct AuditLogRecord {
        pub id: Id<AuditLogRecord> = "id",
        pub administrative_units: Vec<String> = "administrativeUnits",
        pub audit_data: Option<AuditData> = "auditData",
        pub audit_log_record_type: Option<AuditLogRecordType> = "auditLogRecordType",
        pub client_ip: Option<String> = "clientIp",
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        pub object_id: Option<String> = "objectId",
        pub operation: Option<String> = "operation",
        pub organization_id: Option<String> = "organizationId",
        pub service: Option<String> = "service",
        pub user_id: Option<String> = "userId",
        pub user_principal_name: Option<String> = "userPrincipalName",
        pub user_type: Option<AuditLogRecordUserType> = "userType",
    }
}
