//! `MessageUrlInfo` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "MessageUrlInfo",
    help: "Links in Teams messages.",
    status: "ga",
    replaced_by: "",
    former: "",
    columns: "\
Timestamp datetime
TeamsMessageId string
Url string
UrlDomain string
ThreatTypes string
ReportId string",
};
