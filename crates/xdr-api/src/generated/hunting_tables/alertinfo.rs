//! `AlertInfo` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "AlertInfo",
    help: "Alerts of all Defender products: title, category, severity, source.",
    status: "ga",
    replaced_by: "",
    former: "",
    columns: "\
Timestamp datetime
AlertId string
Title string
Category string
Severity string
ServiceSource string
DetectionSource string
AttackTechniques string
SentinelWorkspaceIds string",
};
