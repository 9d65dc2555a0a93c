//! `ExposureGraphEdges` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "ExposureGraphEdges",
    help: "How entities and assets of the exposure graph relate.",
    status: "ga",
    replaced_by: "",
    former: "",
    columns: "\
EdgeId string
EdgeLabel string
SourceNodeId string
SourceNodeName string
SourceNodeLabel string
SourceNodeCategories dynamic
TargetNodeId string
TargetNodeName string
TargetNodeLabel string
TargetNodeCategories dynamic
EdgeProperties dynamic",
};
