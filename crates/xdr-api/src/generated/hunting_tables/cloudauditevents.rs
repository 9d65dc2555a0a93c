//! `CloudAuditEvents` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "CloudAuditEvents",
    help: "Audit events of the cloud platforms that Defender for Cloud watches.",
    status: "ga",
    replaced_by: "",
    former: "",
    columns: "\
Timestamp datetime
ReportId string
DataSource string
ActionType string
OperationName string
ResourceId string
IPAddress string
IsAnonymousProxy bool
CountryCode string
City string
Isp string
UserAgent string
RawEventData dynamic
AdditionalFields dynamic
AuditSource string
AzureResourceId string
AwsResourceName string
GcpFullResourceName string
Account string
ISP string",
};
