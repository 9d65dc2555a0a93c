//! `DeviceTvmSecureConfigurationAssessment` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "DeviceTvmSecureConfigurationAssessment",
    help: "How each device complies with each security setting.",
    status: "ga",
    replaced_by: "",
    former: "",
    columns: "\
DeviceId string
DeviceName string
OSPlatform string
Timestamp datetime
ConfigurationId string
ConfigurationCategory string
ConfigurationSubcategory string
ConfigurationImpact real
IsCompliant bool
IsApplicable bool
Context dynamic
IsExpectedUserImpact bool",
};
