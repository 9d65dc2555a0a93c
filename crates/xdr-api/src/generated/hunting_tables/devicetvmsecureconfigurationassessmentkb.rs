//! `DeviceTvmSecureConfigurationAssessmentKB` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "DeviceTvmSecureConfigurationAssessmentKB",
    help: "The assessed settings, explained, with benchmarks.",
    status: "ga",
    replaced_by: "",
    former: "",
    columns: "\
ConfigurationId string
ConfigurationImpact real
ConfigurationName string
ConfigurationDescription string
RiskDescription string
ConfigurationCategory string
ConfigurationSubcategory string
ConfigurationBenchmarks dynamic
Tags dynamic
RemediationOptions string",
};
