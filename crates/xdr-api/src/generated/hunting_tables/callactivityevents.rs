//! `CallActivityEvents` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "CallActivityEvents",
    help: "Activities in Teams calls.",
    status: "ga",
    replaced_by: "",
    former: "",
    columns: "\
ActivityTimestamp datetime
CallId string
ActivityId string
ActivityInitiatorId string
ActivityType string
ThreadId string
ActivityInitiatorUpn string
ActivityInitiatorDisplayName string
CallSchedulingType string
CallJoinUrl string
OriginatorUserDisplayName string
OriginatorUpn string",
};
