//! `GraphAPIAuditEvents` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "GraphAPIAuditEvents",
    help: "Requests to Microsoft Graph for resources of the tenant.",
    status: "ga",
    replaced_by: "",
    former: "",
    columns: "\
IdentityProvider string
ApiVersion string
ApplicationId string
ClientRequestId string
OperationId string
AccountObjectId string
Location string
RequestDuration string
RequestMethod string
Timestamp datetime
ResponseStatusCode string
Scopes string
EntityType string
ReportId string
RequestUri string
UniqueTokenIdentifier string
RequestId string
IpAddress string
ServicePrincipalId string
TargetWorkload string
ResponseSize long
TenantId string
Type string
SourceSystem string
TimeGenerated datetime",
};
