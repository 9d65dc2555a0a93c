//! `MessageContents` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "MessageContents",
    help: "Snippets of Teams messages.",
    status: "ga",
    replaced_by: "",
    former: "",
    columns: "\
Timestamp datetime
TeamsMessageId string
ThreadId string
ThreadName string
MessageSnippet string
ThreadType string
SenderEmailAddress string
SenderObjectId string",
};
