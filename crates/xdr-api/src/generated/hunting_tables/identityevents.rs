//! `IdentityEvents` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "IdentityEvents",
    help: "Events of other identity services, such as Okta.",
    status: "preview",
    replaced_by: "",
    former: "",
    columns: "\
Timestamp datetime
ReportId string
AccountId string
AccountType string
AccountDisplayName string
AccountUpn string
ActionType string
ActionResult string
ActionFailureReason string
IPAddress string
UserAgent string
TargetObjects dynamic
Application string
ApplicationInstanceId string
ApplicationEventId string
ApplicationSessionId string
RawEventData dynamic
AdditionalFields dynamic",
};
