//! `DeviceBaselineComplianceAssessment` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "DeviceBaselineComplianceAssessment",
    help: "How each device complies with each setting of a baseline profile.",
    status: "preview",
    replaced_by: "",
    former: "",
    columns: "\
DeviceId string
DeviceName string
OSPlatform string
OSVersion string
ConfigurationId string
ProfileId string
IsCompliant bool
IsApplicable bool
Source dynamic
RecommendedValue dynamic
CurrentValue dynamic
IsExempt bool",
};
