//! `EmailUrlInfo` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "EmailUrlInfo",
    help: "Links in mails.",
    status: "ga",
    replaced_by: "",
    former: "",
    columns: "\
Timestamp datetime
NetworkMessageId string
Url string
UrlDomain string
UrlLocation string
UrlChainId string
UrlChainPosition int
ReportId string",
};
