//! `CampaignInfo` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "CampaignInfo",
    help: "Mail campaigns that Defender for Office 365 found.",
    status: "preview",
    replaced_by: "",
    former: "",
    columns: "\
Timestamp datetime
CampaignName string
CampaignId string
CampaignType string
CampaignSubtype string
NetworkMessageId string
RecipientEmailAddress string
ReportId string",
};
