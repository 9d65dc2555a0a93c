//! `ExposureGraphNodes` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "ExposureGraphNodes",
    help: "Entities and assets of the exposure graph.",
    status: "ga",
    replaced_by: "",
    former: "",
    columns: "\
NodeId string
NodeLabel string
NodeName string
Categories dynamic
NodeProperties dynamic
EntityIds dynamic",
};
