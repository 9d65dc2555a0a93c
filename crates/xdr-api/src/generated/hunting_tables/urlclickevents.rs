//! `UrlClickEvents` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "UrlClickEvents",
    help: "Clicks on links that Safe Links checked.",
    status: "ga",
    replaced_by: "",
    former: "",
    columns: "\
Timestamp datetime
Url string
ActionType string
AccountUpn string
Workload string
NetworkMessageId string
ThreatTypes string
DetectionMethods string
IPAddress string
IsClickedThrough bool
UrlChain string
ReportId string
AppName string
AppVersion string
SourceId string
TenantId string
Type string
SourceSystem string
TimeGenerated datetime",
};
