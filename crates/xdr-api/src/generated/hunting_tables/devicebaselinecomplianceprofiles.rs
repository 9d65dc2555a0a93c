//! `DeviceBaselineComplianceProfiles` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "DeviceBaselineComplianceProfiles",
    help: "Baseline profiles.",
    status: "preview",
    replaced_by: "",
    former: "",
    columns: "\
ProfileId string
ProfileName string
ProfileDescription string
OSPlatform dynamic
OSVersion string
BaseBenchmark string
BenchmarkVersion string
BenchmarkProfileLevel string
Status bool
CreatedBy string
CreatedOn datetime
LastUpdatedBy string
LastUpdatedOn datetime",
};
